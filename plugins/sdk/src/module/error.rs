//! [`DefinitionError`]: what an author defined wrongly.

use proto::manifest::{ManifestError, ParameterError};
use thiserror::Error;

/// A definition that hosts would refuse, or that says something else than its handlers do.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DefinitionError {
    /// It breaks a rule of manifests.
    #[error("sdk module definition invalid")]
    Manifest(#[from] ManifestError),
    /// Parameters are not written as JavaScript writes them.
    #[error("sdk parameters of {callable:?} invalid")]
    Parameters {
        /// The function, or the object and its method.
        callable: String,
        /// What is wrong with them.
        source: ParameterError,
    },
    /// Another number of parameters is named than the handler takes.
    #[error("sdk handler of {callable:?} takes {takes} arguments, and its parameters name {named}")]
    ParameterCount {
        /// The function, or the object and its method.
        callable: String,
        /// How many arguments the handler takes.
        takes: usize,
        /// How many parameters are named.
        named: usize,
    },
    /// Hosts could not tell the parameters from the text that follows them.
    #[error(
        "sdk parameters of {callable:?} cannot be read back from {head:?}; \
         keep them in one line with all brackets and quotes closed, and a name without spaces and brackets"
    )]
    ParametersLost {
        /// The function, or the object and its method.
        callable: String,
        /// The name with the parameters, as it would stand before the text.
        head: String,
    },
}
