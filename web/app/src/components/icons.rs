//! The few drawings of the page. All are decoration: the words beside them carry the meaning.

use yew::{Html, html};

/// Floats under a deck: the mark of the project.
pub(crate) fn mark() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
            <rect class="mark-ground" width="32" height="32" rx="8" />
            <path class="mark-deck" d="M5 13h22" />
            <path class="mark-float" d="M6 17h5a2.5 2.5 0 0 1-5 0zM13.5 17h5a2.5 2.5 0 0 1-5 0zM21 17h5a2.5 2.5 0 0 1-5 0z" />
            <path class="mark-water" d="M5 24q2.75-2 5.5 0t5.5 0 5.5 0 5.5 0" />
        </svg>
    }
}

pub(crate) fn play() -> Html {
    html! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M4 2.5v11l9-5.5z" /></svg> }
}

pub(crate) fn stop() -> Html {
    html! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><rect x="3" y="3" width="10" height="10" rx="1.5" /></svg> }
}
