//! The figures: tables for people, and `{"row": {"value": 1.2, "unit": "ratio", "n": 7}}` for programs.

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::{Map, Value, json};

use crate::engines::Engine;
use crate::load::Load;

/// All that was measured.
#[derive(Debug, Default)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
    pub(crate) load: Load,
}

/// One program.
#[derive(Debug)]
pub(crate) struct Row {
    program: &'static str,
    /// Milliseconds, one list for each engine, in the order of [`Engine::ALL`].
    times: [Vec<f64>; Engine::ALL.len()],
}

/// What is compared, and what it shows.
const RATIOS: [(&str, Engine, Engine); 3] = [
    // The price of what we put around Boa.
    ("native/plain Boa", Engine::Native, Engine::PlainBoa),
    // The price of the browser.
    ("wasm/native", Engine::Wasm, Engine::Native),
    ("wasm/QuickJS", Engine::Wasm, Engine::QuickJs),
];

impl Row {
    pub(crate) fn new(program: &'static str) -> Self {
        Self {
            program,
            times: Default::default(),
        }
    }

    pub(crate) fn add(&mut self, engine: Engine, milliseconds: f64) {
        self.times[engine as usize].push(milliseconds);
    }

    fn of(&self, engine: Engine) -> f64 {
        median(&self.times[engine as usize])
    }
}

impl Table {
    /// Writes the figures as JSON.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(crate) fn write(&self, file: &Path) -> Result<()> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).with_context(|| format!("create {}", folder.display()))?;
        }
        fs::write(file, format!("{:#}\n", Value::Object(self.figures())))
            .with_context(|| format!("write {}", file.display()))
    }

    fn figures(&self) -> Map<String, Value> {
        let mut figures = Map::new();
        let mut figure = |name: String, value: f64, unit: &str, n: usize| {
            figures.insert(name, json!({ "value": value, "unit": unit, "n": n }));
        };
        for row in &self.rows {
            for engine in Engine::ALL {
                let n = row.times[engine as usize].len();
                figure(format!("{} {engine}", row.program), row.of(engine), "ms", n);
            }
            for (name, one, other) in RATIOS {
                let ratio = row.of(one) / row.of(other);
                figure(
                    format!("{} {name}", row.program),
                    ratio,
                    "ratio",
                    row.times[one as usize].len(),
                );
            }
        }
        for (name, one, other) in RATIOS {
            figure(
                format!("all {name}"),
                self.mean(one, other),
                "ratio",
                self.rows.len(),
            );
        }
        for (name, value, unit, n) in self.load_rows() {
            figure(name.to_owned(), value, unit, n);
        }
        figures
    }

    /// The geometric mean of the programs' ratios.
    fn mean(&self, one: Engine, other: Engine) -> f64 {
        let logarithms = self.rows.iter().map(|row| (row.of(one) / row.of(other)).ln());
        (logarithms.sum::<f64>() / self.rows.len() as f64).exp()
    }

    fn load_rows(&self) -> [(&'static str, f64, &'static str, usize); 5] {
        let load = &self.load;
        let times = |name, times: &[f64]| (name, median(times), "ms", times.len());
        [
            ("engine, raw", load.raw_bytes as f64, "bytes", 1),
            ("engine, brotli", load.brotli_bytes as f64, "bytes", 1),
            times("first visit to ready", &load.first_visits),
            times("later visit to ready", &load.later_visits),
            times("worker start to ready", &load.workers),
        ]
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:24}", "median, in milliseconds")?;
        for engine in Engine::ALL {
            write!(f, " {:>9}", engine.to_string())?;
        }
        for (name, ..) in RATIOS {
            write!(f, " {name:>16}")?;
        }
        writeln!(f)?;
        for row in &self.rows {
            write!(f, "{:24}", row.program)?;
            for engine in Engine::ALL {
                write!(f, " {:>9.0}", row.of(engine))?;
            }
            for (_, one, other) in RATIOS {
                write!(f, " {:>16.2}", row.of(one) / row.of(other))?;
            }
            writeln!(f)?;
        }
        write!(f, "{:64}", "all (geometric mean)")?;
        for (_, one, other) in RATIOS {
            write!(f, " {:>16.2}", self.mean(one, other))?;
        }
        writeln!(f, "\n")?;
        for (name, value, unit, _) in self.load_rows() {
            writeln!(f, "{name:24} {value:>9.0} {unit}")?;
        }
        Ok(())
    }
}

fn median(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
