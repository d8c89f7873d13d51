//! `pontoon repl`: JavaScript, line by line. The engine's thread is this one; the line editor has its own, and timers
//! continue while somebody types.

mod assistant;
mod candidates;
mod command;
mod editor;
mod editor_event;
mod line_printer;
mod listing;
mod tty;

use std::env;
use std::io::{self, IsTerminal as _};
use std::path::Path;
use std::process::{self, ExitCode};

use anyhow::Result;
use web_output::Location;
use web_runtime::{Outcome, Profile};
use web_source::{in_brackets, is_object};

use crate::args::{PluginArgs, ReplArgs};
use crate::engine::Successor;
use crate::folders;
use crate::source::Source;
use crate::telemetry;
use crate::terminal::{Hue, Paint, Setting, Terminal, Unheard};
use command::Command;
use editor::Editor;
use editor_event::EditorEvent;
use line_printer::LinePrinter;
use tty::Mode;

/// Runs until the user leaves.
pub(crate) fn run(args: &ReplArgs, plugins: PluginArgs) -> Result<ExitCode> {
    let printer = LinePrinter::new();
    let paint = Paint::of(&io::stdout());
    telemetry::of_prompt(printer.clone(), paint == Paint::Coloured);
    let mode = Mode::now();
    let is_watched = io::stdin().is_terminal();
    if is_watched && let Ok(command) = successor(args) {
        let mode = mode.clone();
        Successor {
            command,
            prepare: Box::new(move || mode.restore()),
        }
        .name();
    }
    let setting = Setting {
        profile: args.language.profile.into(),
        script: None,
        args: None,
        unheard: Unheard::Tell,
    };
    let Some(mut terminal) = Terminal::open(plugins, setting, move || mode.restore())? else {
        return Ok(Terminal::interrupted());
    };
    let history = folders::state().map(|state| state.join("history.txt"));
    let history = history.filter(|_| is_watched);
    let history = history.filter(|file| has_folder(file));
    let editor = Editor::start(history, paint, &printer)?;
    Repl {
        editor,
        printer,
        paint,
        is_watched,
        is_successor: args.started_over,
        cells: terminal.realm().history().len(),
        terminal,
        failed: false,
    }
    .attend()
}

/// This program once more, as it was called.
#[expect(
    clippy::disallowed_methods,
    reason = "no process is started: this one becomes it"
)]
fn successor(args: &ReplArgs) -> io::Result<process::Command> {
    const OPTION: &str = "--started-over";
    let mut command = process::Command::new(env::current_exe()?);
    command.args(env::args_os().skip(1));
    if !args.started_over {
        command.arg(OPTION);
    }
    Ok(command)
}

/// Whether the history can be kept in this file; says why not.
fn has_folder(file: &Path) -> bool {
    let folder = file.parent().unwrap_or(Path::new("/"));
    let made = folders::create_private(folder);
    if let Err(error) = &made {
        tracing::warn!(%error, folder = %folder.display(), "continuing without a history");
    }
    made.is_ok()
}

/// One sitting.
struct Repl {
    terminal: Terminal,
    editor: Editor,
    printer: LinePrinter,
    paint: Paint,
    /// Whether somebody sits there; else sources are piped in.
    is_watched: bool,
    /// Whether the engine of the session before was lost.
    is_successor: bool,
    /// How many cells ran.
    cells: usize,
    /// Whether a cell that was piped in threw.
    failed: bool,
}

/// Whether to prompt again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Prompt,
    Leave,
}

impl Repl {
    fn attend(mut self) -> Result<ExitCode> {
        if self.is_successor {
            self.terminal
                .console()
                .complain("Started over: variables are lost, and plugins restart.");
        } else if self.is_watched {
            self.terminal
                .console()
                .say(&listing::welcome(&self.terminal, self.paint));
        }
        loop {
            self.editor.prompt();
            let next = match self.until_entered() {
                EditorEvent::Entered(entry) => self.enter(&entry),
                EditorEvent::Interrupted => self.interrupted(),
                EditorEvent::Unreadable(why) => {
                    self.terminal
                        .console()
                        .complain(&format!("pontoon: read standard input: {why}"));
                    self.failed = true;
                    Next::Leave
                }
                _ => Next::Leave,
            };
            if next == Next::Leave {
                break;
            }
        }
        if self.is_watched {
            // Errors of timers were reported when they happened; they do not decide the exit code.
            self.terminal.realm().take_uncaught();
            // Nor does a late Ctrl-C: leaving is not an interruption.
            self.terminal.drop_unfinished();
        } else {
            self.terminal.settle();
        }
        let code = self.terminal.close(&Outcome::Value(None))?;
        Ok(if self.failed { ExitCode::FAILURE } else { code })
    }

