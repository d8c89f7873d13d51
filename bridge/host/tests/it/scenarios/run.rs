//! Runs rows: each against a host of its own, several at a time, and tells of every row that differs.

use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::time::{Duration, Instant};

use bridge_host::Host;
use bridge_host::config::{HostConfig, OnInvalid};
use futures_util::{StreamExt as _, stream};
use proto::value::Value;
use tokio::time::{sleep, timeout};

use super::events::Events;
use super::row::{Case, Deed, Plugin, Proof, Row};
use super::scene::Scene;
use crate::go_plugin::go_plugin;
use crate::support::{GREETER, ME, Plugins, call};

/// Rows of one group that run at the same time; most of them wait.
const AT_ONCE: usize = 6;

/// Longer than any row may take.
const ROW_LIMIT: Duration = Duration::from_secs(60);

/// How long what a row left may take to be gone once its host is.
const LEFTOVER_LIMIT: Duration = Duration::from_secs(3);

/// Runs the rows that are to be run; panics with all that differ.
pub(crate) async fn run(rows: Vec<Row>) {
    run_at_once(rows, AT_ONCE).await;
}

/// As [`run`], with so many rows at the same time.
pub(crate) async fn run_at_once(rows: Vec<Row>, at_once: usize) {
    let events = Events::default();
    let _guard = tracing::subscriber::set_default(events.clone());
    let failures: Vec<String> = stream::iter(rows)
        .map(|row| run_row(row, events.clone()))
        .buffer_unordered(at_once)
        .filter_map(async |failure| failure)
        .collect()
        .await;
    assert!(
        failures.is_empty(),
        "{} rows differ\n\n{}",
        failures.len(),
        failures.join("\n\n")
    );
}

async fn run_row(row: Row, events: Events) -> Option<String> {
    let Proof::Run(case) = row.proof else { return None };
    // A task of its own, so that a panic in one row does not end the others.
    let task = tokio::spawn(timeout(ROW_LIMIT, run_case(case, events)));
    let problem = match task.await {
        Ok(Ok(Ok(()))) => return None,
        Ok(Ok(Err(problem))) => problem,
        Ok(Err(_)) => format!("it takes longer than {ROW_LIMIT:?}"),
        Err(error) => error.to_string(),
    };
    Some(format!("{}. {}\n{problem}", row.number, row.scenario))
}

async fn run_case(case: Case, events: Events) -> Result<(), String> {
    let plugins = Plugins::greeter();
    let _open_files = place(&case.plugin, &plugins);
    let runtime = tempfile::tempdir().unwrap();
    let mut config = HostConfig {
        on_invalid: OnInvalid::Skip,
        runtime_folder: runtime.path().to_owned(),
        ..plugins.config()
    };
    (case.settings)(&mut config);
    let host = Host::new(&config).unwrap();

    let started = Instant::now();
    let scene = Scene {
        session: host.open_session(ME).await.map_err(|error| error.to_string())?,
        host,
        folder: plugins.path().to_owned(),
        events,
    };
    let (outcome, elapsed) = perform(&case.deed, &scene, started).await;
    let serves_on = serves_a_good_plugin(&scene.host).await;
    let stopping = Instant::now();
    scene.host.shutdown().await;
    let stop_time = stopping.elapsed();
    drop(scene);

    let mut problems = Vec::new();
    if !matches(case.outcome, &outcome) {
        problems.push(format!("  expected: {}\n  happened: {outcome}", case.outcome));
    }
    if elapsed > case.within {
        problems.push(format!("  it took {elapsed:?}, and may take {:?}", case.within));
    }
    if stop_time > Duration::from_secs(6) {
        problems.push(format!("  the host took {stop_time:?} to stop"));
    }
    problems.extend(serves_on.err());
    problems.extend(nothing_left(runtime.path()).await.err());
    match problems.as_slice() {
        [] => Ok(()),
        _ => Err(problems.join("\n")),
    }
}

async fn perform(deed: &Deed, scene: &Scene, started: Instant) -> (String, Duration) {
    match deed {
        Deed::Open => (scene.verdict(), started.elapsed()),
        Deed::Call(export, argument) => scene.call_twice(export, argument).await,
        Deed::Stop => {
            let pid = scene.pid().await.unwrap();
            let started = Instant::now();
            (scene.close(&[pid]).await, started.elapsed())
        }
        Deed::Play(play) => {
            let started = Instant::now();
            (play(scene.clone()).await, started.elapsed())
        }
    }
}

fn place(plugin: &Plugin, plugins: &Plugins) -> Vec<fs::File> {
    match plugin {
        Plugin::None => {}
        Plugin::Misbehaving(how) => {
            plugins.add("goja-plugin-misbehaving", &format!("goja-plugin-{how}"));
        }
        Plugin::Script(lines) => {
            write_script(&plugins.path().join("goja-plugin-script"), lines);
        }
        Plugin::Go => symlink(go_plugin(), plugins.path().join("goja-plugin-go")).unwrap(),
        Plugin::Prepared(prepare) => return prepare(plugins.path()),
    }
    Vec::new()
}

/// An executable shell script.
pub(crate) fn write_script(path: &Path, lines: &str) {
    fs::write(path, format!("#!/bin/sh\n{lines}\n")).unwrap();
    fs::set_permissions(path, Permissions::from_mode(0o755)).unwrap();
}

/// The bad plugin's neighbour is called, in a session of its own: the row's may be closed.
async fn serves_a_good_plugin(host: &Host) -> Result<(), String> {
    let failed =
        |error: &dyn std::fmt::Display| format!("  afterwards the good plugin does not answer: {error}");
    let session = host.open_session(ME).await.map_err(|error| failed(&error))?;
    match call(host, &session, GREETER, "greet", &["Ada"]).await {
        Ok(answer) if answer == Value::from("hello, Ada") => Ok(()),
        Ok(other) => Err(failed(&format!("{other:?}"))),
        Err(error) => Err(failed(&error.to_text())),
    }
}

/// No process that was given a folder below this one, and no file.
async fn nothing_left(runtime: &Path) -> Result<(), String> {
    let deadline = Instant::now() + LEFTOVER_LIMIT;
    loop {
        let processes = processes_below(runtime);
        let files: Vec<_> = fs::read_dir(runtime).unwrap().flatten().collect();
        if processes.is_empty() && files.is_empty() {
            return Ok(());
        }
        if Instant::now() > deadline {
            return Err(format!("  left: processes {processes:?}, files {files:?}"));
        }
        sleep(Duration::from_millis(20)).await;
    }
}

/// They are known by their environment, so that a grandchild in a session of its own is found too.
fn processes_below(folder: &Path) -> Vec<u32> {
    let given = |variable: &[u8]| {
        let value = variable.strip_prefix(b"PLUGIN_UNIX_SOCKET_DIR=");
        value.is_some_and(|value| Path::new(OsStr::from_bytes(value)).starts_with(folder))
    };
    fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter(|pid: &u32| {
            fs::read(format!("/proc/{pid}/environ"))
                .is_ok_and(|variables| variables.split(|byte| *byte == 0).any(given))
        })
        .collect()
}

/// Whether the text is as the pattern says; `*` stands for any text.
fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let mut last = None;
    for part in parts {
        if let Some(part) = last.replace(part) {
            match rest.split_once(part) {
                Some((_, after)) => rest = after,
                None => return false,
            }
        }
    }
    last.map_or(rest.is_empty(), |last| rest.ends_with(last))
}
