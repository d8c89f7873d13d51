//! Finds the expression that an error of the engine is about, and words that name it.
//!
//! The engine remembers places of calls, property accesses and assignments only, and reports other mistakes at the one
//! around or before them. [`locate`] goes through the source as the engine compiles it, so it knows where each operation
//! would be reported; those that can fail in the way in question and would be reported at the place in question are the
//! suspects. One suspect is the answer; several on one line give that line; else the answer is only near.

mod choose;
mod constant;
mod extent;
mod failure;
mod fixed;
mod judge;
mod known;
mod missing;
mod natives;
mod operands;
mod operation;
#[cfg(test)]
mod tests;
mod values;
mod verdict;
mod walk;
mod words;
mod written;

use std::ops::Range;

use boa_ast::Position;
use boa_ast::scope::Scope;
use boa_interner::Interner;
use boa_parser::{Parser, Source};

use crate::lines::Lines;
use choose::{Suspects, suspects};
use failure::Failure;
use judge::can_fail;
use known::Knowledge;
pub use missing::Missing;
use operation::Program;
pub use values::{Known, NoValues, ValueKind, ValuePath, Values};
use walk::Wanted;

/// How a source is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// As a script.
    Script,
    /// As an ECMAScript module.
    Module,
}

/// What the engine says about an error.
#[derive(Debug, Clone, Copy)]
pub struct EngineError<'a> {
    /// Its message.
    pub message: &'a str,
    /// The line and column of its innermost frame, as the engine counts them.
    pub position: Option<(u32, u32)>,
    /// The function of that frame: empty for the source itself and for functions without a name; `None` if it is not
    /// known.
    pub function: Option<&'a str>,
}

/// Where an error comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// From this expression, or the part of it on the line that counts; in bytes of the source.
    Expression(Range<usize>),
    /// From somewhere on this line.
    Line(u32),
    /// From somewhere around this line.
    Near(u32),
    /// From somewhere in the source.
    Unknown,
}

/// What was found out about an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// Where it comes from.
    pub spot: Spot,
    /// Better words than the engine's, if there are any.
    pub message: Option<String>,
    /// The name or property that is not there, if that is what is wrong.
    pub missing: Option<Missing>,
}

/// Finds where an error comes from. The source is the text that the engine reads.
#[must_use]
pub fn locate(source: &Lines, kind: SourceKind, error: &EngineError<'_>, values: &dyn Values) -> Location {
    let mut interner = Interner::default();
    let mut parser = Parser::new(Source::from_bytes(source.text()));
    let scope = Scope::new_global();
    let search = |walk: &WalkFor<'_>, interner: &Interner| {
        Search {
            source,
            error,
            reported: reported(error),
            interner,
            values,
        }
        .run(walk)
    };
    let found = match kind {
        SourceKind::Script => parser.parse_script(&scope, &mut interner).map(|script| {
            search(
                &|wanted| walk::script(&script, &scope, source, &interner, wanted),
                &interner,
            )
        }),
        SourceKind::Module => parser.parse_module(&scope, &mut interner).map(|module| {
            search(
                &|wanted| walk::module(&module, source, &interner, wanted),
                &interner,
            )
        }),
    };
    found.unwrap_or_else(|_| Location {
        spot: near(reported(error)),
        message: None,
        missing: None,
    })
}

fn reported(error: &EngineError<'_>) -> Option<Position> {
    let (line, column) = error.position?;
    Some(Position::new(line.max(1), column.max(1)))
}

/// Collects the operations that are wanted.
type WalkFor<'a> = dyn Fn(&Wanted<'_>) -> Program<'a> + 'a;

/// A search in one source.
struct Search<'s> {
    source: &'s Lines,
    error: &'s EngineError<'s>,
    reported: Option<Position>,
    interner: &'s Interner,
    values: &'s dyn Values,
}

impl Search<'_> {
    fn run(&self, walk: &WalkFor<'_>) -> Location {
        let failure = Failure::of(self.error.message);
        if let Some(location) = self.find(walk, &failure) {
            return location;
        }
        // No expression here fails in this way: the words, though the engine's, came from what was called.
        let spot = match self.find(walk, &Failure::Other) {
            Some(Location {
                spot: spot @ Spot::Expression(_),
                ..
            }) => spot,
            _ => near(self.reported),
        };
        Location {
            spot,
            message: None,
            missing: None,
        }
    }

    /// `None` if no expression can have failed in this way.
    fn find(&self, walk: &WalkFor<'_>, failure: &Failure) -> Option<Location> {
        let program = walk(&Wanted {
            reported: self.reported,
            can_fail: &|kind| can_fail(kind, failure),
        });
        let knowledge = Knowledge {
            interner: self.interner,
            values: self.values,
            program: &program,
        };
        let suspects = suspects(&program, failure, self.reported, self.error.function, knowledge);
        let spot = self.spot(&program, &suspects)?;
        let mut messages = suspects
            .operations
            .iter()
            .map(|index| words::message(&program.operations[*index], failure, knowledge));
        let message = messages
            .next()
            .filter(|first| messages.all(|next| next == *first))
            .flatten()
            .or_else(|| words::general(failure));
        let missing = match suspects.operations.as_slice() {
            [only] => missing::missing(&program.operations[*only], failure, knowledge),
            _ => None,
        };
        Some(Location {
            spot,
            message,
            missing,
        })
    }

    fn spot(&self, program: &Program<'_>, suspects: &Suspects) -> Option<Spot> {
        let line_of = |index: &usize| self.source.position(program.operations[*index].extent.point).line;
        let line = line_of(suspects.operations.first()?);
        Some(if !suspects.is_complete {
            Spot::Near(line)
        } else if let [only] = suspects.operations.as_slice() {
            Spot::Expression(program.operations[*only].extent.on_its_line(self.source))
        } else if suspects.operations.iter().all(|index| line_of(index) == line) {
            Spot::Line(line)
        } else {
            Spot::Near(line)
        })
    }
}

fn near(reported: Option<Position>) -> Spot {
    reported.map_or(Spot::Unknown, |position| Spot::Near(position.line_number()))
}
