//! How a file is put to a runtime, which runs what it reads: a script is a cell that is stopped before it begins, and
//! a module is a document that a cell imports. What is wrong in its text is told before anything of it runs; whatever
//! else comes out, the file was read.

use crate::suite::{Case, Verdict};

/// What errors call the cell.
pub(crate) const CELL: &str = "cell.js";
/// The document that a module is.
pub(crate) const DOCUMENT: &str = "subject.mjs";

const IMPORT: &str = "import './subject.mjs'";

/// The cell that asks.
pub(crate) fn cell(case: &Case) -> &str {
    if case.is_module() { IMPORT } else { &case.source }
}

/// What the name of the error that ended the cell says, if one did.
pub(crate) fn verdict(error_name: Option<&str>) -> Verdict {
    match error_name {
        Some("SyntaxError") => Verdict::Refused,
        _ => Verdict::Parsed,
    }
}
