//! [`Harness`]: a module called as a host calls it, in a plain test. No process, no socket; the checks of the
//! manifest and the wire form of values are the real ones.

use proto::manifest::{ExportKind, Manifest};
use proto::value::{EncodedValue, Value, to_value};
use serde::Serialize;
use tokio::runtime::{self, Runtime};

use crate::error::chain;
use crate::{Error, Module, Plugin, Result};

/// A module that can be called from tests.
///
/// Handlers run as they do in a plugin: a plain function on a thread of its own, a future on a tokio runtime. Two
/// threads may call at once. It cannot be used from within an asynchronous test.
///
/// ```
/// use pontoon_sdk::testing::Harness;
/// use pontoon_sdk::{Function, Module, value};
///
/// fn module() -> Module {
///     Module::new("plugin:school").function(Function::new("grade", grade).parameters("score, strict?"))
/// }
///
/// fn grade(score: f64, strict: Option<bool>) -> bool {
///     score >= if strict == Some(true) { 0.8 } else { 0.5 }
/// }
///
/// # // What follows would be the body of a test.
/// let school = Harness::new(module())?;
/// assert_eq!(school.call("grade", (0.6,))?, value!(true));
/// assert_eq!(school.call("grade", (0.6, true))?, value!(false));
/// assert_eq!(
///     school.call("grade", ("best",)).unwrap_err().message(),
///     "sdk call argument 0 expected number, got string",
/// );
/// # Ok::<_, pontoon_sdk::Error>(())
/// ```
#[derive(Debug)]
pub struct Harness {
    plugin: Plugin,
    runtime: Runtime,
}

impl Harness {
    /// Checks the module by the rules that hosts apply, and makes it ready for calls.
    ///
    /// # Errors
    /// When the definition breaks a rule.
    pub fn new(module: Module) -> Result<Self> {
        Ok(Self {
            plugin: module.build()?,
            runtime: runtime::Builder::new_current_thread().enable_all().build()?,
        })
    }

    /// What hosts are told about the module.
    #[must_use]
    pub const fn manifest(&self) -> &Manifest {
        self.plugin.manifest()
    }

    /// Calls a function, or a method as `object.method`.
    ///
    /// The arguments are anything that serde serialises as a sequence: a tuple such as `("a", 1)` or `("a",)`, an
    /// array, or `()` for none. They and the result pass through their wire form.
    ///
    /// # Errors
    /// With the text that a script would see.
    pub fn call(&self, path: &str, arguments: impl Serialize) -> Result<Value> {
        let arguments: Vec<EncodedValue> = sequence(&arguments)?
            .into_iter()
            .map(EncodedValue::try_from)
            .collect::<Result<_, _>>()?;
        let (export, method) = self.names(path);
        let answer = self.plugin.invoke(export, method, &arguments);
        match self.runtime.block_on(answer) {
            Ok(result) => Ok(Value::try_from(result)?),
            Err(error) => Err(Error::new(chain(&error))),
        }
    }

    /// The export and the method that a path means; names may hold dots themselves.
    fn names<'a>(&self, path: &'a str) -> (&'a str, &'a str) {
        let exports = &self.manifest().exports;
        if exports.iter().any(|export| export.name == path) {
            return (path, "");
        }
        let objects = exports
            .iter()
            .filter(|export| export.kind != ExportKind::Function);
        objects
            .filter_map(|object| {
                let method = path.strip_prefix(&object.name)?.strip_prefix('.')?;
                Some((&path[..object.name.len()], method))
            })
            .next()
            .or_else(|| path.split_once('.'))
            .unwrap_or((path, ""))
    }
}

fn sequence(arguments: &impl Serialize) -> Result<Vec<Value>> {
    match to_value(arguments)? {
        Value::Null => Ok(Vec::new()),
        Value::List(arguments) => Ok(arguments.into_vec()),
        other => Err(Error::new(format!(
            "arguments are a sequence, such as a tuple, and not one {}",
            other.type_name()
        ))),
    }
}
