//! `console.time`, `timeLog` and `timeEnd`, on the context's own clock.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::{Context, JsResult, JsValue};
use web_output::{ConsoleContent, ConsoleLevel, Piece};

use super::format::pieces;
use super::{Console, MAX_LABELS, label};

pub(super) const METHODS: &[(&str, NativeFunctionPointer)] =
    &[("time", time), ("timeEnd", time_end), ("timeLog", time_log)];

fn time(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = label(args, context)?;
    let now = context.clock().now();
    if let Some(console) = Console::of(context) {
        if console.timers.borrow().contains_key(&label) {
            console.say(ConsoleLevel::Warn, format!("Timer '{label}' already exists"));
            return Ok(JsValue::undefined());
        }
        let mut timers = console.timers.borrow_mut();
        if timers.len() == MAX_LABELS {
            timers.clear();
        }
        timers.insert(label, now);
    }
    Ok(JsValue::undefined())
}

fn time_end(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = label(args, context)?;
    write_elapsed(&label, Vec::new(), context);
    if let Some(console) = Console::of(context) {
        console.timers.borrow_mut().remove(&label);
    }
    Ok(JsValue::undefined())
}

fn time_log(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = label(args, context)?;
    let rest = match args.get(1..) {
        None | Some([]) => Vec::new(),
        Some(rest) => {
            let mut more = vec![Piece::plain(" ")];
            more.extend(pieces(rest, context)?);
            more
        }
    };
    write_elapsed(&label, rest, context);
    Ok(JsValue::undefined())
}

fn write_elapsed(label: &str, rest: Vec<Piece>, context: &Context) {
    let now = context.clock().now();
    let Some(console) = Console::of(context) else {
        return;
    };
    let started = console.timers.borrow().get(label).copied();
    let Some(started) = started else {
        console.say(ConsoleLevel::Warn, format!("Timer '{label}' does not exist"));
        return;
    };
    let milliseconds = (now - started).as_nanos() as f64 / 1e6;
    let mut message = vec![Piece::plain(format!("{label}: {milliseconds:.3} ms"))];
    message.extend(rest);
    console.write(ConsoleLevel::Log, ConsoleContent::Message(message));
}
