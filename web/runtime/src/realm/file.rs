//! The file that a program was started with: a cell, a CommonJS module or an ECMAScript module, as it can be read.

use std::path::Path;

use boa_engine::builtins::promise::PromiseState;
use boa_engine::object::builtins::JsPromise;
use boa_engine::{Context, JsError, JsNativeError, JsResult, JsValue, Module, NativeFunction, Script};
use web_source::{check_module, input, wrap_main};

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
        if self.is_module(file, source) {
            return self.run_module(file, source).await;
        }
        if let Err(error) = require::start(file, &mut self.context) {
            return Outcome::Threw(errors::from_thrown(error, &mut self.context));
        }
        let as_main = self.prepare_main(file, source);
        if as_main.is_ok() || file.ends_with(".cjs") {
            return self.run_prepared(file, source, as_main).await;
        }
        match self.prepare(file, source) {
            Err(_) if check_module(source).is_ok() => self.run_module(file, source).await,
            prepared => self.run_prepared(file, source, prepared).await,
        }
    }

    fn is_module(&mut self, file: &str, source: &str) -> bool {
        let Ok(registry) = Registry::of(&self.context) else {
            return false;
        };
        let is_declared = registry.is_declared_module(file, &mut self.context) == Some(true);
        is_declared && (file.ends_with(".mjs") || check_module(source).is_ok())
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

    async fn run_module(&mut self, file: &str, source: &str) -> Outcome {
        if let Err(error) = check_module(source) {
            return self.refuse(errors::from_syntax(error, file, source));
        }
        let evaluation = match evaluation(file, source, &mut self.context) {
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

/// Starts a module. Its rejection is reported by whoever started it, and not as one that nobody handles.
fn evaluation(file: &str, source: &str, context: &mut Context) -> JsResult<JsPromise> {
    let module: Module = esm::module(file, source, context)?;
    let evaluation = module.load_link_evaluate(context);
    let nothing = NativeFunction::from_copy_closure(|_, _, _| Ok(JsValue::undefined()));
    let nothing = nothing.to_js_function(context.realm());
    evaluation.then(Some(nothing.clone()), Some(nothing), context)?;
    Ok(evaluation)
}
