//! [`Verdict`]: whether an operation can be the one that failed.

/// Whether an operation can fail in a certain way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// It cannot.
    Impossible,
    /// Something that it runs may.
    Unlikely,
    /// It depends on its operands.
    Possible,
    /// It does whenever it is reached.
    Certain,
}
