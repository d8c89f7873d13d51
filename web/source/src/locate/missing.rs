//! [`Missing`]: a name or property that is asked for and not there, so that a similar one can be offered.

use boa_ast::Expression;
use boa_ast::expression::access::PropertyAccess;
use boa_interner::Sym;

use crate::locate::failure::Failure;
use crate::locate::known::Knowledge;
use crate::locate::operation::{Key, Kind, NameState, Operation, Subject};
use crate::locate::values::ValuePath;
use crate::locate::written;

/// A name or property that may not be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// What it is looked for in; `None` for a global name.
    pub owner: Option<ValuePath>,
    /// The name.
    pub name: String,
    /// For a global name: what the source declares where it is used.
    pub visible: Vec<String>,
}

/// What an operation misses.
pub(super) fn missing(
    operation: &Operation<'_>,
    failure: &Failure,
    knowledge: Knowledge<'_>,
) -> Option<Missing> {
    match (failure, &operation.kind) {
        (Failure::NotDefined(_) | Failure::NotAssignable(_), Kind::Variable(name) | Kind::Assign(name)) => {
            (name.state == NameState::Undeclared).then(|| Missing {
                owner: None,
                name: knowledge.names.text(name.symbol),
                visible: visible(operation, knowledge),
            })
        }
        (Failure::NotCallable, Kind::Call(subject))
        | (Failure::Nothing, Kind::Read(subject, _) | Kind::Write(subject, _)) => {
            property(subject, operation, knowledge)
        }
        (Failure::NotConstructor, Kind::New(value)) => {
            property(&Subject::Expression(value), operation, knowledge)
        }
        _ => None,
    }
}

/// The last property on the way to a value.
fn property(subject: &Subject<'_>, operation: &Operation<'_>, knowledge: Knowledge<'_>) -> Option<Missing> {
    let (owner, name) = match subject {
        Subject::Expression(value) => match value.flatten() {
            Expression::PropertyAccess(PropertyAccess::Simple(access)) => (
                knowledge.path_of(access.target(), &operation.scope)?,
                written::key(&Key::from(access.field()), knowledge.names)?,
            ),
            _ => return None,
        },
        _ => return None,
    };
    Some(Missing {
        owner: Some(owner),
        name,
        visible: Vec::new(),
    })
}

/// The names that functions and blocks around an operation declare.
fn visible(operation: &Operation<'_>, knowledge: Knowledge<'_>) -> Vec<String> {
    let is_visible = |symbol: &Sym| !knowledge.names.variable(*symbol, &operation.scope).is_global;
    let declared = knowledge.program.declared.iter();
    declared
        .filter(|symbol| is_visible(symbol))
        .map(|symbol| knowledge.names.text(*symbol))
        .collect()
}
