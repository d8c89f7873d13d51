//! How deep a source may nest: parser, compiler and whatever else walks a tree recurse, and a stack that overflows ends
//! the engine.
//!
//! Three questions, each to whoever knows. While the parser recurses, its reader looks at the stack (`stack`). What it makes
//! without recursion is counted before, over tokens; where these depend on what a slash is, the parser is asked (`height`,
//! `slashes`). What the compiler will walk is the tree itself (`tree`). How much stack must be left for either says `room`.

mod before;
mod height;
mod level;
mod room;
mod slashes;
mod stack;
mod tree;

use std::rc::Rc;

use boa_ast::visitor::VisitWith;
use boa_parser::source::UTF8Input;
use boa_parser::{Error, Source};

use crate::lines::Lines;
pub use room::SOURCE_HEIGHT;
use room::{Rooms, room_for};
pub(crate) use slashes::Goal;
use slashes::{Asked, Verdict};
use stack::Trace;
pub use stack::{PARSER_STACK, Watched, ask_for_room};

/// Bytes of source in one cell.
pub const SOURCE_BYTES: usize = 8 * 1024 * 1024;

const TOO_DEEP: &str =
    "the source is nested too deeply here; move inner parts into functions or variables of their own";
const TOO_LONG: &str = "this expression is too long; split it with variables";

/// What a parser reads a source from. Where the source nests too deeply, it ends with an error.
pub type Input<'a> = Source<'static, UTF8Input<Watched<'a>>>;

/// Hands a source to a parser that must not overflow its stack.
#[must_use]
pub fn input(source: &str) -> Input<'_> {
    watched(source, Rooms::default(), Rc::default())
}

/// Why a source is refused.
#[derive(Debug)]
pub(crate) enum Refused {
    /// It is no JavaScript.
    Grammar(Error),
    /// It would overflow a stack.
    Depth {
        message: String,
        /// The byte where that shows.
        offset: Option<usize>,
    },
}

/// Parses a source so that neither this nor the compiler overflows a stack.
///
/// # Errors
/// What the parser says, or where the source is too deep.
pub(crate) fn read<T: VisitWith>(
    source: &str,
    goal: Goal,
    mut parse: impl FnMut(Input<'_>) -> Result<T, Error>,
) -> Result<T, Refused> {
    if source.len() > SOURCE_BYTES {
        return Err(Refused::Depth {
            message: format!(
                "the source has {} bytes, and at most {SOURCE_BYTES} are read",
                source.len()
            ),
            offset: None,
        });
    }
    let verdict = slashes::measure(source, goal, SOURCE_HEIGHT, |text, rooms| {
        let trace = Rc::<Trace>::default();
        let error = parse(watched(text, rooms, Rc::clone(&trace))).err();
        Asked {
            reached_end: trace.reached_end(),
            error,
        }
    });
    let rooms = match verdict {
        Verdict::Low { rooms } => rooms,
        Verdict::High { offset } => return Err(too_deep(TOO_LONG, Some(offset))),
        Verdict::Deep { offset } => return Err(too_deep(TOO_DEEP, Some(offset))),
        Verdict::Unclear { offset } => {
            return Err(too_deep("it is unclear what this slash is", Some(offset)));
        }
    };
    let trace = Rc::<Trace>::default();
    let parsed = parse(watched(source, rooms, Rc::clone(&trace)));
    if let Some(offset) = trace.too_deep() {
        return Err(too_deep(TOO_DEEP, Some(offset)));
    }
    let parsed = parsed.map_err(Refused::Grammar)?;
    let height = tree::measure(&parsed, SOURCE_HEIGHT).map_err(|place| {
        let offset = place.map(|start| Lines::of(source).offset(start.line_number(), start.column_number()));
        too_deep(TOO_DEEP, offset)
    })?;
    // The compiler starts where the parser did, which in an `eval` may be deep already.
    if !stack::has_room(room_for(height)) {
        return Err(too_deep(TOO_DEEP, None));
    }
    Ok(parsed)
}

fn watched(source: &str, rooms: Rooms, trace: Rc<Trace>) -> Input<'_> {
    Source::from_reader(Watched::new(source, rooms, trace), None)
}

fn too_deep(message: &str, offset: Option<usize>) -> Refused {
    Refused::Depth {
        message: message.to_owned(),
        offset,
    }
}
