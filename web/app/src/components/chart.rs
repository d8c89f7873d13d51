//! A chart as SVG elements of the page's own.

mod scale;

use web_output::{Chart as Data, ChartKind, Series};
use yew::{AttrValue, Html, Properties, component, html};

use scale::{Scale, number};

/// The drawing's own units; it is as wide as the output lets it be.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 280.0;
const LEFT: f64 = 56.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 44.0;
/// Colours; further series begin again.
const COLOURS: usize = 6;
/// The widest a bar gets.
const MAX_BAR: f64 = 56.0;
/// Characters of a name below the axis.
const MAX_NAME: usize = 12;
/// Names below the axis.
const MAX_NAMES: usize = 12;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) chart: Data,
    /// May be empty.
    pub(crate) title: AttrValue,
}

/// The chart with its axes and its legend.
#[component]
pub(crate) fn Chart(props: &Props) -> Html {
    let chart = &props.chart;
    let Some((x, y)) = scales(chart) else {
        return html! { <p class="remark">{ "All points are gaps." }</p> };
    };
    html! {
        <>
            <svg
                class="chart" viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="img"
                aria-label={description(chart, &props.title)}
            >
                { height_axis(&y) }
                { place_axis(chart, &x) }
                { labels(chart) }
                { for chart.series.iter().enumerate().map(|(index, series)| drawn(chart, series, index, &x, &y)) }
            </svg>
            { legend(chart) }
        </>
    }
}

/// The horizontal and the vertical scale.
fn scales(chart: &Data) -> Option<(Scale, Scale)> {
    let (low, high) = chart.heights()?;
    let (first, last) = chart.places()?;
    let (low, high) = match chart.kind {
        ChartKind::Bar => (low.min(0.0), high.max(0.0)),
        ChartKind::Line | ChartKind::Scatter => (low, high),
    };
    let (first, last) = match chart.kind {
        ChartKind::Bar => (first - 0.5, last + 0.5),
        ChartKind::Line | ChartKind::Scatter => (first, last),
    };
    let places = Scale::exact(first, last, LEFT + 6.0, WIDTH - RIGHT - 6.0);
    Some((places, Scale::rounded(low, high, HEIGHT - BOTTOM, TOP)))
}

fn height_axis(y: &Scale) -> Html {
    y.ticks()
        .into_iter()
        .map(|tick| {
            let at = y.at(tick);
            html! {
                <>
                    <line class={if tick == 0.0 { "zero" } else { "grid" }}
                        x1={LEFT.to_string()} x2={(WIDTH - RIGHT).to_string()} y1={at.to_string()} y2={at.to_string()} />
                    <text class="tick" text-anchor="end" x={(LEFT - 8.0).to_string()} y={(at + 4.0).to_string()}>
                        { number(tick) }
                    </text>
                </>
            }
        })
        .collect()
}

fn place_axis(chart: &Data, x: &Scale) -> Html {
    let ticks: Vec<(f64, String)> = if chart.categories.is_empty() {
        x.ticks().into_iter().map(|tick| (tick, number(tick))).collect()
    } else {
        let step = chart.categories.len().div_ceil(MAX_NAMES);
        let names = chart.categories.iter().enumerate().step_by(step);
        names.map(|(index, name)| (index as f64, short(name))).collect()
    };
    ticks
        .into_iter()
        .map(|(place, name)| {
            html! {
                <text class="tick" text-anchor="middle" x={x.at(place).to_string()} y={(HEIGHT - BOTTOM + 18.0).to_string()}>
                    { name }
                </text>
            }
        })
        .collect()
}

fn labels(chart: &Data) -> Html {
    let middle = (TOP + HEIGHT - BOTTOM) / 2.0;
    html! {
        <>
            if !chart.x_label.is_empty() {
                <text class="label" text-anchor="middle" x={((LEFT + WIDTH) / 2.0).to_string()} y={(HEIGHT - 6.0).to_string()}>
                    { &chart.x_label }
                </text>
            }
            if !chart.y_label.is_empty() {
                <text class="label" text-anchor="middle" transform={format!("translate(12 {middle}) rotate(-90)")}>
                    { &chart.y_label }
                </text>
            }
        </>
    }
}

