//! Boa's parser, asked about a whole source.

use boa_ast::function::FunctionBody;
use boa_ast::scope::Scope;
use boa_ast::{Module, Script};
use boa_interner::Interner;
use boa_parser::{Error, Parser, Source};

use crate::depth::check_depth;
use crate::syntax_error::SyntaxError;

/// Checks a source as the script that it is.
///
/// # Errors
/// Where and why the parser refuses it.
pub fn check_script(source: &str) -> Result<(), SyntaxError> {
    check_depth(source)?;
    parse_script(source)
        .map(drop)
        .map_err(|error| SyntaxError::from_parser(&error, source))
}

/// Checks a source as the ECMAScript module that it is.
///
/// # Errors
/// Where and why the parser refuses it.
pub fn check_module(source: &str) -> Result<(), SyntaxError> {
    check_depth(source)?;
    parse_module(source)
        .map(drop)
        .map_err(|error| SyntaxError::from_parser(&error, source))
}

/// Parses a script as it stands, apart from any realm.
///
/// # Errors
/// The parser's own error.
pub(crate) fn parse_script(source: &str) -> Result<Script, Error> {
    Parser::new(Source::from_bytes(source)).parse_script(&Scope::new_global(), &mut Interner::default())
}

/// Parses a function's body, which is what a cell is like: it may await, and its statements are those of a script.
///
/// # Errors
/// The parser's own error.
pub(crate) fn parse_body(source: &str, interner: &mut Interner) -> Result<FunctionBody, Error> {
    let mut parse = |allow_await| {
        Parser::new(Source::from_bytes(source)).parse_function_body(interner, false, allow_await)
    };
    if !source.contains("await") {
        return parse(false);
    }
    // A script may also use `await` as a name.
    parse(true).or_else(|error| parse(false).map_err(|_| error))
}

/// Parses the body of a function that cannot await.
///
/// # Errors
/// The parser's own error.
pub(crate) fn parse_function(source: &str) -> Result<FunctionBody, Error> {
    Parser::new(Source::from_bytes(source)).parse_function_body(&mut Interner::default(), false, false)
}

fn parse_module(source: &str) -> Result<Module, Error> {
    Parser::new(Source::from_bytes(source)).parse_module(&Scope::new_global(), &mut Interner::default())
}
