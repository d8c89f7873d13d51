//! Mounts the code editor once; after that it lives outside Yew's drawing.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::{AttrValue, Callback, Html, Properties, component, html, use_effect_with, use_node_ref};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The first text; a later one is not looked at.
    pub(crate) opening_text: AttrValue,
    pub(crate) on_mounted: Callback<Rc<web_editor::Editor>>,
    pub(crate) on_change: Callback<()>,
    pub(crate) on_run: Callback<()>,
}

/// The script.
#[component]
pub(crate) fn Editor(props: &Props) -> Html {
    let host = use_node_ref();
    use_effect_with((), {
        let host = host.clone();
        let (text, on_mounted) = (props.opening_text.clone(), props.on_mounted.clone());
        let (on_change, on_run) = (props.on_change.clone(), props.on_run.clone());
        move |()| {
            let editor = host.cast::<HtmlElement>().map(|host| {
                let (change, run) = (move || on_change.emit(()), move || on_run.emit(()));
                Rc::new(web_editor::Editor::mount(
                    &host,
                    &text,
                    "JavaScript code",
                    change,
                    run,
                ))
            });
            if let Some(editor) = &editor {
                on_mounted.emit(Rc::clone(editor));
            }
            move || drop(editor)
        }
    });
    html! {
        <section class="pane editor" aria-label="Editor">
            <div class="editor-host" data-testid="editor" ref={host} />
        </section>
    }
}
