//! The programs: each declares `benchmark`, which answers with a checksum, and none asks more of an engine than the
//! language.

use anyhow::{Context as _, Result};

/// A script that is measured.
#[derive(Debug)]
pub(crate) struct Program {
    pub(crate) name: &'static str,
    source: &'static str,
}

/// What a program said at its end.
#[derive(Debug, PartialEq)]
pub(crate) struct Run {
    pub(crate) milliseconds: f64,
    pub(crate) checksum: String,
}

pub(crate) const PROGRAMS: [Program; 8] = [
    Program {
        name: "fib",
        source: include_str!("programs/fib.js"),
    },
    Program {
        name: "loops",
        source: include_str!("programs/loops.js"),
    },
    Program {
        name: "strings",
        source: include_str!("programs/strings.js"),
    },
    Program {
        name: "arrays",
        source: include_str!("programs/arrays.js"),
    },
    Program {
        name: "maps",
        source: include_str!("programs/maps.js"),
    },
    Program {
        name: "json",
        source: include_str!("programs/json.js"),
    },
    Program {
        name: "classes",
        source: include_str!("programs/classes.js"),
    },
    Program {
        name: "regex",
        source: include_str!("programs/regex.js"),
    },
];

/// The value of the whole. Every engine has this clock, and takes its own time, so that no way to the engine is counted.
const MEASURED: &str = "
(() => {
  const started = Date.now();
  const checksum = benchmark();
  return `${Date.now() - started} ${checksum}`;
})()
";

impl Program {
    /// The program, and then its measured run.
    pub(crate) fn measured(&self) -> String {
        format!("{}{MEASURED}", self.source)
    }
}

impl Run {
    /// Reads what [`MEASURED`] gave.
    ///
    /// # Errors
    /// It is something else.
    pub(crate) fn parse(value: &str) -> Result<Self> {
        let (milliseconds, checksum) = value
            .trim_end()
            .split_once(' ')
            .with_context(|| format!("read {value:?} as a time and a checksum"))?;
        Ok(Self {
            milliseconds: milliseconds
                .parse()
                .with_context(|| format!("read {milliseconds:?} as milliseconds"))?,
            checksum: checksum.to_owned(),
        })
    }
}
