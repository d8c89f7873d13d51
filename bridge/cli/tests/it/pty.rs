//! A terminal with the binary in it: keys go in, and what a person would see comes out.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::num::NonZero;
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use rustix::fs::{Mode, OFlags};
use rustix::process::{ioctl_tiocsctty, setsid};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use crate::support::World;

const ROWS: u16 = 40;
const COLUMNS: u16 = 100;

/// How long the screen may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running session.
pub(crate) struct Session {
    child: Child,
    keys: File,
    screen: Arc<Screen>,
}

struct Screen {
    parser: Mutex<vt100::Parser>,
    changed: Condvar,
}

impl Session {
    /// Starts `pontoon` with these arguments on the folder of plugins.
    pub(crate) fn start(world: &World, args: &[&str], variables: &[(&str, &str)]) -> Self {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
        grantpt(&master).unwrap();
        unlockpt(&master).unwrap();
        let size = Winsize {
            ws_row: ROWS,
            ws_col: COLUMNS,
            ws_xpixel: 0,
            ws_ypixel: 0,
        };
        tcsetwinsize(&master, size).unwrap();
        let name = ptsname(&master, Vec::new()).unwrap();
        let slave = rustix::fs::open(name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).unwrap();
        let end = || Stdio::from(slave.try_clone().unwrap());
        let plugins = world.plugin_dir();
        let mut command = world.command(&[&["--plugin-dir", &plugins], args].concat());
        command
            .env("TERM", "xterm-256color")
            .envs(variables.iter().copied())
            .stdin(end())
            .stdout(end())
            .stderr(end());
        #[expect(
            unsafe_code,
            reason = "a terminal is given to a session between fork and exec"
        )]
        // SAFETY: setsid and ioctl are async-signal-safe, and nothing allocates.
        unsafe {
            command.pre_exec(|| {
                setsid()?;
                ioctl_tiocsctty(rustix::stdio::stdin())?;
                Ok(())
            });
        }
        let child = command.spawn().unwrap();
        drop((command, slave));
        let screen = Arc::new(Screen {
            parser: Mutex::new(vt100::Parser::new(cells(ROWS), cells(COLUMNS), 0)),
            changed: Condvar::new(),
        });
        follow(&master, Arc::clone(&screen));
        Self {
            child,
            keys: File::from(master),
            screen,
        }
    }

    /// Presses keys.
    pub(crate) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
    }

    /// Waits until the screen shows a text at the end of what it shows, and gives all that it shows.
    pub(crate) fn until(&self, end: &str) -> String {
        let (is_so, shown) = self.wait(|text| text.ends_with(end));
        assert!(is_so, "{end:?} does not end the screen:\n{shown}");
        shown
    }

    /// The same for texts that may stand anywhere, and in any order.
    pub(crate) fn until_all(&self, parts: &[&str]) -> String {
        let (is_so, shown) = self.wait(|text| parts.iter().all(|part| text.contains(part)));
        assert!(is_so, "not all of {parts:?} stand on the screen:\n{shown}");
        shown
    }

    /// Whether the screen came to be so in time, and what it shows.
    fn wait(&self, is_so: impl Fn(&str) -> bool) -> (bool, String) {
        let parser = self.screen.parser.lock().unwrap();
        let (parser, timeout) = self
            .screen
            .changed
            .wait_timeout_while(parser, PATIENCE, |parser| !is_so(&text(parser)))
            .unwrap();
        (!timeout.timed_out(), text(&parser))
    }

    /// Whether a text on the screen has a colour.
    pub(crate) fn is_coloured(&self, text: &str) -> bool {
        let parser = self.screen.parser.lock().unwrap();
        let screen = parser.screen();
        let rows = screen.rows(0, COLUMNS).enumerate();
        let mut places = rows.filter_map(|(row, line)| Some((row, line.find(text)?)));
        let (row, column) = places
            .next()
            .unwrap_or_else(|| panic!("no {text:?} on the screen"));
        let cell = screen.cell(u16::try_from(row).unwrap(), u16::try_from(column).unwrap());
        cell.unwrap().fgcolor() != vt100::Color::Default
    }

    /// Waits for the end of the program, and gives its exit code.
    pub(crate) fn ended(mut self) -> Option<i32> {
        self.child.wait().unwrap().code()
    }

    /// The process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }
}

/// A test that failed leaves nothing behind.
impl Drop for Session {
    fn drop(&mut self) {
        // An error means that it has ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Draws what comes, until the terminal closes.
fn follow(master: &OwnedFd, screen: Arc<Screen>) {
    let mut output = File::from(master.try_clone().unwrap());
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = output.read(&mut buffer) {
            screen.parser.lock().unwrap().process(&buffer[..count]);
            screen.changed.notify_all();
        }
    });
}

/// What the screen shows, without the empty rest.
fn text(parser: &vt100::Parser) -> String {
    let text = parser.screen().contents();
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}
