//! Repairs a copy of a manifest rule by rule, so that the parser, which stops at the first broken rule, gets to the next.

use std::collections::HashSet;
use std::iter;

use proto::contract::{self, ExportSpec, ModuleManifest};
use proto::limits::{MAX_DOC, MAX_EXPORTS, MAX_LABELS, MAX_NAME};
use proto::manifest::{ManifestError, NAMESPACE};

/// Changes what the error complains about, so that the parser gets further. Little is taken away: what is inside has
/// rules of its own.
pub(super) fn repair(manifest: &mut ModuleManifest, error: &ManifestError) {
    let exports = &mut manifest.exports;
    match error {
        ManifestError::EmptyModuleName => manifest.module_name = format!("{NAMESPACE}(unnamed)"),
        ManifestError::WrongNamespace { module } => {
            manifest.module_name = format!("{NAMESPACE}{}", module.trim());
        }
        ManifestError::EmptyExportName { .. } => {
            name_first_empty(exports, |export| &mut export.name);
        }
        ManifestError::DuplicateExport { .. } => rename_repeated(exports, |export| &mut export.name),
        ManifestError::UnspecifiedKind { export, .. }
        | ManifestError::UnsupportedKind { export, .. }
        | ManifestError::FunctionWithMethods { export, .. }
        | ManifestError::ObjectWithoutMethods { export, .. } => in_export(exports, export, |export| {
            let fitting = if export.method_specs.is_empty() {
                contract::ExportKind::Function
            } else {
                contract::ExportKind::Object
            };
            export.kind = fitting.into();
        }),
        ManifestError::EmptyMethodName { export, .. } => in_export(exports, export, |export| {
            name_first_empty(&mut export.method_specs, |method| &mut method.name);
        }),
        ManifestError::DuplicateMethod { export, .. } => in_export(exports, export, |export| {
            rename_repeated(&mut export.method_specs, |method| &mut method.name);
        }),
        ManifestError::TooLarge { .. } => cut_first(manifest),
        ManifestError::UnfitName { name, .. } => {
            if let Some(unfit) = names(manifest).find(|other| *other == name) {
                unfit.retain(|c| !c.is_control() && c != '_');
            }
        }
    }
}

/// All names, in the order in which they are checked.
fn names(manifest: &mut ModuleManifest) -> impl Iterator<Item = &mut String> {
    let in_exports = manifest.exports.iter_mut().flat_map(|export| {
        let methods = export.method_specs.iter_mut().map(|method| &mut method.name);
        iter::once(&mut export.name).chain(methods)
    });
    iter::once(&mut manifest.module_name).chain(in_exports)
}

/// Cuts the first thing that is too large, in the order in which they are checked.
fn cut_first(manifest: &mut ModuleManifest) {
    let _is_found = cut(&mut manifest.module_name, MAX_NAME)
        || cut(&mut manifest.version, MAX_NAME)
        || cut(&mut manifest.doc, MAX_DOC)
        || cut_labels(&mut manifest.capabilities)
        || shorten(&mut manifest.exports, MAX_EXPORTS)
        || manifest.exports.iter_mut().any(|export| {
            cut(&mut export.name, MAX_NAME)
                || cut(&mut export.doc, MAX_DOC)
                || shorten(&mut export.method_specs, MAX_EXPORTS)
                || export.method_specs.iter_mut().any(|method| {
                    cut(&mut method.name, MAX_NAME)
                        || cut(&mut method.summary, MAX_DOC)
                        || cut(&mut method.doc, MAX_DOC)
                        || cut_labels(&mut method.tags)
                })
        });
}

fn cut(text: &mut String, limit: usize) -> bool {
    let is_long = text.len() > limit;
    text.truncate(text.floor_char_boundary(limit));
    is_long
}

fn shorten<T>(items: &mut Vec<T>, limit: usize) -> bool {
    let is_long = items.len() > limit;
    items.truncate(limit);
    is_long
}

fn cut_labels(labels: &mut Vec<String>) -> bool {
    shorten(labels, MAX_LABELS) || labels.iter_mut().any(|label| cut(label, MAX_NAME))
}

fn in_export(exports: &mut [ExportSpec], name: &str, change: impl FnOnce(&mut ExportSpec)) {
    if let Some(export) = exports.iter_mut().find(|export| export.name == name) {
        change(export);
    }
}

/// By its place in the list, so that no two get the same name.
fn name_first_empty<T>(items: &mut [T], name: impl Fn(&mut T) -> &mut String) {
    let mut names = items.iter_mut().map(name).zip(1..);
    if let Some((empty, number)) = names.find(|(name, _)| name.trim().is_empty()) {
        *empty = format!("(number {number})");
    }
}

fn rename_repeated<T>(items: &mut [T], name: impl Fn(&mut T) -> &mut String) {
    let mut seen = HashSet::new();
    if let Some(repeated) = items
        .iter_mut()
        .map(name)
        .find(|name| !seen.insert(name.trim().to_owned()))
    {
        repeated.push_str(" (again)");
    }
}
