//! Finds the expression that an error of the engine is about, and words that name it.
//!
//! The engine remembers places of calls, property accesses and assignments only, and reports other mistakes at the one
//! around or before them. [`ParsedSource::locate`] goes through the source as the engine compiles it, so it knows where each operation
//! would be reported; those that can fail in the way in question and would be reported at the place in question are the
//! suspects. One suspect is the answer; several on one line give that line; else the answer is only near.

mod choose;
mod constant;
mod extent;
mod failure;
mod fixed;
mod judge;
mod known;
mod literal;
mod missing;
mod names;
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

use std::fmt;
use std::ops::Range;

use boa_ast::scope::Scope;
use boa_ast::{Module, Position, Script};
use boa_interner::Interner;
use boa_parser::Parser;

use crate::depth::input;
use crate::lines::Lines;
use choose::{Suspects, suspects};
use failure::Failure;
use judge::can_fail;
use known::Knowledge;
pub use missing::Missing;
use names::Names;
use operation::Program;
pub use values::{Known, NoValues, ValueKind, ValuePath, Values};
use walk::Wanted;

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

/// A source that was parsed, in which errors can be found. It is the text that the engine reads.
pub struct ParsedSource {
    lines: Lines,
    tree: Tree,
    scope: Scope,
    names: Names,
}

enum Tree {
    Script(Script),
    Module(Module),
}

impl fmt::Debug for ParsedSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ParsedSource").finish_non_exhaustive()
    }
}

impl ParsedSource {
    /// Parses a script; `None` if it is none.
    #[must_use]
    pub fn script(lines: Lines) -> Option<Self> {
        let (scope, mut interner) = (Scope::new_global(), Interner::default());
        let script = Parser::new(input(lines.text())).parse_script(&scope, &mut interner);
        Some(Self {
            tree: Tree::Script(script.ok()?),
            lines,
            scope,
            names: Names::new(interner),
        })
    }

    /// Parses an ECMAScript module; `None` if it is none.
    #[must_use]
    pub fn module(lines: Lines) -> Option<Self> {
        let (scope, mut interner) = (Scope::new_global(), Interner::default());
        let module = Parser::new(input(lines.text())).parse_module(&scope, &mut interner);
        Some(Self {
            tree: Tree::Module(module.ok()?),
            lines,
            scope,
            names: Names::new(interner),
        })
    }

    /// Finds where an error comes from.
    #[must_use]
    pub fn locate(&self, error: &EngineError<'_>, values: &dyn Values) -> Location {
        let search = Search {
            source: self,
            error,
            reported: reported(error),
            values,
        };
        search.run()
    }

    fn walk(&self, wanted: &Wanted<'_>) -> Program<'_> {
        match &self.tree {
            Tree::Script(script) => walk::script(script, &self.scope, &self.lines, &self.names, wanted),
            Tree::Module(module) => walk::module(module, &self.lines, &self.names, wanted),
        }
    }
}

fn reported(error: &EngineError<'_>) -> Option<Position> {
    let (line, column) = error.position?;
    Some(Position::new(line.max(1), column.max(1)))
}

/// A search in one source.
struct Search<'s> {
    source: &'s ParsedSource,
    error: &'s EngineError<'s>,
    reported: Option<Position>,
    values: &'s dyn Values,
}

impl Search<'_> {
    fn run(&self) -> Location {
        let failure = Failure::of(self.error.message);
        if let Some(location) = self.find(&failure) {
            return location;
        }
        // No expression here fails in this way: the words, though the engine's, came from what was called.
        let spot = match self.find(&Failure::Other) {
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
    fn find(&self, failure: &Failure) -> Option<Location> {
        let program = self.source.walk(&Wanted {
            reported: self.reported,
            can_fail: &|kind| can_fail(kind, failure),
        });
        let knowledge = Knowledge {
            names: &self.source.names,
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
        let line_of = |index: &usize| {
            self.source
                .lines
                .position(program.operations[*index].extent.point)
                .line
        };
        let line = line_of(suspects.operations.first()?);
        Some(if !suspects.is_complete {
            Spot::Near(line)
        } else if let [only] = suspects.operations.as_slice() {
            Spot::Expression(program.operations[*only].extent.on_its_line(&self.source.lines))
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
