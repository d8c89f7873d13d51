//! `display`: what a script would rather have looked at than read. Each method checks what it gets, and hands a
//! [`DisplayItem`] to the console's sink, in its place among the console's entries.

mod arguments;
mod chart;
mod picture;

use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::property::Attribute;
use boa_engine::{Context, JsArgs as _, JsObject, JsResult, JsString, JsValue, js_string};
use web_output::{ChartKind, ConsoleContent, DisplayItem, Iframe, Shown};

use crate::bounds::stoppable;
use crate::globals::console::{self, table};
use crate::inspect;
use crate::values::property;
use arguments::{number_option, option, refused, required, text_option, title};

/// The room that a document gets unless it asks for another.
const FRAME_HEIGHT: f64 = 240.0;
/// The room that a document may ask for, in pixels.
const FRAME_HEIGHTS: std::ops::RangeInclusive<f64> = 20.0..=2_000.0;

const METHODS: &[(&str, NativeFunctionPointer)] = &[
    ("table", display_table),
    ("tree", tree),
    ("json", tree),
    ("image", image),
    ("svg", svg),
    ("html", html),
    ("line", line),
    ("bar", bar),
    ("scatter", scatter),
];

/// Defines `display` in the context's global scope.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn register(context: &mut Context) -> JsResult<()> {
    let display: JsObject = FunctionObjectBuilder::new(context.realm(), stoppable(display))
        .name(js_string!("display"))
        .length(1)
        .build()
        .into();
    for (name, method) in METHODS {
        let method = FunctionObjectBuilder::new(context.realm(), stoppable(*method))
            .name(JsString::from(*name))
            .length(1)
            .build();
        display.create_data_property_or_throw(JsString::from(*name), method, context)?;
    }
    let hidden = Attribute::WRITABLE | Attribute::CONFIGURABLE;
    context.register_global_property(js_string!("display"), display, hidden)
}

/// Shows a value in the way that fits it: a picture, a table of objects, or else a tree.
fn display(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = required(args, "display", "a value")?;
    let options = args.get_or_undefined(1);
    if let Some(picture) = picture::recognise(value, context) {
        return show(picture, title(options, context)?, context);
    }
    let is_list_of_objects = value.as_object().is_some_and(|list| {
        list.is_array()
            && property::own_value(&list, &0.into())
                .is_some_and(|first| first.is_object() && !first.is_callable())
    });
    if is_list_of_objects {
        return display_table(&JsValue::undefined(), args, context);
    }
    tree(&JsValue::undefined(), args, context)
}

fn display_table(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let data = required(args, "display.table", "an array or object of rows")?;
    let options = args.get_or_undefined(1);
    let columns = option(options, "columns", context)?;
    match table(data, &columns, context)? {
        Some(table) => show(Shown::Table(table), title(options, context)?, context),
        None => Err(refused(
            "display.table",
            "an array or object of rows",
            data,
            context,
        )),
    }
}

fn tree(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = inspect::preview(args.get_or_undefined(0), context);
    let title = title(args.get_or_undefined(1), context)?;
    show(Shown::Tree(value), title, context)
}

fn image(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = required(args, "display.image", "the bytes of an image or a data URL")?;
    let picture = picture::image(value, context)?;
    let title = title(args.get_or_undefined(1), context)?;
    show(picture, title, context)
}

fn svg(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = required(args, "display.svg", "SVG markup")?;
    let picture = picture::svg(value, context)?;
    let title = title(args.get_or_undefined(1), context)?;
    show(picture, title, context)
}

fn html(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = required(args, "display.html", "HTML markup")?;
    let markup = arguments::markup(value, "display.html", "HTML markup", context)?;
    let options = args.get_or_undefined(1);
    let height = number_option(options, "height", context)?.unwrap_or(FRAME_HEIGHT);
    let frame = Iframe {
        markup,
        height: height.clamp(*FRAME_HEIGHTS.start(), *FRAME_HEIGHTS.end()) as u32,
    };
    show(Shown::Html(frame), title(options, context)?, context)
}

fn line(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    draw(ChartKind::Line, "display.line", args, context)
}

fn bar(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    draw(ChartKind::Bar, "display.bar", args, context)
}

fn scatter(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    draw(ChartKind::Scatter, "display.scatter", args, context)
}

fn draw(kind: ChartKind, what: &str, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let data = required(args, what, "numbers, points, or an object of them")?;
    let options = args.get_or_undefined(1);
    let mut chart = chart::read(kind, what, data, options, context)?;
    chart.x_label = text_option(options, "xLabel", context)?;
    chart.y_label = text_option(options, "yLabel", context)?;
    show(Shown::Chart(chart), title(options, context)?, context)
}

fn show(shown: Shown, title: String, context: &Context) -> JsResult<JsValue> {
    console::show(ConsoleContent::Display(DisplayItem { title, shown }), context);
    Ok(JsValue::undefined())
}
