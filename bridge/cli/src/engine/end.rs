//! [`EngineEnd`]: what ends the engine in the midst of a script, in words.

use std::io::{self, Write as _};
use std::process;

use super::successor::Successor;

/// What ended the engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EngineEnd {
    Memory,
    Stack,
    Panic,
}

impl EngineEnd {
    /// Says what happened; then the prompt starts over, and any other program ends with 1. Plugins end with the program.
    pub(super) fn end_program(self) -> ! {
        // Nobody is left to tell when standard error is closed. Nothing is allocated: there may be no memory.
        let _ = io::stderr().write_all(self.sentence().as_bytes());
        Successor::take_over();
        process::exit(1);
    }

    fn sentence(self) -> &'static str {
        match self {
            Self::Memory => "pontoon: the script ran out of memory: it asked for more than it may take\n",
            Self::Stack => {
                "pontoon: the script ran out of stack: built-in functions, getters or data lie too deep inside each other\n"
            }
            Self::Panic => {
                "pontoon: the JavaScript engine failed: this is a defect of the engine, not of your script\n"
            }
        }
    }
}
