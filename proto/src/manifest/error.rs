//! The rules of a manifest as errors, word for word go-go-goja's (its `validate.go`, see the seed's guide). The last
//! two are our own: go-go-goja takes a name of any length and any characters.

use thiserror::Error;

use super::{ModuleName, NAMESPACE};

/// The first rule that a manifest breaks.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ManifestError {
    /// The module has no name.
    #[error("plugin manifest module name is empty")]
    EmptyModuleName,
    /// The module's name lies outside the namespace.
    #[error("plugin module {module:?} must use namespace {NAMESPACE:?}")]
    WrongNamespace {
        /// The published name.
        module: String,
    },
    /// An export has no name.
    #[error("plugin module {:?} has an export with empty name", module.as_str())]
    EmptyExportName {
        /// The module.
        module: ModuleName,
    },
    /// Two exports share a name.
    #[error("plugin module {:?} has duplicate export {export:?}", module.as_str())]
    DuplicateExport {
        /// The module.
        module: ModuleName,
        /// The second of them.
        export: String,
    },
    /// An export's kind was left out.
    #[error("plugin module {:?} export {export:?} has unspecified kind", module.as_str())]
    UnspecifiedKind {
        /// The module.
        module: ModuleName,
        /// The export.
        export: String,
    },
    /// An export's kind is none that we know.
    #[error("plugin module {:?} export {export:?} has unsupported kind \"{number}\"", module.as_str())]
    UnsupportedKind {
        /// The module.
        module: ModuleName,
        /// The export.
        export: String,
        /// As published.
        number: i32,
    },
    /// A function declares methods.
    #[error("function export {export:?} in module {:?} must not define methods", module.as_str())]
    FunctionWithMethods {
        /// The module.
        module: ModuleName,
        /// The export.
        export: String,
    },
    /// An object declares none.
    #[error("object export {export:?} in module {:?} must define methods", module.as_str())]
    ObjectWithoutMethods {
        /// The module.
        module: ModuleName,
        /// The export.
        export: String,
    },
    /// A method has no name.
    #[error("object export {export:?} in module {:?} has an empty method name", module.as_str())]
    EmptyMethodName {
        /// The module.
        module: ModuleName,
        /// The export.
        export: String,
    },
    /// Two methods of an object share a name.
    #[error("object export {export:?} in module {:?} has duplicate method {method:?}", module.as_str())]
    DuplicateMethod {
        /// The module.
        module: ModuleName,
        /// The export.
        export: String,
        /// The second of them.
        method: String,
    },
    /// Something is larger than a host should keep, send to a page or show.
    #[error("{place} has {found} {unit}, and may have {limit}")]
    TooLarge {
        /// What is.
        place: String,
        /// How large it is.
        found: usize,
        /// Of what.
        unit: &'static str,
        /// How large it may be.
        limit: usize,
    },
    /// A name is not fit to be one.
    #[error("{place} is {name:?}, which {reason}")]
    UnfitName {
        /// Whose name.
        place: String,
        /// The published name.
        name: String,
        /// What is wrong with it.
        reason: &'static str,
    },
}
