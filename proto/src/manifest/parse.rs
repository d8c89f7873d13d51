//! From the wire to a [`Manifest`]: every rule, in go-go-goja's order, with our own bounds in between.

use std::collections::HashSet;

use super::{Export, ExportKind, Manifest, ManifestError, Method, ModuleName, bounds};
use crate::contract;

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
