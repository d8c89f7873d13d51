//! JavaScript in this terminal: the engine and the plugin host on one thread, beside one for signals. What `run`, `eval`
//! and `repl` have in common.

mod bridge;
mod calls;
mod console;
mod driver;
mod failure;
mod files;
mod paint;
mod past;
mod profile;
mod rendered;
mod signals;
mod sleeper;
mod spin_policy;
mod stop;

use std::io;
use std::pin::pin;
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use bridge_host::{OpenedSession, PluginState};
use futures_util::future::{Either, select};
use tokio::sync::mpsc::UnboundedReceiver;
use web_locale::English;
use web_output::ScriptError;
use web_runtime::{Catalog, Outcome, Pace as _, PluginModule, Profile, Realm, Surroundings};

use crate::args::PluginArgs;
use crate::engine::HEAP;
use crate::source::Source;
use bridge::Bridge;
use calls::Calls;
pub(crate) use console::Console;
use driver::Driver;
use files::Files;
pub(crate) use paint::{Hue, Paint};
use past::Past;
pub(crate) use signals::Unheard;
use signals::{INTERRUPTED, PIPE_CLOSED};
use sleeper::Sleeper;
use stop::Stop;

/// A realm with the plugins of this machine.
pub(crate) struct Terminal {
    realm: Realm,
    profile: Profile,
    /// What realms are made with.
    surroundings: Surroundings,
    sleeper: Rc<Sleeper>,
    console: Rc<Console>,
    stop: Arc<Stop>,
    bridge: Bridge,
    past: Option<Past>,
}

/// What a terminal is opened for.
#[derive(Debug)]
pub(crate) struct Setting<'a> {
    /// How sources are read.
    pub(crate) profile: Profile,
    /// The script, if there is one: other files are looked for beside it.
    pub(crate) script: Option<&'a Source>,
    /// What the command line gives the script.
    pub(crate) args: Option<Vec<String>>,
    /// What comes of a Ctrl-C that the engine does not hear.
    pub(crate) unheard: Unheard,
}

impl Terminal {
    /// Opens a session on the plugins, and makes a realm; a persistent one is as the last one was. `leave` is called
    /// before a signal ends the program. `None` if Ctrl-C came first.
    pub(crate) fn open(
        plugins: PluginArgs,
        setting: Setting<'_>,
        leave: impl Fn() + Send + 'static,
    ) -> Result<Option<Self>> {
        let stop = Stop::new();
        let driver = Driver::new().context("start the runtime")?;
        let config = plugins.resolve_for_terminal()?;
        let opened = Bridge::open(
            &config,
            Arc::clone(&driver),
            Arc::clone(&stop),
            setting.unheard,
            leave,
        )?;
        let Some(bridge) = opened else { return Ok(None) };
        if let Some(script) = setting.script {
            bridge.read_ahead(&script.text);
        }
        let console = Rc::new(Console::new(Arc::clone(&stop)));
        let sleeper = Rc::new(Sleeper::new(driver, Arc::clone(&stop)));
        let modules = bridge.session().modules.iter().map(|module| PluginModule {
            manifest: module.manifest.clone(),
            path: module.path.display().to_string(),
        });
        let calls = Calls::new(bridge.clone());
        let surroundings = Surroundings {
            documents: Rc::new(Files::beside(setting.script.map(|script| script.name.as_str()))),
            pace: Rc::clone(&sleeper) as _,
            args: setting.args,
            heap: Some(&HEAP),
            intl: Some(Rc::new(English)),
            ..Surroundings::new(Catalog::new(modules), Rc::new(calls), Rc::clone(&console) as _)
        };
        let mut terminal = Self {
            realm: realm(setting.profile, &surroundings)?,
            profile: setting.profile,
            surroundings,
            sleeper,
            console,
            stop,
            bridge,
            past: None,
        };
        if setting.profile == Profile::Persistent && !terminal.recall()? {
            terminal.bridge.close();
            return Ok(None);
        }
        Ok(Some(terminal))
    }

    /// Runs a source; its timers and calls may run on.
    pub(crate) fn run(&mut self, source: &Source) -> Outcome {
        let Source { name, text } = source;
        self.bridge.read_ahead(text);
        let outcome = self.sleeper.run(self.realm.run(name, text));
        self.ran(outcome)
    }

