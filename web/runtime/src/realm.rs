//! [`Realm`]: one set of globals that lasts, and the cells that run in it one after another.

mod evaluate;
mod file;
mod host_hooks;
mod last;
mod look;
mod names;
mod outcome;
mod profile;
mod setup;
mod surroundings;
mod waiting;

use std::fmt;
use std::path::Path;
use std::rc::Rc;

use boa_engine::context::ContextBuilder;
use boa_engine::{Context, JsError, JsNativeError, JsValue, Script};
use web_output::{Handle, Location, Opened, ScriptError};

use web_source::{Bindings, Cell, input, prepare_script};

use crate::bounds::{Memory, StopSignal, is_stop, limits};
use crate::errors;
use crate::globals::uncaught::{self, Uncaught};
use crate::inspect;
use crate::jobs::{self, Jobs};
use crate::modules::Loader;
use crate::modules::registry::Registry;
use crate::trace::{SourceKind, Sources, error_stack};
use evaluate::{Cut, Evaluated};
use host_hooks::Hooks;
pub use outcome::{Outcome, PastCell};
pub use profile::{Profile, UnknownProfile};
pub use surroundings::Surroundings;

/// Globals that last from cell to cell.
pub struct Realm {
    context: Context,
    profile: Profile,
    surroundings: Surroundings,
    memory: Rc<Memory>,
    jobs: Rc<Jobs>,
    hooks: Rc<Hooks>,
    sources: Rc<Sources>,
    bindings: Bindings,
    history: Vec<PastCell>,
    /// The value of the last cell.
    last: JsValue,
    /// How many frames stopped cells left behind.
    frames_left: usize,
}

/// A script, and what it declares again, as the engine and as the user calls it.
type Prepared = Result<(Script, Vec<(String, String)>), Box<ScriptError>>;

impl fmt::Debug for Realm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Realm")
            .field("profile", &self.profile)
            .finish_non_exhaustive()
    }
}

impl Realm {
    /// A realm where nothing ran yet.
    ///
    /// # Errors
    /// When the engine cannot make one.
    pub fn new(profile: Profile, surroundings: Surroundings) -> Result<Self, Box<ScriptError>> {
        let memory = Memory::new(surroundings.heap);
        let jobs = Rc::new(Jobs::default());
        let hooks = Rc::new(Hooks::default());
        let sources = Rc::new(Sources::default());
        let context = ContextBuilder::new()
            .host_hooks(Rc::clone(&hooks))
            .job_executor(Rc::clone(&jobs))
            .module_loader(Rc::new(Loader))
            .build()
            .and_then(|mut context| {
                context.insert_data(Rc::clone(&sources));
                context.insert_data(Rc::clone(&memory));
                context.insert_data(Uncaught::default());
                let engine = context.runtime_limits_mut();
                engine.set_recursion_limit(limits::RECURSION);
                engine.set_stack_size_limit(limits::STACK_VALUES);
                engine.set_backtrace_limit(limits::BACKTRACE);
                jobs::register(&mut context);
                StopSignal::register(Rc::clone(&surroundings.pace), &mut context);
                setup::register(&surroundings, &mut context)?;
                waiting::register(Rc::clone(&jobs), &mut context)?;
                Ok(context)
            })
            .map_err(|error| errors::from_thrown(error, &mut Context::default()))?;
        Ok(Self {
            context,
            profile,
            surroundings,
            memory,
            jobs,
            hooks,
            sources,
            bindings: Bindings::default(),
            history: Vec::new(),
            last: JsValue::undefined(),
            frames_left: 0,
        })
    }

    /// Runs a source, and then its promise jobs until none is left. Timers and calls of plugins that are still under
    /// way go on in [`Realm::settle`] or while later cells run. `file` names the source in errors; each should have a
    /// name of its own.
    pub async fn run(&mut self, file: &str, source: &str) -> Outcome {
        let prepared = self.prepare(file, source);
        self.run_prepared(file, source, prepared).await
    }

    async fn run_prepared(&mut self, file: &str, source: &str, prepared: Prepared) -> Outcome {
        if let Ok(registry) = Registry::of(&self.context) {
            *registry.cell.borrow_mut() = Some(file.to_owned());
        }
        let outcome = match prepared {
            Ok((script, renamed)) => {
                let outcome = self.evaluate(&script).await;
                self.restore_names(&renamed);
                outcome
            }
            Err(error) => self.refuse(error),
        };
        // What had to be stopped would have to be again.
        if self.profile.keeps_history() && !matches!(outcome, Outcome::Stopped(_)) {
            self.history.push(PastCell {
                file: file.to_owned(),
                source: source.to_owned(),
            });
        }
        outcome
    }

    /// Lets timers and calls of plugins go on until nothing is left to do or a stop is requested. What they throw is
    /// told to the console. Returns whether it ran to the end.
    pub async fn settle(&mut self) -> bool {
        loop {
            match self.drain().await {
                Ok(()) => {}
                Err(Cut::Stop) => {
                    self.stop();
                    return false;
                }
                Err(Cut::Limit(limit)) => {
                    self.stop();
                    uncaught::report_all(limit, &mut self.context);
                    return true;
                }
            }
            let Some(rest) = self.jobs.rest_of_main(&self.context) else {
                return true;
            };
            evaluate::rest(rest, &self.jobs, &*self.surroundings.pace).await;
        }
    }

