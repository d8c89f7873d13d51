//! The table of wrong things.
//!
//! Those that get as far as a manifest offer one module with two functions: `pid()`, which works, and `call()`,
//! which does the wrong thing where that is one that happens in a call.

use std::env;
use std::path::Path;
use std::process::ExitCode;

use crate::{before_the_handshake as before, in_a_call, lawless};

const PREFIX: &str = "goja-plugin-";

/// Stands between the name of a behaviour and a word that becomes part of the module's name, for folders that
/// hold several plugins: `goja-plugin-works--two` is `plugin:misbehaving:two`.
const SEPARATOR: &str = "--";

type Behaviour = fn() -> ExitCode;

const BEHAVIOURS: [(&str, Behaviour); 13] = [
    // Nothing: for folders that need many plugins.
    ("works", in_a_call::works),
    // Ends with code 3 and a line on standard error.
    ("exit-at-once", before::exit_at_once),
    // Runs, and prints nothing.
    ("never-speaks", before::never_speaks),
    // Prints a sentence where the handshake belongs, and stays.
    ("garbage-line", before::garbage_line),
    // Names its module `echo`, outside the namespace; otherwise without fault.
    ("manifest-echo", lawless::manifest_echo),
    // Answers `Shutdown` and catches SIGTERM, and goes on.
    ("ignores-shutdown", lawless::ignores_shutdown),
    // `call()` never returns.
    ("hangs-in-call", in_a_call::hangs),
    // `call()` ends the process with SIGKILL.
    ("dies-in-call", in_a_call::dies),
    // `call()` ends the process with code 7.
    ("exits-in-call", in_a_call::exits),
    // `call()` starts a process in a session of its own that holds the standard streams; answers its PID.
    ("spawns-grandchild", in_a_call::spawns_grandchild),
    // `call(MIB = 20)` writes so much to standard error, in lines of 1 MiB.
    ("floods-stderr", in_a_call::floods_stderr),
    // Talks on standard error from the start; `call()` prints 1 MiB without a line end on standard output.
    ("prints-then-works", in_a_call::prints),
    // The grandchild; not for hosts.
    (in_a_call::GRANDCHILD, in_a_call::be_the_grandchild),
];

/// The behaviour for a program that was started by this path.
pub(crate) fn find(program: &Path) -> Option<Behaviour> {
    let (name, _) = split(program)?;
    let (_, behaviour) = BEHAVIOURS.iter().find(|(known, _)| *known == name)?;
    Some(*behaviour)
}

/// The module's name, unless the behaviour says otherwise.
pub(crate) fn module_name() -> String {
    let program = env::args_os().next().unwrap_or_default();
    match split(Path::new(&program)) {
        Some((_, Some(word))) => format!("plugin:misbehaving:{word}"),
        _ => "plugin:misbehaving".to_owned(),
    }
}

fn split(program: &Path) -> Option<(&str, Option<&str>)> {
    let name = program.file_name()?.to_str()?.strip_prefix(PREFIX)?;
    Some(
        name.split_once(SEPARATOR)
            .map_or((name, None), |(name, word)| (name, Some(word))),
    )
}

/// All file names that mean something.
pub(crate) fn names() -> String {
    let names = BEHAVIOURS.map(|(name, _)| format!("{PREFIX}{name}"));
    names.join(", ")
}
