//! What discovery said about each file. The same list stands in the sidebar and in the panel of a refusal; the
//! style sheet decides how wide it spreads.

use web_messages::{Candidate, CandidateOutcome};
use yew::{Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) candidates: Vec<Candidate>,
}

/// One row for each file.
#[component]
pub(crate) fn Candidates(props: &Props) -> Html {
    html! {
        <ul class="candidates">{ for props.candidates.iter().map(row) }</ul>
    }
}

fn row(candidate: &Candidate) -> Html {
    let (outcome, word, reason, advice) = match &candidate.outcome {
        CandidateOutcome::Loaded { module } => ("loaded", "Loaded", module.as_str(), ""),
        CandidateOutcome::Skipped { reason, advice } => {
            ("skipped", "Skipped", reason.as_str(), advice.as_str())
        }
        CandidateOutcome::Refused { reason, advice } => {
            ("refused", "Refused", reason.as_str(), advice.as_str())
        }
    };
    html! {
        <li class="candidate" data-testid="candidate" data-outcome={outcome} data-path={candidate.path.clone()}>
            <span class="outcome">{ word }</span>
            <code class="path">{ &candidate.path }</code>
            <p class="reason">{ reason.to_owned() }</p>
            if !advice.is_empty() {
                <p class="advice">{ advice.to_owned() }</p>
            }
        </li>
    }
}
