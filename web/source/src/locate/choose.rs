//! Chooses among the operations that can have failed: never one that is not certain.

use boa_ast::Position;

use crate::locate::failure::Failure;
use crate::locate::judge::verdict;
use crate::locate::known::Knowledge;
use crate::locate::operation::{Guard, Program};
use crate::locate::verdict::Verdict;

/// The operations that can have failed.
#[derive(Debug)]
pub(super) struct Suspects {
    /// Indices of operations, in order.
    pub(super) operations: Vec<usize>,
    /// Whether one of them is the one.
    pub(super) is_complete: bool,
}

/// Finds the operations that can have failed, given the place and the function that the engine reports.
pub(super) fn suspects(
    program: &Program<'_>,
    failure: &Failure,
    reported: Option<Position>,
    function: Option<&str>,
    knowledge: Knowledge<'_>,
) -> Suspects {
    let mut found: Vec<(usize, Verdict)> = Vec::new();
    let mut is_complete = true;
    for (index, operation) in program.operations.iter().enumerate() {
        if program.reported(operation) != reported
            || function.is_some_and(|function| program.codes[operation.code].name != function)
        {
            continue;
        }
        let verdict = verdict(operation, failure, knowledge);
        if verdict != Verdict::Impossible {
            found.push((index, verdict));
            is_complete &=
                matches!(operation.guard, Guard::Inside(_)) || !program.codes[operation.code].is_shortened;
        }
    }
    if found.iter().any(|(_, verdict)| *verdict > Verdict::Unlikely) {
        found.retain(|(_, verdict)| *verdict > Verdict::Unlikely);
    }
    let operations = found
        .iter()
        .map(|(index, _)| *index)
        .filter(|later| {
            !found
                .iter()
                .any(|(earlier, verdict)| ends_before(program, *earlier, *verdict, *later, failure))
        })
        .collect();
    Suspects {
        operations,
        is_complete,
    }
}

/// Whether an earlier operation would have failed before a later one is reached, with all that it would say.
fn ends_before(
    program: &Program<'_>,
    earlier: usize,
    verdict: Verdict,
    later: usize,
    failure: &Failure,
) -> bool {
    if !program.precedes(earlier, later) {
        return false;
    }
    // A variable that has a value keeps one.
    let is_same_variable = matches!(
        failure,
        Failure::NotDefined(_) | Failure::Uninitialized | Failure::NotAssignable(_) | Failure::Constant(_)
    ) && program.variable(earlier).is_some()
        && program.variable(earlier) == program.variable(later);
    let (one, other) = (&program.operations[earlier], &program.operations[later]);
    verdict == Verdict::Certain || is_same_variable || one.extent == other.extent
}
