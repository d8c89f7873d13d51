//! The sidebar: which modules there are, and what discovery said about the files that gave none.

use std::rc::Rc;

use web_messages::{CandidateOutcome, Connected, Report};
use yew::{AttrValue, Callback, Html, Properties, component, html};

use super::candidates::Candidates;
use super::plugin_module::PluginModule;

#[derive(Properties)]
pub(crate) struct Props {
    pub(crate) session: Option<Rc<Connected>>,
    pub(crate) on_require: Callback<AttrValue>,
}

impl PartialEq for Props {
    /// A session's catalog never changes, so the same session is the same sidebar.
    fn eq(&self, other: &Self) -> bool {
        let same_session = match (&self.session, &other.session) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        same_session && self.on_require == other.on_require
    }
}

/// The sidebar.
#[component]
pub(crate) fn Plugins(props: &Props) -> Html {
    html! {
        <aside class="pane plugins" aria-labelledby="plugins-title">
            <div class="pane-head"><h2 id="plugins-title">{ "Plugins" }</h2></div>
            <div class="plugins-body">
                if let Some(session) = &props.session {
                    { modules(session, &props.on_require) }
                    { report(&session.report) }
                } else {
                    <p class="hint">{ "The plugins of your machine are listed here once the page is connected." }</p>
                }
            </div>
        </aside>
    }
}

fn modules(session: &Connected, on_require: &Callback<AttrValue>) -> Html {
    if session.modules.is_empty() {
        return html! {
            <p class="hint">
                { "No plugin is loaded. A plugin is an executable file named " }<code>{ "goja-plugin-…" }</code>
                { " in one of the directories below." }
            </p>
        };
    }
    html! {
        { for session.modules.iter().map(|module| html! {
            <PluginModule key={module.name.clone()} module={module.clone()} {on_require} />
        }) }
    }
}

fn report(report: &Report) -> Html {
    let unloaded: Vec<_> = report
        .candidates
        .iter()
        .filter(|candidate| !matches!(candidate.outcome, CandidateOutcome::Loaded { .. }))
        .cloned()
        .collect();
    html! {
        <section class="discovery" aria-labelledby="discovery-title">
            <h3 id="discovery-title">{ "Discovery" }</h3>
            if report.directories.is_empty() {
                <p class="hint">{ "No plugin directory was scanned." }</p>
            } else {
                <p class="hint">{ "Scanned, with all directories below:" }</p>
                <ul class="directories">
                    { for report.directories.iter().map(|directory| html! { <li><code>{ directory }</code></li> }) }
                </ul>
            }
            if !unloaded.is_empty() {
                <Candidates candidates={unloaded} />
            }
        </section>
    }
}
