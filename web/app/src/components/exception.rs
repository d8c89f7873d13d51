//! An uncaught exception: what it says, where it was thrown, how the script got there, and what the plugin wrote.

use web_editor::Place;
use web_messages::RunError;
use yew::{Callback, Html, Properties, component, html};

use crate::state::{Origin, SCRIPT};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) error: RunError,
    /// Where the source was written that threw it.
    pub(crate) origin: Origin,
    pub(crate) on_reveal: Callback<Place>,
}

/// An uncaught exception.
#[component]
pub(crate) fn Exception(props: &Props) -> Html {
    let error = &props.error;
    html! {
        <div class="exception">
            <pre data-testid="output-text">
                if error.name.is_empty() {
                    { "Uncaught " }
                } else {
                    <strong>{ &error.name }</strong>{ ": " }
                }
                { &error.message }
            </pre>
            { place(error, props) }
            if !error.frames.is_empty() {
                <ol class="frames" aria-label="Call stack">
                    { for error.frames.iter().map(|text| frame(text, &props.on_reveal)) }
                </ol>
            }
            if !error.causes.is_empty() {
                <ul class="causes" aria-label="Causes">
                    { for error.causes.iter().map(|cause| html! { <li>{ cause }</li> }) }
                </ul>
            }
            if !error.stderr.is_empty() {
                <figure class="stderr">
                    <figcaption>{ "The plugin's standard error" }</figcaption>
                    <pre data-testid="plugin-stderr" tabindex="0">{ &error.stderr }</pre>
                </figure>
            }
        </div>
    }
}

/// The place of the throw, which leads there if it is in the editor.
fn place(error: &RunError, props: &Props) -> Html {
    let Some((line, column)) = error.position else {
        return Html::default();
    };
    let label = format!("Line {line}, column {column}");
    match props.origin {
        Origin::Editor => link("error-place", Place { line, column }, label, &props.on_reveal),
        Origin::Prompt => html! { <p class="place">{ label }</p> },
    }
}

/// A frame, which leads to its place if that is in the editor.
pub(crate) fn frame(text: &str, on_reveal: &Callback<Place>) -> Html {
    html! {
        <li>
            if let Some(place) = place_in(text) {
                { link("frame-place", place, format!("at {text}"), on_reveal) }
            } else {
                { format!("at {text}") }
            }
        </li>
    }
}

fn link(name: &'static str, place: Place, label: String, on_reveal: &Callback<Place>) -> Html {
    html! {
        <button
            type="button" class="place" data-testid={name} title="Show in the editor"
            onclick={on_reveal.reform(move |_| place)}
        >
            { label }
        </button>
    }
}

/// Reads the place at the end of a frame such as `shout (script.js:3:7)`.
fn place_in(frame: &str) -> Option<Place> {
    let (rest, column) = frame.strip_suffix(')')?.rsplit_once(':')?;
    let (rest, line) = rest.rsplit_once(':')?;
    rest.strip_suffix(SCRIPT)?.strip_suffix('(')?;
    Some(Place {
        line: line.parse().ok()?,
        column: column.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_of_the_script_leads_to_its_place() {
        assert_eq!(
            place_in("shout (script.js:3:7)"),
            Some(Place { line: 3, column: 7 })
        );
    }

    #[test]
    fn a_frame_of_the_engine_or_of_another_source_leads_nowhere() {
        for frame in [
            "map (native)",
            "eval",
            "at (a:b:c)",
            "f (script.js:3)",
            "f (prompt 2:1:3)",
            "f (my-script.js:1:3)",
        ] {
            assert_eq!(place_in(frame), None, "{frame}");
        }
    }
}
