//! The bridge's words as the page's messages and the runtime's manifests. Wire types go no further than this.

use proto::browser;
use proto::browser::candidate::Outcome;
use proto::manifest::{self, Manifest, ManifestError};
use web_messages::{Candidate, CandidateOutcome, Export, ExportKind, Method, Module, Report};

/// The modules of a session, once for the runtime and once for the page.
///
/// # Errors
/// When a manifest breaks a rule; the bridge checks them too, so this is a bridge of another version.
pub(crate) fn modules(wire: Vec<browser::Module>) -> Result<(Vec<Manifest>, Vec<Module>), ManifestError> {
    wire.into_iter()
        .map(|module| {
            let manifest = Manifest::parse(module.manifest.unwrap_or_default())?;
            let shown = shown_module(&manifest, module.path);
            Ok((manifest, shown))
        })
        .collect()
}

/// What discovery said.
pub(crate) fn report(wire: browser::DiscoveryReport) -> Report {
    Report {
        directories: wire.directories,
        candidates: wire.candidates.into_iter().map(candidate).collect(),
    }
}

fn shown_module(manifest: &Manifest, path: String) -> Module {
    Module {
        name: manifest.module.to_string(),
        version: manifest.version.clone(),
        doc: manifest.doc.clone(),
        capabilities: manifest.capabilities.clone(),
        exports: manifest.exports.iter().map(shown_export).collect(),
        path,
    }
}

fn shown_export(export: &manifest::Export) -> Export {
    Export {
        name: export.name.clone(),
        doc: export.doc.clone(),
        kind: match &export.kind {
            manifest::ExportKind::Function => ExportKind::Function,
            manifest::ExportKind::Object(methods) => {
                ExportKind::Object(methods.iter().map(shown_method).collect())
            }
        },
    }
}

fn shown_method(method: &manifest::Method) -> Method {
    Method {
        name: method.name.clone(),
        summary: method.summary.clone(),
        doc: method.doc.clone(),
        tags: method.tags.clone(),
    }
}

fn candidate(wire: browser::Candidate) -> Candidate {
    let (outcome, reason, advice) = (wire.outcome(), wire.reason, wire.advice);
    Candidate {
        path: wire.path,
        outcome: match outcome {
            Outcome::Loaded => CandidateOutcome::Loaded {
                module: wire.module_name,
            },
            Outcome::Refused => CandidateOutcome::Refused { reason, advice },
            Outcome::Skipped | Outcome::Unspecified => CandidateOutcome::Skipped { reason, advice },
        },
    }
}
