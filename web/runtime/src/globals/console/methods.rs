//! The methods that show values, groups and counts.

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::{Context, JsArgs as _, JsResult, JsValue};
use web_output::{ConsoleContent, ConsoleLevel, Piece};

use super::format::pieces;
use super::{Console, MAX_LABELS, label};
use crate::inspect;
use crate::trace::Sources;
use crate::trace::error_stack;

pub(super) const METHODS: &[(&str, NativeFunctionPointer)] = &[
    ("log", log),
    ("debug", debug),
    ("info", info),
    ("warn", warn),
    ("error", error),
    ("assert", assert),
    ("clear", clear),
    ("count", count),
    ("countReset", count_reset),
    ("dir", dir),
    ("dirxml", log),
    ("group", group),
    ("groupCollapsed", group_collapsed),
    ("groupEnd", group_end),
    ("table", table),
    ("trace", trace),
];

fn log(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    message(ConsoleLevel::Log, args, context)
}

fn debug(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    message(ConsoleLevel::Debug, args, context)
}

fn info(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    message(ConsoleLevel::Info, args, context)
}

fn warn(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    message(ConsoleLevel::Warn, args, context)
}

fn error(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    message(ConsoleLevel::Error, args, context)
}

fn message(level: ConsoleLevel, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let pieces = pieces(args, context)?;
    write(level, ConsoleContent::Message(pieces), context)
}

fn assert(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if args.get_or_undefined(0).to_boolean() {
        return Ok(JsValue::undefined());
    }
    let message = match args.get(1..) {
        None | Some([]) => vec![Piece::plain("Assertion failed")],
        Some(rest) => {
            let mut message = vec![Piece::plain("Assertion failed: ")];
            message.extend(pieces(rest, context)?);
            message
        }
    };
    write(ConsoleLevel::Error, ConsoleContent::Message(message), context)
}

fn clear(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(console) = Console::of(context) {
        console.depth.set(0);
    }
    write(ConsoleLevel::Log, ConsoleContent::Cleared, context)
}

fn count(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = label(args, context)?;
    if let Some(console) = Console::of(context) {
        let count = {
            let mut counts = console.counts.borrow_mut();
            if counts.len() == MAX_LABELS && !counts.contains_key(&label) {
                counts.clear();
            }
            let count = counts.entry(label.clone()).or_default();
            *count += 1;
            *count
        };
        console.say(ConsoleLevel::Log, format!("{label}: {count}"));
    }
    Ok(JsValue::undefined())
}

fn count_reset(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let label = label(args, context)?;
    if let Some(console) = Console::of(context)
        && console.counts.borrow_mut().remove(&label).is_none()
    {
        console.say(ConsoleLevel::Warn, format!("Count for '{label}' does not exist"));
    }
    Ok(JsValue::undefined())
}

/// Shows the value as an object, a string in quotes among them.
fn dir(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = inspect::preview(args.get_or_undefined(0), context);
    write(
        ConsoleLevel::Log,
        ConsoleContent::Message(vec![Piece::Value(value)]),
        context,
    )
}

fn group(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    open_group(args, false, context)
}

fn group_collapsed(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    open_group(args, true, context)
}

fn open_group(args: &[JsValue], is_collapsed: bool, context: &mut Context) -> JsResult<JsValue> {
    let title = pieces(args, context)?;
    if let Some(console) = Console::of(context) {
        console.write(ConsoleLevel::Log, ConsoleContent::Group { title, is_collapsed });
        console.depth.update(|depth| depth.saturating_add(1));
    }
    Ok(JsValue::undefined())
}

fn group_end(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(console) = Console::of(context) {
        console.depth.update(|depth| depth.saturating_sub(1));
    }
    Ok(JsValue::undefined())
}

/// A value without rows is shown as it is.
fn table(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    match super::table(args.get_or_undefined(0), args.get_or_undefined(1), context)? {
        Some(table) => write(ConsoleLevel::Log, ConsoleContent::Table(table), context),
        None => message(ConsoleLevel::Log, args.get(..1).unwrap_or_default(), context),
    }
}

fn trace(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let title = pieces(args, context)?;
    let printed = error_stack::printed_here(context);
    let frames = Sources::of(context).map(|sources| sources.read(&printed));
    // The first is this method's own.
    let frames = frames.unwrap_or_default().get(1..).unwrap_or_default().to_vec();
    write(
        ConsoleLevel::Debug,
        ConsoleContent::Trace { title, frames },
        context,
    )
}

fn write(level: ConsoleLevel, content: ConsoleContent, context: &Context) -> JsResult<JsValue> {
    if let Some(console) = Console::of(context) {
        console.write(level, content);
    }
    Ok(JsValue::undefined())
}
