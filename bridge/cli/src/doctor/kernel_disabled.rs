//! Systems other than Linux: nothing of what the Linux twin of this file looks for exists.

use super::finding::Finding;

pub(super) fn processes() -> Vec<Finding> {
    vec![Finding::warn(
        "system",
        format!(
            "Pontoon is built and tested on Linux; on {} plugins run from a private copy of their file, and outlive a \
             pontoon that is killed",
            std::env::consts::OS
        ),
        "use Linux, or end what is left behind by hand",
    )]
}

pub(super) fn confinement() -> Vec<Finding> {
    vec![Finding::warn(
        "confinement",
        "plugins can read and change all files of this user",
        "allow only plugins that you trust",
    )]
}
