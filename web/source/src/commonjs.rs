//! A CommonJS module as the engine reads it: the body of a function.

use crate::depth::check_depth;
use crate::parse::parse_function;
use crate::rewritten::{Edit, Rewritten};
use crate::syntax_error::SyntaxError;

const HEAD: &str = "(function (exports, require, module, __filename, __dirname) { ";
const TAIL: &str = "\n})";
/// Calls the function with globals of the same names.
const CALL: &str = ".call(exports, exports, require, module, __filename, __dirname)";

/// Wraps a module's source as an expression that is a function of `exports`, `require`, `module`, `__filename` and
/// `__dirname`.
///
/// # Errors
/// Where and why the source is no body of a function.
pub fn wrap_commonjs(source: &str) -> Result<Rewritten, SyntaxError> {
    wrap(source, TAIL.to_owned())
}

/// Wraps the module that a program was started with as a script that runs it.
///
/// # Errors
/// Where and why the source is no body of a function.
pub fn wrap_main(source: &str) -> Result<Rewritten, SyntaxError> {
    wrap(source, format!("{TAIL}{CALL}"))
}

fn wrap(source: &str, tail: String) -> Result<Rewritten, SyntaxError> {
    check_depth(source)?;
    let is_program = source.starts_with("#!");
    let body = if is_program {
        source.replacen("#!", "//", 1)
    } else {
        source.to_owned()
    };
    // A module is parsed by itself first: its braces must not end the function around it.
    parse_function(&body).map_err(|error| SyntaxError::from_parser(&error, &body))?;
    let head = if is_program {
        Edit {
            start: 0,
            end: 2,
            text: format!("{HEAD}//"),
        }
    } else {
        Edit::insert(0, HEAD)
    };
    Ok(Rewritten::new(
        source,
        vec![head, Edit::insert(source.len(), tail)],
    ))
}
