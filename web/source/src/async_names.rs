//! `async` as the name of a variable: `async(5)` is a call, which Boa 0.22 takes for the start of an arrow function. Where
//! its parser stops at one, brackets make it a name: `(async)(5)`.

use crate::depth::Refused;
use crate::names::MARK;
use crate::rewritten::Edit;
use crate::syntax_error;

const NAME: &str = "async";
/// A name of the same length, for the parser alone: places stay where they are.
const STAND_IN: &str = "a$ync";
/// How many are looked for in one source. Each takes another parse.
const AT_MOST: usize = 64;

/// Parses a text, with stand-ins for names that the parser does not know for names. Returns the edits that do the same for
/// the engine.
///
/// # Errors
/// Why the source is refused, if no stand-in helps.
pub(crate) fn parse_with_names<T>(
    text: &mut String,
    mut parse: impl FnMut(&str) -> Result<T, Refused>,
) -> Result<(T, Vec<Edit>), Refused> {
    let mut edits = Vec::new();
    loop {
        let refused = match parse(text) {
            Ok(parsed) => return Ok((parsed, edits)),
            Err(refused) => refused,
        };
        let stop = syntax_error::offset(&refused, text);
        let Some((start, stop)) = stop
            .and_then(|stop| Some((name_before(text, stop)?, stop)))
            .filter(|_| edits.len() < AT_MOST)
        else {
            return Err(refused);
        };
        let end = start + NAME.len();
        text.replace_range(start..end, STAND_IN);
        let gets_further = match parse(text) {
            Ok(_) => true,
            Err(next) => syntax_error::offset(&next, text).is_some_and(|next| next > stop),
        };
        if !gets_further {
            text.replace_range(start..end, NAME);
            return Err(refused);
        }
        edits.push(Edit {
            start,
            end,
            text: format!("({NAME})"),
        });
    }
}

/// The last `async` before a byte that may be a name of its own.
fn name_before(text: &str, stop: usize) -> Option<usize> {
    let is_word_part = |next: char| next.is_alphanumeric() || matches!(next, '_' | '$' | '.' | '#' | MARK);
    text[..stop]
        .rmatch_indices(NAME)
        .map(|(start, _)| start)
        .find(|start| !text[..*start].ends_with(is_word_part))
        .filter(|start| !text[start + NAME.len()..].starts_with(is_word_part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use boa_ast::function::FunctionBody;
    use boa_interner::Interner;

    use crate::parse::parse_function;
    use crate::rewritten::Rewritten;

    fn parse(text: &str) -> Result<FunctionBody, Refused> {
        parse_function(text, &mut Interner::default())
    }

    #[test]
    fn a_variable_may_be_called_async() {
        for (source, expected) in [
            ("async(5)", "(async)(5)"),
            ("async(y)", "(async)(y)"),
            ("async(1, 2); async ( \"a\" )", "(async)(1, 2); (async) ( \"a\" )"),
            ("f(async)", "f(async)"),
            ("async (x) => x; o.async(1)", "async (x) => x; o.async(1)"),
        ] {
            let mut text = source.to_owned();
            let (_, edits) = parse_with_names(&mut text, parse).unwrap();
            assert_eq!(Rewritten::new(source, edits).text(), expected);
        }
        for wrong in ["async(", "async function (", "async (x) =>", "let async x"] {
            let mut text = wrong.to_owned();
            assert!(parse_with_names(&mut text, parse).is_err(), "{wrong}");
            assert_eq!(text, wrong);
        }
    }
}
