//! A plugin built on the genuine go-plugin, in plain and over TLS, and plugins that disagree about TLS.

use std::env;
use std::fs;
use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::time::Duration;

use bridge_host::config::{HostConfig, Limits, PluginTls};
use bridge_host::{CallError, Host, InvokeError, OpenError, OpenedSession};
use proto::value::{EncodedValue, Value};
use tempfile::TempDir;
use tokio::time::{Instant, sleep};

use crate::support::{ME, Plugins, gone_within};

const MODULE: &str = "plugin:go:greeter";
const BOTH: [PluginTls; 2] = [PluginTls::Off, PluginTls::Auto];

#[tokio::test]
async fn it_is_called_like_any_other() {
    for tls in BOTH {
        let scene = Scene::open(tls, Limits::default()).await;
        let manifest = &scene.session.modules[0].manifest;
        assert_eq!(manifest.module.as_str(), MODULE);
        let exports: Vec<_> = manifest
            .exports
            .iter()
            .map(|export| export.name.as_str())
            .collect();
        assert_eq!(
            exports,
            ["greet", "strings", "meta", "fail", "sleep", "print", "echo"]
        );

        assert_eq!(
            scene.call("greet", "Ada".into()).await.unwrap(),
            "hello, Ada".into()
        );
        assert_eq!(
            scene.call("strings.upper", "grün".into()).await.unwrap(),
            "GRÜN".into()
        );
        let nested = Value::from(vec![Value::Null, Value::from(-0.5), Value::from("\u{1f600}")]);
        assert_eq!(scene.call("echo", nested.clone()).await.unwrap(), nested);
        let large = Value::from("x".repeat(3 * 1024 * 1024));
        assert_eq!(scene.call("echo", large.clone()).await.unwrap(), large);
    }
}

#[tokio::test]
async fn its_errors_arrive_word_for_word() {
    for tls in BOTH {
        let scene = Scene::open(tls, Limits::default()).await;
        let text = "käputt: 100% of \"it\"\nand more";
        let error = scene.call("fail", text.into()).await.unwrap_err();
        assert!(
            matches!(&error, InvokeError::Call { source: CallError::Plugin(arrived), .. } if arrived == text),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn a_call_that_times_out_is_cancelled_in_it() {
    for tls in BOTH {
        let limits = Limits {
            call_timeout: Duration::from_millis(500),
            ..Limits::default()
        };
        let scene = Scene::open(tls, limits).await;
        let error = scene.call("sleep", 60_000.0.into()).await.unwrap_err();
        assert!(
            matches!(
                error,
                InvokeError::Call {
                    source: CallError::Timeout(_),
                    ..
                }
            ),
            "{error:?}"
        );
        let deadline = Instant::now() + Duration::from_secs(5);
        while scene.call("meta.cancelled", Value::Null).await.unwrap() != 1.0.into() {
            assert!(Instant::now() < deadline, "the plugin still sleeps");
            sleep(Duration::from_millis(10)).await;
        }
    }
}

#[tokio::test]
async fn what_it_prints_does_not_block_it() {
    for tls in BOTH {
        let scene = Scene::open(tls, Limits::default()).await;
        // A pipe holds 64 KiB.
        let printed = scene.call("print", 1_000_000.0.into()).await.unwrap();
        assert_eq!(printed, 1_000_000.0.into());
    }
}

#[tokio::test]
async fn stopped_it_leaves_neither_a_process_nor_a_socket() {
    for tls in BOTH {
        let scene = Scene::open(tls, Limits::default()).await;
        let Value::Number(pid) = scene.call("meta.pid", Value::Null).await.unwrap() else {
            panic!("meta.pid is no number")
        };
        assert_eq!(sockets_below(scene.runtime.path()).len(), 1);
        scene.host.close_session(&scene.session.id, ME).unwrap();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a process id is a small integer"
        )]
        gone_within(pid as u32, Duration::from_secs(1)).await;
        scene.host.shutdown().await;
        assert_eq!(sockets_below(scene.runtime.path()), Vec::<PathBuf>::new());
    }
}

#[tokio::test]
async fn plugins_that_disagree_about_tls_are_refused_at_the_handshake() {
    // One DER sequence of 64 zeros: as much of a certificate as the line itself shows.
    let certificate = format!("MIFA{}", "A".repeat(86));
    let cases = [
        (
            PluginTls::Auto,
            "",
            "plugin answered without a certificate although TLS was asked for",
        ),
        (
            PluginTls::Off,
            certificate.as_str(),
            "plugin answered with a certificate although TLS was not asked for",
        ),
    ];
    for (tls, certificate, expected) in cases {
        let plugins = Plugins::none();
        let script = format!(
            "#!/bin/sh\necho \"1|1|unix|$PLUGIN_UNIX_SOCKET_DIR/socket|grpc|{certificate}\"\nexec sleep 60\n"
        );
        let path = plugins.path().join("goja-plugin-stubborn");
        fs::write(&path, script).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        let host = host(&plugins, tls, &env::temp_dir(), Limits::default());
        let Err(OpenError::CatalogInvalid(report)) = host.open_session(ME).await else {
            panic!("a session opened")
        };
        let reason = &report.refused().next().unwrap().1.text;
        assert!(reason.contains(expected), "{reason}");
    }
}

/// A session with the Go plugin in it.
struct Scene {
    host: Host,
    session: OpenedSession,
    runtime: TempDir,
    _plugins: Plugins,
}

impl Scene {
    async fn open(tls: PluginTls, limits: Limits) -> Self {
        let plugins = Plugins::none();
        symlink(go_plugin(), plugins.path().join("goja-plugin-go-greeter")).unwrap();
        let runtime = tempfile::tempdir().unwrap();
        let host = host(&plugins, tls, runtime.path(), limits);
        let session = host.open_session(ME).await.unwrap();
        Self {
            host,
            session,
            runtime,
            _plugins: plugins,
        }
    }

    async fn call(&self, path: &str, argument: Value) -> Result<Value, InvokeError> {
        let (export, method) = match path.split_once('.') {
            Some((export, method)) => (export, Some(method.to_owned())),
            None => (path, None),
        };
        let args = vec![EncodedValue::try_from(argument).unwrap()];
        let result = self
            .host
            .invoke(&self.session.id, ME, MODULE, export.to_owned(), method, args)
            .await?;
        Ok(Value::try_from(result).unwrap())
    }
}

fn host(plugins: &Plugins, tls: PluginTls, runtime_folder: &Path, limits: Limits) -> Host {
    let config = HostConfig {
        tls,
        runtime_folder: runtime_folder.to_owned(),
        limits,
        ..plugins.config()
    };
    Host::new(&config).unwrap()
}

pub(crate) fn go_plugin() -> PathBuf {
    let path = env::var_os("PONTOON_GO_PLUGIN");
    path.expect(
        "PONTOON_GO_PLUGIN names a plugin built from tests/go; `cargo xtask test unit` builds and names it",
    )
    .into()
}

fn sockets_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            found.extend(sockets_below(&entry.path()));
        } else if kind.is_socket() {
            found.push(entry.path());
        }
    }
    found
}
