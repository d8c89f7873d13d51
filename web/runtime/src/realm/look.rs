//! What the other parts of the runtime may see of a realm.

use boa_engine::{Context, JsObject};

use crate::modules::{docs, require};
use crate::realm::Realm;

impl Realm {
    pub(crate) fn context(&mut self) -> &mut Context {
        &mut self.context
    }

    /// What the engine calls a name of the user's.
    pub(crate) fn inside_name(&self, name: &str) -> String {
        self.bindings.alias(name).unwrap_or_else(|| name.to_owned())
    }

    /// The names of the modules that can be required.
    pub(crate) fn modules(&self) -> Vec<String> {
        let plugins = self.surroundings.catalog.names();
        plugins.chain([docs::MODULE]).map(str::to_owned).collect()
    }

    /// A module, as `require` gives it.
    pub(crate) fn module(&mut self, name: &str) -> Option<JsObject> {
        require::find(name, &mut self.context).ok()
    }
}
