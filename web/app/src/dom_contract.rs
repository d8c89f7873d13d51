//! What tests and tools may rely on in the page. Everything else in the markup may change.
//!
//! On `[data-testid=page]`, always:
//!
//! | attribute | values |
//! |---|---|
//! | `data-engine` | `loading`, `ready`, `restarting`, `failed` |
//! | `data-bridge` | `connecting`, `connected`, `refused`, `unreachable` |
//! | `data-run` | `idle`, `queued`, `running`, `ok`, `threw`, `stopped`, `crashed` |
//! | `data-run-number` | of the run that `data-run` speaks of; absent before the first one started |
//! | `data-session` | the session's id; absent unless `data-bridge` is `connected` |
//!
//! | `data-testid` | what | further attributes |
//! |---|---|---|
//! | `run`, `stop`, `clear`, `retry` | buttons; not usable while `aria-disabled="true"` | |
//! | `connection` | the pill in the header | `data-state` as `data-bridge` |
//! | `status` | one sentence on the run | |
//! | `editor` | the host of the shadow root with CodeMirror's `.cm-content` | |
//! | `output` | the log | |
//! | `prompt` | where a source is entered that goes on where the last run ended | |
//! | `output-line` | one entry | `data-kind`: `console`, `value`, `error`, `entered`, `notice`; `data-level` on console entries: `debug`, `log`, `info`, `warn`, `error` |
//! | `output-text` | inside an entry: its text as printed | |
//! | `twist`, `fold` | buttons that open a value or a group | `aria-expanded` |
//! | `more`, `getter` | buttons that ask for further entries, or for the value of a getter | |
//! | `table` | a table | |
//! | `display` | what a script displays, other than a table | `data-kind`: `tree`, `image`, `svg`, `html`, `chart` |
//! | `error-place` | inside an error: the button that moves the caret | |
//! | `frame-place` | the same for a frame of the call stack | |
//! | `plugin-stderr` | inside an error: the last lines of the plugin | |
//! | `dropped` | how many entries were dropped | |
//! | `module` | one plugin module | `data-module`: its name |
//! | `insert-require` | the button of a module | |
//! | `export` | one callable of a module | `data-export`: such as `greet` or `strings.upper` |
//! | `signature` | inside an export: how to call it; `greet(…)` where the plugin does not say | |
//! | `export-text` | inside an export: what it does; as many as there are | |
//! | `problem` | the panel of a refusal or an engine that does not start | `data-kind`: `engine`, `unreachable`, `no-credential`, `credential-refused`, `catalog-invalid`, `other` |
//! | `candidate` | one file of a discovery report | `data-outcome`: `loaded`, `skipped`, `refused`; `data-path` |

use web_messages::{RefusalKind, RunId};
use web_output::ConsoleLevel;

use crate::state::{Bridge, Ending, Engine, EntryKind, Run};

/// `data-engine`
pub(crate) fn engine(engine: &Engine) -> &'static str {
    match engine {
        Engine::Loading => "loading",
        Engine::Ready => "ready",
        Engine::Restarting => "restarting",
        Engine::Failed { .. } => "failed",
    }
}

/// `data-bridge`
pub(crate) fn bridge(bridge: &Bridge) -> &'static str {
    match bridge {
        Bridge::Connecting => "connecting",
        Bridge::Connected => "connected",
        Bridge::Refused(_) => "refused",
        Bridge::Unreachable { .. } => "unreachable",
    }
}

/// `data-run`
pub(crate) fn run(run: &Run) -> &'static str {
    match run {
        Run::Idle => "idle",
        Run::Queued { .. } => "queued",
        Run::Running { .. } => "running",
        Run::Ended { ending, .. } => match ending {
            Ending::Ok => "ok",
            Ending::Threw => "threw",
            Ending::Stopped => "stopped",
            Ending::Crashed => "crashed",
        },
    }
}

/// `data-run-number`
pub(crate) fn run_number(run: &Run) -> Option<String> {
    match run {
        Run::Idle | Run::Queued { .. } => None,
        Run::Running {
            id: RunId(number), ..
        }
        | Run::Ended {
            id: RunId(number), ..
        } => Some(number.to_string()),
    }
}

/// `data-kind` of an output entry
pub(crate) fn entry(kind: &EntryKind) -> &'static str {
    match kind {
        EntryKind::Console(_) => "console",
        EntryKind::Value(_) => "value",
        EntryKind::Error(..) => "error",
        EntryKind::Entered(_) => "entered",
        EntryKind::Notice(_) => "notice",
    }
}

/// `data-level` of a console entry
pub(crate) fn level(level: ConsoleLevel) -> &'static str {
    match level {
        ConsoleLevel::Debug => "debug",
        ConsoleLevel::Log => "log",
        ConsoleLevel::Info => "info",
        ConsoleLevel::Warn => "warn",
        ConsoleLevel::Error => "error",
    }
}

/// `data-kind` of a refusal
pub(crate) fn refusal(kind: RefusalKind) -> &'static str {
    match kind {
        RefusalKind::NoCredential => "no-credential",
        RefusalKind::CredentialRefused => "credential-refused",
        RefusalKind::Unreachable => "unreachable",
        RefusalKind::CatalogInvalid => "catalog-invalid",
        RefusalKind::Other => "other",
    }
}
