//! Processes that will not start or will not end: every wait has a bound, and nothing is left.

use std::time::{Duration, Instant};

use bridge_host::OpenError;
use bridge_host::config::{Allowlist, Limits};

use crate::support::{ME, MISBEHAVING, Plugins, call, gone_within};

#[tokio::test]
async fn a_plugin_that_never_speaks_is_given_up_and_killed() {
    let plugins = Plugins::misbehaving("never-speaks");
    let limits = Limits {
        start_timeout: Duration::from_millis(300),
        ..Limits::default()
    };
    let host = plugins.host_with(Allowlist::Everything, limits);
    let Err(OpenError::CatalogInvalid(report)) = host.open_session(ME).await else {
        panic!("a session opened")
    };
    let reason = &report.refused().next().unwrap().1.text;
    assert!(
        reason.ends_with("timeout while waiting for plugin to start (0.3 s): it printed no handshake line"),
        "{reason}"
    );
    assert!(running(&plugins).is_empty());
}

#[tokio::test]
async fn a_first_line_that_is_no_handshake_is_quoted() {
    let plugins = Plugins::misbehaving("garbage-line");
    let Err(OpenError::CatalogInvalid(report)) = plugins.host().open_session(ME).await else {
        panic!("a session opened")
    };
    let reason = &report.refused().next().unwrap().1.text;
    assert!(reason.contains(" did not start: it printed "), "{reason}");
}

#[tokio::test]
async fn a_plugin_that_ignores_shutdown_and_sigterm_is_gone_in_five_seconds() {
    let plugins = Plugins::misbehaving("ignores-shutdown");
    let host = plugins.host();
    let session = host.open_session(ME).await.unwrap();
    call(&host, &session, MISBEHAVING, "call", &[]).await.unwrap();
    let [pid] = running(&plugins)[..] else {
        panic!("not one process: {:?}", running(&plugins))
    };
    let closed = Instant::now();
    host.close_session(&session.id, ME).unwrap();
    gone_within(pid, Duration::from_secs(5)).await;
    assert!(
        closed.elapsed() > Duration::from_secs(1),
        "it ended by itself: the test shows nothing"
    );
}

#[tokio::test]
async fn a_flood_of_standard_error_does_not_block_calls() {
    let plugins = Plugins::misbehaving("floods-stderr");
    let host = plugins.host();
    let session = host.open_session(ME).await.unwrap();
    call(&host, &session, MISBEHAVING, "call", &[]).await.unwrap();
}

/// The processes that were started from a folder.
fn running(plugins: &Plugins) -> Vec<u32> {
    let folder = plugins.path().display().to_string();
    std::fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter(|pid: &u32| {
            std::fs::read(format!("/proc/{pid}/cmdline"))
                .is_ok_and(|line| String::from_utf8_lossy(&line).starts_with(&folder))
        })
        .collect()
}
