//! Functions of the engine, which fail at the place of their call with the same words as operators do.

use boa_ast::Expression;
use boa_ast::expression::OptionalOperationKind;
use boa_ast::expression::access::{PropertyAccess, PropertyAccessField};
use boa_ast::scope::Scope;
use boa_interner::Sym;

use crate::locate::failure::Failure;
use crate::locate::known::Knowledge;
use crate::locate::names::Names;
use crate::locate::operation::Subject;
use crate::locate::verdict::Verdict;
use crate::locate::written::is_await;

/// Functions that refuse `null` and `undefined` as an argument.
const ASK_OBJECTS: [&str; 22] = [
    "apply",
    "assign",
    "bind",
    "call",
    "construct",
    "defineProperties",
    "defineProperty",
    "entries",
    "freeze",
    "from",
    "fromEntries",
    "getOwnPropertyDescriptor",
    "getOwnPropertyDescriptors",
    "getOwnPropertyNames",
    "getOwnPropertySymbols",
    "getPrototypeOf",
    "groupBy",
    "hasOwn",
    "keys",
    "structuredClone",
    "values",
    "with",
];

/// Functions that go through the values of an argument.
const ITERATE: [&str; 26] = [
    "AggregateError",
    "BigInt64Array",
    "BigUint64Array",
    "Float16Array",
    "Float32Array",
    "Float64Array",
    "Int16Array",
    "Int32Array",
    "Int8Array",
    "Map",
    "Set",
    "Uint16Array",
    "Uint32Array",
    "Uint8Array",
    "Uint8ClampedArray",
    "URLSearchParams",
    "WeakMap",
    "WeakSet",
    "all",
    "allSettled",
    "any",
    "from",
    "fromAsync",
    "fromEntries",
    "groupBy",
    "race",
];

/// Functions that write properties, and so fail for frozen objects.
const WRITE: [&str; 14] = [
    "add",
    "assign",
    "copyWithin",
    "defineProperties",
    "defineProperty",
    "fill",
    "pop",
    "push",
    "reverse",
    "set",
    "shift",
    "sort",
    "splice",
    "unshift",
];

/// Whether functions of the engine fail in this way at all.
pub(super) fn fail_with(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::Nothing
            | Failure::NotIterable(_)
            | Failure::Iterator
            | Failure::NotCallable
            | Failure::NotConstructor
            | Failure::BigIntToNumber
            | Failure::SymbolToNumber
            | Failure::SymbolToString
            | Failure::NoPrimitive
            | Failure::ReadOnly(_)
            | Failure::Other
    )
}

/// Whether a call may be of a function of the engine that fails in this way.
pub(super) fn verdict(
    callee: &Subject<'_>,
    failure: &Failure,
    scope: &Scope,
    knowledge: Knowledge<'_>,
) -> Verdict {
    let names = knowledge.names;
    // What stands for `await` takes any value.
    let is_own = matches!(
        callee,
        Subject::Expression(value) if knowledge.is_declared_function(value, scope) || is_await(value, names)
    );
    if is_own || is_console(callee, scope, knowledge) {
        return Verdict::Impossible;
    }
    let among: Option<&[&str]> = match failure {
        Failure::Nothing => Some(&ASK_OBJECTS),
        Failure::NotIterable(_) | Failure::Iterator => Some(&ITERATE),
        Failure::ReadOnly(_) => Some(&WRITE),
        Failure::NotConstructor | Failure::NotCallable => Some(&["construct", "apply", "call"]),
        _ => None,
    };
    match name(callee, names) {
        Called::Method(name) => match among {
            Some(among) if !among.contains(&name.as_str()) => Verdict::Impossible,
            _ => Verdict::Possible,
        },
        Called::Name(symbol) => match among {
            Some(among)
                if is_builtin(symbol, callee, scope, knowledge)
                    && !among.contains(&names.text(symbol).as_str()) =>
            {
                Verdict::Impossible
            }
            _ => Verdict::Possible,
        },
        Called::Written => Verdict::Impossible,
        Called::Other => Verdict::Possible,
    }
}

/// What stands before the bracket of a call.
enum Called {
    Name(Sym),
    Method(String),
    /// A function that is written there.
    Written,
    Other,
}

fn name(callee: &Subject<'_>, names: &Names) -> Called {
    let field = match callee {
        Subject::Expression(value) => match value.flatten() {
            Expression::Identifier(name) => return Called::Name(name.sym()),
            Expression::FunctionExpression(_)
            | Expression::ArrowFunction(_)
            | Expression::ClassExpression(_) => {
                return Called::Written;
            }
            Expression::PropertyAccess(PropertyAccess::Simple(access)) => access.field(),
            Expression::Optional(chain) => match chain.chain().last().map(|link| link.kind()) {
                Some(OptionalOperationKind::SimplePropertyAccess { field }) => field,
                _ => return Called::Other,
            },
            _ => return Called::Other,
        },
        Subject::Chain(chain, count) => match count.checked_sub(1).map(|last| chain.chain()[last].kind()) {
            Some(OptionalOperationKind::SimplePropertyAccess { field }) => field,
            _ => return Called::Other,
        },
        _ => return Called::Other,
    };
    match field {
        PropertyAccessField::Const(name) => Called::Method(names.text(name.sym())),
        PropertyAccessField::Expr(_) => Called::Other,
    }
}

/// The methods of `console` and `display` take any value.
fn is_console(callee: &Subject<'_>, scope: &Scope, knowledge: Knowledge<'_>) -> bool {
    let Subject::Expression(value) = callee else {
        return false;
    };
    let Expression::PropertyAccess(PropertyAccess::Simple(access)) = value.flatten() else {
        return false;
    };
    let owner = knowledge.global_name(access.target(), scope);
    owner.is_some_and(|owner| ["console", "display"].contains(&owner.as_str()))
}

/// Whether a name with a capital is the engine's own, such as `Map`.
fn is_builtin(symbol: Sym, callee: &Subject<'_>, scope: &Scope, knowledge: Knowledge<'_>) -> bool {
    let Subject::Expression(value) = callee else {
        return false;
    };
    knowledge.global_name(value, scope).is_some()
        && knowledge.names.text(symbol).starts_with(char::is_uppercase)
}
