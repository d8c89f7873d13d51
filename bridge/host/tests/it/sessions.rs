//! Sessions own their processes, answer to their principal only, and end with all they started.

use std::time::Duration;

use bridge_host::config::{Allowlist, Limits};
use bridge_host::{InvokeError, OpenError, Principal};
use proto::value::Value;

use crate::support::{GREETER, ME, Plugins, call, gone_within, greeter_pid, is_alive};

#[tokio::test]
async fn a_session_calls_its_plugin_and_ends_it() {
    let plugins = Plugins::greeter();
    let host = plugins.host();
    let session = host.open_session(ME).await.unwrap();
    assert_eq!(
        call(&host, &session, GREETER, "greet", &["hello"]).await.unwrap(),
        Value::from("hello, hello")
    );
    assert_eq!(
        call(&host, &session, GREETER, "strings.upper", &["hello"])
            .await
            .unwrap(),
        Value::from("HELLO")
    );

    let pid = greeter_pid(&host, &session).await;
    assert!(is_alive(pid));
    assert_eq!(
        greeter_pid(&host, &session).await,
        pid,
        "one process serves all calls of a session"
    );

    host.close_session(&session.id, ME).unwrap();
    let late = call(&host, &session, GREETER, "greet", &[]).await;
    assert!(matches!(late, Err(InvokeError::SessionNotFound)));
    gone_within(pid, Duration::from_secs(5)).await;
}

#[tokio::test]
async fn two_sessions_have_two_processes() {
    let plugins = Plugins::greeter();
    let host = plugins.host();
    let (one, two) = (
        host.open_session(ME).await.unwrap(),
        host.open_session(ME).await.unwrap(),
    );
    let (first, second) = (greeter_pid(&host, &one).await, greeter_pid(&host, &two).await);
    assert_ne!(first, second);
    host.close_session(&one.id, ME).unwrap();
    gone_within(first, Duration::from_secs(5)).await;
    assert_eq!(greeter_pid(&host, &two).await, second);
}

#[tokio::test]
async fn concurrent_first_calls_start_one_process() {
    let plugins = Plugins::greeter();
    let host = plugins.host();
    let session = host.open_session(ME).await.unwrap();
    let (a, b, c) = tokio::join!(
        greeter_pid(&host, &session),
        greeter_pid(&host, &session),
        greeter_pid(&host, &session)
    );
    assert!(a == b && b == c);
}

#[tokio::test]
async fn a_foreign_session_looks_like_none() {
    let plugins = Plugins::greeter();
    let host = plugins.host();
    let session = host.open_session(ME).await.unwrap();
    let other = Principal(2);
    let invoked = host
        .invoke(&session.id, other, GREETER, "greet".to_owned(), None, vec![])
        .await;
    assert!(matches!(invoked, Err(InvokeError::SessionNotFound)));
    assert!(matches!(
        host.heartbeat(&session.id, other),
        Err(InvokeError::SessionNotFound)
    ));
    assert!(matches!(
        host.close_session(&session.id, other),
        Err(InvokeError::SessionNotFound)
    ));
    assert!(host.heartbeat(&session.id, ME).is_ok());
}

#[tokio::test]
async fn a_session_without_sign_of_life_is_closed() {
    let limits = Limits {
        lease: Duration::from_millis(300),
        ..Limits::default()
    };
    let plugins = Plugins::greeter();
    let host = plugins.host_with(Allowlist::Everything, limits);
    let session = host.open_session(ME).await.unwrap();
    let pid = greeter_pid(&host, &session).await;
    gone_within(pid, Duration::from_secs(10)).await;
    assert!(host.heartbeat(&session.id, ME).is_err());
}

#[tokio::test]
async fn too_many_sessions_are_refused_with_the_limit() {
    let limits = Limits {
        sessions: 1,
        ..Limits::default()
    };
    let plugins = Plugins::none();
    let host = plugins.host_with(Allowlist::Everything, limits);
    let first = host.open_session(ME).await.unwrap();
    assert!(matches!(
        host.open_session(ME).await,
        Err(OpenError::TooManySessions(1))
    ));
    host.close_session(&first.id, ME).unwrap();
    assert!(host.open_session(ME).await.is_ok());
}

#[tokio::test]
async fn shutdown_ends_every_process_and_lets_nobody_in() {
    let plugins = Plugins::greeter();
    let host = plugins.host();
    let mut pids = Vec::new();
    for _ in 0..3 {
        let session = host.open_session(ME).await.unwrap();
        pids.push(greeter_pid(&host, &session).await);
    }
    host.shutdown().await;
    assert!(pids.into_iter().all(|pid| !is_alive(pid)));
    assert!(matches!(
        host.open_session(ME).await,
        Err(OpenError::ShuttingDown)
    ));
}
