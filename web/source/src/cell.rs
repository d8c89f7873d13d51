//! [`Cell`]: source that runs in a realm where earlier cells ran. The engine knows scripts only, so a cell becomes a
//! script with the same lines: top-level `await` and `import` become calls, and a name that is declared again gets a
//! new binding. `docs/decisions/0007-cells.md` says what is promised.

mod bindings;
mod imports;
mod walk;

use boa_ast::operations::{lexically_declared_names, var_declared_names};
use boa_interner::{Interner, Sym};

use crate::lines::Lines;
use crate::parse::parse_script;
use crate::rewritten::Rewritten;
use crate::syntax_error::SyntaxError;
use crate::warnings::warnings;
pub use bindings::{Bindings, IsTaken};
pub(crate) use imports::{Parsed, Unfinished, parse};

/// Properties of the global object that a declaration cannot hide. The engine says so only when it is too late to
/// take the declaration back.
const NOT_DECLARABLE: [&str; 3] = ["undefined", "NaN", "Infinity"];

/// A cell that is ready to be evaluated.
#[derive(Debug)]
pub struct Cell {
    /// What the engine reads.
    pub source: Rewritten,
    /// What the cell declares again, as the engine and as the user calls it.
    pub renamed: Vec<(String, String)>,
}

impl Cell {
    /// Prepares a cell for a realm whose names so far are `bindings`, and adds the new ones to them.
    ///
    /// # Errors
    /// Where and why the source is refused; `bindings` are as before then.
    pub fn prepare(
        source: &str,
        bindings: &mut Bindings,
        is_taken: &IsTaken<'_>,
    ) -> Result<Self, SyntaxError> {
        let mut interner = Interner::default();
        let Parsed {
            body,
            imports,
            masked,
            edits,
        } = parse(source, &mut interner)
            .map_err(|Unfinished { refused, .. }| SyntaxError::from_refused(&refused, source))?;

        let named = |symbols: Vec<Sym>| {
            symbols
                .into_iter()
                .map(|symbol| interner.resolve_expect(symbol).to_string())
                .collect::<Vec<String>>()
        };
        let mut lexical = named(lexically_declared_names(&body));
        lexical.extend(
            imports
                .iter()
                .flat_map(|import| import.names())
                .map(str::to_owned),
        );
        if let Some(name) = lexical
            .iter()
            .find(|name| NOT_DECLARABLE.contains(&name.as_str()))
        {
            return Err(SyntaxError::new(format!("'{name}' cannot be declared")));
        }
        let hoisted = named(var_declared_names(&body).into_iter().collect());
        let mut declared = bindings.clone();
        let renamed = declared.declare(&lexical, &hoisted, is_taken);

        let lines = Lines::of(&masked);
        let mut edits = edits;
        edits.extend(walk::edits(&body, &lines, &interner, &declared));
        edits.extend(imports.iter().map(|import| import.edit(source, &declared)));
        let warnings = warnings(&body, &masked, &interner);
        let source = Rewritten::new(source, edits).with_warnings(warnings);
        parse_script(source.text(), &mut Interner::default())
            .map_err(|refused| SyntaxError::from_rewritten(&refused, &source))?;
        *bindings = declared;
        Ok(Self { source, renamed })
    }
}
