//! What plugins say about themselves: an entry for each module, export and method.

use proto::manifest::{Description, Export, ExportKind, Manifest, Method};

use super::entry::{Entry, Fact, Kind, PLUGINS, first_line};
use crate::modules::catalog::Catalog;

/// All entries, those of a module together.
pub(super) fn entries(catalog: &Catalog) -> impl Iterator<Item = Entry> {
    catalog
        .modules()
        .iter()
        .flat_map(|module| module_entries(&module.manifest, &module.path))
}

fn module_entries(manifest: &Manifest, path: &str) -> Vec<Entry> {
    let module = manifest.module.as_str();
    let mut entries = vec![Entry {
        summary: first_line(&[&manifest.doc]),
        body: manifest.doc.clone(),
        related: manifest
            .exports
            .iter()
            .map(|export| (Kind::Export, export_id(module, export)))
            .collect(),
        metadata: vec![
            ("moduleName", Fact::Text(module.to_owned())),
            ("version", Fact::Text(manifest.version.clone())),
            ("capabilities", Fact::Texts(manifest.capabilities.clone())),
            ("exportCount", Fact::Number(manifest.exports.len() as f64)),
            ("runtimeScoped", Fact::Flag(true)),
        ],
        ..Entry::new(PLUGINS, Kind::Module, module.to_owned())
    }];
    for export in &manifest.exports {
        entries.push(export_entry(module, export));
        entries.extend(
            methods(export)
                .iter()
                .map(|method| method_entry(module, export, method)),
        );
    }
    for entry in &mut entries {
        path.clone_into(&mut entry.path);
    }
    entries
}

fn export_entry(module: &str, export: &Export) -> Entry {
    let (parameters, doc, kind) = match &export.kind {
        ExportKind::Function => {
            let description = Description::of(&export.name, "", &export.doc);
            (
                Some(description.parameter_list()),
                description.doc,
                "EXPORT_KIND_FUNCTION",
            )
        }
        ExportKind::Object(_) => (None, export.doc.clone(), "EXPORT_KIND_OBJECT"),
    };
    let methods = methods(export);
    let mut related = vec![(Kind::Module, module.to_owned())];
    related.extend(
        methods
            .iter()
            .map(|method| (Kind::Method, method_id(module, export, method))),
    );
    Entry {
        title: export.name.clone(),
        parameters,
        summary: first_line(&[&doc]),
        body: doc,
        related,
        metadata: vec![
            ("moduleName", Fact::Text(module.to_owned())),
            ("exportName", Fact::Text(export.name.clone())),
            ("kind", Fact::Text(kind.to_owned())),
            ("methodCount", Fact::Number(methods.len() as f64)),
        ],
        ..Entry::new(PLUGINS, Kind::Export, export_id(module, export))
    }
}

fn method_entry(module: &str, export: &Export, method: &Method) -> Entry {
    let description = Description::of(&method.name, &method.summary, &method.doc);
    Entry {
        title: format!("{}.{}", export.name, method.name),
        parameters: Some(description.parameter_list()),
        summary: first_line(&[&description.summary, &description.doc]),
        body: if description.doc.is_empty() {
            description.summary
        } else {
            description.doc
        },
        tags: method.tags.clone(),
        related: vec![
            (Kind::Module, module.to_owned()),
            (Kind::Export, export_id(module, export)),
        ],
        metadata: vec![
            ("moduleName", Fact::Text(module.to_owned())),
            ("exportName", Fact::Text(export.name.clone())),
            ("methodName", Fact::Text(method.name.clone())),
        ],
        ..Entry::new(PLUGINS, Kind::Method, method_id(module, export, method))
    }
}

fn methods(export: &Export) -> &[Method] {
    match &export.kind {
        ExportKind::Function => &[],
        ExportKind::Object(methods) => methods,
    }
}

fn export_id(module: &str, export: &Export) -> String {
    format!("{module}/{}", export.name)
}

fn method_id(module: &str, export: &Export, method: &Method) -> String {
    format!("{module}/{}.{}", export.name, method.name)
}
