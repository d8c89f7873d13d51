//! A value in the output: its text, and on request what is in it, level by level. The text is the terminal's.

use web_output::{Accessor, Entry, Handle, ObjectPreview, Preview, Role, Span, Spans};
use yew::{Callback, Html, Properties, UseStateHandle, component, html, use_context, use_state};

use super::objects::ObjectsContext;
use crate::state::Looked;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) value: Preview,
}

/// A value, closed at first.
#[component]
pub(crate) fn Value(props: &Props) -> Html {
    let is_open = use_state(|| false);
    let objects = use_context::<ObjectsContext>();
    match &props.value {
        Preview::Object(object) if has_inside(object) => {
            let on_toggle = toggle(&is_open, object.handle, objects.as_ref());
            html! {
                <span class="value">
                    { twist(*is_open, on_toggle) }
                    if *is_open {
                        <span class="head">{ spans(&head(object)) }</span>
                        <Inside object={(**object).clone()} />
                    } else {
                        { spans(&props.value.spans()) }
                    }
                </span>
            }
        }
        Preview::Accessor {
            accessor: Accessor::Getter | Accessor::Both,
            handle: Some(handle),
        } => getter(*handle, &props.value, objects.as_ref()),
        value => spans(&value.spans()),
    }
}

/// A text in its colours.
pub(crate) fn spans(spans: &Spans) -> Html {
    spans
        .0
        .iter()
        .map(|span| match role_name(span.role) {
            "" => html! { { &span.text } },
            role => html! { <span class="token" data-role={role}>{ &span.text }</span> },
        })
        .collect()
}

#[derive(PartialEq, Properties)]
struct InsideProps {
    object: ObjectPreview,
}

/// The entries of an object: those that the preview has, until the worker has said more.
#[component]
fn Inside(props: &InsideProps) -> Html {
    let objects = use_context::<ObjectsContext>();
    let handle = props.object.handle;
    let looked = handle.and_then(|handle| objects.as_ref()?.objects.get(handle));
    let (entries, next, note) = match looked {
        Some(Looked::Entries {
            entries,
            next,
            is_pending,
        }) if !entries.is_empty() || !is_pending => (
            entries,
            next.filter(|_| !is_pending),
            is_pending.then_some("Loading…"),
        ),
        Some(Looked::Entries { .. }) => (&props.object.entries, None, Some("Loading…")),
        Some(_) => {
            let note = "The engine that had this object is gone: this is what was shown of it.";
            (&props.object.entries, None, Some(note))
        }
        None => (&props.object.entries, None, None),
    };
    let on_more = handle
        .zip(next)
        .zip(objects.as_ref())
        .map(|((handle, from), objects)| objects.on_open.reform(move |_| (handle, from)));
    html! {
        <ul class="inside">
            { for entries.iter().enumerate().map(|(place, inner)| html! { <li key={place}>{ entry(inner) }</li> }) }
            if entries.is_empty() && note.is_none() {
                <li class="remark">{ "nothing" }</li>
            }
            if let Some(note) = note {
                <li class="remark">{ note }</li>
            }
            if let Some(onclick) = on_more {
                <li><button type="button" class="more" data-testid="more" {onclick}>{ "Show more" }</button></li>
            }
        </ul>
    }
}

fn entry(entry: &Entry) -> Html {
    match entry {
        Entry::Element { index, value } => {
            labelled(html! { <span class="index">{ index }</span> }, ": ", value)
        }
        Entry::Holes { count, .. } => html! { <span class="remark">{ format!("{count} empty") }</span> },
        Entry::Property { name, value } => labelled(html! { <span class="key">{ name }</span> }, ": ", value),
        Entry::Pair { key, value } => labelled(html! { <Value value={key.clone()} /> }, " => ", value),
        Entry::Inner { name, value } if name.is_empty() => html! { <Value value={value.clone()} /> },
        Entry::Inner { name, value } => labelled(html! { <span class="inner">{ name }</span> }, ": ", value),
    }
}

fn labelled(label: Html, separator: &'static str, value: &Preview) -> Html {
    html! { <>{ label }{ separator }<Value value={value.clone()} /></> }
}

/// What was seen of a getter: nothing, until somebody asks for its value.
fn getter(handle: Handle, preview: &Preview, objects: Option<&ObjectsContext>) -> Html {
    match objects.and_then(|objects| objects.objects.get(handle)) {
        Some(Looked::Value(value)) => html! { <Value value={value.clone()} /> },
        Some(Looked::Threw(error)) => html! {
            <><span class="remark">{ "threw " }</span><Value value={error.clone()} /></>
        },
        Some(Looked::Failed(reason)) => html! { <span class="remark">{ reason }</span> },
        Some(Looked::Gone) | None if objects.is_none() => spans(&preview.spans()),
        Some(Looked::Gone) => html! { <span class="remark">{ "[Getter of an object that is gone]" }</span> },
        Some(Looked::Entries { .. }) | None => {
            let onclick = objects.map(|objects| objects.on_open.reform(move |_| (handle, 0)));
            html! {
                <button type="button" class="more" data-testid="getter" title="Read the property" {onclick}>
                    { preview.to_string() }
                </button>
            }
        }
    }
}

fn twist(is_open: bool, onclick: Callback<yew::MouseEvent>) -> Html {
    html! {
        <button
            type="button" class="twist" data-testid="twist" {onclick}
            aria-expanded={is_open.to_string()} aria-label="What is in it"
        />
    }
}

fn toggle(
    is_open: &UseStateHandle<bool>,
    handle: Option<Handle>,
    objects: Option<&ObjectsContext>,
) -> Callback<yew::MouseEvent> {
    let is_open = is_open.clone();
    let ask = handle.zip(objects.cloned());
    Callback::from(move |_| {
        if let Some((handle, objects)) = ask.as_ref().filter(|_| !*is_open)
            && objects.objects.get(*handle).is_none()
        {
            objects.on_open.emit((*handle, 0));
        }
        is_open.set(!*is_open);
    })
}

fn has_inside(object: &ObjectPreview) -> bool {
    object.handle.is_some() || !object.entries.is_empty()
}

/// What an open object is called: its head, or the class that goes without saying while it is closed.
fn head(object: &ObjectPreview) -> Spans {
    let head = object.head();
    if !head.0.is_empty() {
        return head;
    }
    let text = match object.size {
        Some(size) => format!("Array({size})"),
        None => "Object".to_owned(),
    };
    Spans(vec![Span {
        role: Role::Plain,
        text,
    }])
}

const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Plain => "",
        Role::Text => "text",
        Role::Number => "number",
        Role::Boolean => "boolean",
        Role::Nothing => "nothing",
        Role::Symbol => "symbol",
        Role::Literal => "literal",
        Role::Named => "named",
        Role::Error => "error",
        Role::Remark => "remark",
    }
}
