//! [`Sources`]: what became of the user's sources, and what else is known of a context when an error is read.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use boa_engine::{Context, JsObject};
use web_output::{CodeFrame, Location};
use web_source::{ParsedSource, Rewritten};

use crate::trace::code_frame::code_frame;

/// How much source is parsed again for an error in it, in bytes.
const PARSED: usize = 1024 * 1024;

/// Maps the engine's frames to positions in the user's sources.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    pub(super) rewritten: RefCell<HashMap<String, (Rewritten, SourceKind)>>,
    /// The source that an error was last looked up in.
    parsed: RefCell<Option<(String, Rc<ParsedSource>)>>,
    /// What cells declared so far.
    declared: RefCell<Vec<String>>,
    /// Finds a module by its name.
    find_module: Cell<Option<FindModule>>,
    /// The frames of cells that were stopped, which the engine keeps below all later ones.
    pub(super) stopped: RefCell<Vec<String>>,
}

/// Finds a module by its name, without running code of the user.
pub(crate) type FindModule = fn(&str, &mut Context) -> Option<JsObject>;

/// How a source is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SourceKind {
    Script,
    Module,
}

impl Sources {
    /// The sources of a context.
    pub(crate) fn of(context: &Context) -> Option<Rc<Self>> {
        context.get_data::<Rc<Self>>().cloned()
    }

    /// Remembers what a file became.
    pub(crate) fn add(&self, file: String, source: Rewritten, kind: SourceKind) {
        self.parsed.borrow_mut().take_if(|(parsed, _)| *parsed == file);
        self.rewritten.borrow_mut().insert(file, (source, kind));
    }

    /// Remembers what cells declared so far.
    pub(crate) fn set_declared<'n>(&self, names: impl Iterator<Item = &'n str>) {
        *self.declared.borrow_mut() = names.map(str::to_owned).collect();
    }

    /// What cells declared so far.
    pub(crate) fn declared(&self) -> Vec<String> {
        self.declared.borrow().clone()
    }

    /// Remembers how modules are found.
    pub(crate) fn set_find_module(&self, find: FindModule) {
        self.find_module.set(Some(find));
    }

    /// A module that is found without running code of the user.
    pub(crate) fn module(&self, name: &str, context: &mut Context) -> Option<JsObject> {
        self.find_module.get().and_then(|find| find(name, context))
    }

    /// A source as the engine reads it, parsed.
    pub(crate) fn parsed(&self, file: &str) -> Option<Rc<ParsedSource>> {
        let mut last = self.parsed.borrow_mut();
        if let Some((parsed, source)) = &*last
            && parsed == file
        {
            return Some(Rc::clone(source));
        }
        let rewritten = self.rewritten.borrow();
        let (source, kind) = rewritten.get(file)?;
        if source.text().len() > PARSED {
            return None;
        }
        let lines = source.changed().clone();
        let parsed = Rc::new(match kind {
            SourceKind::Script => ParsedSource::script(lines)?,
            SourceKind::Module => ParsedSource::module(lines)?,
        });
        *last = Some((file.to_owned(), Rc::clone(&parsed)));
        Some(parsed)
    }

    /// Gives a function what a file became.
    pub(crate) fn with<T>(&self, file: &str, read: impl FnOnce(&Rewritten) -> T) -> Option<T> {
        self.rewritten.borrow().get(file).map(|(source, _)| read(source))
    }

    /// The line of a location, with the part marked that it is about.
    pub(crate) fn code_frame(&self, location: &Location) -> Option<CodeFrame> {
        self.with(location.file(), |source| code_frame(source.original(), location))?
    }
}
