//! [`Answer`]: what a library says in Node.js, and what it says here.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use tests::environment;
use tests::os_process::command;
use tokio::time::timeout;

/// How long one program may take; the slowest takes a tenth of it.
const AT_MOST: Duration = Duration::from_secs(120);
/// How much of a wrong answer is shown, in characters.
const SHOWN: usize = 400;

/// What a library says.
#[derive(Debug)]
pub(crate) struct Answer {
    /// That of the question's file.
    pub(crate) name: String,
    /// How long it took here.
    pub(crate) elapsed: Duration,
    expected: String,
    said: String,
}

impl Answer {
    /// Asks both programs the question of a file.
    ///
    /// # Errors
    /// When Node.js itself cannot answer, or a program cannot be run or does not end.
    pub(crate) async fn to(question: PathBuf) -> Result<Self> {
        let folder = question.parent().context("a question lies in a folder")?;
        let file = question.file_name().context("a question is a file")?;
        let arguments = [OsStr::new("--no-deprecation"), file];
        let expected = run(Path::new("node"), &arguments, folder).await?;
        ensure!(
            expected.is_success,
            "{} fails in Node.js: {}",
            question.display(),
            expected.text
        );
        let started = Instant::now();
        let arguments = ["run", "--plugin-dir", "."].map(OsStr::new);
        let arguments = [&arguments[..], &[file]].concat();
        let said = run(&environment::pontoon()?, &arguments, folder).await?;
        Ok(Self {
            name: question.file_stem().unwrap_or_default().display().to_string(),
            elapsed: started.elapsed(),
            expected: expected.text,
            said: said.text,
        })
    }

    /// Whether it says the same here.
    pub(crate) fn is_right(&self) -> bool {
        self.said == self.expected
    }

    /// What was expected and what came, cut.
    pub(crate) fn report(&self) -> String {
        if self.is_right() {
            return format!("{} answers: take it off the list", self.name);
        }
        let cut = |text: &str| text.chars().take(SHOWN).collect::<String>();
        format!(
            "{}\n  Node.js: {}\n  pontoon: {}",
            self.name,
            cut(&self.expected),
            cut(&self.said)
        )
    }
}

struct Said {
    is_success: bool,
    /// Standard output, and then standard error.
    text: String,
}

async fn run(program: &Path, arguments: &[&OsStr], folder: &Path) -> Result<Said> {
    let command = command(program)
        .args(arguments)
        .current_dir(folder)
        .env("TZ", "UTC")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .output();
    let Ok(output) = timeout(AT_MOST, command).await else {
        bail!("{} does not end: {arguments:?}", program.display());
    };
    let output = output.with_context(|| format!("run {}", program.display()))?;
    let text = [output.stdout, output.stderr].concat();
    Ok(Said {
        is_success: output.status.success(),
        text: String::from_utf8_lossy(&text).into_owned(),
    })
}
