//! Boa's parser, asked about a whole source. It does not overflow the stack, however deep the source nests.

use boa_ast::function::{FormalParameterList, FunctionBody};
use boa_ast::scope::Scope;
use boa_ast::{Module, Script};
use boa_interner::Interner;
use boa_parser::Parser;

use crate::depth::{Goal, Refused, read};

/// Parses a script as it stands, apart from any realm.
///
/// # Errors
/// Why the source is refused.
pub(crate) fn parse_script(source: &str, interner: &mut Interner) -> Result<Script, Refused> {
    read(source, Goal::Script, |input| {
        Parser::new(input).parse_script(&Scope::new_global(), interner)
    })
}

/// Parses what a script evaluates directly, inside whatever calls it.
///
/// # Errors
/// Why the source is refused.
pub(crate) fn parse_eval(source: &str) -> Result<Script, Refused> {
    read(source, Goal::Script, |input| {
        let script = Parser::new(input).parse_eval(true, &mut Interner::default());
        script.map(|(script, _)| script)
    })
}

/// Parses a function's body, which is what a cell is like: it may await, and its statements are those of a script.
///
/// # Errors
/// Why the source is refused.
pub(crate) fn parse_body(source: &str, interner: &mut Interner) -> Result<FunctionBody, Refused> {
    if !source.contains("await") {
        return parse_body_of(source, interner, Kind::default());
    }
    // A script may also use `await` as a name.
    let awaiting = Kind {
        awaits: true,
        ..Kind::default()
    };
    parse_body_of(source, interner, awaiting)
        .or_else(|refused| parse_body_of(source, interner, Kind::default()).map_err(|_| refused))
}

/// Parses the body of a function that cannot await.
///
/// # Errors
/// Why the source is refused.
pub(crate) fn parse_function(source: &str, interner: &mut Interner) -> Result<FunctionBody, Refused> {
    parse_body_of(source, interner, Kind::default())
}

/// What a function may do.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Kind {
    pub(crate) yields: bool,
    pub(crate) awaits: bool,
}

/// Parses the body of a function of one kind.
///
/// # Errors
/// Why the source is refused.
pub(crate) fn parse_body_of(
    source: &str,
    interner: &mut Interner,
    kind: Kind,
) -> Result<FunctionBody, Refused> {
    read(source, Goal::Script, |input| {
        Parser::new(input).parse_function_body(interner, kind.yields, kind.awaits)
    })
}

/// Parses the parameters of a function of one kind, without their brackets.
///
/// # Errors
/// Why the source is refused.
pub(crate) fn parse_parameters(source: &str, kind: Kind) -> Result<FormalParameterList, Refused> {
    read(source, Goal::Script, |input| {
        Parser::new(input).parse_formal_parameters(&mut Interner::default(), kind.yields, kind.awaits)
    })
}

/// Parses an ECMAScript module, apart from any realm.
///
/// # Errors
/// Why the source is refused.
pub(crate) fn parse_module(source: &str, interner: &mut Interner) -> Result<Module, Refused> {
    read(source, Goal::Module, |input| {
        Parser::new(input).parse_module(&Scope::new_global(), interner)
    })
}
