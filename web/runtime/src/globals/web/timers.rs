//! `setTimeout`, `setInterval`, `setImmediate`, their ends, and `queueMicrotask`. The realm's job queue has the clock and does the
//! waiting; what a callback throws is reported and ends nothing else.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use boa_engine::job::{CancellationToken, IntervalJob, NativeJob, NativeJobFn, PromiseJob, TimeoutJob};
use boa_engine::object::builtins::JsFunction;
use boa_engine::{Context, JsArgs as _, JsResult, JsValue, js_string};

use super::argument::{range_error, required, type_error};
use crate::bounds::stoppable;
use crate::globals::uncaught;
use crate::jobs::call_from_queue;

/// The largest integer that a number holds exactly.
pub(super) const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;
/// Timers that wait at once; more is a mistake that would eat the memory.
const MAX_TIMERS: usize = 100_000;

/// The timers that wait, by the number that a script knows them by.
#[derive(Default)]
struct Timers {
    last: Cell<u32>,
    waiting: RefCell<HashMap<u32, CancellationToken>>,
}

/// Defines the functions.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    context.insert_data(Rc::new(Timers::default()));
    for (name, length, function) in [
        (
            "setTimeout",
            1,
            set_timeout as fn(&JsValue, &[JsValue], &mut Context) -> JsResult<JsValue>,
        ),
        ("setInterval", 1, set_interval),
        ("setImmediate", 1, set_immediate),
        ("clearTimeout", 0, clear),
        ("clearInterval", 0, clear),
        ("clearImmediate", 0, clear),
        ("queueMicrotask", 1, queue_microtask),
    ] {
        let function = stoppable(function);
        context.register_global_builtin_callable(js_string!(name), length, function)?;
    }
    Ok(())
}

fn set_timeout(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (callback, delay, args) = arguments("setTimeout", args, context)?;
    call_once(callback, delay, args, context)
}

/// Node.js has it: a timer without a delay.
fn set_immediate(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let callback = callback("setImmediate", args)?;
    call_once(callback, 0, args[1..].to_vec(), context)
}

fn call_once(
    callback: JsFunction,
    delay: u64,
    args: Vec<JsValue>,
    context: &mut Context,
) -> JsResult<JsValue> {
    let (timers, number) = Timers::next(context)?;
    let done = Rc::clone(&timers);
    let job = TimeoutJob::new(
        NativeJob::new(move |context| {
            done.waiting.borrow_mut().remove(&number);
            call(&callback, &args, context)
        }),
        delay,
    );
    let token = job.cancellation_token().clone();
    timers.waiting.borrow_mut().insert(number, token);
    context.enqueue_job(job.into());
    Ok(number.into())
}

fn set_interval(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (callback, delay, args) = arguments("setInterval", args, context)?;
    let (timers, number) = Timers::next(context)?;
    // Without a pause an interval would leave no time for anything else.
    let job = IntervalJob::new(
        NativeJobFn::new(move |context| call(&callback, &args, context)),
        delay.max(1),
    );
    let token = job.cancellation_token().clone();
    timers.waiting.borrow_mut().insert(number, token);
    context.enqueue_job(job.into());
    Ok(number.into())
}

/// All kinds share their numbers, and a number that is not known is none of anybody's business.
fn clear(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let number = args.get_or_undefined(0).to_u32(context)?;
    let timers = context.get_data::<Rc<Timers>>().cloned();
    let token = timers.and_then(|timers| timers.waiting.borrow_mut().remove(&number));
    if let Some(token) = token {
        token.cancel(context);
    }
    Ok(JsValue::undefined())
}

fn queue_microtask(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let callback = callback("queueMicrotask", args)?;
    context.enqueue_job(PromiseJob::new(move |context| call(&callback, &[], context)).into());
    Ok(JsValue::undefined())
}

impl Timers {
    fn next(context: &Context) -> JsResult<(Rc<Self>, u32)> {
        let timers = context
            .get_data::<Rc<Self>>()
            .cloned()
            .ok_or_else(|| type_error("timers are not set up"))?;
        if timers.waiting.borrow().len() >= MAX_TIMERS {
            return Err(range_error(format!(
                "{MAX_TIMERS} timers wait already; clear some before you set more"
            )));
        }
        let number = timers.last.get().checked_add(1).unwrap_or(1);
        timers.last.set(number);
        Ok((timers, number))
    }
}

fn arguments(
    what: &str,
    args: &[JsValue],
    context: &mut Context,
) -> JsResult<(JsFunction, u64, Vec<JsValue>)> {
    let callback = callback(what, args)?;
    // The web platform converts the delay to 32 bits; what does not fit fires at once.
    let delay = args.get_or_undefined(1).to_i32(context)?;
    let rest = args.get(2..).unwrap_or_default().to_vec();
    Ok((callback, u64::try_from(delay).unwrap_or_default(), rest))
}

fn callback(what: &str, args: &[JsValue]) -> JsResult<JsFunction> {
    required(args, 0, what)?
        .as_callable()
        .and_then(JsFunction::from_object)
        .ok_or_else(|| type_error(format!("{what} takes a function")))
}

fn call(callback: &JsFunction, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    call_from_queue(callback, &JsValue::undefined(), args, context)
        .map(drop)
        .or_else(|error| uncaught::report(error, context))
        .map(|()| JsValue::undefined())
}
