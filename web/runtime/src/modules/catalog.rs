//! [`Catalog`]: the modules that `require` finds, and what to say about a name that it does not find.

#[cfg(test)]
mod tests;

use std::rc::Rc;

use proto::manifest::{Manifest, NAMESPACE};

use crate::values::most_similar;

/// How many modules a message lists before it counts the rest.
const LISTED_MODULES: usize = 20;

/// What is said to people who know other systems.
const ONLY: &str = "only plugin modules can be required, and files, which begin with './', '../' or '/'";

/// The modules of a session, or the reason why there is no session.
#[derive(Debug, Clone)]
pub struct Catalog(Contents);

/// A module of a session.
#[derive(Debug, Clone)]
pub struct PluginModule {
    /// What the plugin published.
    pub manifest: Manifest,
    /// The plugin's executable, for people.
    pub path: String,
}

#[derive(Debug, Clone)]
enum Contents {
    Modules(Vec<Rc<PluginModule>>),
    Absent(String),
}

impl Catalog {
    /// The modules of an open session.
    #[must_use]
    pub fn new(modules: impl IntoIterator<Item = PluginModule>) -> Self {
        Self(Contents::Modules(modules.into_iter().map(Rc::new).collect()))
    }

    /// No session is open; `reason` is a clause that says why, such as `the bridge does not answer`.
    #[must_use]
    pub fn absent(reason: impl Into<String>) -> Self {
        Self(Contents::Absent(reason.into()))
    }

    pub(crate) fn find(&self, name: &str) -> Option<&Manifest> {
        self.modules()
            .iter()
            .map(|module| &module.manifest)
            .find(|manifest| manifest.module.as_str() == name)
    }

    /// What can be required.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.modules()
            .iter()
            .map(|module| module.manifest.module.as_str())
    }

    /// The message of the error that `require(name)` throws. It begins as Node's does, so that people find it.
    pub(crate) fn explain_missing(&self, name: &str) -> String {
        let mut message = format!("Cannot find module '{name}'");
        let reason = match &self.0 {
            Contents::Modules(modules) if modules.is_empty() && !name.starts_with(NAMESPACE) => {
                format!(": {ONLY}")
            }
            Contents::Absent(reason) => format!(": no session is open, because {reason}"),
            Contents::Modules(modules) if modules.is_empty() => {
                ": this session has no plugin modules".to_owned()
            }
            Contents::Modules(_) => self.what_is_there(name),
        };
        message.push_str(&reason);
        message
    }

    fn what_is_there(&self, name: &str) -> String {
        let names: Vec<String> = self
            .modules()
            .iter()
            .take(LISTED_MODULES)
            .map(|module| format!("'{}'", module.manifest.module))
            .collect();
        let more = match self.modules().len() - names.len() {
            0 => String::new(),
            count => format!(" and {count} more"),
        };
        let available = format!("available: {}{more}", names.join(", "));
        match self.closest(name) {
            Some(near) => format!("; did you mean '{near}'? ({available})"),
            None if !name.starts_with(NAMESPACE) => {
                format!(": {ONLY} ({available})")
            }
            None => format!(" ({available})"),
        }
    }

    /// The module whose last part is the same, or else the one that is spelled most alike.
    fn closest(&self, name: &str) -> Option<&str> {
        let tolerated = name.chars().count() / 4;
        self.names()
            .find(|known| last_part(known) == last_part(name))
            .or_else(|| most_similar(name, tolerated, self.names()))
    }

    /// The modules of the session, in its order.
    pub(crate) fn modules(&self) -> &[Rc<PluginModule>] {
        match &self.0 {
            Contents::Modules(modules) => modules,
            Contents::Absent(_) => &[],
        }
    }
}

fn last_part(name: &str) -> &str {
    name.rsplit([':', '/']).next().unwrap_or(name)
}
