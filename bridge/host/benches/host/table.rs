//! The figures: tables for people, and `{"row": {"value": 1.2, "unit": "ratio", "n": 1000}}` for programs.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use serde_json::{Map, Value, json};

/// Rows in the order in which they were measured.
#[derive(Default)]
pub(crate) struct Table {
    host: Vec<[String; 6]>,
    languages: Vec<[String; 6]>,
    figures: Map<String, Value>,
}

const HOST_HEAD: [&str; 6] = [
    "median, in microseconds",
    "ours",
    "bare",
    "ratio",
    "overhead",
    "p99",
];
const LANGUAGES_HEAD: [&str; 6] = [
    "a plugin by itself, median",
    "Rust",
    "Go",
    "ratio",
    "unit",
    "Rust p99",
];

impl Table {
    /// A row for the host, or the terminal, beside the bare client.
    pub(crate) fn compare(&mut self, row: &str, host: &[Duration], bare: &[Duration]) {
        let (host, bare) = (Sample::of_times(host), Sample::of_times(bare));
        let (ours, theirs) = (host.median(), bare.median());
        let ratio = ours / theirs;
        self.host.push([
            row.to_owned(),
            shown(ours),
            shown(theirs),
            format!("{ratio:.2}"),
            shown(ours - theirs),
            shown(host.p99()),
        ]);
        self.figure(&format!("{row} ratio"), ratio, "ratio", host.len());
        self.figure(&format!("{row} overhead"), ours - theirs, "us", host.len());
        self.figure(row, ours, "us", host.len());
    }

    /// A row for the host, or the terminal, alone.
    pub(crate) fn report(&mut self, row: &str, host: &[Duration]) {
        let host = Sample::of_times(host);
        let none = || "-".to_owned();
        self.host.push([
            row.to_owned(),
            shown(host.median()),
            none(),
            none(),
            none(),
            shown(host.p99()),
        ]);
        self.figure(row, host.median(), "us", host.len());
    }

    /// A row for a plugin in Rust beside one in Go.
    pub(crate) fn beside(&mut self, row: &str, unit: &str, rust: &Sample, go: &Sample) {
        let (in_rust, in_go) = (rust.median(), go.median());
        let ratio = in_rust / in_go;
        self.languages.push([
            row.to_owned(),
            shown(in_rust),
            shown(in_go),
            format!("{ratio:.2}"),
            unit.to_owned(),
            shown(rust.p99()),
        ]);
        self.figure(&format!("{row} Rust"), in_rust, unit, rust.len());
        self.figure(&format!("{row} Go"), in_go, unit, go.len());
        self.figure(&format!("{row} ratio"), ratio, "ratio", rust.len());
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
        write_lines(f, HOST_HEAD, &self.host)?;
        writeln!(f)?;
        write_lines(f, LANGUAGES_HEAD, &self.languages)
    }
}

fn write_lines(f: &mut fmt::Formatter<'_>, head: [&str; 6], lines: &[[String; 6]]) -> fmt::Result {
    for [row, a, b, ratio, c, d] in [head.map(str::to_owned)].iter().chain(lines) {
        writeln!(f, "{row:34} {a:>10} {b:>10} {ratio:>6} {c:>9} {d:>10}")?;
    }
    Ok(())
}

/// What was measured again and again, in ascending order; never empty.
#[derive(Debug)]
pub(crate) struct Sample(Vec<f64>);

impl Sample {
    pub(crate) fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_unstable_by(f64::total_cmp);
        Self(values)
    }

    /// In microseconds.
    pub(crate) fn of_times(times: &[Duration]) -> Self {
        Self::of(times.iter().map(|time| time.as_secs_f64() * 1e6))
    }

    fn median(&self) -> f64 {
        self.quantile(0.5)
    }

    fn p99(&self) -> f64 {
        self.quantile(0.99)
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn quantile(&self, share: f64) -> f64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "an index within the sample"
        )]
        let index = ((self.len() - 1) as f64 * share).round() as usize;
        self.0[index]
    }
}

fn shown(value: f64) -> String {
    format!("{value:.1}")
}
