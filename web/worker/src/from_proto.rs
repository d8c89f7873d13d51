//! The bridge's words as the page's messages and the runtime's manifests. Wire types go no further than this.

use proto::browser;
use proto::browser::candidate::Outcome;
use proto::manifest::{self, Description, Manifest, ManifestError};
use web_messages::{Candidate, CandidateOutcome, Export, ExportKind, Method, Module, Parameters, Report};
use web_runtime::PluginModule;

/// The modules of a session, once for the runtime and once for the page.
///
/// # Errors
/// When a manifest breaks a rule; the bridge checks them too, so this is a bridge of another version.
pub(crate) fn modules(wire: Vec<browser::Module>) -> Result<(Vec<PluginModule>, Vec<Module>), ManifestError> {
    wire.into_iter()
        .map(|module| {
            let manifest = Manifest::parse(module.manifest.unwrap_or_default())?;
            let shown = shown_module(&manifest, module.path.clone());
            let path = module.path;
            Ok((PluginModule { manifest, path }, shown))
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
    let (kind, doc) = match &export.kind {
        manifest::ExportKind::Function => {
            let description = Description::of(&export.name, "", &export.doc);
            (
                ExportKind::Function(shown_parameters(&description)),
                description.doc,
            )
        }
        manifest::ExportKind::Object(methods) => (
            ExportKind::Object(methods.iter().map(shown_method).collect()),
            export.doc.clone(),
        ),
    };
    Export {
        name: export.name.clone(),
        doc,
        kind,
    }
}

fn shown_method(method: &manifest::Method) -> Method {
    let description = Description::of(&method.name, &method.summary, &method.doc);
    Method {
        name: method.name.clone(),
        parameters: shown_parameters(&description),
        summary: description.summary,
        doc: description.doc,
        tags: method.tags.clone(),
    }
}

fn shown_parameters(description: &Description) -> Option<Parameters> {
    let parameters = description.parameters.as_ref()?;
    Some(parameters.iter().map(ToString::to_string).collect())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_reach_the_page_as_javascript_writes_them() {
        let export = shown_export(&manifest::Export {
            name: "greet".to_owned(),
            doc: "greet(name = \"world\", ...more): a greeting.".to_owned(),
            kind: manifest::ExportKind::Function,
        });
        let parameters = ["name = \"world\"", "...more"].map(ToOwned::to_owned);
        assert_eq!(export.kind, ExportKind::Function(Some(parameters.into())));
        assert_eq!(export.doc, "a greeting.");
    }
}
