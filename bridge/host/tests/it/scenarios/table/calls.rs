//! Calls that go wrong: scenarios 27 to 31.

use std::time::{Duration, Instant};

use bridge_host::CallError;
use bridge_host::InvokeError;
use futures_util::future::join_all;
use proto::value::Value;
use tokio::time::sleep;

use super::super::row::{Row, row};
use super::super::scene::{Scene, told};
use super::{short_call, thousand_calls};

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = deaths();
    rows.extend(waits());
    rows
}

fn deaths() -> Vec<Row> {
    let at_once = Duration::from_secs(3);
    vec![
        row(27, "an export that does not exist").misbehaving("works").calls(
            "nope",
            "",
            r#"error: sdk invoke: unsupported export "nope" method ""; then the same process answers"#,
        ),
        row(28, "dies of SIGKILL in a call")
            .misbehaving("dies-in-call")
            .genuine("every later call fails until the runtime is made anew")
            .within(at_once)
            .calls("call", "", "error: plugin process ended: signal 9 (SIGKILL); then a new process answers"),
        row(28, "dies of SIGSEGV in a call")
            .misbehaving("segfaults-in-call")
            .genuine("every later call fails until the runtime is made anew")
            .within(at_once)
            .calls("call", "", "error: plugin process ended: signal 11 (SIGSEGV); then a new process answers"),
        row(28, "exits with code 0 in a call")
            .misbehaving("leaves-in-call")
            .genuine("every later call fails until the runtime is made anew")
            .within(at_once)
            .calls("call", "", "error: plugin process ended: exit code 0; then a new process answers"),
        row(28, "panics in a call as Go does (53)")
            .misbehaving("panics-in-call")
            .genuine("`rpc error: code = Unavailable`, without the panic")
            .within(at_once)
            .calls(
                "call",
                "",
                "error: plugin process ended: exit code 2; panic: runtime error: index out of range [3] with length 2; then a new process answers",
            ),
        row(28, "dies while ten calls wait")
            .misbehaving("dies-in-call")
            .within(at_once)
            .plays(
                |scene| Box::pin(dies_under_ten_calls(scene)),
                "10 of 10 waiting calls: plugin process ended: signal 9 (SIGKILL)",
            ),
    ]
}

fn waits() -> Vec<Row> {
    vec![
        row(29, "a call exceeds its deadline of 1 s")
            .misbehaving("hangs-in-call")
            .set(short_call)
            .within(Duration::from_millis(1500))
            .calls(
                "call",
                "",
                "error: no answer within 1 s (change with --plugin-call-timeout); then the same process answers",
            ),
        row(29, "a Go plugin's call exceeds its deadline of 1 s")
            .go()
            .set(short_call)
            .plays(
                |scene| Box::pin(times_out_in_go(scene)),
                "error: no answer within 1 s (change with --plugin-call-timeout); the plugin's context was cancelled",
            ),
        row(30, "the caller gives up").go().plays(
            |scene| Box::pin(is_dropped(scene)),
            "the plugin's context was cancelled",
        ),
        row(31, "1,000 calls at once, every second one slow")
            .go()
            .set(thousand_calls)
            .within(Duration::from_secs(20))
            .plays(
                |scene| Box::pin(slow_and_fast(scene)),
                "1000 answers; every fast one before the first slow one",
            ),
        row(31, "1,000 answers come at once, while the host is held up")
            .go()
            .set(thousand_calls)
            .within(Duration::from_secs(20))
            .plays(|scene| Box::pin(burst(scene)), "1000 answers from 1 process"),
        row(31, "more calls at once than a plugin may have")
            .misbehaving("hangs-in-call")
            .set(short_call)
            .genuine("no limit")
            .plays(
                |scene| Box::pin(overload(scene)),
                "error: plugin has 64 calls under way, which is the limit; wait for one to end",
            ),
    ]
}

async fn dies_under_ten_calls(scene: Scene) -> String {
    scene.pid().await.unwrap();
    let waiting = (0..10).map(|_| scene.invoke("call", "wait".into()));
    let dying = async {
        // The others are on their way by then; were they not, they would be answered by the next process.
        sleep(Duration::from_millis(300)).await;
        scene.call("call", Value::Null).await
    };
    let (results, _) = tokio::join!(join_all(waiting), dying);
    let mut texts: Vec<_> = results
        .into_iter()
        .map(|result| result.unwrap_err().to_text())
        .collect();
    let count = texts.len();
    texts.dedup();
    format!("{count} of 10 waiting calls: {}", texts.join(" or "))
}

async fn times_out_in_go(scene: Scene) -> String {
    let error = scene.call("sleep", 60_000.0).await;
    format!("{error}; {}", cancelled_once(&scene).await)
}

async fn is_dropped(scene: Scene) -> String {
    scene.pid().await.unwrap();
    let sleeping = scene.invoke("sleep", 60_000.0.into());
    let given_up = tokio::time::timeout(Duration::from_millis(300), sleeping).await;
    assert!(given_up.is_err(), "{given_up:?}");
    cancelled_once(&scene).await
}

async fn cancelled_once(scene: &Scene) -> String {
    let deadline = Instant::now() + Duration::from_secs(2);
    while scene.call("meta.cancelled", Value::Null).await != "1" {
        if Instant::now() > deadline {
            return "the plugin still sleeps".to_owned();
        }
        sleep(Duration::from_millis(10)).await;
    }
    "the plugin's context was cancelled".to_owned()
}

async fn slow_and_fast(scene: Scene) -> String {
    scene.pid().await.unwrap();
    let started = Instant::now();
    let call = |slow: bool| {
        let scene = &scene;
        async move {
            // Longer than all fast ones together take on a busy machine.
            let milliseconds = if slow { 4_000.0 } else { 0.0 };
            scene.invoke("sleep", milliseconds.into()).await.unwrap();
            started.elapsed()
        }
    };
    let ends = join_all((0..1000).map(|number| call(number % 2 == 0))).await;
    let (slow, fast): (Vec<_>, Vec<_>) = ends.chunks(2).map(|pair| (pair[0], pair[1])).unzip();
    let order = if fast.iter().max() < slow.iter().min() {
        "every fast one before the first slow one"
    } else {
        "fast ones waited for slow ones"
    };
    format!("{} answers; {order}", ends.len())
}

async fn burst(scene: Scene) -> String {
    let before = scene.pid().await.unwrap();
    let calls = join_all((0..1000).map(|_| scene.invoke("sleep", 300.0.into())));
    let holding_up = async {
        // All calls are on their way; the next moment of this thread, which is the host's, comes after all answers.
        sleep(Duration::from_millis(150)).await;
        std::thread::sleep(Duration::from_millis(700));
    };
    let (results, ()) = tokio::join!(calls, holding_up);
    let answers = results.iter().filter(|result| result.is_ok()).count();
    let processes = if scene.pid().await.unwrap() == before {
        1
    } else {
        2
    };
    format!("{answers} answers from {processes} process")
}

async fn overload(scene: Scene) -> String {
    scene.pid().await.unwrap();
    let calls = (0..65).map(|_| scene.invoke("call", Value::Null));
    let refused: Vec<_> = join_all(calls)
        .await
        .into_iter()
        .filter(|result| {
            !matches!(
                result,
                Err(InvokeError::Call {
                    source: CallError::Timeout(_),
                    ..
                })
            )
        })
        .map(told)
        .collect();
    refused.join("; ")
}
