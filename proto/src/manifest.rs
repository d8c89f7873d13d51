//! A plugin's manifest after every rule of the seed's surface reference has been checked. Host and SDK parse
//! with the same code, and the texts are go-go-goja's, so that people find them.

mod bounds;
mod description;
mod error;
mod parse;
mod signature;
#[cfg(test)]
mod tests;

use std::fmt;

pub use description::Description;
pub use error::ManifestError;
pub use signature::{Parameter, ParameterError, ParameterKind, Signature};

use crate::contract;

/// The prefix of every plugin module's name.
pub const NAMESPACE: &str = "plugin:";

/// The name that `require` takes: in the namespace, with something after it being the author's business.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModuleName(String);

impl ModuleName {
    /// Checks a published name. The name is kept as published; spaces around it count for the checks only.
    ///
    /// # Errors
    /// When the name is empty, outside [`NAMESPACE`], too long, or not printable.
    pub fn parse(name: impl Into<String>) -> Result<Self, ManifestError> {
        let name = name.into();
        let place = || "name of the module".to_owned();
        bounds::name_length(place, &name)?;
        match name.trim() {
            "" => Err(ManifestError::EmptyModuleName),
            trimmed if trimmed.starts_with(NAMESPACE) => {
                bounds::name(place, &name)?;
                Ok(Self(name))
            }
            _ => Err(ManifestError::WrongNamespace { module: name }),
        }
    }

    /// The name as `require` takes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ModuleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One valid module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The module's name.
    pub module: ModuleName,
    /// The author's version, free text.
    pub version: String,
    /// One paragraph for people.
    pub doc: String,
    /// Free labels.
    pub capabilities: Vec<String>,
    /// In the order in which `Object.keys(module)` lists them; their names differ.
    pub exports: Vec<Export>,
}

/// One name on a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Not empty, printable, not too long.
    pub name: String,
    /// One paragraph for people.
    pub doc: String,
    /// A function or an object.
    pub kind: ExportKind,
}

/// What an export looks like from JavaScript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportKind {
    /// A function on the module.
    Function,
    /// An object on the module with at least one method; their names differ.
    Object(Vec<Method>),
}

/// One method of an object export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// Not empty, printable, not too long.
    pub name: String,
    /// One line for lists.
    pub summary: String,
    /// One paragraph for people.
    pub doc: String,
    /// Free labels.
    pub tags: Vec<String>,
}

impl Manifest {
    /// The wire form.
    #[must_use]
    pub fn to_wire(&self) -> contract::ModuleManifest {
        contract::ModuleManifest {
            module_name: self.module.as_str().to_owned(),
            version: self.version.clone(),
            exports: self.exports.iter().map(Export::to_wire).collect(),
            capabilities: self.capabilities.clone(),
            doc: self.doc.clone(),
        }
    }
}

impl Export {
    fn to_wire(&self) -> contract::ExportSpec {
        let (kind, methods) = match &self.kind {
            ExportKind::Function => (contract::ExportKind::Function, &[][..]),
            ExportKind::Object(methods) => (contract::ExportKind::Object, methods.as_slice()),
        };
        contract::ExportSpec {
            name: self.name.clone(),
            kind: kind.into(),
            doc: self.doc.clone(),
            method_specs: methods
                .iter()
                .map(|method| contract::MethodSpec {
                    name: method.name.clone(),
                    summary: method.summary.clone(),
                    doc: method.doc.clone(),
                    tags: method.tags.clone(),
                })
                .collect(),
        }
    }
}
