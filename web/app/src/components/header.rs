//! The bar on top: the name, the connection, Run and Stop.

use yew::{AttrValue, Callback, Html, MouseEvent, Properties, component, html};

use super::icons;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// As in `data-bridge`.
    pub(crate) connection: &'static str,
    pub(crate) connection_label: AttrValue,
    pub(crate) can_run: bool,
    pub(crate) can_stop: bool,
    pub(crate) on_run: Callback<()>,
    pub(crate) on_stop: Callback<()>,
}

/// The bar on top.
#[component]
pub(crate) fn Header(props: &Props) -> Html {
    html! {
        <header class="bar">
            <h1 class="brand">{ icons::mark() }<span>{ "Pontoon" }</span></h1>
            <p class="pill" role="status" data-testid="connection" data-state={props.connection}>
                <span class="dot" aria-hidden="true" />
                { &props.connection_label }
            </p>
            <div class="actions">
                { button("stop", props.can_stop, &props.on_stop, html! { <>{ icons::stop() }{ "Stop" }</> }) }
                { button("run primary", props.can_run, &props.on_run, html! {
                    <>{ icons::play() }{ "Run" }<kbd>{ shortcut() }</kbd></>
                }) }
            </div>
        </header>
    }
}

/// A button that is off keeps the keyboard focus, so it is marked rather than disabled.
fn button(class: &'static str, enabled: bool, on_press: &Callback<()>, content: Html) -> Html {
    let on_press = on_press.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        if enabled {
            on_press.emit(());
        }
    });
    html! {
        <button
            type="button"
            class={class}
            data-testid={class.split(' ').next()}
            aria-disabled={(!enabled).then_some("true")}
            {onclick}
        >
            { content }
        </button>
    }
}

fn shortcut() -> &'static str {
    let platform = web_sys::window().and_then(|window| window.navigator().platform().ok());
    match platform {
        Some(platform) if platform.starts_with("Mac") || platform.starts_with("iP") => "⌘ Enter",
        _ => "Ctrl Enter",
    }
}
