//! [`EngineEnd`]: what ended the engine in the midst of a script, in words.

/// What ended the engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EngineEnd {
    Memory,
    Stack,
    Defect,
}

impl EngineEnd {
    /// Reads the message of the error that the browser reports when a worker ends. The worker throws the first by itself,
    /// browsers say the second in these words (Chromium, Firefox).
    pub(super) fn of(problem: &str) -> Self {
        if problem.contains("out of memory") {
            return Self::Memory;
        }
        if problem.contains("Maximum call stack") || problem.contains("too much recursion") {
            return Self::Stack;
        }
        Self::Defect
    }

    pub(super) fn sentence(self) -> &'static str {
        match self {
            Self::Memory => "The script ran out of memory.",
            Self::Stack => {
                "The script ran out of stack: built-in functions, getters or data lie too deep inside each other."
            }
            Self::Defect => {
                "The JavaScript engine failed: this is a defect of the engine, not of your script."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_say_is_told_apart() {
        for (problem, expected) in [
            ("Uncaught out of memory", EngineEnd::Memory),
            (
                "Uncaught RangeError: Maximum call stack size exceeded",
                EngineEnd::Stack,
            ),
            ("InternalError: too much recursion", EngineEnd::Stack),
            ("Uncaught panic", EngineEnd::Defect),
            ("Uncaught RuntimeError: unreachable", EngineEnd::Defect),
        ] {
            assert_eq!(EngineEnd::of(problem), expected, "{problem}");
        }
    }
}
