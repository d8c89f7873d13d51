//! Whether the engine may be given a source as it stands: it is what it claims to be, and overflows no stack.

use boa_interner::Interner;

use crate::depth::Refused;
use crate::parse::{Kind, parse_body_of, parse_eval, parse_module, parse_parameters, parse_script};
use crate::rewritten::Rewritten;
use crate::syntax_error::SyntaxError;
use crate::warnings::warnings;

/// Prepares a source as the script that it is.
///
/// # Errors
/// Where and why the parser refuses it.
pub fn prepare_script(source: &str) -> Result<Rewritten, SyntaxError> {
    let mut interner = Interner::default();
    let script =
        parse_script(source, &mut interner).map_err(|refused| SyntaxError::from_refused(&refused, source))?;
    let warnings = warnings(script.statements(), source, &interner);
    Ok(Rewritten::unchanged(source).with_warnings(warnings))
}

/// Prepares a source as the ECMAScript module that it is.
///
/// # Errors
/// Where and why the parser refuses it.
pub fn prepare_module(source: &str) -> Result<Rewritten, SyntaxError> {
    let mut interner = Interner::default();
    let module =
        parse_module(source, &mut interner).map_err(|refused| SyntaxError::from_refused(&refused, source))?;
    let warnings = warnings(module.items(), source, &interner);
    Ok(Rewritten::unchanged(source).with_warnings(warnings))
}

/// Checks that what a script hands to `eval` overflows no stack. Whatever else is wrong with it, the engine says.
///
/// # Errors
/// Where it is too deep.
pub fn check_eval(source: &str) -> Result<(), SyntaxError> {
    deep(parse_eval(source), source)
}

/// Checks that what a script hands to `Function` and its like overflows no stack. Whatever else is wrong with it, the
/// engine says.
///
/// # Errors
/// Where it is too deep.
pub fn check_function(parameters: &str, body: &str) -> Result<(), SyntaxError> {
    for kind in kinds(parameters).chain(kinds(body)) {
        deep(parse_parameters(parameters, kind), parameters)?;
        deep(parse_body_of(body, &mut Interner::default(), kind), body)?;
    }
    Ok(())
}

/// The kinds of functions in which a source is not the same: `yield` and `await` are names in some of them.
fn kinds(source: &str) -> impl Iterator<Item = Kind> {
    let may_hold = |word| {
        [false]
            .into_iter()
            .chain((source.contains(word) || source.contains('\\')).then_some(true))
    };
    let awaits: Vec<bool> = may_hold("await").collect();
    may_hold("yield").flat_map(move |yields| {
        awaits
            .clone()
            .into_iter()
            .map(move |awaits| Kind { yields, awaits })
    })
}

fn deep<T>(parsed: Result<T, Refused>, source: &str) -> Result<(), SyntaxError> {
    match parsed {
        Err(refused @ Refused::Depth { .. }) => Err(SyntaxError::from_refused(&refused, source)),
        _ => Ok(()),
    }
}
