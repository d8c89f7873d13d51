//! Where a script comes from: a file, the command line, or standard input.

use std::fs;
use std::io::{self, Read as _};

use anyhow::{Context as _, Result};

/// Stands for standard input.
const STDIN: &str = "-";

const MARK: char = '\u{feff}';

/// A script.
#[derive(Debug)]
pub(crate) struct Source {
    /// What errors call it. Other files are looked for beside it.
    pub(crate) name: String,
    /// What it says.
    pub(crate) text: String,
}

impl Source {
    /// Reads a file.
    pub(crate) fn of_file(file: &str) -> Result<Self> {
        if file == STDIN {
            return Self::of_stdin();
        }
        let text = fs::read_to_string(file).with_context(|| format!("read the script {file:?}"))?;
        Ok(Self {
            name: file.to_owned(),
            text: without_mark(text),
        })
    }

    /// Takes what stands on the command line.
    pub(crate) fn of_code(code: &str) -> Result<Self> {
        if code == STDIN {
            return Self::of_stdin();
        }
        Ok(Self {
            name: "<eval>".to_owned(),
            text: code.to_owned(),
        })
    }

    fn of_stdin() -> Result<Self> {
        let mut text = String::new();
        let stdin = io::stdin();
        stdin
            .lock()
            .read_to_string(&mut text)
            .context("read the script from standard input")?;
        Ok(Self {
            name: "<stdin>".to_owned(),
            text: without_mark(text),
        })
    }
}

/// The text without the byte order mark that some editors put before it.
pub(crate) fn without_mark(mut text: String) -> String {
    if text.starts_with(MARK) {
        text.drain(..MARK.len_utf8());
    }
    text
}
