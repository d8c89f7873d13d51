//! [`Sources`]: what became of the user's sources, and what else is known of a context when an error is read.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use boa_engine::{Context, JsObject};
use web_output::{CodeFrame, LineColumn, Location, Position, Warning};
use web_source::{Lines, ParsedSource, Rewritten};

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
    /// Shows warnings.
    show_warning: Cell<Option<ShowWarning>>,
    /// The frames of cells that were stopped, which the engine keeps below all later ones.
    pub(super) stopped: RefCell<Vec<String>>,
}

/// Finds a module by its name, without running code of the user.
pub(crate) type FindModule = fn(&str, &mut Context) -> Option<JsObject>;

/// Shows a warning, in its place among what scripts write.
pub(crate) type ShowWarning = fn(Warning, &Context);

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

    /// Remembers what a file became, and warns of what the engine gets wrong in it.
    pub(crate) fn add(&self, file: &str, source: Rewritten, kind: SourceKind, context: &Context) {
        if let Some(show) = self.show_warning.get() {
            for warning in source.warnings() {
                show(in_file(warning, file, source.original()), context);
            }
        }
        self.parsed.borrow_mut().take_if(|(parsed, _)| parsed == file);
        self.rewritten
            .borrow_mut()
            .insert(file.to_owned(), (source, kind));
    }

    /// Remembers how warnings are shown.
    pub(crate) fn set_show_warning(&self, show: ShowWarning) {
        self.show_warning.set(Some(show));
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

fn in_file(warning: &web_source::Warning, file: &str, lines: &Lines) -> Warning {
    let [start, end] = [warning.range.start, warning.range.end].map(|byte| lines.position(byte));
    let location = Location::At {
        start: Position {
            file: file.to_owned(),
            line: start.line,
            column: start.column,
        },
        end: Some(LineColumn {
            line: end.line,
            column: end.column,
        }),
    };
    Warning {
        message: warning.message.clone(),
        code: code_frame(lines, &location),
        location,
    }
}
