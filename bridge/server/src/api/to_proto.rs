//! The host's answers in the browser's wire types.

use bridge_host::{Candidate, CatalogModule, OpenedSession, Outcome, Report};
use proto::browser::{self, OpenSessionResponse, candidate};

/// An open session.
pub(super) fn session(session: &OpenedSession) -> OpenSessionResponse {
    OpenSessionResponse {
        session_id: session.id.as_str().to_owned(),
        // A lease is far from the range's end.
        lease: prost_types::Duration::try_from(session.lease).ok(),
        modules: session.modules.iter().map(|entry| module(entry)).collect(),
        report: Some(report(&session.report)),
    }
}

/// What discovery said.
pub(super) fn report(report: &Report) -> browser::DiscoveryReport {
    browser::DiscoveryReport {
        directories: report
            .directories
            .iter()
            .map(|folder| folder.display().to_string())
            .collect(),
        candidates: report.candidates.iter().map(candidate).collect(),
    }
}

fn module(module: &CatalogModule) -> browser::Module {
    browser::Module {
        path: module.path.display().to_string(),
        manifest: Some(module.manifest.to_wire()),
    }
}

fn candidate(candidate: &Candidate) -> browser::Candidate {
    let wire = browser::Candidate {
        path: candidate.path.display().to_string(),
        ..Default::default()
    };
    match &candidate.outcome {
        Outcome::Loaded(module) => browser::Candidate {
            outcome: candidate::Outcome::Loaded.into(),
            module_name: module.as_str().to_owned(),
            ..wire
        },
        Outcome::Skipped(reason) => browser::Candidate {
            outcome: candidate::Outcome::Skipped.into(),
            reason: reason.text.clone(),
            advice: reason.advice.clone(),
            ..wire
        },
        Outcome::Refused(reason) => browser::Candidate {
            outcome: candidate::Outcome::Refused.into(),
            reason: reason.text.clone(),
            advice: reason.advice.clone(),
            ..wire
        },
    }
}
