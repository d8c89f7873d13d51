//! The output: the sentence on the run, Clear, the log, and the prompt under it. The log follows the last line unless the reader scrolled up.

use std::rc::Rc;

use web_editor::Place;
use web_sys::HtmlElement;
use yew::{
    AttrValue, Callback, Event, Html, Properties, component, html, use_effect, use_mut_ref, use_node_ref,
};

use super::elapsed::Elapsed;
use super::output_chunk::OutputChunk;
use crate::state::Transcript;

/// Nearer to the end than this, in pixels, counts as being at the end.
const AT_END: i32 = 32;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) transcript: Transcript,
    /// One sentence on the run.
    pub(crate) status: AttrValue,
    /// As in `data-run`.
    pub(crate) run: &'static str,
    pub(crate) running_since: Option<f64>,
    pub(crate) on_clear: Callback<()>,
    pub(crate) on_fold: Callback<u64>,
    pub(crate) on_reveal: Callback<Place>,
    /// What stands under the log.
    pub(crate) prompt: Html,
}

/// The output pane.
#[component]
pub(crate) fn Output(props: &Props) -> Html {
    let log = use_node_ref();
    let scroll = use_mut_ref(Scroll::default);
    let on_scroll = Callback::from({
        let (log, scroll) = (log.clone(), Rc::clone(&scroll));
        move |_: Event| {
            if let Some(log) = log.cast::<HtmlElement>() {
                scroll.borrow_mut().moved(&log);
            }
        }
    });
    use_effect({
        let (log, scroll) = (log.clone(), Rc::clone(&scroll));
        move || {
            if let Some(log) = log.cast::<HtmlElement>().filter(|_| scroll.borrow().follows) {
                log.set_scroll_top(log.scroll_height());
            }
        }
    });
    if props.transcript.is_empty() {
        *scroll.borrow_mut() = Scroll::default();
    }
    html! {
        <section class="pane output" aria-labelledby="output-title">
            <div class="pane-head">
                <h2 id="output-title">{ "Output" }</h2>
                <p class="run-status" role="status" data-testid="status" data-run={props.run}>{ &props.status }</p>
                if let Some(since) = props.running_since {
                    <Elapsed key={since.to_string()} {since} />
                }
                <button type="button" class="quiet" data-testid="clear" onclick={props.on_clear.reform(|_| ())}>
                    { "Clear" }
                </button>
            </div>
            // A flood must not talk for minutes: the sentence above is what is announced.
            <div
                class="log" data-testid="output" role="log" aria-live="off" aria-label="Output" tabindex="0"
                ref={log} onscroll={on_scroll}
            >
                { dropped(props.transcript.dropped()) }
                { placeholder(props) }
                { for props.transcript.chunks().map(|chunk| html! {
                    <OutputChunk
                        key={chunk.id} chunk={chunk.clone()} folded={props.transcript.folded().clone()}
                        on_fold={&props.on_fold} on_reveal={&props.on_reveal}
                    />
                }) }
            </div>
            { props.prompt.clone() }
        </section>
    }
}

/// Where the reader is in the log.
struct Scroll {
    follows: bool,
    top: i32,
}

impl Default for Scroll {
    fn default() -> Self {
        Self {
            follows: true,
            top: 0,
        }
    }
}

impl Scroll {
    /// Output that comes in moves the end away: only a reader who scrolls up stops following.
    fn moved(&mut self, log: &HtmlElement) {
        let top = log.scroll_top();
        let at_end = top + log.client_height() >= log.scroll_height() - AT_END;
        self.follows = at_end || (self.follows && top >= self.top);
        self.top = top;
    }
}

fn dropped(count: usize) -> Html {
    html! {
        if count > 0 {
            <p class="log-note" data-testid="dropped">{ format!("{count} earlier lines were dropped") }</p>
        }
    }
}

fn placeholder(props: &Props) -> Html {
    let text = match props.run {
        "idle" => "Run the script: its output and the value of its last expression appear here.",
        "ok" => "The script printed nothing, and its last value is undefined.",
        _ => return Html::default(),
    };
    html! {
        if props.transcript.is_empty() {
            <p class="log-note">{ text }</p>
        }
    }
}
