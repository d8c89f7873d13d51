//! One entry of the console.

use web_editor::Place;
use web_output::{ConsoleContent, ConsoleEntry as Entry};
use yew::{Callback, Html, html};

use super::display::Display;
use super::exception::{call_stack, place_of};
use super::message::pieces;
use super::table::Table;

/// What the entry shows.
pub(crate) fn content(entry: &Entry, on_reveal: &Callback<Place>) -> Html {
    match &entry.content {
        ConsoleContent::Message(message) => {
            html! { <div class="message" data-testid="output-text">{ pieces(message) }</div> }
        }
        ConsoleContent::Trace { title, frames } => html! {
            <div>
                <div class="message" data-testid="output-text">{ "Trace" }{ titled(title) }</div>
                { call_stack(frames, on_reveal) }
            </div>
        },
        ConsoleContent::Warning(warning) => html! {
            <div>
                <div class="message" data-testid="output-text">{ &warning.message }</div>
                { place_of(&warning.location, warning.code.as_ref(), on_reveal) }
            </div>
        },
        ConsoleContent::Table(table) => html! { <Table table={table.clone()} title="" /> },
        ConsoleContent::Display(item) => html! { <Display item={item.clone()} /> },
        ConsoleContent::Dropped(count) => html! {
            <p class="remark" data-testid="output-text">
                { format!("{count} lines came faster than they could be shown, and were dropped") }
            </p>
        },
        // The transcript draws these by itself.
        ConsoleContent::Group { .. } | ConsoleContent::Cleared => Html::default(),
    }
}

fn titled(title: &[web_output::Piece]) -> Html {
    if title.is_empty() {
        return Html::default();
    }
    html! { <>{ ": " }{ pieces(title) }</> }
}
