//! What could stand at the cursor of a prompt: live names and properties of a realm, and the modules of plugins. To
//! look never runs code: no getter is read and no proxy asked.

mod describe;
mod live;

use web_source::{CallProgress, Cursor, callees};

use crate::realm::Realm;
pub use describe::Called;

/// What could stand at the cursor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Completions {
    /// Where the text begins that a candidate replaces, in bytes; it ends at the cursor.
    pub start: usize,
    /// The nearest first: own properties before inherited ones.
    pub candidates: Vec<Candidate>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What to write.
    pub text: String,
    /// How it is called, if it is a function.
    pub called: Option<Called>,
}

/// The words of the language that begin or join statements.
const KEYWORDS: [&str; 34] = [
    "async",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "extends",
    "finally",
    "for",
    "function",
    "if",
    "import",
    "instanceof",
    "let",
    "new",
    "return",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "try",
    "typeof",
    "var",
    "void",
    "while",
    "yield",
];

impl Realm {
    /// What could stand in `source` at the byte `at`.
    pub fn complete(&mut self, source: &str, at: usize) -> Completions {
        match Cursor::at(source, at) {
            Cursor::Module { start, prefix } => Completions {
                start,
                candidates: plain(self.modules(), prefix),
            },
            Cursor::Member { path, start, prefix } => Completions {
                start,
                candidates: self.members(&path, prefix),
            },
            Cursor::Name { start, prefix } => {
                let mut candidates = self.globals(prefix);
                if !prefix.is_empty() {
                    candidates.extend(plain(KEYWORDS.map(str::to_owned), prefix));
                }
                Completions { start, candidates }
            }
            Cursor::Nothing => Completions::default(),
        }
    }

    /// How the function is called whose name stands before the byte `at`, or whose arguments are being written there; but not while the name of a module is.
    pub fn called_at(&mut self, source: &str, at: usize) -> Option<(Called, CallProgress)> {
        if matches!(Cursor::at(source, at), Cursor::Module { .. }) {
            return None;
        }
        callees(source, at).into_iter().find_map(|(path, written)| {
            let value = self.look_up(&path)?;
            Some((self.describe(&value)?, written))
        })
    }
}

fn plain(texts: impl IntoIterator<Item = String>, prefix: &str) -> Vec<Candidate> {
    texts
        .into_iter()
        .filter(|text| text.starts_with(prefix))
        .map(|text| Candidate { text, called: None })
        .collect()
}
