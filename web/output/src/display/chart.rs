//! [`Chart`]: series of points, and their text form: a sparkline for lines and points, bars for bars.

use serde::{Deserialize, Serialize};

const TICKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Columns of a sparkline, and of the longest bar.
const WIDTH: usize = 60;
/// Bars that are written out.
const MAX_BARS: usize = 50;

/// A chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// How the points are drawn.
    pub kind: ChartKind,
    /// What the horizontal axis counts; may be empty.
    pub x_label: String,
    /// What the vertical axis counts; may be empty.
    pub y_label: String,
    /// Names along the horizontal axis instead of numbers: that of `x` is at index `x`. May be empty.
    pub categories: Vec<String>,
    /// At least one.
    pub series: Vec<Series>,
}

/// How points are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChartKind {
    /// Joined by lines.
    Line,
    /// As bars from zero.
    Bar,
    /// As dots.
    Scatter,
}

/// Points that belong together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// May be empty where there is one series.
    pub name: String,
    /// Finite numbers; a gap where the height is missing.
    pub points: Vec<(f64, Option<f64>)>,
}

impl Chart {
    /// The smallest and the largest height of all series; nothing where there are only gaps.
    #[must_use]
    pub fn heights(&self) -> Option<(f64, f64)> {
        bounds(self.series.iter().flat_map(Series::heights))
    }

    /// The smallest and the largest place along the horizontal axis.
    #[must_use]
    pub fn places(&self) -> Option<(f64, f64)> {
        bounds(
            self.series
                .iter()
                .flat_map(|series| series.points.iter().map(|(x, _)| *x)),
        )
    }

    pub(super) fn text(&self) -> String {
        let lines: Vec<String> = match self.kind {
            ChartKind::Bar => self.series.iter().flat_map(|series| self.bars(series)).collect(),
            ChartKind::Line | ChartKind::Scatter => self.series.iter().map(Series::sparkline).collect(),
        };
        lines.join("\n")
    }

    fn bars(&self, series: &Series) -> Vec<String> {
        let largest = self
            .heights()
            .map_or(0.0, |(low, high)| low.abs().max(high.abs()));
        let label = |x: f64| match self.categories.get(x as usize) {
            Some(category) => category.clone(),
            None => x.to_string(),
        };
        let shown = &series.points[..series.points.len().min(MAX_BARS)];
        let width = shown
            .iter()
            .map(|(x, _)| label(*x).chars().count())
            .max()
            .unwrap_or_default();
        let name = (!series.name.is_empty()).then(|| series.name.clone());
        let bars = shown.iter().map(|(x, height)| match height {
            Some(height) => {
                let bar = "█".repeat(scaled(height.abs(), 0.0, largest, WIDTH));
                format!("{:<width$} {bar} {height}", label(*x))
            }
            None => format!("{:<width$}", label(*x)),
        });
        let more = series.points.len() - shown.len();
        let rest = (more > 0).then(|| format!("… {more} more"));
        name.into_iter().chain(bars).chain(rest).collect()
    }
}

impl Series {
    fn heights(&self) -> impl Iterator<Item = f64> {
        self.points.iter().filter_map(|(_, height)| *height)
    }

    fn sparkline(&self) -> String {
        let name = match self.name.as_str() {
            "" => String::new(),
            name => format!("{name} "),
        };
        let Some((low, high)) = bounds(self.heights()) else {
            return format!("{name}(no points)");
        };
        let step = self.points.len().div_ceil(WIDTH);
        let line: String = self
            .points
            .chunks(step)
            .map(|points| {
                // Of many points in one column the last is shown, as a reader of the full line would leave it.
                match points.iter().rev().find_map(|(_, height)| *height) {
                    Some(height) => TICKS[scaled(height, low, high, TICKS.len() - 1)],
                    None => ' ',
                }
            })
            .collect();
        format!("{name}{line} {low} to {high}")
    }
}

fn bounds(numbers: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    numbers.fold(None, |bounds, number| match bounds {
        None => Some((number, number)),
        Some((low, high)) => Some((f64::min(low, number), f64::max(high, number))),
    })
}

/// Where `number` lies between `low` and `high`, in steps from 0 to `steps`. Halves, so that nothing overflows.
fn scaled(number: f64, low: f64, high: f64, steps: usize) -> usize {
    let range = high / 2.0 - low / 2.0;
    if range <= 0.0 {
        return 0;
    }
    ((number / 2.0 - low / 2.0) / range * steps as f64).round() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(kind: ChartKind, heights: &[Option<f64>]) -> Chart {
        Chart {
            kind,
            x_label: String::new(),
            y_label: String::new(),
            categories: vec!["one".to_owned(), "three".to_owned()],
            series: vec![Series {
                name: "count".to_owned(),
                points: heights.iter().enumerate().map(|(x, y)| (x as f64, *y)).collect(),
            }],
        }
    }

    #[test]
    fn a_line_is_a_sparkline_with_its_bounds() {
        let line = chart(ChartKind::Line, &[Some(1.0), None, Some(4.0), Some(8.0)]);
        assert_eq!(line.text(), "count ▁ ▄█ 1 to 8");
        assert_eq!(chart(ChartKind::Line, &[None]).text(), "count (no points)");
        assert_eq!(
            chart(ChartKind::Line, &[Some(f64::MIN), Some(f64::MAX)])
                .text()
                .chars()
                .nth(7),
            Some('█')
        );
    }

    #[test]
    fn bars_are_as_long_as_their_numbers() {
        let text = chart(ChartKind::Bar, &[Some(1.0), Some(-2.0), None]).text();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[1], format!("one   {} 1", "█".repeat(30)));
        assert_eq!(lines[2], format!("three {} -2", "█".repeat(60)));
        assert_eq!(lines[3], "2    ");
    }
}
