//! [`Place`]: where in a value something lies, written as a script would reach it: `profile.tags[0]`.

use std::fmt;

/// How many steps of a long path are shown at each end.
const SHOWN_STEPS: usize = 8;

/// The steps from a value to one inside it; none for the value itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The innermost step comes first: a place is built on the way out.
    inside_out: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Key(String),
    Index(usize),
}

impl Place {
    /// Whether this is the value itself.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.inside_out.is_empty()
    }

    /// The place as seen from the object that holds it under this key.
    #[must_use]
    pub fn in_field(mut self, key: impl Into<String>) -> Self {
        self.inside_out.push(Step::Key(key.into()));
        self
    }

    /// The place as seen from the array that holds it at this index.
    #[must_use]
    pub fn in_item(mut self, index: usize) -> Self {
        self.inside_out.push(Step::Index(index));
        self
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps = &self.inside_out;
        let hidden = steps
            .len()
            .checked_sub(2 * SHOWN_STEPS)
            .map(|count| SHOWN_STEPS..SHOWN_STEPS + count);
        for (position, step) in steps.iter().rev().enumerate() {
            match &hidden {
                Some(hidden) if hidden.contains(&position) => {
                    if position == hidden.start {
                        f.write_str("…")?;
                    }
                }
                _ => write_step(f, step, position == 0)?,
            }
        }
        Ok(())
    }
}

/// Whether `value.name` can be written for the key `name`.
pub(crate) fn is_identifier(name: &str) -> bool {
    let starts = |character: char| character.is_alphabetic() || matches!(character, '_' | '$');
    name.starts_with(starts)
        && name
            .chars()
            .all(|character| starts(character) || character.is_numeric())
}

fn write_step(f: &mut fmt::Formatter<'_>, step: &Step, first: bool) -> fmt::Result {
    match step {
        Step::Key(key) if is_identifier(key) && first => f.write_str(key),
        Step::Key(key) if is_identifier(key) => write!(f, ".{key}"),
        Step::Key(key) => write!(f, "[{key:?}]"),
        Step::Index(index) => write!(f, "[{index}]"),
    }
}
