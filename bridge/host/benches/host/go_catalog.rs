//! The six plugins of the catalog in Go, each called once: a script that `pontoon run` starts, beside a host on the genuine
//! go-plugin, which knows no JavaScript and hashes nothing. In turns, in one run.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::table::Table;
use crate::terminal::Terminal;

const RUNS: usize = 50;

/// A plugin, an export, perhaps its method, and arguments as JSON.
const CALLS: [(&str, &str, &str); 6] = [
    ("greeter", "greet", "\"world\""),
    ("clock", "now", ""),
    ("validator", "grade", "0.7"),
    ("kv", "store.set", "\"key\", \"value\""),
    ("system-info", "hostname", ""),
    ("failing", "sometimes", "\"ok\""),
];

/// From start to end of either program. `programs` has the host, and the plugins in a folder of their own.
pub(crate) fn compare(table: &mut Table, terminal: &Terminal<'_>, programs: &Path) {
    let plugins = programs.join("examples");
    let (script, calls) = (terminal.script("six.js", &script()), calls());
    let ours = || {
        let mut command = terminal.command(&plugins);
        command.arg("run").arg(&script);
        timed(command, "")
    };
    let theirs = || {
        let plugins = CALLS.map(|(plugin, ..)| plugins.join(format!("goja-plugin-examples-{plugin}")));
        #[expect(
            clippy::disallowed_methods,
            reason = "the program that is measured is no plugin"
        )]
        let mut command = Command::new(programs.join("goja-host"));
        command.args(plugins);
        timed(command, &calls)
    };
    // The first run records the manifests.
    ours();
    let (mut run, mut genuine) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        run.push(ours());
        genuine.push(theirs());
    }
    table.compare("terminal run, six Go plugins", &run, &genuine);
}

/// All modules are required before the first call, as most scripts do.
fn script() -> String {
    let required = CALLS.map(|(plugin, ..)| {
        format!(
            "const {} = require(\"plugin:examples:{plugin}\");\n",
            name(plugin)
        )
    });
    let called = CALLS.map(|(plugin, call, args)| format!("{}.{call}({args});\n", name(plugin)));
    [required, called].concat().concat()
}

fn name(plugin: &str) -> String {
    plugin.replace('-', "_")
}

/// The same calls as the other host reads them.
fn calls() -> String {
    let lines = CALLS.iter().enumerate().map(|(index, (_, call, args))| {
        let (export, method) = call.split_once('.').unwrap_or((call, ""));
        format!("{{\"plugin\": {index}, \"export\": \"{export}\", \"method\": \"{method}\", \"args\": [{args}]}}\n")
    });
    lines.collect()
}

fn timed(mut command: Command, input: &str) -> Duration {
    let started = Instant::now();
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let status = child.wait().unwrap();
    let time = started.elapsed();
    assert!(status.success(), "{command:?} failed: {status}");
    time
}
