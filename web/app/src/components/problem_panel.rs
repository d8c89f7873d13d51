//! What stands between the user and a working page, in full width: what happened, what to do, and a way to try again.

use std::rc::Rc;

use web_messages::{Candidate, CandidateOutcome, Refusal, RefusalKind};
use yew::{Callback, Html, Properties, component, html};

use super::candidates::Candidates;
use crate::dom_contract;

#[derive(PartialEq, Properties)]
pub(crate) struct RefusalProps {
    pub(crate) refusal: Rc<Refusal>,
    pub(crate) on_retry: Callback<()>,
}

/// The bridge opened no session.
#[component]
pub(crate) fn RefusalPanel(props: &RefusalProps) -> Html {
    let refusal = &props.refusal;
    let (title, advice) = words(refusal.kind);
    let details = html! {
        <>
            if !refusal.message.is_empty() {
                <p class="message">{ &refusal.message }</p>
            }
            <p>{ advice }</p>
            if let Some(report) = refusal.report.as_ref().filter(|report| !report.candidates.is_empty()) {
                <Candidates candidates={worst_first(&report.candidates)} />
            }
        </>
    };
    panel(
        dom_contract::refusal(refusal.kind),
        title,
        details,
        "Try again",
        &props.on_retry,
    )
}

#[derive(PartialEq, Properties)]
pub(crate) struct UnreachableProps {
    pub(crate) on_retry: Callback<()>,
}

/// Nobody answers.
#[component]
pub(crate) fn UnreachablePanel(props: &UnreachableProps) -> Html {
    let (title, advice) = words(RefusalKind::Unreachable);
    let kind = dom_contract::refusal(RefusalKind::Unreachable);
    panel(
        kind,
        title,
        html! { <p>{ advice }</p> },
        "Try now",
        &props.on_retry,
    )
}

#[derive(PartialEq, Properties)]
pub(crate) struct EngineProps {
    pub(crate) problem: String,
    pub(crate) on_retry: Callback<()>,
}

/// The engine does not come up.
#[component]
pub(crate) fn EnginePanel(props: &EngineProps) -> Html {
    let details = html! {
        <>
            <p class="message">{ &props.problem }</p>
            <p>{ "Your script is kept. Reload the page if trying again does not help." }</p>
        </>
    };
    panel(
        "engine",
        "The JavaScript engine does not start",
        details,
        "Try again",
        &props.on_retry,
    )
}

fn panel(
    kind: &'static str,
    title: &'static str,
    details: Html,
    retry: &'static str,
    on_retry: &Callback<()>,
) -> Html {
    html! {
        <section class="problem" role="alert" data-testid="problem" data-kind={kind}>
            <div class="problem-text">
                <h2>{ title }</h2>
                { details }
            </div>
            <button type="button" data-testid="retry" onclick={on_retry.reform(|_| ())}>{ retry }</button>
        </section>
    }
}

fn worst_first(candidates: &[Candidate]) -> Vec<Candidate> {
    let mut sorted = candidates.to_vec();
    sorted.sort_by_key(|candidate| match candidate.outcome {
        CandidateOutcome::Refused { .. } => 0,
        CandidateOutcome::Skipped { .. } => 1,
        CandidateOutcome::Loaded { .. } => 2,
    });
    sorted
}

/// What it means, and what to do about it.
fn words(kind: RefusalKind) -> (&'static str, Html) {
    let serve = html! { <code>{ "pontoon serve" }</code> };
    match kind {
        RefusalKind::NoCredential => (
            "Not connected to your plugins",
            html! { <>{ "Open the link that " }{ serve }{ " printed; press Enter in its terminal for a fresh one. \
            Until then scripts run, but find no plugin." }</> },
        ),
        RefusalKind::CredentialRefused => (
            "The bridge does not know this page",
            html! { <>{ "A link works once, and only with the bridge that printed it. Open the link that " }{ serve }
            { " printed; press Enter in its terminal for a fresh one." }</> },
        ),
        RefusalKind::Unreachable => (
            "The bridge does not answer",
            html! { <>{ "If it was stopped, start " }{ serve }{ " again. This page goes on asking by itself; until \
            then scripts run, but plugins cannot be called." }</> },
        ),
        RefusalKind::CatalogInvalid => (
            "A plugin is not valid, so no session was opened",
            html! { { "Mend the refused files below, or move them out of the plugin directories; then try again. \
            Until then scripts run, but find no plugin." } },
        ),
        RefusalKind::Other => (
            "The bridge opened no session",
            html! { <>{ "Try again. If it stays like this, the terminal of " }{ serve }{ " says more." }</> },
        ),
    }
}
