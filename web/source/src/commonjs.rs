//! A CommonJS module as the engine reads it: the body of a function.

use boa_interner::Interner;

use crate::async_names::parse_with_names;
use crate::names::MARK;
use crate::parse::parse_function;
use crate::rewritten::{Edit, Rewritten};
use crate::syntax_error::SyntaxError;
use crate::warnings::warnings;

/// Begins the name of the function that calls the module that a program was started with; [`MARK`] ends it.
pub const START: &str = "start";
/// Begins the name of the function that such a module becomes; [`MARK`] ends it.
pub const MAIN: &str = "main";

const HEAD: &str = "(function (exports, require, module, __filename, __dirname) { ";
const TAIL: &str = "\n})";

/// Wraps a module's source as an expression that is a function of `exports`, `require`, `module`, `__filename` and
/// `__dirname`.
///
/// # Errors
/// Where and why the source is no body of a function.
pub fn wrap_commonjs(source: &str) -> Result<Rewritten, SyntaxError> {
    wrap(source, HEAD)
}

/// Wraps the module that a program was started with as a script that hands it to the function [`START`].
///
/// # Errors
/// Where and why the source is no body of a function.
pub fn wrap_main(source: &str) -> Result<Rewritten, SyntaxError> {
    let function = HEAD.replacen("(function ", &format!("(function {MAIN}{MARK}"), 1);
    wrap(source, &format!("{START}{MARK}{function}"))
}

fn wrap(source: &str, head: &str) -> Result<Rewritten, SyntaxError> {
    let is_program = source.starts_with("#!");
    let mut body = if is_program {
        source.replacen("#!", "//", 1)
    } else {
        source.to_owned()
    };
    // A module is parsed by itself first: its braces must not end the function around it.
    let mut interner = Interner::default();
    let (tree, mut edits) = parse_with_names(&mut body, |text| parse_function(text, &mut interner))
        .map_err(|refused| SyntaxError::from_refused(&refused, source))?;
    let warnings = warnings(&tree, &body, &interner);
    edits.push(if is_program {
        Edit {
            start: 0,
            end: 2,
            text: format!("{head}//"),
        }
    } else {
        Edit::insert(0, head)
    });
    edits.push(Edit::insert(source.len(), TAIL));
    Ok(Rewritten::new(source, edits).with_warnings(warnings))
}
