//! An uncaught exception: what it says, the line it was thrown on, how the script got there, and what the plugin wrote.

use web_editor::Place;
use web_output::{CodeFrame, Frame, FrameLine, Location, ScriptError, frame_lines};
use yew::{Callback, Html, Properties, component, html};

use crate::state::place_in_editor;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) error: ScriptError,
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
            { details(error, &props.on_reveal) }
            if error.cause.is_some() || !error.parts.is_empty() {
                <ul class="causes" aria-label="Causes">
                    { for error.causes().map(|cause| nested("Caused by ", cause, &props.on_reveal)) }
                    { for error.parts.iter().map(|part| nested("", part, &props.on_reveal)) }
                </ul>
            }
            if !error.stderr.is_empty() {
                <figure class="stderr">
                    <figcaption>{ "Plugin log (stderr)" }</figcaption>
                    <pre data-testid="plugin-stderr" tabindex="0">{ &error.stderr }</pre>
                </figure>
            }
        </div>
    }
}

/// The frames of a call stack, as a list.
pub(crate) fn call_stack(frames: &[Frame], on_reveal: &Callback<Place>) -> Html {
    if frames.is_empty() {
        return Html::default();
    }
    html! {
        <ol class="frames" aria-label="Call stack">
            { for frame_lines(frames).iter().map(|line| frame(line, on_reveal)) }
        </ol>
    }
}

/// Where something is, with its line.
pub(crate) fn place_of(place: &Location, code: Option<&CodeFrame>, on_reveal: &Callback<Place>) -> Html {
    html! {
        <>
            { location(Some(place), on_reveal) }
            if let Some(code) = code {
                { code_frame(code) }
            }
        </>
    }
}

fn details(error: &ScriptError, on_reveal: &Callback<Place>) -> Html {
    html! {
        <>
            { location(error.location.as_ref(), on_reveal) }
            if let Some(code) = &error.code {
                { code_frame(code) }
            }
            { call_stack(&error.frames, on_reveal) }
        </>
    }
}

/// A cause, or one of several errors.
fn nested(label: &str, error: &ScriptError, on_reveal: &Callback<Place>) -> Html {
    html! {
        <li>
            { label }{ error.to_string() }
            { location(error.location.as_ref(), on_reveal) }
        </li>
    }
}

/// Where it was thrown, which leads there if that is in the editor.
fn location(location: Option<&Location>, on_reveal: &Callback<Place>) -> Html {
    let Some(location) = location else {
        return Html::default();
    };
    let label = match location {
        Location::At { start, .. } => format!("Line {}, column {}", start.line, start.column),
        Location::Near { line, .. } => format!("Near line {line}"),
        Location::In { .. } => return Html::default(),
    };
    match place_in_editor(location) {
        Some(place) => link("error-place", place, label, on_reveal),
        None => html! { <p class="place">{ label }</p> },
    }
}

/// The line, with a mark under the expression.
fn code_frame(code: &CodeFrame) -> Html {
    html! {
        <pre class="code-frame" data-testid="error-code">
            <span class="line-number" aria-hidden="true">{ code.line }</span>
            { &code.before }
            if !code.marked.is_empty() {
                <mark>{ &code.marked }</mark>
            }
            { &code.after }
        </pre>
    }
}

fn frame(line: &FrameLine<'_>, on_reveal: &Callback<Place>) -> Html {
    let place = match line {
        FrameLine::Frame(frame) => frame.location.as_ref().and_then(place_in_editor),
        FrameLine::Repeats(_) => None,
    };
    html! {
        <li>
            if let Some(place) = place {
                { link("frame-place", place, line.to_string(), on_reveal) }
            } else {
                { line.to_string() }
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
