//! The `console` object. Formatting happens here; a [`ConsoleSink`] shows the lines.
//!
//! Written for this runtime because boa_runtime's console reads the system clock, which panics in wasm, and prints
//! objects as `[object Object]` or `Array(2)`.

mod format;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use boa_engine::context::time::JsInstant;
use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::ObjectInitializer;
use boa_engine::property::Attribute;
use boa_engine::{Context, JsArgs as _, JsResult, JsSymbol, JsValue, NativeFunction, js_string};

use crate::inspect::inspect;
use crate::realm::StopSignal;
use format::format;

/// Shows what a script writes to the console.
pub trait ConsoleSink {
    /// Shows one call's text; it may hold line breaks.
    fn write(&self, level: ConsoleLevel, text: String);
}

/// The level of a console call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsoleLevel {
    /// `console.debug` and `console.trace`.
    Debug,
    /// `console.log` and whatever has no level of its own.
    Log,
    /// `console.info`
    Info,
    /// `console.warn`
    Warn,
    /// `console.error`, failed assertions and unhandled rejections.
    Error,
}

/// Defines `console` in the context's global scope.
///
/// # Errors
/// When the engine cannot define the property.
pub(crate) fn register(sink: Rc<dyn ConsoleSink>, context: &mut Context) -> JsResult<()> {
    context.insert_data(Rc::new(Console {
        sink,
        groups: RefCell::default(),
        counts: RefCell::default(),
        timers: RefCell::default(),
    }));
    let mut object = ObjectInitializer::new(context);
    object.property(
        JsSymbol::to_string_tag(),
        js_string!("console"),
        Attribute::CONFIGURABLE,
    );
    for (name, level) in [
        ("debug", ConsoleLevel::Debug),
        ("log", ConsoleLevel::Log),
        ("info", ConsoleLevel::Info),
        ("warn", ConsoleLevel::Warn),
        ("error", ConsoleLevel::Error),
    ] {
        let write = NativeFunction::from_copy_closure(move |_, args, context| {
            let text = format(args, context)?;
            with_console(context, |console| console.write(level, &text))
        });
        object.function(write, js_string!(name), 0);
    }
    let methods: [(&str, NativeFunctionPointer); 13] = [
        ("assert", assert),
        ("clear", clear),
        ("count", count),
        ("countReset", count_reset),
        ("dir", dir),
        ("group", group),
        ("groupCollapsed", group),
        ("groupEnd", group_end),
        ("table", dir),
        ("time", time),
        ("timeEnd", time_end),
        ("timeLog", time_log),
        ("trace", trace),
    ];
    for (name, method) in methods {
        object.function(NativeFunction::from_fn_ptr(method), js_string!(name), 0);
    }
    let object = object.build();
    context.register_global_property(
        js_string!("console"),
        object,
        Attribute::WRITABLE | Attribute::CONFIGURABLE,
    )
}

/// What a context's console remembers between calls.
struct Console {
    sink: Rc<dyn ConsoleSink>,
    /// How many groups are open.
    groups: RefCell<usize>,
    counts: RefCell<HashMap<String, u64>>,
    timers: RefCell<HashMap<String, JsInstant>>,
}

impl Console {
    fn write(&self, level: ConsoleLevel, text: &str) {
        let indent = "  ".repeat(*self.groups.borrow());
        let lines: Vec<String> = text.split('\n').map(|line| format!("{indent}{line}")).collect();
        self.sink.write(level, lines.join("\n"));
    }
}

fn with_console(context: &Context, act: impl FnOnce(&Console)) -> JsResult<JsValue> {
    StopSignal::check(context)?;
    if let Some(console) = context.get_data::<Rc<Console>>() {
        act(console);
    }
    Ok(JsValue::undefined())
}

fn assert(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if args.get_or_undefined(0).to_boolean() {
        return Ok(JsValue::undefined());
    }
    let text = match args.get(1..) {
        None | Some([]) => "Assertion failed".to_owned(),
        Some(rest) => format!("Assertion failed: {}", format(rest, context)?),
    };
    with_console(context, |console| console.write(ConsoleLevel::Error, &text))
}

/// There is nothing to clear in a list of what happened; only the groups end, as the standard says.
fn clear(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    with_console(context, |console| *console.groups.borrow_mut() = 0)
}

fn count(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = label(args, context)?;
    with_console(context, |console| {
        let mut counts = console.counts.borrow_mut();
        let count = counts.entry(label.clone()).or_default();
        *count += 1;
        console.write(ConsoleLevel::Log, &format!("{label}: {count}"));
    })
}

fn count_reset(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = label(args, context)?;
    with_console(context, |console| {
        if console.counts.borrow_mut().remove(&label).is_none() {
            console.write(ConsoleLevel::Warn, &format!("Count for '{label}' does not exist"));
        }
    })
}

fn dir(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let text = inspect(args.get_or_undefined(0), context);
    with_console(context, |console| console.write(ConsoleLevel::Log, &text))
}

fn group(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let title = format(args, context)?;
    with_console(context, |console| {
        if !title.is_empty() {
            console.write(ConsoleLevel::Log, &title);
        }
        *console.groups.borrow_mut() += 1;
    })
}

fn group_end(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    with_console(context, |console| {
        let mut groups = console.groups.borrow_mut();
        *groups = groups.saturating_sub(1);
    })
}

fn time(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = label(args, context)?;
    let now = context.clock().now();
    with_console(context, |console| {
        if console.timers.borrow().contains_key(&label) {
            console.write(ConsoleLevel::Warn, &format!("Timer '{label}' already exists"));
        } else {
            console.timers.borrow_mut().insert(label, now);
        }
    })
}

fn time_end(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = label(args, context)?;
    write_elapsed(&label, "", context)?;
    with_console(context, |console| {
        console.timers.borrow_mut().remove(&label);
    })
}

fn time_log(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = label(args, context)?;
    let rest = match args.get(1..) {
        None | Some([]) => String::new(),
        Some(rest) => format!(" {}", format(rest, context)?),
    };
    write_elapsed(&label, &rest, context)
}

fn trace(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let title = format(args, context)?;
    let mut text = match title.as_str() {
        "" => "Trace".to_owned(),
        _ => format!("Trace: {title}"),
    };
    for frame in context.stack_trace() {
        let name = frame.code_block().name().to_std_string_escaped();
        text.push_str("\n    at ");
        text.push_str(if name.is_empty() { "<anonymous>" } else { &name });
    }
    with_console(context, |console| console.write(ConsoleLevel::Debug, &text))
}

fn write_elapsed(label: &str, rest: &str, context: &Context) -> JsResult<JsValue> {
    let now = context.clock().now();
    with_console(context, |console| {
        let started = console.timers.borrow().get(label).copied();
        match started {
            Some(started) => {
                let milliseconds = (now - started).as_nanos() as f64 / 1e6;
                console.write(ConsoleLevel::Log, &format!("{label}: {milliseconds:.3} ms{rest}"));
            }
            None => console.write(ConsoleLevel::Warn, &format!("Timer '{label}' does not exist")),
        }
    })
}

fn label(args: &[JsValue], context: &mut Context) -> JsResult<String> {
    match args.get_or_undefined(0) {
        value if value.is_undefined() => Ok("default".to_owned()),
        value => Ok(value.to_string(context)?.to_std_string_escaped()),
    }
}
