//! A manifest in one line, without its documentation, from either host.

use proto::contract::{ExportKind, ModuleManifest};
use serde_json::Value;

/// As the Rust host got it.
pub(crate) fn of_wire(manifest: &ModuleManifest) -> String {
    let exports = manifest.exports.iter().map(|export| {
        let methods: Vec<_> = export
            .method_specs
            .iter()
            .map(|method| method.name.as_str())
            .collect();
        line_of_export(&export.name, export.kind().as_str_name(), &methods)
    });
    line(
        &manifest.version,
        &manifest.capabilities.join(", "),
        &exports.collect::<Vec<_>>(),
    )
}

/// As the Go host tells it.
pub(crate) fn of_go_host(manifest: &Value) -> String {
    let exports = list(&manifest["exports"]).iter().map(|export| {
        let methods: Vec<_> = list(&export["methods"])
            .iter()
            .map(|method| text(&method["name"]))
            .collect();
        line_of_export(text(&export["name"]), text(&export["kind"]), &methods)
    });
    let capabilities: Vec<_> = list(&manifest["capabilities"]).iter().map(text).collect();
    line(
        text(&manifest["version"]),
        &capabilities.join(", "),
        &exports.collect::<Vec<_>>(),
    )
}

fn line(version: &str, capabilities: &str, exports: &[String]) -> String {
    format!("{version} [{capabilities}] {}", exports.join(" "))
}

fn line_of_export(name: &str, kind: &str, methods: &[&str]) -> String {
    if kind == ExportKind::Function.as_str_name() && methods.is_empty() {
        format!("{name}()")
    } else if kind == ExportKind::Object.as_str_name() {
        format!("{name}{{{}()}}", methods.join("() "))
    } else {
        format!("{name} ({kind})")
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
