//! A cell: source that runs in a realm where earlier cells ran. The engine knows scripts only, so a cell becomes a
//! script with the same lines: top-level `await` and `import` become calls, and a name that is declared again gets a
//! new binding. `docs/decisions/0007-cells.md` says what is promised.

mod bindings;
mod imports;
mod walk;

use boa_engine::Context;
use boa_engine::Source;
use boa_engine::ast::function::FunctionBody;
use boa_engine::ast::operations::{lexically_declared_names, var_declared_names};
use boa_engine::ast::scope::Scope;
use boa_engine::interner::{Interner, Sym};
use boa_engine::parser::{self, Parser};

use crate::checks;
use crate::depth;
use crate::lines::Lines;
use crate::rewritten::{Edit, Rewritten};
use crate::script_error::ScriptError;
pub(crate) use bindings::{Bindings, without_marks};
use imports::Import;

/// Ends the name of a function that stands for a keyword. The character is invisible and part of an identifier.
pub(crate) const MARK: char = '\u{200c}';

/// Properties of the global object that a declaration cannot hide. The engine says so only when it is too late to
/// take the declaration back.
const NOT_DECLARABLE: [&str; 3] = ["undefined", "NaN", "Infinity"];

/// A cell that is ready to be evaluated.
#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) source: Rewritten,
    /// What the cell declares again, as the engine and as the user calls it.
    pub(crate) renamed: Vec<(String, String)>,
}

impl Cell {
    /// Prepares a cell for the realm of `context`, whose names so far are `bindings`.
    ///
    /// # Errors
    /// A `SyntaxError` in the user's own text.
    pub(crate) fn prepare(
        source: &str,
        file: &str,
        bindings: &mut Bindings,
        context: &Context,
    ) -> Result<Self, Box<ScriptError>> {
        depth::check(source).map_err(|fault| ScriptError::from_depth(source, file, &fault))?;
        let imports = imports::find(source);
        let masked = masked(source, &imports);
        let mut interner = Interner::default();
        let body = parse_body(&masked, &mut interner)
            .map_err(|error| ScriptError::from_parser(&error, &masked, file))?;

        let named = |symbols: Vec<Sym>| {
            symbols
                .into_iter()
                .map(|symbol| interner.resolve_expect(symbol).to_string())
                .collect::<Vec<String>>()
        };
        let mut lexical = named(lexically_declared_names(&body));
        lexical.extend(imports.iter().flat_map(Import::names).map(str::to_owned));
        if let Some(name) = lexical
            .iter()
            .find(|name| NOT_DECLARABLE.contains(&name.as_str()))
        {
            return Err(ScriptError::not_declarable(name, file));
        }
        let hoisted = named(var_declared_names(&body).into_iter().collect());
        let mut declared = bindings.clone();
        let renamed = declared.declare(&lexical, &hoisted, context);

        let lines = Lines::of(&masked);
        let mut edits = walk::edits(&body, &masked, &lines, &interner, &declared);
        edits.extend(imports.iter().map(|import| import.edit(source, &declared)));
        edits.extend(checks::edits(&body, &lines, &interner, |name| {
            declared.alias(&name).unwrap_or(name)
        }));
        let rewritten = Rewritten::new(source, edits);
        if let Err(error) = parse_script(rewritten.text()) {
            return Err(ScriptError::from_parser(&error, rewritten.text(), file).moved(&rewritten));
        }
        *bindings = declared;
        Ok(Self {
            source: rewritten,
            renamed,
        })
    }
}

/// Whether a source is a whole cell, or more lines must follow. What is wrong anyhow is whole.
#[must_use]
pub fn is_complete(source: &str) -> bool {
    if depth::check(source).is_err() {
        return true;
    }
    let masked = masked(source, &imports::find(source));
    match parse_body(&masked, &mut Interner::default()) {
        Ok(_) => true,
        Err(parser::Error::AbruptEnd) => false,
        Err(error) => !is_open(&error, source) && !imports::is_open(source) && !is_open_object(source),
    }
}

/// Whether a source that would be a block is an object to whoever types it at a prompt: `{ a: 1 }`.
#[must_use]
pub fn is_object(source: &str) -> bool {
    let wrapped = in_brackets(source);
    source.trim_start().starts_with('{')
        && depth::check(&wrapped).is_ok()
        && parse_body(&wrapped, &mut Interner::default()).is_ok()
}

/// The source as an expression.
#[must_use]
pub fn in_brackets(source: &str) -> String {
    format!("({source}\n)")
}

/// Parses a script as it stands, apart from any realm.
///
/// # Errors
/// The parser's own error, which has the place.
pub(crate) fn parse_script(source: &str) -> Result<boa_engine::ast::Script, parser::Error> {
    Parser::new(Source::from_bytes(source)).parse_script(&Scope::new_global(), &mut Interner::default())
}

/// Parses a function's body, which is what a cell is like: it may await, and its statements are those of a script.
///
/// # Errors
/// The parser's own error, which has the place.
pub(crate) fn parse_body(source: &str, interner: &mut Interner) -> Result<FunctionBody, parser::Error> {
    let mut parse = |allow_await| {
        Parser::new(Source::from_bytes(source)).parse_function_body(interner, false, allow_await)
    };
    if !source.contains("await") {
        return parse(false);
    }
    // A script may also use `await` as a name.
    parse(true).or_else(|error| parse(false).map_err(|_| error))
}

/// The source with spaces in place of what a function's body cannot hold.
fn masked(source: &str, imports: &[Import<'_>]) -> String {
    let mut edits: Vec<Edit> = imports.iter().map(|import| import.blank(source)).collect();
    if source.starts_with("#!") {
        edits.push(Edit {
            start: 0,
            end: 2,
            text: "//".to_owned(),
        });
    }
    Rewritten::new(source, edits).text().to_owned()
}

/// An object that is no block, which the end of the source cuts off.
fn is_open_object(source: &str) -> bool {
    let begun = format!("({source}");
    source.trim_start().starts_with('{')
        && !is_object(source)
        && depth::check(&begun).is_ok()
        && matches!(
            parse_body(&begun, &mut Interner::default()),
            Err(parser::Error::AbruptEnd)
        )
}

/// A template, comment or continued line that the end of the source cuts off.
fn is_open(error: &parser::Error, source: &str) -> bool {
    let text = error.to_string();
    source.ends_with('\\')
        || text.contains("unterminated template")
        || text.contains("unterminated multiline comment")
        || {
            let is_in_comment = source
                .rfind("/*")
                .is_some_and(|start| !source[start..].contains("*/"));
            is_in_comment && matches!(error, parser::Error::Lex { .. })
        }
}
