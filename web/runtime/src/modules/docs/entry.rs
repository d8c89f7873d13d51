//! [`Entry`]: one thing that can be looked up. The shape, the kinds and the identifiers are go-go-goja's, so that
//! scripts written for it find what they look for.

/// The source of what plugins say about themselves.
pub(crate) const PLUGINS: &str = "plugin-manifests";
/// The source of what this runtime says about itself.
pub(crate) const RUNTIME: &str = "runtime";

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Module,
    Export,
    Method,
    /// A global function or object of this runtime.
    Symbol,
    /// A page of text.
    Section,
}

/// One thing.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) source: &'static str,
    pub(crate) kind: Kind,
    /// `plugin:x`, `plugin:x/export`, `plugin:x/export.method`; a name in the runtime's own source.
    pub(crate) id: String,
    /// What it is called, without its owner.
    pub(crate) title: String,
    /// How to call it, such as `(name = "world")`; nothing for what cannot be called.
    pub(crate) parameters: Option<String>,
    /// One line.
    pub(crate) summary: String,
    /// The whole text; no less than the summary.
    pub(crate) body: String,
    pub(crate) topics: Vec<String>,
    pub(crate) tags: Vec<String>,
    /// The plugin's executable; empty for what is no plugin's.
    pub(crate) path: String,
    /// The kinds and identifiers of what belongs to it.
    pub(crate) related: Vec<(Kind, String)>,
    pub(crate) metadata: Vec<(&'static str, Fact)>,
}

/// A detail in an entry's metadata.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Fact {
    Text(String),
    Texts(Vec<String>),
    Number(f64),
    Flag(bool),
}

impl Kind {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Module => "plugin-module",
            Self::Export => "plugin-export",
            Self::Method => "plugin-method",
            Self::Symbol => "symbol",
            Self::Section => "help-section",
        }
    }

    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Module => "Plugin Module",
            Self::Export => "Plugin Export",
            Self::Method => "Plugin Method",
            Self::Symbol => "Symbol",
            Self::Section => "Help Section",
        }
    }
}

impl Entry {
    pub(crate) fn new(source: &'static str, kind: Kind, id: String) -> Self {
        Self {
            source,
            kind,
            title: id.clone(),
            id,
            parameters: None,
            summary: String::new(),
            body: String::new(),
            topics: Vec::new(),
            tags: Vec::new(),
            path: String::new(),
            related: Vec::new(),
            metadata: Vec::new(),
        }
    }

    /// The module of an entry of a plugin, and the path in it: `strings.upper`.
    pub(crate) fn module_and_path(&self) -> Option<(&str, &str)> {
        match self.kind {
            Kind::Module => Some((&self.id, "")),
            Kind::Export | Kind::Method => self.id.rsplit_once('/'),
            Kind::Symbol | Kind::Section => None,
        }
    }
}

/// The first line of the first text that has one.
pub(crate) fn first_line(texts: &[&str]) -> String {
    let line = texts.iter().find_map(|text| text.trim().lines().next());
    line.unwrap_or_default().trim().to_owned()
}
