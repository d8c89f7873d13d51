//! The file that a program was started with: a cell, a CommonJS module or an ECMAScript module, as it can be read.

use std::path::Path;

use boa_engine::builtins::promise::PromiseState;
use boa_engine::{JsError, JsNativeError, Script};
use web_source::{Rewritten, input, prepare_module, wrap_main};

use super::evaluate;
use super::{Outcome, Prepared, Realm};
use crate::errors;
use crate::modules::registry::Registry;
use crate::modules::{esm, require};
use crate::trace::SourceKind;

impl Realm {
    /// Runs the file that a program was started with: as an ECMAScript module if it or its package says so, else as a
    /// CommonJS module, else, for an `await` or an `import` at its top level, as a cell. A persistent realm runs cells
    /// alone, because others declare nothing that lasts.
    pub async fn run_file(&mut self, file: &str, source: &str) -> Outcome {
        if !self.profile.has_cells() || self.profile.keeps_history() {
            return self.run(file, source).await;
        }
        if self.is_declared_module(file) {
            match prepare_module(source) {
                Ok(module) => return self.run_module(file, module).await,
                Err(error) if file.ends_with(".mjs") => {
                    return self.refuse(errors::from_syntax(error, file, source));
                }
                Err(_) => {}
            }
        }
        if let Err(error) = require::start(file, &mut self.context) {
            return Outcome::Threw(errors::from_thrown(error, &mut self.context));
        }
        let as_main = self.prepare_main(file, source);
        if as_main.is_ok() || file.ends_with(".cjs") {
            return self.run_prepared(file, source, as_main).await;
        }
        let as_cell = self.prepare(file, source);
        if as_cell.is_err()
            && let Ok(module) = prepare_module(source)
        {
            return self.run_module(file, module).await;
        }
        self.run_prepared(file, source, as_cell).await
    }

    fn is_declared_module(&mut self, file: &str) -> bool {
        Registry::of(&self.context)
            .is_ok_and(|registry| registry.is_declared_module(file, &mut self.context) == Some(true))
    }

    /// A CommonJS module, as a script that calls it.
    fn prepare_main(&mut self, file: &str, source: &str) -> Prepared {
        let wrapped = wrap_main(source).map_err(|error| errors::from_syntax(error, file, source))?;
        let text = input(wrapped.text()).with_path(Path::new(file));
        let script = Script::parse(text, None, &mut self.context)
            .map_err(|error| errors::from_thrown(error, &mut self.context))?;
        self.sources.add(file, wrapped, SourceKind::Script, &self.context);
        Ok((script, Vec::new()))
    }

    async fn run_module(&mut self, file: &str, source: Rewritten) -> Outcome {
        let started = esm::define(file, source, &mut self.context)
            .and_then(|module| esm::evaluate(&module, &mut self.context));
        let evaluation = match started {
            Ok(evaluation) => evaluation,
            Err(error) => return Outcome::Threw(self.threw(error)),
        };
        loop {
            if let Err(cut) = self.drain().await {
                return self.cut(cut);
            }
            match evaluation.state() {
                PromiseState::Fulfilled(_) => return Outcome::Value(None),
                PromiseState::Rejected(reason) => {
                    return Outcome::Threw(self.threw(JsError::from_opaque(reason)));
                }
                PromiseState::Pending => {}
            }
            let Some(rest) = self.jobs.rest_of_main(&self.context) else {
                let error = JsNativeError::error().with_message(
                    "an await at the top level would never end: nothing is left to run that could settle its promise",
                );
                return Outcome::Threw(self.threw(error.into()));
            };
            evaluate::rest(rest, &self.jobs, &*self.surroundings.pace).await;
        }
    }
}