    /// Opens what a preview showed in part: entries from place `from` on, or the value of a getter, which runs it.
    pub fn open(&mut self, handle: Handle, from: u64) -> Opened {
        inspect::open(handle, from, &mut self.context)
    }

    /// Whether timers or calls of plugins are under way.
    #[must_use]
    pub fn has_unfinished(&self) -> bool {
        self.jobs.rest_of_main(&self.context).is_some()
    }

    /// Whether an error was shown since this was last asked that nobody caught and no cell ended with, of a timer say or a
    /// promise.
    pub fn take_uncaught(&mut self) -> bool {
        Uncaught::take(&self.context)
    }

    /// The cells that ran to their ends so far, those that threw among them; none, unless the profile keeps them. Running them in
    /// a new realm rebuilds this one, as far as they depend on nothing else.
    #[must_use]
    pub fn history(&self) -> &[PastCell] {
        &self.history
    }

    /// What the cells so far declared.
    pub fn declared(&self) -> impl Iterator<Item = &str> {
        self.bindings.names()
    }

    fn prepare(&mut self, file: &str, source: &str) -> Prepared {
        let cell = if self.profile.has_cells() {
            let context = &self.context;
            let is_taken = |name: &str, is_lexical| names::is_taken(name, is_lexical, context);
            Cell::prepare(source, &mut self.bindings, &is_taken)
        } else {
            prepare_script(source).map(|source| Cell {
                source,
                renamed: Vec::new(),
            })
        };
        let cell = cell.map_err(|error| errors::from_syntax(error, file, source))?;
        let text = input(cell.source.text()).with_path(Path::new(file));
        let script = Script::parse(text, None, &mut self.context)
            .map_err(|error| errors::from_thrown(error, &mut self.context))?;
        self.sources
            .add(file, cell.source, SourceKind::Script, &self.context);
        self.sources.set_declared(self.bindings.names());
        Ok((script, cell.renamed))
    }

    async fn evaluate(&mut self, script: &Script) -> Outcome {
        let pace = &*self.surroundings.pace;
        let evaluated = evaluate::script(script, &mut self.context, &self.jobs, pace, &self.memory).await;
        let result = match evaluated {
            Evaluated::Done(Err(error)) if is_stop(&error) => return self.stop(),
            Evaluated::Done(result) => result,
            Evaluated::Cut(cut) => return self.cut(cut),
        };
        // The jobs of a script that threw run all the same, as in a page.
        if let Err(cut) = self.drain().await {
            return match (result, cut) {
                // It had thrown before the stop came.
                (Err(error), Cut::Stop) => {
                    self.stop();
                    Outcome::Threw(self.threw(error))
                }
                (_, cut) => self.cut(cut),
            };
        }
        match result {
            Ok(value) => {
                self.last = value.clone();
                self.keep_last("_", value.clone());
                let context = &mut self.context;
                Outcome::Value((!value.is_undefined()).then(|| inspect::preview(&value, context)))
            }
            Err(error) => Outcome::Threw(self.threw(error)),
        }
    }

    /// A source that is no script ends with an error like others.
    fn refuse(&mut self, error: Box<ScriptError>) -> Outcome {
        let thrown = JsNativeError::syntax().with_message(error.message.clone());
        if let Ok(value) = JsError::from(thrown).into_opaque(&mut self.context) {
            self.keep_last("_error", value);
        }
        Outcome::Threw(error)
    }

    fn threw(&mut self, error: JsError) -> Box<ScriptError> {
        if error.as_engine().is_none()
            && let Ok(value) = error.clone().into_opaque(&mut self.context)
        {
            self.keep_last("_error", value);
        }
        errors::from_thrown(error, &mut self.context)
    }

    /// Does whatever can be done now.
    async fn drain(&mut self) -> Result<(), Cut> {
        let drained = evaluate::drain(
            &mut self.context,
            &self.jobs,
            &*self.surroundings.pace,
            &self.memory,
            uncaught::report_all,
        )
        .await;
        for reason in self.hooks.take_rejections() {
            uncaught::report_rejection(&reason, &mut self.context);
        }
        drained
    }

    /// Forgets what was under way, and says why and where that was.
    fn cut(&mut self, cut: Cut) -> Outcome {
        match (self.stop(), cut) {
            (Outcome::Stopped(location), Cut::Limit(limit)) => {
                let mut error = self.threw(limit);
                error.location = location;
                Outcome::Threw(error)
            }
            (stopped, _) => stopped,
        }
    }

    /// Forgets what was under way, and says near which line that was: the engine knows the places of calls and accesses,
    /// and others may have run since the last one.
    fn stop(&mut self) -> Outcome {
        self.jobs.clear();
        let frames = error_stack::printed_here(&mut self.context);
        let depth = self.context.stack_trace().count();
        let location = if depth > self.frames_left {
            self.sources
                .read(&frames)
                .into_iter()
                .find_map(|frame| frame.location)
                .map(nearby)
        } else {
            None
        };
        // The engine cannot take the frames of a stopped cell away; later cells must not count them as their own.
        self.frames_left = depth;
        self.sources.add_stopped(&frames);
        Outcome::Stopped(location)
    }
}

fn nearby(location: Location) -> Location {
    match location {
        Location::At { start, .. } => Location::Near {
            file: start.file,
            line: start.line,
        },
        other => other,
    }
}
