//! The welcome line of the prompt, and the answer to `:plugins`.

use bridge_host::{Outcome, PluginState, printable};
use proto::manifest::{Description, Export, ExportKind, Manifest};

use crate::output::columns;
use crate::terminal::{Hue, Paint, Terminal};

/// The line before the first prompt.
pub(super) fn welcome(terminal: &Terminal, paint: Paint) -> String {
    let session = terminal.session();
    let modules = match session.modules.len() {
        0 => "no plugins".to_owned(),
        1 => "1 plugin".to_owned(),
        count => format!("{count} plugins"),
    };
    let left_out = left_out(terminal).count();
    let left_out = match left_out {
        0 => String::new(),
        count => format!(" ({count} not usable)"),
    };
    let name = paint.paint(Hue::Strong, concat!("Pontoon ", env!("CARGO_PKG_VERSION")));
    format!("{name} · {} · {modules}{left_out} · :help", terminal.profile())
}

/// Each module with its functions, and what was left out.
pub(super) fn plugins(terminal: &Terminal, paint: Paint) -> String {
    let session = terminal.session();
    if session.modules.is_empty() && left_out(terminal).next().is_none() {
        return printable(&session.report.to_string());
    }
    let states = terminal.plugin_states();
    let mut text = String::new();
    for module in &session.modules {
        let manifest = &module.manifest;
        let name = manifest.module.as_str();
        let state = states
            .iter()
            .find(|(module, _)| module == name)
            .map(|(_, state)| state);
        text.push_str(&paint.paint(Hue::Strong, &printable(name)));
        if !manifest.version.is_empty() {
            text.push_str(&format!(" {}", printable(&manifest.version)));
        }
        text.push_str(&paint.paint(Hue::Faint, &format!("  {}\n", state_text(state))));
        text.push_str(&indented(&columns(&functions(manifest))));
    }
    for reason in left_out(terminal) {
        text.push_str(&format!("Not usable: {}\n", printable(reason)));
    }
    text.trim_end().to_owned()
}

fn left_out(terminal: &Terminal) -> impl Iterator<Item = &str> {
    let candidates = terminal.session().report.candidates.iter();
    candidates.filter_map(|candidate| match &candidate.outcome {
        Outcome::Loaded(_) => None,
        Outcome::Skipped(reason) | Outcome::Refused(reason) => Some(reason.text.as_str()),
    })
}

fn state_text(state: Option<&PluginState>) -> String {
    match state {
        None | Some(PluginState::Idle) => "not started yet".to_owned(),
        Some(PluginState::Running) => "running".to_owned(),
        Some(PluginState::Pausing(pause)) => {
            format!("crashed; can restart in {:.1} s", pause.as_secs_f64())
        }
        Some(PluginState::Broken) => "crashed too often; not restarted in this session".to_owned(),
    }
}

/// A row for each function and method: how it is called, and what it does.
fn functions(manifest: &Manifest) -> Vec<Vec<String>> {
    manifest.exports.iter().flat_map(rows).collect()
}

fn rows(export: &Export) -> Vec<Vec<String>> {
    let row = |head: String, description: &Description| {
        let text = [&description.summary, &description.doc]
            .into_iter()
            .find(|text| !text.is_empty());
        let line = text.map_or("", |text| text.lines().next().unwrap_or_default());
        vec![
            printable(&format!("{head}{}", description.parameter_list())),
            printable(line),
        ]
    };
    match &export.kind {
        ExportKind::Function => {
            let description = Description::of(&export.name, "", &export.doc);
            vec![row(export.name.clone(), &description)]
        }
        ExportKind::Object(methods) => methods
            .iter()
            .map(|method| {
                let description = Description::of(&method.name, &method.summary, &method.doc);
                row(format!("{}.{}", export.name, method.name), &description)
            })
            .collect(),
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}\n")).collect()
}
