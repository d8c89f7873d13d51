//! What a script in a terminal costs: the `pontoon` binary as people get it, beside the bare client, in turns, in one
//! run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use proto::value::{EncodedValue, Value};
use tempfile::TempDir;

use crate::bare::BarePlugin;
use crate::table::Table;

/// As many calls as the host's rows have: the processors of some machines sleep less deeply after some hundred.
const SIZES: [(&str, usize, u32); 3] = [
    ("5 B", 5, 4000),
    ("1 KiB", 1024, 4000),
    ("64 KiB", 64 * 1024, 1000),
];
/// Each is a process of its own for the terminal.
const TURNS: usize = 3;
const RUNS: usize = 200;

/// Its value is the time of each call in nanoseconds, without those of the first tenth, which warm up.
const CALLS: &str = r#"(() => {
  const { strings } = require("plugin:examples:greeter");
  const [size, rounds] = args.map(Number);
  const text = "x".repeat(size);
  const times = [];
  for (let round = 0; round < rounds * 1.1; round++) {
    const begun = performance.now();
    strings.lower(text);
    times.push(Math.round((performance.now() - begun) * 1e6));
  }
  return times.slice(-rounds).join(" ");
})()"#;

/// The binary, with folders of its own.
pub(crate) struct Terminal<'a> {
    binary: &'a Path,
    home: TempDir,
}

impl<'a> Terminal<'a> {
    pub(crate) fn new(binary: &'a Path) -> Self {
        let home = tempfile::tempdir().unwrap();
        Self { binary, home }
    }

    /// From JavaScript to the plugin and back.
    pub(crate) async fn calls(&self, table: &mut Table, greeter: &Path, folder: &Path) {
        let bare = BarePlugin::start(greeter).await;
        for (label, size, rounds) in SIZES {
            let text = EncodedValue::try_from(Value::from("x".repeat(size))).unwrap();
            let (mut ours, mut theirs) = (Vec::new(), Vec::new());
            for _ in 0..TURNS {
                ours.extend(self.times(folder, size, rounds));
                for round in 0..rounds + rounds / 10 {
                    let started = Instant::now();
                    bare.call(&text).await;
                    if round >= rounds / 10 {
                        theirs.push(started.elapsed());
                    }
                }
            }
            table.compare(&format!("terminal call {label}"), &ours, &theirs);
        }
        bare.stop().await;
    }

    /// An empty script, from start to end.
    pub(crate) fn runs(&self, table: &mut Table, six: &Path) {
        let script = self.script("empty.js", "");
        let none = self.home.path().join("none");
        std::fs::create_dir(&none).unwrap();
        let run = |plugins: &Path| {
            let mut command = self.command(plugins);
            command.arg("run").arg(&script);
            let started = Instant::now();
            let status = command.status().unwrap();
            let time = started.elapsed();
            assert!(status.success(), "an empty script failed: {status}");
            time
        };
        table.report("terminal run, six plugins, first", &[run(six)]);
        let (mut with_none, mut with_six) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            with_none.push(run(&none));
            with_six.push(run(six));
        }
        table.report("terminal run, no plugins", &with_none);
        table.report("terminal run, six plugins", &with_six);
    }

    /// A file that `pontoon run` can start.
    pub(crate) fn script(&self, name: &str, text: &str) -> PathBuf {
        let file = self.home.path().join(name);
        std::fs::write(&file, text).unwrap();
        file
    }

    fn times(&self, folder: &Path, size: usize, rounds: u32) -> Vec<Duration> {
        let mut command = self.command(folder);
        command.args(["eval", CALLS, &size.to_string(), &rounds.to_string()]);
        let output = command.stderr(Stdio::inherit()).output().unwrap();
        assert!(
            output.status.success(),
            "the script of calls failed: {}",
            output.status
        );
        let times = String::from_utf8(output.stdout).unwrap();
        let times: Vec<_> = times
            .split_whitespace()
            .map(|time| Duration::from_nanos(time.parse().unwrap()))
            .collect();
        assert_eq!(times.len(), rounds as usize);
        times
    }

    /// The binary with these plugins, before its command.
    pub(crate) fn command(&self, plugins: &Path) -> Command {
        #[expect(
            clippy::disallowed_methods,
            reason = "the program that is measured is no plugin"
        )]
        let mut command = Command::new(self.binary);
        command
            .env("HOME", self.home.path())
            .env("XDG_CACHE_HOME", self.home.path().join("cache"))
            .arg("--plugin-dir")
            .arg(plugins);
        command
    }
}
