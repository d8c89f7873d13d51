//! Clients that are not as a host is.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::time::timeout;

use crate::process::Probe;

/// Longer than a client may take to say something.
const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test]
async fn those_who_say_nothing_delay_nobody_and_are_dropped() {
    drops_the_silent(&Probe::start().await).await;
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn those_who_say_nothing_over_tls_delay_nobody_and_are_dropped() {
    drops_the_silent(&crate::tls::Host::new().start().await).await;
}

#[tokio::test]
async fn those_who_speak_something_else_are_dropped_and_harm_nobody() {
    let probe = Probe::start().await;
    for said in [
        &b"GET / HTTP/1.1\r\nhost: x\r\n\r\n"[..],
        &[0; 4096],
        b"\x16\x03\x01\x00\x05hello",
    ] {
        let mut client = probe.connect().await;
        client.write_all(said).await.unwrap();
        let answer = timeout(PATIENCE, client.read_to_end(&mut Vec::new())).await;
        // Some are told why, others only lose the connection.
        let _told = answer.expect("the connection ends");
    }
    probe.call("echo", []).await.unwrap();
}

async fn drops_the_silent(probe: &Probe) {
    probe.call("echo", []).await.unwrap();
    let before = probe.descriptors();
    let mut silent = Vec::new();
    for _ in 0..50 {
        silent.push(probe.connect().await);
    }
    probe.call("echo", []).await.unwrap();
    assert_eq!(probe.descriptors(), before + silent.len());
    for client in &mut silent {
        let end = timeout(PATIENCE, client.read(&mut [0])).await;
        assert_eq!(end.expect("it is dropped").unwrap(), 0);
    }
    probe.call("echo", []).await.unwrap();
    assert_eq!(probe.descriptors(), before);
}
