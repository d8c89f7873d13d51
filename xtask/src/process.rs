//! The one place where xtask starts other programs. A failure names the whole command line.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// A command that runs in `folder`.
#[expect(
    clippy::disallowed_methods,
    reason = "build tools end by themselves or with the terminal"
)]
pub(crate) fn command(program: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    command
}

/// Runs to the end; its output goes to the terminal.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` ended with {status}", line(command));
    }
    Ok(())
}

/// Runs to the end and returns what it printed on standard output.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("start `{}`", line(command)))?;
    if !output.status.success() {
        bail!("`{}` ended with {}", line(command), output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("read the output of `{}`", line(command)))
}

/// Hands this process over to `command`, so that signals and the exit code are its own. Returns only an error.
#[cfg(unix)]
pub(crate) fn become_program(command: &mut Command) -> anyhow::Error {
    use std::os::unix::process::CommandExt as _;
    let cause = command.exec();
    anyhow::Error::new(cause).context(format!("start `{}`", line(command)))
}

/// Runs `command` and ends with its exit code. Returns only an error.
#[cfg(not(unix))]
#[expect(
    clippy::exit,
    reason = "the exit code of the program is the exit code of xtask"
)]
pub(crate) fn become_program(command: &mut Command) -> anyhow::Error {
    match command.status() {
        Ok(status) => std::process::exit(status.code().unwrap_or(1)),
        Err(cause) => anyhow::Error::new(cause).context(format!("start `{}`", line(command))),
    }
}

/// The file that a bare program name means, if there is one.
pub(crate) fn find_on_path(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(&file))
        .find(|candidate| candidate.is_file())
}

/// The value for `PATH` that finds programs in `folders` first.
pub(crate) fn path_with(folders: &[PathBuf]) -> Result<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&path));
    std::env::join_paths(all).context("put the tool folders on PATH")
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
