//! What a script displays. Markup of scripts never becomes markup of the page: a drawing is an image, a document lies in
//! a frame that is sandboxed from everything.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use web_output::{DisplayItem, Shown};
use yew::{AttrValue, Html, Properties, component, html, use_memo};

use super::chart::Chart;
use super::table::Table;
use super::value::Value;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) item: DisplayItem,
}

/// The item with its title.
#[component]
pub(crate) fn Display(props: &Props) -> Html {
    let DisplayItem { title, shown } = &props.item;
    let title = AttrValue::from(title.clone());
    match shown {
        Shown::Table(table) => html! { <Table table={table.clone()} {title} /> },
        Shown::Tree(value) => figure(
            "tree",
            &title,
            html! { <div class="message"><Value value={value.clone()} /></div> },
        ),
        Shown::Image(image) => {
            let media_type = image.format.media_type();
            figure(
                "image",
                &title,
                html! { <Picture {media_type} bytes={image.bytes.clone()} title={title.clone()} /> },
            )
        }
        Shown::Svg(markup) => {
            let bytes = markup.as_bytes().to_vec();
            figure(
                "svg",
                &title,
                html! { <Picture media_type="image/svg+xml" {bytes} title={title.clone()} /> },
            )
        }
        Shown::Html(document) => {
            let name = if title.is_empty() {
                "A document of the script".into()
            } else {
                title.clone()
            };
            let frame = html! {
                <iframe
                    sandbox="" srcdoc={document.markup.clone()} title={name} height={document.height.to_string()}
                />
            };
            figure("html", &title, frame)
        }
        Shown::Chart(chart) => figure(
            "chart",
            &title,
            html! { <Chart chart={chart.clone()} title={title.clone()} /> },
        ),
    }
}

fn figure(kind: &'static str, title: &AttrValue, content: Html) -> Html {
    html! {
        <figure class="display" data-testid="display" data-kind={kind}>
            if !title.is_empty() {
                <figcaption>{ title }</figcaption>
            }
            { content }
        </figure>
    }
}

#[derive(PartialEq, Properties)]
struct PictureProps {
    media_type: &'static str,
    bytes: Vec<u8>,
    title: AttrValue,
}

/// As a data URL, which the page's policy allows for images; a drawing in an image runs nothing and loads nothing.
#[component]
fn Picture(props: &PictureProps) -> Html {
    let source = use_memo((props.media_type, props.bytes.clone()), |(media_type, bytes)| {
        AttrValue::from(format!("data:{media_type};base64,{}", STANDARD.encode(bytes)))
    });
    let alternative = if props.title.is_empty() {
        AttrValue::from("An image of the script")
    } else {
        props.title.clone()
    };
    html! { <img src={(*source).clone()} alt={alternative} /> }
}
