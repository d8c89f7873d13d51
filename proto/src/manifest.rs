//! A plugin's manifest after every rule of the seed's surface reference has been checked. Host and SDK parse
//! with the same code, and the texts are go-go-goja's, so that people find them.

mod bounds;
mod error;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::fmt;

pub use error::ManifestError;

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
    /// Checks what a plugin published, in go-go-goja's order: the first broken rule is the error.
    ///
    /// # Errors
    /// The first rule that is broken.
    pub fn parse(wire: contract::ModuleManifest) -> Result<Self, ManifestError> {
        let module = ModuleName::parse(wire.module_name)?;
        let of_module = |what: &str| format!("{what} of module {:?}", module.as_str());
        bounds::name_length(|| of_module("version"), &wire.version)?;
        bounds::doc(|| of_module("doc"), &wire.doc)?;
        bounds::labels(|| of_module("capabilities"), &wire.capabilities)?;
        let whole = || format!("module {:?}", module.as_str());
        bounds::count(whole, wire.exports.len(), "exports")?;
        let mut names = HashSet::new();
        let exports = wire
            .exports
            .into_iter()
            .map(|export| {
                bounds::name_length(|| of_module("name of an export"), &export.name)?;
                let name = export.name.trim();
                if name.is_empty() {
                    return Err(ManifestError::EmptyExportName {
                        module: module.clone(),
                    });
                }
                if !names.insert(name.to_owned()) {
                    return Err(ManifestError::DuplicateExport {
                        module: module.clone(),
                        export: export.name,
                    });
                }
                Export::parse(&module, export)
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            module,
            version: wire.version,
            doc: wire.doc,
            capabilities: wire.capabilities,
            exports,
        })
    }

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
    fn parse(module: &ModuleName, wire: contract::ExportSpec) -> Result<Self, ManifestError> {
        let place = || format!("name of an export of module {:?}", module.as_str());
        bounds::name(place, &wire.name)?;
        let place = || format!("doc of export {:?} in module {:?}", wire.name, module.as_str());
        bounds::doc(place, &wire.doc)?;
        let unsupported = |number: i32| match number {
            0 => ManifestError::UnspecifiedKind {
                module: module.clone(),
                export: wire.name.clone(),
            },
            _ => ManifestError::UnsupportedKind {
                module: module.clone(),
                export: wire.name.clone(),
                number,
            },
        };
        let kind = match contract::ExportKind::try_from(wire.kind) {
            Ok(contract::ExportKind::Function) if wire.method_specs.is_empty() => ExportKind::Function,
            Ok(contract::ExportKind::Function) => {
                return Err(ManifestError::FunctionWithMethods {
                    module: module.clone(),
                    export: wire.name,
                });
            }
            Ok(contract::ExportKind::Object) => {
                ExportKind::Object(parse_methods(module, &wire.name, wire.method_specs)?)
            }
            Ok(contract::ExportKind::Unspecified) | Err(_) => return Err(unsupported(wire.kind)),
        };
        Ok(Self {
            name: wire.name,
            doc: wire.doc,
            kind,
        })
    }

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

fn parse_methods(
    module: &ModuleName,
    export: &str,
    wire: Vec<contract::MethodSpec>,
) -> Result<Vec<Method>, ManifestError> {
    if wire.is_empty() {
        return Err(ManifestError::ObjectWithoutMethods {
            module: module.clone(),
            export: export.to_owned(),
        });
    }
    let object = || format!("object export {export:?} in module {:?}", module.as_str());
    bounds::count(object, wire.len(), "methods")?;
    let mut names = HashSet::new();
    wire.into_iter()
        .map(|method| {
            let place = || format!("name of a method of {}", object());
            bounds::name_length(place, &method.name)?;
            let name = method.name.trim();
            if name.is_empty() {
                return Err(ManifestError::EmptyMethodName {
                    module: module.clone(),
                    export: export.to_owned(),
                });
            }
            if !names.insert(name.to_owned()) {
                return Err(ManifestError::DuplicateMethod {
                    module: module.clone(),
                    export: export.to_owned(),
                    method: method.name,
                });
            }
            bounds::name(place, &method.name)?;
            let of_method = |what: &str| format!("{what} of method {:?} of {}", method.name, object());
            bounds::doc(|| of_method("summary"), &method.summary)?;
            bounds::doc(|| of_method("doc"), &method.doc)?;
            bounds::labels(|| of_method("tags"), &method.tags)?;
            Ok(Method {
                name: method.name,
                summary: method.summary,
                doc: method.doc,
                tags: method.tags,
            })
        })
        .collect()
}
