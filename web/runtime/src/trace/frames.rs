//! Where an error came from: the engine's frames, told in places of the user's own text.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

use boa_engine::Context;

use web_source::{LineColumn, Rewritten, without_marks};

use crate::bounds::limits::BACKTRACE;

/// The file of the runtime's own functions, whose frames are not shown.
pub(crate) const INTERNAL_FILE: &str = "<pontoon>";

/// The native part of a top-level `await`, which is no function of the user's.
pub(crate) const WAITING: &str = "await";

/// The native function at the bottom of what timers and promises call.
pub(crate) const QUEUE: &str = "queue";

/// A frame that repeats more often than this is shown once, with the count.
const SHOWN_REPEATS: usize = 3;

/// One function that was under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Its name; `<main>` for the source itself and `<anonymous>` for a function without a name.
    pub function: String,
    /// Where it was; `None` for a function that is not written in JavaScript.
    pub place: Option<Place>,
}

/// A place in a source of the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name that the cell or document was given; `eval` for a string that was evaluated.
    pub file: String,
    /// The line and column; `None` where the engine does not know.
    pub position: Option<LineColumn>,
}

impl fmt::Display for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Some(place) => write!(f, "{} ({place})", self.function),
            None => write!(f, "{} (native)", self.function),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position {
            Some(LineColumn { line, column }) => write!(f, "{}:{line}:{column}", self.file),
            None => f.write_str(&self.file),
        }
    }
}

/// What a context's frames are told with.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    rewritten: RefCell<HashMap<String, Rewritten>>,
    /// The frames of cells that were stopped, which the engine keeps below all later ones.
    stopped: RefCell<Vec<String>>,
}

impl Sources {
    /// The sources of a context.
    pub(crate) fn of(context: &Context) -> Option<Rc<Self>> {
        context.get_data::<Rc<Self>>().cloned()
    }

    /// Remembers what a file became.
    pub(crate) fn add(&self, file: String, source: Rewritten) {
        self.rewritten.borrow_mut().insert(file, source);
    }

    /// Remembers the frames that a stopped cell leaves behind, as the engine prints them.
    pub(crate) fn add_stopped(&self, printed: &str) {
        *self.stopped.borrow_mut() = lines(printed).map(str::to_owned).collect();
    }

    /// Reads frames as the engine prints them, innermost first.
    pub(crate) fn read(&self, printed: &str) -> Vec<Frame> {
        let printed: Vec<&str> = lines(printed).collect();
        let stopped = self.stopped.borrow();
        let ends_in_stopped = printed.len() >= stopped.len()
            && printed
                .iter()
                .rev()
                .zip(stopped.iter().rev())
                .all(|(line, stopped)| line == stopped);
        let own = if ends_in_stopped {
            &printed[..printed.len() - stopped.len()]
        } else {
            &printed[..]
        };
        // Other frames come from a script, which is the outermost unless the engine has cut it off.
        let has_script =
            printed.len() < BACKTRACE && own.last().is_some_and(|line| !line.ends_with("(native)"));
        let mut frames: Vec<Frame> = own.iter().filter_map(|line| self.frame(line)).collect();
        // A built-in function and the guard in front of it are one to the user.
        frames.dedup_by(|next, one| next == one && one.place.is_none());
        // The engine calls a function without a name like the script.
        let functions = frames.len() - usize::from(has_script && !frames.is_empty());
        for frame in &mut frames[..functions] {
            if frame.function == "<main>" {
                "<anonymous>".clone_into(&mut frame.function);
            }
        }
        frames
    }

    /// Reads frames as `error.stack` tells them, in places of the user's own text.
    pub(crate) fn read_told(told: &str) -> Vec<Frame> {
        lines(told).filter_map(parsed).collect()
    }

    /// The frame of a line, in places of the user's own text; `None` for what is no function of the user's.
    fn frame(&self, line: &str) -> Option<Frame> {
        let mut frame = parsed(line)?;
        match &mut frame.place {
            None if [WAITING, QUEUE].contains(&frame.function.as_str()) => None,
            None => Some(frame),
            Some(place) if place.file == INTERNAL_FILE => None,
            Some(place) => {
                let rewritten = self.rewritten.borrow();
                if let (Some(position), Some(source)) = (&mut place.position, rewritten.get(&place.file)) {
                    *position = source.original_position(position.line, position.column);
                }
                Some(frame)
            }
        }
    }
}

/// The frames as lines of text, those of a recursion folded.
#[must_use]
pub fn frame_lines(frames: &[Frame]) -> Vec<String> {
    let mut lines = Vec::new();
    for same in frames.chunk_by(|one, next| one == next) {
        if same.len() > SHOWN_REPEATS {
            lines.push(same[0].to_string());
            lines.push(format!("… {} more of the same", same.len() - 1));
        } else {
            lines.extend(same.iter().map(Frame::to_string));
        }
    }
    lines
}

fn lines(printed: &str) -> impl Iterator<Item = &str> {
    printed
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("at "))
}

/// Reads `name (file:line:column)` or `name (native)`.
fn parsed(line: &str) -> Option<Frame> {
    // Names of files hold brackets more often than names of functions.
    let (function, place) = line.strip_suffix(')')?.split_once(" (")?;
    if function.is_empty() {
        return None;
    }
    let place = (place != "native").then(|| {
        let mut parts = place.rsplitn(3, ':');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(column), Some(line), Some(file)) => Place {
                file: match file.strip_suffix(" at ") {
                    Some("unknown") => "<unknown>".to_owned(),
                    Some(kind) => kind.to_owned(),
                    None => file.to_owned(),
                },
                position: position(line, column),
            },
            _ => Place {
                file: place.to_owned(),
                position: None,
            },
        }
    });
    Some(Frame {
        function: without_marks(function),
        place,
    })
}

fn position(line: &str, column: &str) -> Option<LineColumn> {
    Some(LineColumn {
        line: line.parse().ok()?,
        column: column.parse().ok()?,
    })
}
