//! A host on a folder of real plugin binaries, and a look at the processes it started.

use std::env;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::time::Duration;

use bridge_host::config::{
    Allowlist, Directories, EnvironmentPolicy, HostConfig, Limits, OnInvalid, PluginTls,
};
use bridge_host::{Host, InvokeError, OpenedSession, Principal};
use proto::value::{EncodedValue, Value};
use tempfile::TempDir;
use tokio::time::{Instant, sleep};

pub(crate) const ME: Principal = Principal(1);
pub(crate) const GREETER: &str = "plugin:examples:greeter";
pub(crate) const MISBEHAVING: &str = "plugin:misbehaving";

/// A folder that plugins are put into.
pub(crate) struct Plugins(TempDir);

impl Plugins {
    /// An empty one.
    pub(crate) fn none() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// With the greeter in it.
    pub(crate) fn greeter() -> Self {
        let plugins = Self::none();
        plugins.add("goja-plugin-examples-greeter", "goja-plugin-examples-greeter");
        plugins
    }

    /// With one plugin that misbehaves in the named way.
    pub(crate) fn misbehaving(how: &str) -> Self {
        let plugins = Self::none();
        plugins.add("goja-plugin-misbehaving", &format!("goja-plugin-{how}"));
        plugins
    }

    /// Puts a binary of this workspace in under a name. The misbehaving one reads its command from that name.
    pub(crate) fn add(&self, binary: &str, name: &str) -> PathBuf {
        let path = self.path().join(name);
        symlink(workspace_binary(binary), &path).unwrap();
        path
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn host(&self) -> Host {
        self.host_with(Allowlist::Everything, Limits::default())
    }

    pub(crate) fn host_with(&self, allowlist: Allowlist, limits: Limits) -> Host {
        let config = HostConfig {
            allowlist,
            limits,
            ..self.config()
        };
        Host::new(&config).unwrap()
    }

    /// What a host is made from unless a test says otherwise.
    pub(crate) fn config(&self) -> HostConfig {
        HostConfig {
            directories: Directories::Explicit(vec![self.path().to_owned()]),
            allowlist: Allowlist::Everything,
            on_invalid: OnInvalid::Refuse,
            runtime_folder: env::temp_dir(),
            records: None,
            environment: EnvironmentPolicy::Clean,
            tls: PluginTls::Off,
            adopt_orphans: false,
            limits: Limits::default(),
        }
    }
}

/// Calls an export without method and expects the call to reach a result or an error of the plugin.
pub(crate) async fn call(
    host: &Host,
    session: &OpenedSession,
    module: &str,
    path: &str,
    args: &[&str],
) -> Result<Value, InvokeError> {
    let (export, method) = match path.split_once('.') {
        Some((export, method)) => (export, Some(method.to_owned())),
        None => (path, None),
    };
    let args = args
        .iter()
        .map(|text| EncodedValue::try_from(Value::from(*text)).unwrap())
        .collect();
    let result = host
        .invoke(&session.id, ME, module, export.to_owned(), method, args)
        .await?;
    Ok(Value::try_from(result).unwrap())
}

/// The process behind a session's greeter.
pub(crate) async fn greeter_pid(host: &Host, session: &OpenedSession) -> u32 {
    match call(host, session, GREETER, "meta.pid", &[]).await.unwrap() {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a process id is a small integer"
        )]
        Value::Number(pid) => pid as u32,
        other => panic!("meta.pid answered {other:?}"),
    }
}

pub(crate) fn is_alive(pid: u32) -> bool {
    // A zombie has no command line.
    std::fs::read(format!("/proc/{pid}/cmdline")).is_ok_and(|line| !line.is_empty())
}

/// Waits until the process is gone; panics if it is still there after the limit.
pub(crate) async fn gone_within(pid: u32, limit: Duration) {
    let deadline = Instant::now() + limit;
    while is_alive(pid) {
        assert!(
            Instant::now() < deadline,
            "process {pid} is still there after {limit:?}"
        );
        sleep(Duration::from_millis(10)).await;
    }
}

/// A binary that was built beside this test.
pub(crate) fn workspace_binary(name: &str) -> PathBuf {
    let test = env::current_exe().unwrap();
    let binary = test.ancestors().nth(2).unwrap().join(name);
    assert!(
        binary.exists(),
        "{binary:?} is missing; run `cargo build -p {name}` first"
    );
    binary
}
