//! [`Runtime`]: evaluates scripts, each in a context of its own.

use std::fmt;
use std::path::Path;
use std::rc::Rc;

use boa_engine::context::ContextBuilder;
use boa_engine::{Context, JsResult, JsValue, Script, Source};

use crate::catalog::Catalog;
use crate::console::{self, ConsoleLevel, ConsoleSink};
use crate::inspect::inspect;
use crate::rejections::Rejections;
use crate::script_error::{SCRIPT_NAME, ScriptError};
use crate::transport::Transport;
use crate::{plugin_error, plugin_module, require};

/// Evaluates scripts against one catalog of modules.
pub struct Runtime {
    catalog: Rc<Catalog>,
    transport: Rc<dyn Transport>,
    console: Rc<dyn ConsoleSink>,
}

impl fmt::Debug for Runtime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Runtime")
            .field("catalog", &self.catalog)
            .finish_non_exhaustive()
    }
}

impl Runtime {
    /// A runtime whose scripts may require the modules of `catalog`.
    #[must_use]
    pub fn new(catalog: Catalog, transport: Rc<dyn Transport>, console: Rc<dyn ConsoleSink>) -> Self {
        Self {
            catalog: Rc::new(catalog),
            transport,
            console,
        }
    }

    /// Evaluates a script from scratch, and then its promise jobs until none is left. The answer is the value of
    /// the last expression as people read it, or `None` for `undefined`.
    ///
    /// # Errors
    /// What the script threw, or why it does not parse.
    pub fn run(&mut self, source: &str) -> Result<Option<String>, ScriptError> {
        let rejections = Rc::new(Rejections::default());
        let mut context = ContextBuilder::new()
            .host_hooks(Rc::clone(&rejections))
            .build()
            .and_then(|mut context| self.furnish(&mut context).map(|()| context))
            .map_err(|error| ScriptError::from_thrown(error, &mut Context::default()))?;
        let context = &mut context;

        let input = Source::from_bytes(source).with_path(Path::new(SCRIPT_NAME));
        let script =
            Script::parse(input, None, context).map_err(|error| ScriptError::from_syntax(source, &error))?;
        let value = script.evaluate(context);
        // The jobs of a script that threw run all the same, as in a page.
        let jobs = context.run_jobs();
        for reason in rejections.take() {
            let text = format!("Uncaught (in promise) {}", inspect(&reason, context));
            self.console.write(ConsoleLevel::Error, text);
        }
        value
            .and_then(|value| jobs.map(|()| value))
            .map(|value| shown(&value, context))
            .map_err(|error| ScriptError::from_thrown(error, context))
    }

    /// Defines what scripts find beside the language itself.
    fn furnish(&self, context: &mut Context) -> JsResult<()> {
        console::register(Rc::clone(&self.console), context)?;
        require::register(Rc::clone(&self.catalog), context)?;
        let error_class = plugin_error::register(context)?;
        plugin_module::register(Rc::clone(&self.transport), error_class, context);
        Ok(())
    }
}

fn shown(value: &JsValue, context: &mut Context) -> Option<String> {
    (!value.is_undefined()).then(|| inspect(value, context))
}
