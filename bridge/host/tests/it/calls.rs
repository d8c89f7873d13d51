//! Calls that go wrong: each ends in a named error, soon, and the session goes on.

use std::time::{Duration, Instant};

use bridge_host::config::{Allowlist, Limits};
use bridge_host::{CallError, Exit, InvokeError};
use proto::value::Value;

use crate::support::{GREETER, ME, MISBEHAVING, Plugins, call};

#[tokio::test]
async fn a_plugin_that_dies_in_a_call_fails_it_at_once_and_is_started_again() {
    let plugins = Plugins::misbehaving("dies-in-call");
    let host = plugins.host();
    let session = host.open_session(ME).await.unwrap();
    for _ in 0..2 {
        let started = Instant::now();
        let error = call(&host, &session, MISBEHAVING, "call", &[]).await.unwrap_err();
        assert!(
            matches!(
                error,
                InvokeError::Call {
                    source: CallError::Exited {
                        exit: Exit::Signal(9),
                        ..
                    },
                    ..
                }
            ),
            "{error:?}"
        );
        assert_eq!(error.to_text(), "plugin process ended: signal 9 (SIGKILL)");
        assert!(started.elapsed() < Duration::from_secs(3));
    }
}

#[tokio::test]
async fn a_call_that_hangs_ends_at_the_time_out() {
    let limits = Limits {
        call_timeout: Duration::from_millis(300),
        ..Limits::default()
    };
    let plugins = Plugins::misbehaving("hangs-in-call");
    let host = plugins.host_with(Allowlist::Everything, limits);
    let session = host.open_session(ME).await.unwrap();
    let error = call(&host, &session, MISBEHAVING, "call", &[]).await.unwrap_err();
    assert_eq!(
        error.to_text(),
        "no answer within 0.3 s (change with --plugin-call-timeout)"
    );
}

#[tokio::test]
async fn closing_the_session_ends_a_call_that_hangs() {
    let plugins = Plugins::misbehaving("hangs-in-call");
    let host = plugins.host();
    let session = host.open_session(ME).await.unwrap();
    let hanging = call(&host, &session, MISBEHAVING, "call", &[]);
    let closing = async {
        tokio::task::yield_now().await;
        host.close_session(&session.id, ME).unwrap();
    };
    let (result, ()) = tokio::join!(hanging, closing);
    assert!(matches!(result, Err(InvokeError::SessionNotFound)), "{result:?}");
}

#[tokio::test]
async fn unknown_modules_and_exports_are_named() {
    let plugins = Plugins::greeter();
    let host = plugins.host();
    let session = host.open_session(ME).await.unwrap();
    let module = call(&host, &session, "plugin:x", "greet", &[]).await.unwrap_err();
    assert_eq!(module.to_text(), "Cannot find module 'plugin:x'");
    let export = call(&host, &session, GREETER, "nope", &[]).await.unwrap_err();
    assert_eq!(
        export.to_text(),
        r#"sdk invoke: unsupported export "nope" method """#
    );
}

#[tokio::test]
async fn large_arguments_and_results_pass() {
    let plugins = Plugins::greeter();
    let host = plugins.host();
    let session = host.open_session(ME).await.unwrap();
    let text = "x".repeat(8 * 1024 * 1024);
    let result = call(&host, &session, GREETER, "strings.upper", &[&text])
        .await
        .unwrap();
    assert!(matches!(result, Value::String(upper) if upper.len() == text.len() && upper.starts_with('X')));
}
