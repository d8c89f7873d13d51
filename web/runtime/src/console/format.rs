//! The arguments of a console call as one text: format specifiers, then the rest with spaces between.

use std::iter::Peekable;
use std::slice;

use boa_engine::value::Numeric;
use boa_engine::{Context, JsResult, JsValue};

use crate::inspect::inspect;

/// Strings as they are, anything else inspected. `%s %d %i %f %o %O %c %%` in a first string take their argument.
///
/// # Errors
/// Whatever a conversion that a specifier asks for throws.
pub(super) fn format(args: &[JsValue], context: &mut Context) -> JsResult<String> {
    let mut rest = args.iter().peekable();
    let mut parts = Vec::new();
    if let Some(template) = args.first().and_then(JsValue::as_string)
        && args.len() > 1
    {
        rest.next();
        parts.push(fill(&template.to_std_string_escaped(), &mut rest, context)?);
    }
    parts.extend(rest.map(|value| plain(value, context)));
    Ok(parts.join(" "))
}

fn fill(
    template: &str,
    args: &mut Peekable<slice::Iter<'_, JsValue>>,
    context: &mut Context,
) -> JsResult<String> {
    let mut text = String::with_capacity(template.len());
    let mut chars = template.chars().peekable();
    while let Some(next) = chars.next() {
        let specifier = chars.peek().copied();
        match (next, specifier) {
            ('%', Some('%')) => text.push('%'),
            ('%', Some(specifier @ ('s' | 'd' | 'i' | 'f' | 'o' | 'O' | 'c'))) if args.peek().is_some() => {
                if let Some(value) = args.next() {
                    text.push_str(&convert(specifier, value, context)?);
                }
            }
            _ => {
                text.push(next);
                continue;
            }
        }
        chars.next();
    }
    Ok(text)
}

fn convert(specifier: char, value: &JsValue, context: &mut Context) -> JsResult<String> {
    Ok(match specifier {
        // Styles are for a console that can show them.
        'c' => String::new(),
        's' => plain(value, context),
        'o' | 'O' => inspect(value, context),
        _ if value.is_symbol() => "NaN".to_owned(),
        _ => match value.to_numeric(context)? {
            Numeric::BigInt(number) => format!("{number}n"),
            Numeric::Number(number) if specifier == 'f' => JsValue::from(number).display().to_string(),
            Numeric::Number(number) => JsValue::from(number.trunc()).display().to_string(),
        },
    })
}

fn plain(value: &JsValue, context: &mut Context) -> String {
    match value.as_string() {
        Some(text) => text.to_std_string_escaped(),
        None => inspect(value, context),
    }
}
