//! Where an error came from: the engine's frames, told in places of the user's own text.

use web_output::{Frame, Location, Position};
use web_source::{LineColumn, MAIN, MARK, without_marks};

use crate::bounds::limits::BACKTRACE;
use crate::trace::sources::Sources;

/// The file of the runtime's own functions, whose frames are not shown.
pub(crate) const INTERNAL_FILE: &str = "<pontoon>";

/// The native part of a top-level `await`, which is no function of the user's.
pub(crate) const WAITING: &str = "await";

/// The native function at the bottom of what timers and promises call.
pub(crate) const QUEUE: &str = "queue";

/// The innermost frame in a source of the user, as the engine knows it.
#[derive(Debug)]
pub(crate) struct Innermost {
    pub(crate) file: String,
    /// Its name; empty for the source itself and for a function without a name.
    pub(crate) function: String,
    pub(crate) position: Option<(u32, u32)>,
    /// Whether the error was thrown in it, and not in a function that it called.
    pub(crate) is_thrower: bool,
}

impl Sources {
    /// Remembers the frames that a stopped cell leaves behind, as the engine prints them.
    pub(crate) fn add_stopped(&self, printed: &str) {
        *self.stopped.borrow_mut() = lines(printed).map(str::to_owned).collect();
    }

    /// Reads frames as the engine prints them, innermost first.
    pub(crate) fn read(&self, printed: &str) -> Vec<Frame> {
        self.read_from(printed, &[]).0
    }

    /// Reads frames as the engine prints them, from the one on that called these constructors.
    pub(crate) fn read_from(
        &self,
        printed: &str,
        constructors: &[String],
    ) -> (Vec<Frame>, Option<Innermost>) {
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
        let made_by = own
            .iter()
            .take_while(|line| is_constructor(line, constructors))
            .count();
        // What the engine cut off may have been the caller.
        let made_by = if made_by < own.len() { made_by } else { 0 };
        let own = &own[made_by..];
        // Other frames come from a script, which is the outermost unless the engine has cut it off.
        let has_script =
            printed.len() < BACKTRACE && own.last().is_some_and(|line| !line.ends_with("(native)"));
        // Below the file that a program was started with are functions of the runtime alone.
        let main = own
            .iter()
            .position(|line| line.starts_with(&format!("{MAIN}{MARK} (")));
        let own = main.map_or(own, |main| &own[..=main]);
        let has_script = has_script || main.is_some();
        let mut frames: Vec<Frame> = own.iter().filter_map(|line| self.frame(line)).collect();
        if let (Some(_), Some(last)) = (main, frames.last_mut()) {
            "<main>".clone_into(&mut last.function);
        }
        // A built-in function and the guard in front of it are one to the user.
        frames.dedup_by(|next, one| next == one && one.location.is_none());
        // The engine calls a function without a name like the script.
        let functions = frames.len() - usize::from(has_script && !frames.is_empty());
        for frame in &mut frames[..functions] {
            if frame.function == "<main>" {
                "<anonymous>".clone_into(&mut frame.function);
            }
        }
        (frames, self.innermost(own, made_by == 0))
    }

    /// The first frame that lies in a source, if that is one of the user's.
    fn innermost(&self, printed: &[&str], is_first: bool) -> Option<Innermost> {
        let located = |line: &str| {
            let location = parsed(line)?.location?;
            (location.file() != INTERNAL_FILE).then_some(location)
        };
        let (index, location) = printed
            .iter()
            .enumerate()
            .find_map(|(index, line)| Some((index, located(line)?)))?;
        let function = printed[index].split(" (").next()?;
        let position = location.position().map(|start| (start.line, start.column));
        self.with(location.file(), |_| Innermost {
            file: location.file().to_owned(),
            function: if function == "<main>" { "" } else { function }.to_owned(),
            position,
            is_thrower: is_first && index == 0,
        })
    }

    /// Reads frames as `error.stack` tells them, in places of the user's own text.
    pub(crate) fn read_told(told: &str) -> Vec<Frame> {
        lines(told).filter_map(parsed).collect()
    }

    /// The frame of a line, in places of the user's own text; `None` for what is no function of the user's.
    fn frame(&self, line: &str) -> Option<Frame> {
        let mut frame = parsed(line)?;
        match &mut frame.location {
            None if [WAITING, QUEUE].contains(&frame.function.as_str()) => None,
            None => Some(frame),
            Some(location) if location.file() == INTERNAL_FILE => None,
            Some(Location::At { start, .. }) => {
                if let Some((source, _)) = self.rewritten.borrow().get(&start.file) {
                    let LineColumn { line, column } = source.original_position(start.line, start.column);
                    start.line = line;
                    start.column = column;
                }
                Some(frame)
            }
            Some(_) => Some(frame),
        }
    }
}

fn lines(printed: &str) -> impl Iterator<Item = &str> {
    printed
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("at "))
}

fn is_constructor(line: &str, constructors: &[String]) -> bool {
    let function = line.split(" (").next().unwrap_or_default();
    constructors.iter().any(|name| name == function)
}

/// Reads `name (file:line:column)` or `name (native)`.
fn parsed(line: &str) -> Option<Frame> {
    // Names of files hold brackets more often than names of functions.
    let (function, place) = line.strip_suffix(')')?.split_once(" (")?;
    if function.is_empty() {
        return None;
    }
    let location = (place != "native").then(|| {
        let mut parts = place.rsplitn(3, ':');
        let (Some(column), Some(line), Some(file)) = (parts.next(), parts.next(), parts.next()) else {
            return Location::In {
                file: place.to_owned(),
            };
        };
        let file = match file.strip_suffix(" at ") {
            Some("unknown") => "<unknown>".to_owned(),
            Some(kind) => kind.to_owned(),
            None => file.to_owned(),
        };
        match (line.parse(), column.parse()) {
            (Ok(line), Ok(column)) => Location::At {
                start: Position { file, line, column },
                end: None,
            },
            _ => Location::In { file },
        }
    });
    Some(Frame {
        function: without_marks(function),
        location,
    })
}
