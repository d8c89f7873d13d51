//! A console message: texts in their styles and values, one after the other.

use web_output::{Piece, Style};
use web_sys::HtmlElement;
use yew::{Html, Properties, component, html, use_effect_with, use_node_ref};

use super::value::Value;

/// The parts of a message.
pub(crate) fn pieces(pieces: &[Piece]) -> Html {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text { text, style } if style.is_empty() => html! { { text } },
            Piece::Text { text, style } => html! { <Styled text={text.clone()} style={style.clone()} /> },
            Piece::Value(value) => html! { <Value value={value.clone()} /> },
        })
        .collect()
}

#[derive(PartialEq, Properties)]
struct StyledProps {
    text: String,
    style: Style,
}

/// The page's policy forbids style attributes, so the properties are set one by one.
#[component]
fn Styled(props: &StyledProps) -> Html {
    let element = use_node_ref();
    use_effect_with((element.clone(), props.style.clone()), |(element, style)| {
        if let Some(element) = element.cast::<HtmlElement>() {
            for (name, value) in style.declarations() {
                // A value that the browser does not know changes nothing.
                let _ = element.style().set_property(name, value);
            }
        }
    });
    html! { <span class="styled" ref={element}>{ &props.text }</span> }
}
