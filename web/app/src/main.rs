//! The page: a Yew front-end that edits a script, hands it to the worker and shows what comes back.
//! It never evaluates JavaScript and never speaks to a plugin.

mod app;
mod bridge_call;
mod clock;
mod components;
mod document;
mod dom_contract;
mod launch;
mod page_events;
mod prompt_history;
mod require_line;
mod session_watch;
mod state;
mod status_text;
mod stop_flag;
mod storage;
mod worker_client;

fn main() {
    yew::Renderer::<app::App>::new().render();
}
