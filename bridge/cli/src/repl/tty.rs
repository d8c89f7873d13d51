//! The terminal's mode and width. The line editor changes it while somebody types; a signal that ends the program in the midst
//! of that must not leave it so.

use rustix::stdio::{stdin, stdout};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcgetwinsize, tcsetattr};

/// How the terminal was found; nothing if there is none.
#[derive(Debug, Clone)]
pub(super) struct Mode(Option<Termios>);

impl Mode {
    /// As it is now.
    pub(super) fn now() -> Self {
        Self(tcgetattr(stdin()).ok())
    }

    /// Makes it so again.
    pub(super) fn restore(&self) {
        if let Some(mode) = &self.0 {
            // A terminal that went away needs no mode.
            let _ = tcsetattr(stdin(), OptionalActions::Now, mode);
        }
    }
}

/// How many characters a line has; the custom of old terminals where nobody knows.
pub(super) fn columns() -> usize {
    let size = tcgetwinsize(stdout()).ok().filter(|size| size.ws_col > 0);
    size.map_or(80, |size| size.ws_col.into())
}
