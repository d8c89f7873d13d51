//! A manifest as its readers see it: every function and method with its documentation.

use std::fmt::Write as _;

use bridge_host::printable;
use proto::manifest::{ExportKind, Manifest};
use serde::Serialize;

use crate::output::wrap;

const WIDTH: usize = 96;
const INDENT: usize = 6;

/// The manifest as a short document.
pub(super) fn text(manifest: &Manifest) -> String {
    let mut text = printable(manifest.module.as_str());
    if !manifest.version.is_empty() {
        let _ = write!(text, " {}", printable(&manifest.version));
    }
    text.push('\n');
    paragraph(&mut text, &manifest.doc, 2);
    if !manifest.capabilities.is_empty() {
        let _ = writeln!(
            text,
            "  capabilities: {}",
            printable(&manifest.capabilities.join(", "))
        );
    }
    for callable in callables(manifest) {
        let _ = writeln!(text, "  {}()", printable(&callable.name));
        paragraph(&mut text, callable.summary, INDENT);
        if callable.doc != callable.summary {
            paragraph(&mut text, callable.doc, INDENT);
        }
        if !callable.tags.is_empty() {
            let _ = writeln!(
                text,
                "{:INDENT$}tags: {}",
                "",
                printable(&callable.tags.join(", "))
            );
        }
    }
    text
}

/// The manifest for programs.
#[derive(Debug, Serialize)]
pub(super) struct Shown<'a> {
    module: &'a str,
    version: &'a str,
    doc: &'a str,
    capabilities: &'a [String],
    callables: Vec<Callable<'a>>,
}

impl<'a> Shown<'a> {
    pub(super) fn of(manifest: &'a Manifest) -> Self {
        Self {
            module: manifest.module.as_str(),
            version: &manifest.version,
            doc: &manifest.doc,
            capabilities: &manifest.capabilities,
            callables: callables(manifest),
        }
    }
}

/// A function, or a method of an object.
#[derive(Debug, Serialize)]
struct Callable<'a> {
    name: String,
    summary: &'a str,
    doc: &'a str,
    tags: &'a [String],
}

fn callables(manifest: &Manifest) -> Vec<Callable<'_>> {
    let mut callables = Vec::new();
    for export in &manifest.exports {
        match &export.kind {
            ExportKind::Function => callables.push(Callable {
                name: export.name.clone(),
                summary: "",
                doc: &export.doc,
                tags: &[],
            }),
            ExportKind::Object(methods) => callables.extend(methods.iter().map(|method| Callable {
                name: format!("{}.{}", export.name, method.name),
                summary: &method.summary,
                doc: &method.doc,
                tags: &method.tags,
            })),
        }
    }
    callables
}

fn paragraph(text: &mut String, doc: &str, indent: usize) {
    // Line ends of the author's are spaces here; every other control character is shown.
    let words: Vec<String> = doc.split_whitespace().map(printable).collect();
    if !words.is_empty() {
        let _ = writeln!(text, "{:indent$}{}", "", wrap(&words.join(" "), WIDTH, indent));
    }
}