fn drawn(chart: &Data, series: &Series, index: usize, x: &Scale, y: &Scale) -> Html {
    let colour = (index % COLOURS).to_string();
    let marks = match chart.kind {
        ChartKind::Line => lines(series, x, y),
        ChartKind::Scatter => dots(series, x, y, 4.0),
        ChartKind::Bar => bars(chart, series, index, x, y),
    };
    html! { <g class="series" data-colour={colour}>{ marks }</g> }
}

/// A gap ends one line and begins another; a point between two gaps is a dot.
fn lines(series: &Series, x: &Scale, y: &Scale) -> Html {
    let parts = series.points.split(|(_, height)| height.is_none());
    parts
        .map(|part| {
            let points: Vec<String> = part
                .iter()
                .filter_map(|(place, height)| Some(format!("{:.2},{:.2}", x.at(*place), y.at((*height)?))))
                .collect();
            match part {
                [] => Html::default(),
                [(place, height)] => dot(x.at(*place), y.at(height.unwrap_or_default()), 3.0),
                _ => html! { <polyline class="line" points={points.join(" ")} /> },
            }
        })
        .collect()
}

fn dots(series: &Series, x: &Scale, y: &Scale, radius: f64) -> Html {
    series
        .points
        .iter()
        .filter_map(|(place, height)| Some(dot(x.at(*place), y.at((*height)?), radius)))
        .collect()
}

fn dot(x: f64, y: f64, radius: f64) -> Html {
    html! { <circle class="dot" cx={format!("{x:.2}")} cy={format!("{y:.2}")} r={radius.to_string()} /> }
}

/// The bars of several series stand side by side.
fn bars(chart: &Data, series: &Series, index: usize, x: &Scale, y: &Scale) -> Html {
    let room = (x.at(1.0) - x.at(0.0)).abs() * 0.8;
    let room = room.min(MAX_BAR * chart.series.len() as f64);
    let width = room / chart.series.len() as f64;
    let zero = y.at(0.0);
    series
        .points
        .iter()
        .filter_map(|(place, height)| {
            let height = (*height)?;
            let left = x.at(*place) - room / 2.0 + width * index as f64;
            let top = y.at(height);
            Some(html! {
                <rect
                    class="bar" x={format!("{left:.2}")} width={format!("{:.2}", (width - 1.0).max(0.5))}
                    y={format!("{:.2}", top.min(zero))} height={format!("{:.2}", (top - zero).abs())}
                >
                    <title>{ bar_title(chart, series, *place, height) }</title>
                </rect>
            })
        })
        .collect()
}

fn bar_title(chart: &Data, series: &Series, place: f64, height: f64) -> String {
    let name = match chart.categories.get(place as usize) {
        Some(name) => name.clone(),
        None => number(place),
    };
    match series.name.as_str() {
        "" => format!("{name}: {height}"),
        series => format!("{series}, {name}: {height}"),
    }
}

fn legend(chart: &Data) -> Html {
    html! {
        if chart.series.len() > 1 {
            <ul class="legend">
                { for chart.series.iter().enumerate().map(|(index, series)| html! {
                    <li><span class="swatch" data-colour={(index % COLOURS).to_string()} />{ &series.name }</li>
                }) }
            </ul>
        }
    }
}

/// What the chart says to those who do not see it.
fn description(chart: &Data, title: &AttrValue) -> String {
    let kind = match chart.kind {
        ChartKind::Line => "Line chart",
        ChartKind::Bar => "Bar chart",
        ChartKind::Scatter => "Scatter chart",
    };
    let title = if title.is_empty() {
        String::new()
    } else {
        format!(" {title}")
    };
    let points: usize = chart.series.iter().map(|series| series.points.len()).sum();
    let names: Vec<&str> = chart
        .series
        .iter()
        .map(|series| series.name.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    let names = if names.is_empty() {
        String::new()
    } else {
        format!(" of {}", names.join(", "))
    };
    let range = chart.heights().map_or_else(String::new, |(low, high)| {
        format!(", from {} to {}", number(low), number(high))
    });
    format!("{kind}{title}: {points} points{names}{range}")
}

fn short(name: &str) -> String {
    match name.char_indices().nth(MAX_NAME) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}
