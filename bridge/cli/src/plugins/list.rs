//! `pontoon plugins list`: every candidate that discovery finds, and what became of it.

use std::path::Path;

use anyhow::Result;
use bridge_host::config::{HostConfig, OnInvalid};
use bridge_host::{CatalogModule, Host, OpenedSession, Outcome, Principal, Reason, printable};
use proto::manifest::{Export, ExportKind};
use serde::Serialize;

use crate::args::{ListArgs, PluginArgs};
use crate::output::{columns, say};

/// Nobody else is in this process.
const OURSELVES: Principal = Principal(0);

/// Prints the list; false when a plugin was refused.
pub(super) async fn run(args: &ListArgs, plugins: PluginArgs) -> Result<bool> {
    let list = List::of(&look(plugins.resolve()?).await?);
    say(&if args.json {
        serde_json::to_string_pretty(&list)?
    } else {
        list.to_text()
    })?;
    Ok(list.refused.is_empty())
}

/// What a session would see, whether or not one may open.
async fn look(config: HostConfig) -> Result<OpenedSession> {
    let host = Host::new(&HostConfig {
        on_invalid: OnInvalid::Skip,
        ..config
    })?;
    let session = host.open_session(OURSELVES).await;
    host.shutdown().await;
    Ok(session?)
}

/// What is printed. Texts are the plugins' own; only the table makes them printable, JSON has its own escapes.
#[derive(Debug, Serialize)]
struct List {
    summary: String,
    directories: Vec<String>,
    loaded: Vec<Loaded>,
    skipped: Vec<LeftOut>,
    refused: Vec<LeftOut>,
}

#[derive(Debug, Serialize)]
struct Loaded {
    module: String,
    version: String,
    doc: String,
    /// `name` for a function, `name.method` for a method.
    exports: Vec<String>,
    path: String,
}

#[derive(Debug, Serialize)]
struct LeftOut {
    path: String,
    reason: String,
    advice: String,
}

impl List {
    fn of(session: &OpenedSession) -> Self {
        let mut list = Self {
            summary: session.report.to_string(),
            directories: session
                .report
                .directories
                .iter()
                .map(|path| shown(path))
                .collect(),
            loaded: session.modules.iter().map(|module| Loaded::of(module)).collect(),
            skipped: Vec::new(),
            refused: Vec::new(),
        };
        for candidate in &session.report.candidates {
            match &candidate.outcome {
                Outcome::Loaded(_) => {}
                Outcome::Skipped(reason) => list.skipped.push(LeftOut::of(&candidate.path, reason)),
                Outcome::Refused(reason) => list.refused.push(LeftOut::of(&candidate.path, reason)),
            }
        }
        list
    }

    fn to_text(&self) -> String {
        let mut text = format!("{}\n", printable(&self.summary));
        if !self.loaded.is_empty() {
            let mut rows = vec![
                ["MODULE", "VERSION", "EXPORTS", "PATH"]
                    .map(ToOwned::to_owned)
                    .to_vec(),
            ];
            rows.extend(self.loaded.iter().map(Loaded::row));
            text.push('\n');
            text.push_str(&columns(&rows));
        }
        for (title, left_out) in [("Skipped", &self.skipped), ("Cannot be used", &self.refused)] {
            for LeftOut { reason, advice, .. } in left_out {
                text.push_str(&format!("\n{title}: {}\n", printable(reason)));
                if !advice.is_empty() {
                    text.push_str(&format!("  {}\n", printable(advice)));
                }
            }
        }
        text.truncate(text.trim_end().len());
        text
    }
}

impl Loaded {
    fn of(module: &CatalogModule) -> Self {
        let manifest = &module.manifest;
        Self {
            module: manifest.module.as_str().to_owned(),
            version: manifest.version.clone(),
            doc: manifest.doc.clone(),
            exports: manifest.exports.iter().flat_map(callables).collect(),
            path: shown(&module.path),
        }
    }

    fn row(&self) -> Vec<String> {
        vec![
            printable(&self.module),
            printable(&self.version),
            printable(&self.exports.join(", ")),
            printable(&self.path),
        ]
    }
}

impl LeftOut {
    fn of(path: &Path, reason: &Reason) -> Self {
        Self {
            path: shown(path),
            reason: reason.text.clone(),
            advice: reason.advice.clone(),
        }
    }
}

fn callables(export: &Export) -> Vec<String> {
    match &export.kind {
        ExportKind::Function => vec![export.name.clone()],
        ExportKind::Object(methods) => methods
            .iter()
            .map(|method| format!("{}.{}", export.name, method.name))
            .collect(),
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
