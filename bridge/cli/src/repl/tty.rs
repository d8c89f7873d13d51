//! The terminal's size, and its mode: the line editor changes that while somebody types, and a signal that ends the program
//! in the midst of it must not leave it so.

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

/// How much the screen shows, in characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    pub(super) columns: usize,
    pub(super) rows: usize,
}

impl Size {
    /// As it is now; the custom of old terminals where nobody knows.
    pub(super) fn now() -> Self {
        let size = tcgetwinsize(stdout()).ok();
        match size.filter(|size| size.ws_col > 0 && size.ws_row > 0) {
            Some(size) => Self {
                columns: size.ws_col.into(),
                rows: size.ws_row.into(),
            },
            None => Self {
                columns: 80,
                rows: 24,
            },
        }
    }
}
