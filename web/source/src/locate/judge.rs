//! Whether an operation can be the one that failed, as far as its operands are known.

use boa_ast::scope::Scope;

use crate::locate::failure::Failure;
use crate::locate::known::{Found, Knowledge};
use crate::locate::names::Names;
use crate::locate::natives;
use crate::locate::operands::operands;
use crate::locate::operation::{Key, Kind, Name, NameState, Operation, Operator, Subject};
use crate::locate::values::{Known, ValueKind};
use crate::locate::verdict::Verdict;
use crate::locate::written;

/// Whether operations of this kind can fail in this way at all.
pub(super) fn can_fail(kind: &Kind<'_>, failure: &Failure) -> bool {
    if matches!(kind, Kind::Call(_) | Kind::New(_)) && natives::fail_with(failure) {
        return true;
    }
    match failure {
        Failure::NotDefined(_) | Failure::Uninitialized => matches!(kind, Kind::Variable(_)),
        Failure::NotAssignable(_) | Failure::Constant(_) => matches!(kind, Kind::Assign(_)),
        Failure::Nothing => matches!(
            kind,
            Kind::Read(..) | Kind::Write(..) | Kind::Delete(..) | Kind::Iterate(_) | Kind::With(_)
        ),
        Failure::Destructure(_) => matches!(kind, Kind::Destructure(..)),
        Failure::NotIterable(_) => matches!(kind, Kind::Iterate(_)),
        Failure::Iterator => matches!(kind, Kind::Iterate(_) | Kind::Next),
        Failure::NotCallable => matches!(kind, Kind::Call(_)),
        Failure::ClassCalled => matches!(kind, Kind::Call(_)),
        Failure::NotConstructor => matches!(kind, Kind::New(_)),
        Failure::MixedBigInt | Failure::BigIntOperator => {
            matches!(kind, Kind::Operator(..) | Kind::Compute(..))
        }
        Failure::BigIntToNumber => matches!(kind, Kind::Operator(Operator::ToNumber, ..)),
        Failure::SymbolToNumber => matches!(kind, Kind::Operator(..) | Kind::Compute(..) | Kind::Step),
        Failure::SymbolToString => matches!(
            kind,
            Kind::Operator(Operator::Add, ..) | Kind::Compute(Operator::Add, _) | Kind::Template
        ),
        Failure::NoPrimitive => matches!(
            kind,
            Kind::Operator(..)
                | Kind::Compute(..)
                | Kind::Step
                | Kind::Template
                | Kind::Key
                | Kind::In(..)
                | Kind::Read(_, Key::Computed(_))
                | Kind::Write(_, Key::Computed(_))
                | Kind::Delete(_, Key::Computed(_))
        ),
        Failure::In => matches!(kind, Kind::In(..)),
        Failure::InstanceOfNoObject | Failure::InstanceOfNoFunction => matches!(kind, Kind::InstanceOf(_)),
        Failure::Extends => matches!(kind, Kind::Extends(_)),
        Failure::ReadOnly(_) => matches!(kind, Kind::Write(..) | Kind::Assign(_)),
        Failure::NotDeletable => matches!(kind, Kind::Delete(..)),
        Failure::Private => matches!(kind, Kind::Private(..)),
        Failure::BeforeSuper => matches!(kind, Kind::This),
        Failure::SuperCall => matches!(kind, Kind::SuperCall),
        Failure::NoExpression => false,
        Failure::Other => !matches!(kind, Kind::Variable(_) | Kind::This),
    }
}

