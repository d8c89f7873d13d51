//! Operators, which fail for some kinds of numbers and for symbols.

use crate::locate::failure::Failure;
use crate::locate::known::Found;
use crate::locate::operation::Operator;
use crate::locate::values::ValueKind;
use crate::locate::verdict::Verdict;

/// Whether an operator fails for these operands; the right one is missing for `-a` and its like.
pub(super) fn operands(failure: &Failure, operator: Operator, left: Found, right: Option<Found>) -> Verdict {
    let is_fixed = |found: &Found| matches!(found, Found::Fixed(_));
    let are_fixed = is_fixed(&left) && right.as_ref().is_none_or(is_fixed);
    let left = left.kind();
    let right = right.map(Found::kind);
    let all = [Some(left), right];
    let is = |kind: ValueKind| all.iter().flatten().any(|found| *found == Some(kind));
    let may_be = |kind: ValueKind| {
        all.iter()
            .flatten()
            .any(|found| found.is_none_or(|found| found == kind))
    };
    let joins = operator == Operator::Add && is(ValueKind::String);
    let (is_possible, is_certain) = match failure {
        Failure::MixedBigInt => match (right, operator) {
            (None, _) | (_, Operator::Compare) => (false, false),
            (Some(right), _) => {
                let is_big = |kind: Option<ValueKind>| kind.map(|kind| kind == ValueKind::BigInt);
                let differ = match (is_big(left), is_big(right)) {
                    (Some(one), Some(other)) => Some(one != other),
                    _ => None,
                };
                (
                    !joins && differ != Some(false),
                    differ == Some(true) && !may_be(ValueKind::Object),
                )
            }
        },
        Failure::BigIntOperator => (
            operator == Operator::Arithmetic && may_be(ValueKind::BigInt),
            false,
        ),
        Failure::BigIntToNumber => (
            operator == Operator::ToNumber && may_be(ValueKind::BigInt),
            is(ValueKind::BigInt),
        ),
        Failure::SymbolToNumber => (
            !joins && (may_be(ValueKind::Symbol) || may_be(ValueKind::Object)),
            false,
        ),
        Failure::SymbolToString => (
            operator == Operator::Add
                && (may_be(ValueKind::Symbol) && may_be(ValueKind::String) || may_be(ValueKind::Object)),
            joins && is(ValueKind::Symbol),
        ),
        Failure::NoPrimitive => (may_be(ValueKind::Object) || may_be(ValueKind::Function), false),
        _ => (true, false),
    };
    match (is_possible, is_certain && are_fixed) {
        (false, _) => Verdict::Impossible,
        (true, true) => Verdict::Certain,
        (true, false) => Verdict::Possible,
    }
}
