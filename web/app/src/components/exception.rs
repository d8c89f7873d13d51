//! An uncaught exception: what it says, where it was thrown, how the script got there, and what the plugin wrote.

use web_editor::Place;
use web_messages::RunError;
use yew::{Callback, Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) error: RunError,
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
            if let Some((line, column)) = error.position {
                { link("error-place", Place { line, column }, format!("Line {line}, column {column}"), &props.on_reveal) }
            }
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

/// A frame, which leads to its place.
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
    let (_, line) = rest.rsplit_once(':')?;
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
    fn a_frame_of_the_engine_leads_nowhere() {
        for frame in ["map (native)", "eval", "at (a:b:c)", "f (script.js:3)"] {
            assert_eq!(place_in(frame), None, "{frame}");
        }
    }
}