    /// Lets timers run and answers the editor's questions until something was entered.
    fn until_entered(&mut self) -> EditorEvent {
        let printer = self.printer.clone();
        self.terminal
            .console()
            .divert(Some(Box::new(move |text| printer.say(text))));
        let entered = loop {
            match self.terminal.wait_for(&mut self.editor.events) {
                Some(EditorEvent::Complete(cursor, answer)) => {
                    // An editor that lost its patience does not listen any more.
                    let _ = answer.send(self.terminal.realm().complete(&cursor.line, cursor.at));
                }
                Some(EditorEvent::Called(cursor, answer)) => {
                    let _ = answer.send(self.terminal.realm().called_at(&cursor.line, cursor.at));
                }
                Some(entered) => break entered,
                None => break EditorEvent::Ended,
            }
        };
        self.terminal.console().divert(None);
        entered
    }

    fn enter(&mut self, entry: &str) -> Next {
        match Command::parse(entry) {
            Some(Ok(command)) => return self.obey(command),
            Some(Err(advice)) => self.terminal.console().complain(&advice),
            None if entry.trim().is_empty() => {}
            None => self.run(entry),
        }
        Next::Prompt
    }

    fn run(&mut self, text: &str) {
        self.cells += 1;
        let source = Source {
            name: format!("cell {}", self.cells),
            text: if is_object(text) {
                in_brackets(text)
            } else {
                text.to_owned()
            },
        };
        self.run_source(&source);
    }

    fn run_source(&mut self, source: &Source) {
        if self.is_watched {
            // A Ctrl-C at the prompt was not meant for this.
            self.terminal.forget_stop();
        }
        let outcome = self.terminal.run(source);
        self.show(&outcome);
    }

    fn show(&mut self, outcome: &Outcome) {
        let console = self.terminal.console();
        match outcome {
            Outcome::Value(Some(value)) => console.say(&self.paint.value(value)),
            Outcome::Value(None) => {}
            Outcome::Threw(error) => {
                self.failed |= !self.is_watched;
                self.terminal.report(error);
            }
            Outcome::Stopped(place) => {
                let place = match place {
                    None => String::new(),
                    Some(Location::In { file }) => format!(" in {file}"),
                    Some(place) => format!(" {place}"),
                };
                console.complain(&format!("Stopped{place}. Variables and plugins are kept."));
            }
        }
    }

    /// Ctrl-C at the prompt has cleared the line; timers and calls end too.
    fn interrupted(&mut self) -> Next {
        if self.terminal.realm().has_unfinished() {
            self.terminal.drop_unfinished();
            self.terminal
                .console()
                .complain("Stopped the timers and calls that were running.");
        }
        Next::Prompt
    }

    fn obey(&mut self, command: Command) -> Next {
        match command {
            Command::Help => self.terminal.console().say(&Command::help()),
            Command::Plugins => {
                let listing = listing::plugins(&self.terminal, self.paint);
                self.terminal.console().say(&listing);
            }
            Command::Profile(None) => {
                let profile = self.terminal.profile().to_string();
                self.terminal.console().say(&profile);
            }
            Command::Profile(Some(name)) => match name.parse::<Profile>() {
                Ok(profile) => self.change(profile),
                Err(error) => self.terminal.console().complain(&error.to_string()),
            },
            Command::Clear => {
                let cleared = self.terminal.clear();
                self.report_start("Started over", cleared);
            }
            Command::Load(file) => match Source::of_file(&file) {
                Ok(source) => self.run_source(&source),
                Err(error) => self.terminal.console().complain(&format!("{error:#}")),
            },
            Command::Quit => return Next::Leave,
        }
        Next::Prompt
    }

    fn change(&mut self, profile: Profile) {
        let done = match profile {
            Profile::Persistent => "Continued the last session",
            Profile::Raw | Profile::Interactive => "Started over",
        };
        match self.terminal.change(profile) {
            // It has said that it was stopped.
            Ok(false) => {}
            changed => self.report_start(done, changed.map(drop)),
        }
    }

    fn report_start(&mut self, done: &str, result: Result<()>) {
        let console = self.terminal.console();
        match result {
            Ok(()) => {
                let text = format!("{done}, {}. Plugins keep running.", self.terminal.profile());
                console.say(&self.paint.paint(Hue::Faint, &text));
            }
            Err(error) => console.complain(&format!("{error:#}")),
        }
    }
}