    /// Runs the file that the program was started with; its timers and calls may run on.
    pub(crate) fn run_file(&mut self, source: &Source) -> Outcome {
        let Source { name, text } = source;
        let outcome = self.sleeper.run(self.realm.run_file(name, text));
        self.ran(outcome)
    }

    fn ran(&mut self, outcome: Outcome) -> Outcome {
        // One that came too late for the cell is still to be heard, by its timers say.
        if matches!(outcome, Outcome::Stopped(_)) {
            self.stop.clear();
        }
        if let Some(past) = &self.past {
            past.write(self.realm.history());
        }
        outcome
    }

    /// Runs timers and calls to their end, and returns how it all ended.
    pub(crate) fn end(&mut self, outcome: Outcome) -> Outcome {
        if matches!(outcome, Outcome::Stopped(_)) || self.settle() {
            return outcome;
        }
        if let Outcome::Threw(error) = &outcome {
            self.report(error);
        }
        if let (Some(past), [earlier @ .., _]) = (&self.past, self.realm.history()) {
            past.write(earlier);
        }
        Outcome::Stopped(None)
    }

    /// Runs timers and calls to their end. Returns false if they were stopped.
    pub(crate) fn settle(&mut self) -> bool {
        self.sleeper.run(self.realm.settle())
    }

    /// Runs timers and calls until something comes in; `None` when nothing will any more.
    pub(crate) fn wait_for<T>(&mut self, inbox: &mut UnboundedReceiver<T>) -> Option<T> {
        let Self {
            realm, sleeper, stop, ..
        } = self;
        sleeper.run(async {
            loop {
                let next = pin!(inbox.recv());
                let going_on = pin!(realm.settle());
                match select(next, going_on).await {
                    Either::Left((came, _)) => return came,
                    Either::Right((true, next)) => match select(next, sleeper.pause(None)).await {
                        Either::Left((came, _)) => return came,
                        Either::Right(_) => stop.clear(),
                    },
                    Either::Right((false, _)) => stop.clear(),
                }
            }
        })
    }

    /// A stop that was requested is of no concern to what begins now.
    pub(crate) fn forget_stop(&self) {
        self.stop.clear();
    }

    /// Ends the timers and calls that are under way.
    pub(crate) fn drop_unfinished(&mut self) {
        self.stop.request();
        self.settle();
        self.stop.clear();
    }

    /// Tells of an uncaught error.
    pub(crate) fn report(&self, error: &ScriptError) {
        let paint = self.console.error_paint();
        self.console.complain(&failure::text(error, paint));
    }

    pub(crate) fn realm(&mut self) -> &mut Realm {
        &mut self.realm
    }

    pub(crate) fn profile(&self) -> Profile {
        self.profile
    }

    pub(crate) fn console(&self) -> &Console {
        &self.console
    }

    pub(crate) fn session(&self) -> &OpenedSession {
        self.bridge.session()
    }

    /// What each plugin is doing, by module.
    pub(crate) fn plugin_states(&self) -> Vec<(String, PluginState)> {
        self.bridge.plugin_states()
    }

    /// The exit code of a program that Ctrl-C ended before its terminal was open.
    pub(crate) fn interrupted() -> ExitCode {
        INTERRUPTED.into()
    }

    /// Ends the plugins, and says how the program ends: `outcome` is how its script did.
    pub(crate) fn close(mut self, outcome: &Outcome) -> Result<ExitCode> {
        if let Outcome::Threw(error) = outcome {
            self.report(error);
        }
        let failed = self.realm.take_uncaught() || matches!(outcome, Outcome::Threw(_));
        let is_stopped = self.sleeper.stop_requested() || matches!(outcome, Outcome::Stopped(_));
        let broken = self.console.take_broken();
        self.bridge.close();
        match broken {
            Some(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(PIPE_CLOSED.into()),
            Some(error) => Err(error).context("write to standard output"),
            None if is_stopped => Ok(INTERRUPTED.into()),
            None if failed => Ok(ExitCode::FAILURE),
            None => Ok(ExitCode::SUCCESS),
        }
    }
}

fn realm(profile: Profile, surroundings: &Surroundings) -> Result<Realm> {
    Realm::new(profile, surroundings.clone()).context("start the JavaScript engine")
}
