//! The figures: a table for people, and `{"row": {"value": 1.2, "unit": "ratio", "n": 1000}}` for programs.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use serde_json::{Map, Value, json};

/// Rows in the order in which they were measured.
#[derive(Default)]
pub(crate) struct Table {
    lines: Vec<[String; 6]>,
    figures: Map<String, Value>,
}

impl Table {
    /// A row for the host beside the bare client.
    pub(crate) fn compare(&mut self, row: &str, host: &mut [Duration], bare: &mut [Duration]) {
        let (ours, theirs) = (median(host), median(bare));
        let ratio = ours / theirs;
        self.lines.push([
            row.to_owned(),
            micros(ours),
            micros(theirs),
            format!("{ratio:.2}"),
            micros(ours - theirs),
            micros(quantile(host, 0.99)),
        ]);
        self.figure(&format!("{row} ratio"), ratio, "ratio", host.len());
        self.figure(&format!("{row} overhead"), ours - theirs, "us", host.len());
        self.figure(row, ours, "us", host.len());
    }

    /// A row for the host alone.
    pub(crate) fn report(&mut self, row: &str, host: &mut [Duration]) {
        let ours = median(host);
        let none = || "-".to_owned();
        self.lines.push([
            row.to_owned(),
            micros(ours),
            none(),
            none(),
            none(),
            micros(quantile(host, 0.99)),
        ]);
        self.figure(row, ours, "us", host.len());
    }

    /// Writes the figures as JSON.
    pub(crate) fn write(&self, file: &Path) -> io::Result<()> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, format!("{:#}\n", Value::Object(self.figures.clone())))
    }

    fn figure(&mut self, row: &str, value: f64, unit: &str, n: usize) {
        self.figures
            .insert(row.to_owned(), json!({ "value": value, "unit": unit, "n": n }));
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = [
            "median, in microseconds",
            "host",
            "bare",
            "ratio",
            "overhead",
            "host p99",
        ];
        for [row, host, bare, ratio, overhead, p99] in [head.map(str::to_owned)].iter().chain(&self.lines) {
            writeln!(
                f,
                "{row:34} {host:>10} {bare:>10} {ratio:>6} {overhead:>9} {p99:>10}"
            )?;
        }
        Ok(())
    }
}

fn median(times: &mut [Duration]) -> f64 {
    quantile(times, 0.5)
}

/// In microseconds.
fn quantile(times: &mut [Duration], share: f64) -> f64 {
    times.sort_unstable();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an index within the slice"
    )]
    let index = ((times.len() - 1) as f64 * share).round() as usize;
    times[index].as_secs_f64() * 1e6
}

fn micros(value: f64) -> String {
    format!("{value:.1}")
}
