//! Where in an argument a value lies, written as a script would reach it: `profile.tags[0]`.

use std::fmt;

use web_source::is_identifier;

/// How many steps of a long path are shown at each end.
const SHOWN_STEPS: usize = 8;

/// One step from a value to one inside it.
#[derive(Debug, Clone)]
pub(super) enum Step {
    Key(String),
    Index(u64),
}

/// The steps from an argument to a value; none for the argument itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Place(pub(super) Vec<Step>);

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps = &self.0;
        if steps.len() <= 2 * SHOWN_STEPS {
            return write_steps(f, steps, true);
        }
        write_steps(f, &steps[..SHOWN_STEPS], true)?;
        f.write_str("…")?;
        write_steps(f, &steps[steps.len() - SHOWN_STEPS..], false)
    }
}

fn write_steps(f: &mut fmt::Formatter<'_>, steps: &[Step], from_start: bool) -> fmt::Result {
    for (position, step) in steps.iter().enumerate() {
        match step {
            Step::Key(key) if is_identifier(key) && position == 0 && from_start => f.write_str(key)?,
            Step::Key(key) if is_identifier(key) => write!(f, ".{key}")?,
            Step::Key(key) => write!(f, "[{key:?}]")?,
            Step::Index(index) => write!(f, "[{index}]")?,
        }
    }
    Ok(())
}
