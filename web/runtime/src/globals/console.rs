//! The `console` object. What a call shows is data; a [`ConsoleSink`] shows it.
//!
//! Written for this runtime because boa_runtime's console reads the system clock, which panics in wasm, and prints
//! objects as `[object Object]` or `Array(2)`.

mod format;
mod methods;
mod table;
mod timing;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use boa_engine::context::time::JsInstant;
use boa_engine::object::{FunctionObjectBuilder, ObjectInitializer};
use boa_engine::property::Attribute;
use boa_engine::{Context, JsArgs as _, JsResult, JsSymbol, JsValue, js_string};
use web_output::{ConsoleContent, ConsoleEntry, ConsoleLevel, Piece, Warning};

use crate::bounds::stoppable;
use crate::trace::Sources;

pub(crate) use table::table;

/// Groups inside groups; more are counted, and not moved to the right.
const MAX_DEPTH: u32 = 40;
/// Labels of counters and timers that are kept.
const MAX_LABELS: usize = 10_000;

/// Shows what a script writes to the console and displays, in order.
pub trait ConsoleSink {
    /// Shows one entry.
    fn write(&self, entry: ConsoleEntry);
}

/// Defines `console` in the context's global scope.
///
/// # Errors
/// When the engine cannot define the property.
pub(crate) fn register(sink: Rc<dyn ConsoleSink>, context: &mut Context) -> JsResult<()> {
    context.insert_data(Rc::new(Console {
        sink,
        depth: Cell::default(),
        counts: RefCell::default(),
        timers: RefCell::default(),
    }));
    if let Some(sources) = Sources::of(context) {
        sources.set_show_warning(warn);
    }
    let mut object = ObjectInitializer::new(context);
    object.property(
        JsSymbol::to_string_tag(),
        js_string!("console"),
        Attribute::CONFIGURABLE,
    );
    for (name, method) in methods::METHODS.iter().chain(timing::METHODS) {
        let method = FunctionObjectBuilder::new(object.context().realm(), stoppable(*method))
            .name(js_string!(*name))
            .build();
        // As the members of a namespace of the web platform are: a script may list or copy them.
        object.property(js_string!(*name), method, Attribute::all());
    }
    let object = object.build();
    context.register_global_property(
        js_string!("console"),
        object,
        Attribute::WRITABLE | Attribute::CONFIGURABLE,
    )
}

/// Shows a message that no script asked for, such as an error that nobody caught.
pub(crate) fn report(message: Vec<Piece>, context: &Context) {
    if let Some(console) = Console::of(context) {
        console.write(ConsoleLevel::Error, ConsoleContent::Message(message));
    }
}

/// Shows a warning that no script asked for.
pub(crate) fn warn(warning: Warning, context: &Context) {
    if let Some(console) = Console::of(context) {
        console.write(ConsoleLevel::Warn, ConsoleContent::Warning(warning));
    }
}

/// Shows something in its place among the console's entries.
pub(crate) fn show(content: ConsoleContent, context: &Context) {
    if let Some(console) = Console::of(context) {
        console.write(ConsoleLevel::Log, content);
    }
}

/// What a context's console remembers between calls.
struct Console {
    sink: Rc<dyn ConsoleSink>,
    /// How many groups are open.
    depth: Cell<u32>,
    counts: RefCell<HashMap<String, u64>>,
    timers: RefCell<HashMap<String, JsInstant>>,
}

impl Console {
    fn of(context: &Context) -> Option<Rc<Self>> {
        context.get_data::<Rc<Self>>().cloned()
    }

    fn write(&self, level: ConsoleLevel, content: ConsoleContent) {
        self.sink.write(ConsoleEntry {
            level,
            depth: self.depth.get().min(MAX_DEPTH),
            content,
        });
    }

    fn say(&self, level: ConsoleLevel, text: String) {
        self.write(level, ConsoleContent::Message(vec![Piece::plain(text)]));
    }
}

/// The label of a counter or timer.
fn label(args: &[JsValue], context: &mut Context) -> JsResult<String> {
    match args.get_or_undefined(0) {
        value if value.is_undefined() => Ok("default".to_owned()),
        value => Ok(value.to_string(context)?.to_std_string_escaped()),
    }
}
