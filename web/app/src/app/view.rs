//! The page's layout: which component stands where and what it is given. Nothing is decided here.

use yew::html::Scope;
use yew::{AttrValue, ContextProvider, Html, html};

use super::{App, Message};
use crate::components::{
    Editor, EnginePanel, Header, ObjectsContext, Output, Plugins, Prompt, RefusalPanel, UnreachablePanel,
};
use crate::state::{Action, Bridge, Engine, Run, State};
use crate::{dom_contract, status_text};

pub(super) fn page(app: &App, link: &Scope<App>) -> Html {
    let App {
        state,
        opening_text,
        opening_history,
        output,
        ..
    } = app;
    let running = matches!(state.run, Run::Running { .. });
    let waiting = matches!(state.run, Run::Queued { .. });
    let failed = matches!(state.engine, Engine::Failed { .. });
    let can_run = !running && !waiting && !failed;
    let on_run = link.callback(|()| Message::Run);
    let prompt = html! {
        <Prompt can_enter={can_run} {opening_history} on_enter={link.callback(Message::Entered)} />
    };
    let objects = ObjectsContext {
        objects: state.objects.clone(),
        on_open: output.open.clone(),
    };
    html! {
        <div
            class="page"
            data-testid="page"
            data-engine={dom_contract::engine(&state.engine)}
            data-bridge={dom_contract::bridge(&state.bridge)}
            data-run={dom_contract::run(&state.run)}
            data-run-number={dom_contract::run_number(&state.run)}
            data-session={state.open_session().map(|session| AttrValue::from(session.session_id.clone()))}
        >
            <Header
                connection={dom_contract::bridge(&state.bridge)}
                connection_label={status_text::connection_label(state)}
                {can_run}
                can_stop={running || waiting}
                on_run={on_run.clone()}
                on_stop={link.callback(|()| Message::Act(Action::Stop))}
            />
            { problem(state, link) }
            <main class="work">
                <Editor
                    {opening_text}
                    on_mounted={link.callback(Message::EditorMounted)}
                    on_change={link.callback(|()| Message::TextChanged)}
                    {on_run}
                />
                <ContextProvider<ObjectsContext> context={objects}>
                    <Output
                        transcript={state.transcript.clone()}
                        status={status_text::run_sentence(state)}
                        run={dom_contract::run(&state.run)}
                        running_since={match state.run { Run::Running { since, .. } => Some(since), _ => None }}
                        on_clear={link.callback(|()| Message::Act(Action::ClearOutput))}
                        on_fold={&output.fold}
                        on_reveal={&output.reveal}
                        {prompt}
                    />
                </ContextProvider<ObjectsContext>>
            </main>
            <Plugins
                session={state.session.clone()}
                on_require={link.callback(Message::Require)}
            />
        </div>
    }
}

fn problem(state: &State, link: &Scope<App>) -> Html {
    let on_retry = link.callback(|()| Message::Retry);
    match (&state.engine, &state.bridge) {
        (Engine::Failed { problem }, _) => html! { <EnginePanel problem={problem.clone()} {on_retry} /> },
        (_, Bridge::Refused(refusal)) => html! { <RefusalPanel refusal={refusal.clone()} {on_retry} /> },
        (_, Bridge::Unreachable { .. }) => html! { <UnreachablePanel {on_retry} /> },
        (_, Bridge::Connecting | Bridge::Connected) => Html::default(),
    }
}
