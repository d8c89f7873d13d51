//! A stopwatch. It draws itself, so that the rest of the page stands still while a script runs.

use gloo_timers::callback::Interval;
use yew::{Html, Properties, component, html, use_effect_with, use_force_update};

use crate::clock;

const TICK_MS: u32 = 100;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// On the page's clock, in milliseconds.
    pub(crate) since: f64,
}

/// How long it has been, in seconds.
#[component]
pub(crate) fn Elapsed(props: &Props) -> Html {
    let draw = use_force_update();
    use_effect_with((), move |()| {
        let interval = Interval::new(TICK_MS, move || draw.force_update());
        move || drop(interval)
    });
    let seconds = (clock::now() - props.since).max(0.0) / 1_000.0;
    // Silent: a screen reader that counts seconds aloud helps nobody.
    html! { <span class="elapsed" aria-hidden="true">{ format!("{seconds:.1} s") }</span> }
}
