//! A manifest as its readers see it: every function and method with its documentation.

use std::fmt::Write as _;

use bridge_host::printable;
use proto::manifest::{Description, ExportKind, Manifest};
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
        let head = format!("{}{}", callable.name, callable.parameter_list);
        let _ = writeln!(text, "  {}", printable(&head));
        paragraph(&mut text, &callable.summary, INDENT);
        paragraph(&mut text, &callable.doc, INDENT);
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
    /// As JavaScript writes them; nothing where the plugin does not say.
    parameters: Option<Vec<String>>,
    summary: String,
    doc: String,
    tags: &'a [String],
    #[serde(skip)]
    parameter_list: String,
}

impl<'a> Callable<'a> {
    fn new(name: String, description: Description, tags: &'a [String]) -> Self {
        Self {
            name,
            parameter_list: description.parameter_list(),
            parameters: description
                .parameters
                .map(|parameters| parameters.iter().map(ToString::to_string).collect()),
            summary: description.summary,
            doc: description.doc,
            tags,
        }
    }
}

fn callables(manifest: &Manifest) -> Vec<Callable<'_>> {
    let mut callables = Vec::new();
    for export in &manifest.exports {
        match &export.kind {
            ExportKind::Function => {
                let description = Description::of(&export.name, "", &export.doc);
                callables.push(Callable::new(export.name.clone(), description, &[]));
            }
            ExportKind::Object(methods) => callables.extend(methods.iter().map(|method| {
                let description = Description::of(&method.name, &method.summary, &method.doc);
                let name = format!("{}.{}", export.name, method.name);
                Callable::new(name, description, &method.tags)
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
