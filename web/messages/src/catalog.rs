//! The plugin modules of a session, and what discovery said about each candidate.

use serde::{Deserialize, Serialize};

/// One module that `require` finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Module {
    /// Such as `plugin:examples:greeter`.
    pub name: String,
    /// The author's version; may be empty.
    pub version: String,
    /// One paragraph for people; may be empty.
    pub doc: String,
    /// Free labels.
    pub capabilities: Vec<String>,
    /// In the order of the manifest.
    pub exports: Vec<Export>,
    /// The executable, for people.
    pub path: String,
}

/// One name on a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// The property's name.
    pub name: String,
    /// One paragraph for people, without the parameters; may be empty.
    pub doc: String,
    /// A function, or an object with methods.
    pub kind: ExportKind,
}

/// What an export looks like from JavaScript.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExportKind {
    /// `module.name(…)`, with what its text says about the parameters.
    Function(Option<Parameters>),
    /// `module.name.method(…)`
    Object(Vec<Method>),
}

/// Parameters in order, each as JavaScript writes it, such as `name = "world"` and `...rest`.
pub type Parameters = Vec<String>;

/// One method of an object export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Method {
    /// The property's name.
    pub name: String,
    /// What its text says about the parameters.
    pub parameters: Option<Parameters>,
    /// One line, without the parameters; may be empty.
    pub summary: String,
    /// One paragraph for people that says more than the line; may be empty.
    pub doc: String,
    /// Free labels.
    pub tags: Vec<String>,
}

/// What discovery found, skipped and refused.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The directories that were scanned.
    pub directories: Vec<String>,
    /// Sorted by path.
    pub candidates: Vec<Candidate>,
}

/// One file that matched the discovery pattern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The file.
    pub path: String,
    /// What became of it.
    pub outcome: CandidateOutcome,
}

/// What became of a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CandidateOutcome {
    /// Its module can be required.
    Loaded {
        /// The module's name.
        module: String,
    },
    /// It cannot be a plugin as it lies there; sessions open without it.
    Skipped {
        /// Why.
        reason: String,
        /// What to do; may be empty.
        advice: String,
    },
    /// It breaks a rule; no session opens until it is mended or moved away.
    Refused {
        /// Why.
        reason: String,
        /// What to do; may be empty.
        advice: String,
    },
}
