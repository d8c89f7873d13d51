//! The arguments of a console call as a message: format specifiers, then the rest with spaces between.

use std::slice;

use boa_engine::value::Numeric;
use boa_engine::{Context, JsResult, JsValue};
use web_output::{Piece, Style};

use crate::inspect;

/// Strings as they are, anything else as a value. `%s %d %i %f %o %O %c %%` in a first string take their argument.
///
/// # Errors
/// Whatever a conversion that a specifier asks for throws.
pub(super) fn pieces(args: &[JsValue], context: &mut Context) -> JsResult<Vec<Piece>> {
    let mut message = Message::default();
    let mut rest = args.iter();
    if let Some(template) = args.first().and_then(JsValue::as_string)
        && args.len() > 1
    {
        rest.next();
        fill(
            &template.to_std_string_escaped(),
            &mut rest,
            &mut message,
            context,
        )?;
        // A style ends with the text that it was written for.
        message.style = Style::default();
        if !rest.as_slice().is_empty() {
            message.text(" ");
        }
    }
    for (position, value) in rest.enumerate() {
        if position > 0 {
            message.text(" ");
        }
        message.plain(value, context);
    }
    Ok(message.pieces)
}

#[derive(Default)]
struct Message {
    pieces: Vec<Piece>,
    style: Style,
}

impl Message {
    /// Adds to the last text, unless that looks different.
    fn text(&mut self, more: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Text { text, style }) if *style == self.style => text.push_str(more),
            _ if more.is_empty() => {}
            _ => self.pieces.push(Piece::Text {
                text: more.to_owned(),
                style: self.style.clone(),
            }),
        }
    }

    fn plain(&mut self, value: &JsValue, context: &mut Context) {
        match value.as_string() {
            Some(text) => self.text(&text.to_std_string_escaped()),
            None => self.value(value, context),
        }
    }

    fn value(&mut self, value: &JsValue, context: &mut Context) {
        self.pieces.push(Piece::Value(inspect::preview(value, context)));
    }
}

fn fill(
    template: &str,
    args: &mut slice::Iter<'_, JsValue>,
    message: &mut Message,
    context: &mut Context,
) -> JsResult<()> {
    let mut left = template;
    while let Some(place) = left.find('%') {
        message.text(&left[..place]);
        left = &left[place + 1..];
        let specifier = left.chars().next();
        match specifier {
            Some('%') => message.text("%"),
            Some(specifier @ ('s' | 'd' | 'i' | 'f' | 'o' | 'O' | 'c')) if !args.as_slice().is_empty() => {
                if let Some(value) = args.next() {
                    convert(specifier, value, message, context)?;
                }
            }
            _ => {
                message.text("%");
                continue;
            }
        }
        // Every specifier is one byte long.
        left = &left[1..];
    }
    message.text(left);
    Ok(())
}

fn convert(specifier: char, value: &JsValue, message: &mut Message, context: &mut Context) -> JsResult<()> {
    match specifier {
        'c' => message.style = Style::parse(&value.to_string(context)?.to_std_string_lossy()),
        's' => message.plain(value, context),
        'o' | 'O' => message.value(value, context),
        _ if value.is_symbol() => message.text("NaN"),
        _ => {
            let number = match value.to_numeric(context)? {
                Numeric::BigInt(number) => format!("{number}n"),
                Numeric::Number(number) if specifier == 'f' => JsValue::from(number).display().to_string(),
                Numeric::Number(number) => JsValue::from(number.trunc()).display().to_string(),
            };
            message.text(&number);
        }
    }
    Ok(())
}
