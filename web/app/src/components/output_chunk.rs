//! A group of output entries. A group that did not change is not drawn again, and the browser skips the layout of
//! those that are out of sight.

use std::rc::Rc;

use web_editor::Place;
use web_messages::{ConsoleLevel, ConsoleLine};
use yew::{Callback, Html, Properties, component, html};

use super::exception::Exception;
use crate::dom_contract;
use crate::state::{Chunk, Entry, EntryKind};

#[derive(Properties)]
pub(crate) struct Props {
    pub(crate) chunk: Rc<Chunk>,
    pub(crate) on_reveal: Callback<Place>,
}

impl PartialEq for Props {
    /// A group is replaced when it grows, so the same allocation is the same content.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.chunk, &other.chunk) && self.on_reveal == other.on_reveal
    }
}

/// Neighbouring entries.
#[component]
pub(crate) fn OutputChunk(props: &Props) -> Html {
    html! {
        <div class="chunk">
            { for props.chunk.entries.iter().map(|entry| line(entry, &props.on_reveal)) }
        </div>
    }
}

fn line(entry: &Entry, on_reveal: &Callback<Place>) -> Html {
    let level = match &entry.kind {
        EntryKind::Console(line) => Some(dom_contract::level(line.level)),
        _ => None,
    };
    let (sign, meaning) = sign(&entry.kind);
    html! {
        <div
            key={entry.id} class="line" data-testid="output-line"
            data-kind={dom_contract::entry(&entry.kind)} data-level={level}
        >
            <span class="sign" aria-hidden="true">{ sign }</span>
            if let Some(meaning) = meaning {
                <span class="unseen">{ meaning }</span>
            }
            { content(&entry.kind, on_reveal) }
        </div>
    }
}

fn content(kind: &EntryKind, on_reveal: &Callback<Place>) -> Html {
    match kind {
        EntryKind::Console(ConsoleLine { text, .. }) | EntryKind::Value(text) => {
            html! { <pre data-testid="output-text">{ text }</pre> }
        }
        EntryKind::Notice(text) => html! { <p data-testid="output-text">{ text }</p> },
        EntryKind::Error(error) => html! { <Exception error={error.clone()} {on_reveal} /> },
    }
}

/// What stands in the margin, and what it means for those who do not see it.
fn sign(kind: &EntryKind) -> (&'static str, Option<&'static str>) {
    match kind {
        EntryKind::Console(line) => match line.level {
            ConsoleLevel::Debug => ("·", Some("Debug: ")),
            ConsoleLevel::Log => ("", None),
            ConsoleLevel::Info => ("i", Some("Info: ")),
            ConsoleLevel::Warn => ("!", Some("Warning: ")),
            ConsoleLevel::Error => ("×", Some("Error: ")),
        },
        EntryKind::Value(_) => ("→", Some("Value: ")),
        EntryKind::Error(_) => ("×", Some("Uncaught: ")),
        EntryKind::Notice(_) => ("–", None),
    }
}