/// Whether this operation can have failed in this way.
pub(super) fn verdict(operation: &Operation<'_>, failure: &Failure, knowledge: Knowledge<'_>) -> Verdict {
    let Operation { kind, scope, .. } = operation;
    let names = knowledge.names;
    match (failure, kind) {
        (Failure::NotDefined(name), Kind::Variable(variable)) => {
            named(*variable, name, names, |state| match state {
                NameState::Undeclared | NameState::Uncertain => Verdict::Possible,
                NameState::Uninitialized | NameState::Constant => Verdict::Impossible,
            })
        }
        (Failure::Uninitialized, Kind::Variable(variable)) => match variable.state {
            NameState::Uninitialized => Verdict::Certain,
            _ => Verdict::Impossible,
        },
        (Failure::NotAssignable(name), Kind::Assign(variable)) => {
            named(*variable, name, names, |state| match state {
                NameState::Constant => Verdict::Impossible,
                _ => Verdict::Possible,
            })
        }
        (Failure::Constant(name), Kind::Assign(variable)) => {
            named(*variable, name, names, |state| match state {
                NameState::Constant => Verdict::Certain,
                NameState::Undeclared => Verdict::Possible,
                _ => Verdict::Impossible,
            })
        }
        (Failure::ReadOnly(key), Kind::Assign(variable)) => {
            named(*variable, key, names, |_| Verdict::Possible)
        }
        (Failure::ReadOnly(key), Kind::Write(_, written)) => match written::key(written, names) {
            Some(name) if name != *key => Verdict::Impossible,
            _ => Verdict::Possible,
        },
        (Failure::Nothing, Kind::Read(subject, _) | Kind::Write(subject, _) | Kind::Delete(subject, _)) => {
            nothing(subject, scope, knowledge)
        }
        (Failure::Nothing, Kind::Iterate(subject)) => nothing(subject, scope, knowledge),
        (Failure::Nothing, Kind::With(value)) => nothing(&Subject::Expression(value), scope, knowledge),
        (Failure::Destructure(word), Kind::Destructure(_, subject)) => {
            kinds(subject, scope, knowledge, |kind| {
                kind.is_nothing() && (kind == ValueKind::Null) == (word == "null")
            })
        }
        (Failure::NotIterable(type_name), Kind::Iterate(subject)) => {
            judge(subject, scope, knowledge, |known| {
                known
                    .is_iterable
                    .map(|is_iterable| !is_iterable && known.kind.type_name() == type_name)
            })
        }
        (Failure::NotCallable, Kind::Call(subject)) => {
            kinds(subject, scope, knowledge, |kind| kind != ValueKind::Function)
        }
        (Failure::NotConstructor, Kind::New(value)) => {
            match kinds(&Subject::Expression(value), scope, knowledge, |kind| {
                kind != ValueKind::Function
            }) {
                // Not every function is a constructor.
                Verdict::Impossible => Verdict::Possible,
                other => other,
            }
        }
        (Failure::In, Kind::In(_, value)) | (Failure::InstanceOfNoObject, Kind::InstanceOf(value)) => {
            kinds(&Subject::Expression(value), scope, knowledge, |kind| {
                !kind.is_object()
            })
        }
        (Failure::InstanceOfNoFunction, Kind::InstanceOf(value)) => {
            match kinds(
                &Subject::Expression(value),
                scope,
                knowledge,
                ValueKind::is_object,
            ) {
                Verdict::Certain => Verdict::Possible,
                other => other,
            }
        }
        (Failure::Other, Kind::Throw) => Verdict::Certain,
        (Failure::Other, Kind::Call(_) | Kind::New(_) | Kind::SuperCall | Kind::Import) => Verdict::Possible,
        (Failure::Other, Kind::Operator(_, left, right)) => {
            let is_plain = |value| match knowledge.expression(value, scope).kind() {
                Some(kind) => !kind.is_object(),
                None => false,
            };
            if is_plain(left) && right.is_none_or(is_plain) {
                Verdict::Impossible
            } else {
                Verdict::Unlikely
            }
        }
        (Failure::Other, _) => Verdict::Unlikely,
        (_, Kind::Call(callee)) => natives::verdict(callee, failure, scope, knowledge),
        (_, Kind::New(callee)) => natives::verdict(&Subject::Expression(callee), failure, scope, knowledge),
        (_, Kind::Operator(operator, left, right)) => {
            let left = knowledge.expression(left, scope);
            let right = right.map(|right| knowledge.expression(right, scope));
            operands(failure, *operator, left, right)
        }
        (_, Kind::Compute(operator, assign)) => {
            let right = knowledge.expression(assign.rhs(), scope);
            operands(failure, *operator, Found::Nothing, Some(right))
        }
        _ => Verdict::Possible,
    }
}

fn named(variable: Name, name: &str, names: &Names, of: impl Fn(NameState) -> Verdict) -> Verdict {
    if names.text(variable.symbol) == name {
        of(variable.state)
    } else {
        Verdict::Impossible
    }
}

/// What is known about an operation that fails for some kinds of a value and for no others.
fn kinds(
    subject: &Subject<'_>,
    scope: &Scope,
    knowledge: Knowledge<'_>,
    fails: impl Fn(ValueKind) -> bool,
) -> Verdict {
    judge(subject, scope, knowledge, |known| Some(fails(known.kind)))
}

/// What is known about an operation that fails for some values.
fn judge(
    subject: &Subject<'_>,
    scope: &Scope,
    knowledge: Knowledge<'_>,
    fails: impl Fn(&Known) -> Option<bool>,
) -> Verdict {
    match knowledge.subject(subject, scope) {
        Found::Skipped => Verdict::Impossible,
        Found::Nothing => Verdict::Possible,
        Found::Fixed(known) => match fails(&known) {
            Some(true) => Verdict::Certain,
            Some(false) => Verdict::Impossible,
            None => Verdict::Possible,
        },
        Found::Current(known) => match fails(&known) {
            Some(false) => Verdict::Impossible,
            _ => Verdict::Possible,
        },
    }
}

/// Whether something is asked of `null` or `undefined`.
fn nothing(subject: &Subject<'_>, scope: &Scope, knowledge: Knowledge<'_>) -> Verdict {
    match subject {
        Subject::Chain(chain, index) if chain.chain()[*index].shorted() => Verdict::Impossible,
        // `super.name`, and values that a pattern has looked at before.
        Subject::Unknown => Verdict::Impossible,
        _ => kinds(subject, scope, knowledge, ValueKind::is_nothing),
    }
}
