//! The prompt under the output: a source that goes on where the last run ended. Enter runs it, Shift+Enter begins
//! another line, and the arrow keys walk through what was entered before.

use web_sys::HtmlTextAreaElement;
use yew::{
    AttrValue, Callback, Html, InputEvent, KeyboardEvent, Properties, TargetCast as _, component, html,
    use_mut_ref, use_state_eq,
};

use crate::prompt_history::PromptHistory;

/// More lines scroll.
const MAX_LINES: usize = 10;
const NEWLINE: u16 = b'\n' as u16;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// Whether the engine would take it. What is typed meanwhile stays.
    pub(crate) can_enter: bool,
    /// What was entered before, as [`PromptHistory::stored`]; a later one is not looked at.
    pub(crate) opening_history: AttrValue,
    pub(crate) on_enter: Callback<Entered>,
}

/// Something was entered.
pub(crate) struct Entered {
    pub(crate) source: String,
    /// All that was entered, to be stored.
    pub(crate) history: String,
}

/// The prompt.
#[component]
pub(crate) fn Prompt(props: &Props) -> Html {
    let text = use_state_eq(String::new);
    let history = use_mut_ref(|| PromptHistory::of_stored(&props.opening_history));
    let oninput = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| {
            text.set(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        })
    };
    let onkeydown = {
        let (text, can_enter, on_enter) = (text.clone(), props.can_enter, props.on_enter.clone());
        Callback::from(move |event: KeyboardEvent| {
            let mut history = history.borrow_mut();
            match asked(&event) {
                Some(Asked::Enter) => {
                    event.prevent_default();
                    if can_enter && !text.trim().is_empty() {
                        history.entered(&text);
                        on_enter.emit(Entered {
                            source: (*text).clone(),
                            history: history.stored(),
                        });
                        text.set(String::new());
                    }
                }
                Some(Asked::Older) => {
                    if let Some(older) = history.older(&text) {
                        event.prevent_default();
                        text.set(older.to_owned());
                    }
                }
                Some(Asked::Newer) => {
                    if let Some(newer) = history.newer() {
                        event.prevent_default();
                        text.set(newer);
                    }
                }
                None => {}
            }
        })
    };
    let lines = text.split('\n').count().min(MAX_LINES);
    html! {
        <label class="prompt">
            <span class="sign" aria-hidden="true">{ "›" }</span>
            <span class="unseen">{ "Go on where the last run ended" }</span>
            <textarea
                data-testid="prompt" rows={lines.to_string()} value={(*text).clone()}
                placeholder="Go on from here"
                autocomplete="off" autocapitalize="off" spellcheck="false"
                {oninput} {onkeydown}
            />
        </label>
    }
}

/// What a key asks for.
enum Asked {
    Enter,
    Older,
    Newer,
}

fn asked(event: &KeyboardEvent) -> Option<Asked> {
    let has_modifier = event.shift_key() || event.ctrl_key() || event.alt_key() || event.meta_key();
    if has_modifier || event.is_composing() {
        return None;
    }
    let field: HtmlTextAreaElement = event.target_unchecked_into();
    let text: Vec<u16> = field.value().encode_utf16().collect();
    let caret = field.selection_start().ok().flatten()?;
    let (before, after) = text.split_at_checked(caret as usize)?;
    match event.key().as_str() {
        "Enter" => Some(Asked::Enter),
        "ArrowUp" if !before.contains(&NEWLINE) => Some(Asked::Older),
        "ArrowDown" if !after.contains(&NEWLINE) => Some(Asked::Newer),
        _ => None,
    }
}
