//! The table of wrong things.
//!
//! Those that get as far as a manifest offer one module with two functions: `pid()`, which works, and `call()`,
//! which does the wrong thing where that is one that happens in a call.

use std::path::Path;
use std::process::ExitCode;

use crate::lawless::{self, Health, Manners, manifests};
use crate::program::{PREFIX, split};
use crate::{before_the_handshake as before, cancelled, grandchild, in_a_call, output, socket, surroundings};

type Behaviour = fn() -> ExitCode;

const BEHAVIOURS: &[(&str, Behaviour)] = &[
    // Nothing: for folders that need many plugins.
    ("works", in_a_call::works),
    // Nothing: `call(value)` answers its argument.
    ("echoes", in_a_call::echoes),
    // Ends with code 3 and a line on standard error.
    ("exit-at-once", before::exit_at_once),
    // Runs, and prints nothing.
    ("never-speaks", before::never_speaks),
    // Prints a sentence where the handshake belongs, and stays.
    ("garbage-line", before::garbage_line),
    // Prints 1 MiB without a line end where the handshake belongs, and goes on until nobody reads.
    ("endless-line", before::endless_line),
    // Works after it has slept for 700 ms.
    ("starts-slowly", before::starts_slowly),
    // Its socket is there, but nobody listens.
    ("socket-refuses", socket::refuses),
    // Its socket takes connections and says nothing.
    ("socket-silent", socket::silent),
    // Its socket takes connections and closes them.
    ("socket-closes", socket::closes),
    // Its socket speaks HTTP/1.1.
    ("socket-http1", socket::http1),
    // Its socket sends bytes without meaning.
    ("socket-noise", socket::noise),
    // Works; its line has spaces around it and ends with CR LF.
    ("line-spaces", || {
        lawless::announces(|line| format!("  {line} \r"))
    }),
    // Works; its line has eight fields and more.
    ("line-extra-fields", || {
        lawless::announces(|line| format!("{line}|false|8|and|more"))
    }),
    // Works; its sixth field is shorter than any certificate.
    ("line-short-certificate", || {
        lawless::announces(|line| format!("{line}short"))
    }),
    // Works over a TCP port of loopback.
    ("line-tcp", lawless::tcp),
    // Says that it does not serve, for ever.
    ("health-not-serving", || lawless::health(Health::NeverServing)),
    // Says so for 300 ms.
    ("health-late", || lawless::health(Health::ServingLater)),
    // Knows health, but not of `plugin`.
    ("health-unknown", || lawless::health(Health::UnknownName)),
    // Names its module `echo`, outside the namespace; otherwise without fault.
    ("manifest-echo", || lawless::publishes(manifests::wrong_namespace)),
    // Never answers the question for its manifest.
    ("manifest-hangs", lawless::hides_its_manifest),
    // Answers with an error of 20,000 bytes.
    ("manifest-error", lawless::fails_its_manifest),
    // The rest of a manifest's faults.
    ("manifest-empty", || lawless::publishes(manifests::empty)),
    ("manifest-no-exports", || {
        lawless::publishes(manifests::no_exports)
    }),
    ("manifest-duplicate-export", || {
        lawless::publishes(manifests::duplicate_export)
    }),
    ("manifest-duplicate-method", || {
        lawless::publishes(manifests::duplicate_method)
    }),
    ("manifest-no-kind", || lawless::publishes(manifests::no_kind)),
    ("manifest-kind-7", || lawless::publishes(manifests::unknown_kind)),
    ("manifest-many-exports", || {
        lawless::publishes(manifests::many_exports)
    }),
    ("manifest-1001-exports", || {
        lawless::publishes(manifests::too_many_exports)
    }),
    ("manifest-50-mb", || lawless::publishes(manifests::huge)),
    ("manifest-prototype", || lawless::publishes(manifests::prototype)),
    ("manifest-line-break", || {
        lawless::publishes(manifests::line_break)
    }),
    ("manifest-nul", || lawless::publishes(manifests::nul)),
    ("manifest-long-doc", || lawless::publishes(manifests::long_doc)),
    // Its texts hold what terminals obey: they clear the screen, and turn the direction of text.
    ("manifest-escapes", || lawless::publishes(manifests::escapes)),
    // `call(what)` answers what is not to be expected; see `lawless::answers`.
    ("answers", lawless::answers),
    // Answers `Shutdown` and catches SIGTERM, and goes on.
    ("ignores-shutdown", || lawless::stops(Manners::Ignores)),
    // Answers `Shutdown` and goes on; SIGTERM ends it.
    ("stays-after-shutdown", || lawless::stops(Manners::WaitsForSignal)),
    // Never answers `Shutdown`; SIGTERM ends it.
    ("hangs-in-shutdown", || lawless::stops(Manners::BlocksShutdown)),
    // `call()` never returns.
    ("hangs-in-call", in_a_call::hangs),
    // `call()` never returns, but its host can cancel it; `arrived()` and `cancelled()` wait for that.
    ("waits-in-call", cancelled::waits),
    // `call()` keeps a processor busy and never returns.
    ("spins-in-call", in_a_call::spins),
    // `call()` stops the process as Ctrl-Z does.
    ("stops-itself", in_a_call::stops),
    // `call()` ends the process with SIGKILL.
    ("dies-in-call", in_a_call::dies),
    // `call()` ends the process with SIGSEGV.
    ("segfaults-in-call", in_a_call::segfaults),
    // `call()` ends the process with code 7.
    ("exits-in-call", in_a_call::exits),
    // `call()` ends the process with code 0.
    ("leaves-in-call", in_a_call::leaves),
    // `call()` panics, which the SDK outlives.
    ("panics-in-rust", in_a_call::panics),
    // `call()` writes what Go writes when it panics, and ends the process with code 2.
    ("panics-in-call", in_a_call::panics_like_go),
    // `call()` starts a process in a session of its own that holds the standard streams; answers its PID.
    ("spawns-grandchild", grandchild::in_its_own_session),
    // `call()` starts one in the same group that holds the standard streams; answers its PID.
    ("spawns-in-group", grandchild::in_the_same_group),
    // The grandchild; not for hosts.
    (grandchild::NAME, grandchild::be),
    // `call(MIB = 20)` writes so much to standard error, in lines of 1 MiB.
    ("floods-stderr", output::floods_stderr),
    // `call(N)` writes so many short lines to standard error.
    ("floods-stderr-lines", output::floods_stderr_lines),
    // `call(MIB)` writes so much to standard error without a line end.
    ("floods-stderr-endless", output::floods_stderr_without_line_end),
    // Sends 200,000 pieces of standard output of 10 bytes over go-plugin's stream; otherwise without fault.
    ("floods-stdio", lawless::floods_stdio),
    // Talks on standard error from the start; `call()` prints 1 MiB without a line end on standard output.
    ("prints-then-works", output::prints),
    // `call(text)` writes the text to standard error.
    ("writes-stderr", output::writes_stderr),
    // `call()` closes one of the streams, or both.
    ("closes-stdout", || output::closes(&[1])),
    ("closes-stderr", || output::closes(&[2])),
    ("closes-both", || output::closes(&[1, 2])),
    // `call()` answers the names of its environment, what its descriptors were at the start, and its group.
    ("looks-around", surroundings::tells),
];

/// The behaviour for a program that was started by this path.
pub(crate) fn find(program: &Path) -> Option<Behaviour> {
    let (name, _) = split(program)?;
    let (_, behaviour) = BEHAVIOURS.iter().find(|(known, _)| *known == name)?;
    Some(*behaviour)
}

/// All file names that mean something.
pub(crate) fn names() -> String {
    let names: Vec<_> = BEHAVIOURS
        .iter()
        .map(|(name, _)| format!("{PREFIX}{name}"))
        .collect();
    names.join(", ")
}
