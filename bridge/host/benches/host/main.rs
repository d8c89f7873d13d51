//! What the host and the terminal cost on top of what a plugin costs anyway: each row measures one of them and a bare
//! client on the same plugin, in turns, in one run. `cargo xtask bench host` builds what this needs and names it.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark that cannot go on panics, and prints"
)]

mod bare;
mod go_catalog;
mod languages;
mod memory;
mod table;
mod terminal;

use std::env;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bridge_host::config::{
    Allowlist, Directories, EnvironmentPolicy, HostConfig, Limits, OnInvalid, PluginTls,
};
use bridge_host::{Host, OpenedSession, Principal};
use proto::value::{EncodedValue, Value};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use bare::BarePlugin;
use table::Table;
use terminal::Terminal;

const ME: Principal = Principal(1);
const NAME: &str = "goja-plugin-examples-greeter";
const GREETER: &str = "plugin:examples:greeter";
const SIZES: [(&str, usize, usize); 4] = [
    ("5 B", 5, 4000),
    ("1 KiB", 1024, 4000),
    ("64 KiB", 64 * 1024, 1000),
    ("1 MiB", 1024 * 1024, 100),
];
const STARTS: usize = 100;
const OPENS: usize = 1000;

fn main() {
    let runtime = Runtime::new().unwrap();
    let mut table = Table::default();
    runtime.block_on(async {
        let examples = named("PONTOON_PLUGINS");
        let greeter = examples.join(NAME);
        // First: a host in this program would adopt, and reap, what the terminal's processes are.
        let binary = named("PONTOON_BIN");
        let terminal = Terminal::new(&binary);
        terminal.calls(&mut table, &greeter, &examples).await;
        terminal.runs(&mut table, &examples);
        let in_go = named("PONTOON_GO");
        go_catalog::compare(&mut table, &terminal, &in_go);
        calls(&mut table, &greeter).await;
        starts_and_stops(&mut table, &greeter).await;
        session_opens(&mut table).await;
        languages::compare(&mut table, &greeter, &in_go.join("examples").join(NAME)).await;
    });
    println!("{table}");
    table.write(&named("PONTOON_BENCH")).unwrap();
}

/// One call at a time: JavaScript waits for each.
async fn calls(table: &mut Table, greeter: &Path) {
    let folder = folder_with([(NAME.to_owned(), greeter)]);
    let host = host(&folder);
    let session = host.open_session(ME).await.unwrap();
    let bare = BarePlugin::start(greeter).await;
    for (label, size, rounds) in SIZES {
        let text = EncodedValue::try_from(Value::from("x".repeat(size))).unwrap();
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for round in 0..rounds + rounds / 10 {
            let host_time = timed(call(&host, &session, GREETER, &text)).await;
            let bare_time = timed(bare.call(&text)).await;
            // The first tenth warms up.
            if round >= rounds / 10 {
                ours.push(host_time);
                theirs.push(bare_time);
            }
        }
        table.compare(&format!("call {label}"), &ours, &theirs);
    }
    host.shutdown().await;
    bare.stop().await;
}

/// From nothing to the first answer, and from asked to gone.
async fn starts_and_stops(table: &mut Table, greeter: &Path) {
    let folder = folder_with([(NAME.to_owned(), greeter)]);
    let host = host(&folder);
    let text = EncodedValue::try_from(Value::from("hello")).unwrap();
    let (mut start, mut bare_start, mut stop, mut bare_stop) = (vec![], vec![], vec![], vec![]);
    for _ in 0..STARTS {
        let session = host.open_session(ME).await.unwrap();
        start.push(timed(call(&host, &session, GREETER, &text)).await);
        let pid = host
            .invoke(
                &session.id,
                ME,
                GREETER,
                "meta".into(),
                Some("pid".into()),
                vec![],
            )
            .await
            .unwrap();
        let Value::Number(pid) = Value::try_from(pid).unwrap() else {
            panic!("the greeter has no pid")
        };
        stop.push(
            timed(async {
                host.close_session(&session.id, ME).unwrap();
                while Path::new(&format!("/proc/{pid}")).exists() {
                    tokio::task::yield_now().await;
                }
            })
            .await,
        );

        let started = Instant::now();
        let bare = BarePlugin::start(greeter).await;
        bare.call(&text).await;
        bare_start.push(started.elapsed());
        bare_stop.push(timed(bare.stop()).await);
    }
    table.compare("start to first answer", &start, &bare_start);
    table.compare("stop", &stop, &bare_stop);
    host.shutdown().await;
}

/// A session on a catalog of six plugins that the host knows already.
async fn session_opens(table: &mut Table) {
    let misbehaving = named("PONTOON_MISBEHAVING");
    let folder =
        folder_with((0..6).map(|index| (format!("goja-plugin-works--{index}"), misbehaving.as_path())));
    let host = host(&folder);
    let cold = timed(async {
        let session = host.open_session(ME).await.unwrap();
        assert_eq!(session.modules.len(), 6);
        host.close_session(&session.id, ME).unwrap();
    })
    .await;
    table.report("session open, six plugins, cold", &[cold]);
    let mut warm = Vec::new();
    for _ in 0..OPENS {
        let started = Instant::now();
        let session = host.open_session(ME).await.unwrap();
        warm.push(started.elapsed());
        host.close_session(&session.id, ME).unwrap();
    }
    table.report("session open, six plugins, warm", &warm);
    host.shutdown().await;
}

async fn call(host: &Host, session: &OpenedSession, module: &str, text: &EncodedValue) {
    let args = vec![text.clone()];
    host.invoke(
        &session.id,
        ME,
        module,
        "strings".into(),
        Some("lower".into()),
        args,
    )
    .await
    .unwrap();
}

async fn timed(work: impl Future<Output = ()>) -> Duration {
    let started = Instant::now();
    work.await;
    started.elapsed()
}

fn host(folder: &TempDir) -> Host {
    Host::new(&HostConfig {
        directories: Directories::Explicit(vec![folder.path().to_owned()]),
        allowlist: Allowlist::Everything,
        on_invalid: OnInvalid::Refuse,
        runtime_folder: env::temp_dir(),
        records: None,
        environment: EnvironmentPolicy::Clean,
        tls: PluginTls::Off,
        adopt_orphans: true,
        limits: Limits::default(),
    })
    .unwrap()
}

fn folder_with<'a>(plugins: impl IntoIterator<Item = (String, &'a Path)>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, binary) in plugins {
        symlink(binary, folder.path().join(name)).unwrap();
    }
    folder
}

fn named(variable: &str) -> PathBuf {
    env::var_os(variable)
        .map(PathBuf::from)
        .unwrap_or_else(|| panic!("{variable} is not set; run this benchmark with `cargo xtask bench host`"))
}
