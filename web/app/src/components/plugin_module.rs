//! One plugin module: its name, what it is for, and what can be called on it.

use web_messages::{Export, ExportKind, Method, Module, Parameters};
use yew::{AttrValue, Callback, Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) module: Module,
    pub(crate) on_require: Callback<AttrValue>,
}

/// One plugin module.
#[component]
pub(crate) fn PluginModule(props: &Props) -> Html {
    let module = &props.module;
    let name = AttrValue::from(module.name.clone());
    html! {
        <details class="module" data-testid="module" data-module={name.clone()} open=true>
            <summary>
                <h3>{ &module.name }</h3>
                if !module.version.is_empty() {
                    <span class="version">{ &module.version }</span>
                }
            </summary>
            if !module.doc.is_empty() {
                <p class="doc">{ &module.doc }</p>
            }
            <button
                type="button" class="quiet insert" data-testid="insert-require"
                aria-label={format!("Insert require for {}", module.name)}
                onclick={props.on_require.reform(move |_| name.clone())}
            >
                { "Insert require" }
            </button>
            <dl class="exports">{ for module.exports.iter().map(export) }</dl>
            <p class="source"><span class="unseen">{ "Executable: " }</span><code>{ &module.path }</code></p>
        </details>
    }
}

fn export(export: &Export) -> Html {
    match &export.kind {
        ExportKind::Function(parameters) => callable(&export.name, parameters.as_ref(), [&export.doc, ""]),
        ExportKind::Object(methods) => html! {
            <>
                if !export.doc.is_empty() {
                    <div class="export object"><dt><code>{ &export.name }</code></dt><dd>{ &export.doc }</dd></div>
                }
                { for methods.iter().map(|method| object_method(&export.name, method)) }
            </>
        },
    }
}

fn object_method(object: &str, method: &Method) -> Html {
    callable(
        &format!("{object}.{}", method.name),
        method.parameters.as_ref(),
        [&method.summary, &method.doc],
    )
}

fn callable(name: &str, parameters: Option<&Parameters>, texts: [&str; 2]) -> Html {
    let parameters = parameters.map_or_else(|| "…".to_owned(), |parameters| parameters.join(", "));
    html! {
        <div class="export" data-testid="export" data-export={name.to_owned()}>
            <dt data-testid="signature">
                <code>{ name }<span class="parameters">{ format!("({parameters})") }</span></code>
            </dt>
            { for texts.into_iter().filter(|text| !text.is_empty()).map(|text| html! {
                <dd data-testid="export-text">{ text }</dd>
            }) }
        </div>
    }
}
