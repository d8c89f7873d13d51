//! A table of `console.table` or `display.table`.

use web_output::{Preview, Primitive, Row, Table as Rows};
use yew::{AttrValue, Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) table: Rows,
    /// May be empty.
    pub(crate) title: AttrValue,
}

/// The table, which scrolls in itself.
#[component]
pub(crate) fn Table(props: &Props) -> Html {
    let Props { table, title } = props;
    let label = if title.is_empty() { "Table" } else { title };
    html! {
        <div class="table" role="region" tabindex="0" aria-label={label.to_owned()}>
            <table data-testid="table">
                if !title.is_empty() {
                    <caption>{ title }</caption>
                }
                <thead>
                    <tr>
                        <th scope="col">{ &table.corner }</th>
                        { for table.columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }
                    </tr>
                </thead>
                <tbody>{ for table.rows.iter().map(row) }</tbody>
            </table>
            if let Some(remark) = table.remark() {
                <p class="remark">{ remark }</p>
            }
        </div>
    }
}

fn row(row: &Row) -> Html {
    html! {
        <tr>
            <th scope="row">{ &row.name }</th>
            { for row.cells.iter().map(|cell| html! {
                <td class={is_number(cell.as_ref()).then_some("number")}>{ cell.as_ref().map(Preview::cell) }</td>
            }) }
        </tr>
    }
}

fn is_number(cell: Option<&Preview>) -> bool {
    matches!(
        cell,
        Some(Preview::Primitive(Primitive::Number | Primitive::BigInt, _))
    )
}
