//! A chunk of output entries. A chunk that did not change is not drawn again, and the browser skips the layout of
//! those that are out of sight.

use std::collections::BTreeSet;
use std::rc::Rc;

use web_editor::Place;
use web_output::{ConsoleContent, ConsoleLevel, Piece};
use yew::{Callback, Html, Properties, component, html};

use super::console_entry;
use super::exception::Exception;
use super::message::pieces;
use super::value::Value;
use crate::dom_contract;
use crate::state::{Chunk, Entry, EntryKind};

/// Deeper groups are not moved further to the right.
const MAX_INDENT: usize = 10;

#[derive(Properties)]
pub(crate) struct Props {
    pub(crate) chunk: Rc<Chunk>,
    /// The groups whose entries are hidden.
    pub(crate) folded: Rc<BTreeSet<u64>>,
    pub(crate) on_fold: Callback<u64>,
    pub(crate) on_reveal: Callback<Place>,
}

impl PartialEq for Props {
    /// A chunk is replaced when it grows, so the same allocation is the same content.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.chunk, &other.chunk)
            && self.folded == other.folded
            && self.on_fold == other.on_fold
            && self.on_reveal == other.on_reveal
    }
}

/// Neighbouring entries.
#[component]
pub(crate) fn OutputChunk(props: &Props) -> Html {
    let is_shown = |entry: &&Entry| !entry.groups.iter().any(|group| props.folded.contains(group));
    html! {
        <div class="chunk">
            { for props.chunk.entries.iter().filter(is_shown).map(|entry| line(entry, props)) }
        </div>
    }
}

fn line(entry: &Entry, props: &Props) -> Html {
    let level = match &entry.kind {
        EntryKind::Console(entry) => Some(dom_contract::level(entry.level)),
        _ => None,
    };
    let (sign, meaning) = sign(&entry.kind);
    html! {
        <div
            key={entry.id} class="line" data-testid="output-line"
            data-kind={dom_contract::entry(&entry.kind)} data-level={level}
            data-depth={indent(entry)}
        >
            <span class="sign" aria-hidden="true">{ sign }</span>
            if let Some(meaning) = meaning {
                <span class="unseen">{ meaning }</span>
            }
            { content(entry, props) }
        </div>
    }
}

fn content(entry: &Entry, props: &Props) -> Html {
    match &entry.kind {
        EntryKind::Console(console) => match &console.content {
            ConsoleContent::Group { title, .. } => group(entry.id, title, props),
            _ => console_entry::content(console, &props.on_reveal),
        },
        EntryKind::Value(value) => {
            html! { <div class="message" data-testid="output-text"><Value value={value.clone()} /></div> }
        }
        EntryKind::Notice(text) => html! { <p data-testid="output-text">{ text }</p> },
        EntryKind::Error(error) => html! {
            <Exception error={(**error).clone()} on_reveal={&props.on_reveal} />
        },
        EntryKind::Entered(source) => html! { <pre data-testid="output-text">{ source }</pre> },
    }
}

/// The head of a group, which hides and shows what is in it.
fn group(id: u64, title: &[Piece], props: &Props) -> Html {
    let is_open = !props.folded.contains(&id);
    html! {
        <div class="message group">
            <button
                type="button" class="twist" data-testid="fold" aria-expanded={is_open.to_string()}
                aria-label="What is in the group" onclick={props.on_fold.reform(move |_| id)}
            />
            <span data-testid="output-text">
                if title.is_empty() { { "Group" } } else { { pieces(title) } }
            </span>
        </div>
    }
}

/// How far the entry stands to the right.
fn indent(entry: &Entry) -> Option<String> {
    let depth = entry.groups.len().min(MAX_INDENT);
    (depth > 0).then(|| depth.to_string())
}

/// What stands in the margin, and what it means for those who do not see it.
fn sign(kind: &EntryKind) -> (&'static str, Option<&'static str>) {
    match kind {
        EntryKind::Console(entry) => match entry.level {
            ConsoleLevel::Debug => ("·", Some("Debug: ")),
            ConsoleLevel::Log => ("", None),
            ConsoleLevel::Info => ("i", Some("Info: ")),
            ConsoleLevel::Warn => ("!", Some("Warning: ")),
            ConsoleLevel::Error => ("×", Some("Error: ")),
        },
        EntryKind::Value(_) => ("→", Some("Value: ")),
        EntryKind::Error(..) => ("×", Some("Uncaught: ")),
        EntryKind::Entered(_) => ("›", Some("Entered: ")),
        EntryKind::Notice(_) => ("–", None),
    }
}
