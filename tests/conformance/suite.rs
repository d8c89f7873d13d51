//! The suite: npm's `test262-parser-tests`. Its files are made to be parsed, not to be run.

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

/// A folder of the suite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Programs.
    Pass,
    /// The same programs with every parenthesis, brace and semicolon.
    PassExplicit,
    /// What the grammar refuses.
    Fail,
    /// What fits the grammar and is refused by one of its additional rules.
    Early,
}

/// One file.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) part: Part,
    name: String,
    pub(crate) source: String,
}

/// What becomes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is read to its end.
    Parsed,
    /// It is a `SyntaxError`.
    Refused,
}

impl Part {
    pub(crate) const ALL: [Self; 4] = [Self::Pass, Self::PassExplicit, Self::Fail, Self::Early];

    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::PassExplicit => "pass-explicit",
            Self::Fail => "fail",
            Self::Early => "early",
        }
    }
}

impl Case {
    /// Whether it is a module; the others are scripts.
    pub(crate) fn is_module(&self) -> bool {
        self.name.ends_with(".module.js")
    }

    /// What the suite expects.
    pub(crate) const fn expected(&self) -> Verdict {
        match self.part {
            Part::Pass | Part::PassExplicit => Verdict::Parsed,
            Part::Fail | Part::Early => Verdict::Refused,
        }
    }
}

/// `pass/0123456789abcdef.js`.
impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part.folder(), self.name)
    }
}

/// All files, part by part, sorted.
///
/// # Errors
/// npm did not install the suite.
pub(crate) fn read() -> Result<Vec<Case>> {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/test262-parser-tests");
    let mut cases = Vec::new();
    for part in Part::ALL {
        let folder = suite.join(part.folder());
        let mut names = Vec::new();
        for entry in fs::read_dir(&folder).with_context(|| {
            format!(
                "list {}; `cargo xtask test conformance` installs it",
                folder.display()
            )
        })? {
            let entry = entry.with_context(|| format!("list {}", folder.display()))?;
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        for name in names {
            let path = folder.join(&name);
            let source = fs::read_to_string(&path).with_context(|| format!("read {}", path.display()))?;
            cases.push(Case { part, name, source });
        }
    }
    Ok(cases)
}
