//! How processes end: scenarios 41 to 47, and 64.

use std::time::Duration;

use bridge_host::InvokeError;
use proto::value::Value;
use tokio::time::sleep;

use super::super::row::{Row, row};
use super::super::scene::{Scene, told};
use super::short_call;
use crate::support::ME;

/// The kill ladder's own bound is five seconds; a second more for a busy machine.
const LADDER: Duration = Duration::from_secs(6);

pub(crate) fn rows() -> Vec<Row> {
    vec![
        row(41, "answers `Shutdown` and continues: SIGTERM ends it")
            .misbehaving("stays-after-shutdown")
            .genuine("SIGKILL after 2 s, never SIGTERM")
            .within(Duration::from_secs(3))
            .stops("gone"),
        row(42, "its `Shutdown` handler blocks: SIGTERM ends it")
            .misbehaving("hangs-in-shutdown")
            .genuine("hangs for ever")
            .within(Duration::from_secs(3))
            .stops("gone"),
        row(42, "is stopped (SIGSTOP): SIGKILL ends it")
            .misbehaving("stops-itself")
            .set(short_call)
            .genuine("hangs for ever")
            .within(LADDER)
            .plays(
                |scene| Box::pin(stops_a_stopped_one(scene)),
                "error: no answer within 1 s (change with --plugin-call-timeout); gone",
            ),
        row(43, "ignores `Shutdown` and SIGTERM: SIGKILL ends it")
            .misbehaving("ignores-shutdown")
            .within(LADDER)
            .stops("gone"),
        row(44, "a grandchild in its group keeps its standard streams open")
            .misbehaving("spawns-in-group")
            .genuine("hangs for ever")
            .within(Duration::from_secs(3))
            .plays(
                |scene| Box::pin(stops_with_grandchild(scene)),
                "plugin and grandchild gone",
            ),
        row(
            45,
            "a grandchild in a session of its own keeps its standard streams open",
        )
        .misbehaving("spawns-grandchild")
        .genuine("hangs for ever")
        .within(Duration::from_secs(3))
        .plays(
            |scene| Box::pin(stops_with_grandchild(scene)),
            "plugin and grandchild gone",
        ),
        row(45, "the same, and the plugin dies by itself")
            .misbehaving("spawns-grandchild")
            .genuine("the grandchild lives on")
            .plays(
                |scene| Box::pin(dies_with_grandchild(scene)),
                "plugin and grandchild gone",
            ),
        row(46, "the host is killed with SIGKILL")
            .genuine("its plugins live on")
            .elsewhere(
                "tests/it/lifetime.rs",
                "plugins_do_not_survive_a_bridge_that_was_killed",
                "every plugin is gone in seconds, by the parent-death signal",
            ),
        row(
            46,
            "the same, while each plugin has a grandchild in a session of its own",
        )
        .genuine("all of them live on")
        .elsewhere(
            "tests/it/lifetime.rs",
            "what_a_killed_bridge_leaves_ends_with_the_next_start",
            "the next start ends the grandchildren and removes the folders",
        ),
        row(47, "Ctrl-C on the host's terminal").elsewhere(
            "tests/it/lifetime.rs",
            "ctrl_c_ends_the_bridge_with_every_plugin",
            "plugins lead groups of their own, hear nothing of it, and are stopped by the host",
        ),
        row(64, "the session closes while its plugin starts")
            .misbehaving("starts-slowly")
            .plays(
                |scene| Box::pin(closes_during_start(scene)),
                "error: no such session: it was closed, or its lease ran out",
            ),
        row(64, "the session closes under 20 calls")
            .misbehaving("hangs-in-call")
            .plays(
                |scene| Box::pin(closes_under_calls(scene)),
                "20 of 20: error: no such session: it was closed, or its lease ran out",
            ),
        row(64, "a session opens while another one closes")
            .misbehaving("stays-after-shutdown")
            .plays(
                |scene| Box::pin(opens_during_stop(scene)),
                "a new process answers, the old one is gone",
            ),
        row(64, "the plugin folder changes under calls")
            .misbehaving("works")
            .within(Duration::from_secs(15))
            .plays(
                |scene| Box::pin(changes_under_calls(scene)),
                "200 answers from 1 process",
            ),
        row(64, "a session is closed twice, and the host shut down twice")
            .misbehaving("works")
            .plays(
                |scene| Box::pin(closes_twice(scene)),
                "no such session: it was closed, or its lease ran out; the bridge is shutting down",
            ),
    ]
}

async fn stops_a_stopped_one(scene: Scene) -> String {
    let pid = scene.pid().await.unwrap();
    let error = scene.call("call", Value::Null).await;
    format!("{error}; {}", scene.close(&[pid]).await)
}

async fn grandchild(scene: &Scene) -> u32 {
    scene.call("call", Value::Null).await.parse().unwrap()
}

async fn stops_with_grandchild(scene: Scene) -> String {
    let pids = [scene.pid().await.unwrap(), grandchild(&scene).await];
    format!("plugin and grandchild {}", scene.close(&pids).await)
}

async fn dies_with_grandchild(scene: Scene) -> String {
    let pids = [scene.pid().await.unwrap(), grandchild(&scene).await];
    let plugin = rustix::process::Pid::from_raw(pids[0].try_into().unwrap()).unwrap();
    rustix::process::kill_process(plugin, rustix::process::Signal::KILL).unwrap();
    // The session is still open: nothing but the plugin's own end takes the grandchild along.
    for pid in pids {
        crate::support::gone_within(pid, Duration::from_secs(3)).await;
    }
    "plugin and grandchild gone".to_owned()
}

async fn closes_during_start(scene: Scene) -> String {
    let call = scene.invoke("pid", Value::Null);
    let closing = async {
        sleep(Duration::from_millis(200)).await;
        scene.host.close_session(&scene.session.id, ME).unwrap();
    };
    let (result, ()) = tokio::join!(call, closing);
    told(result)
}

async fn closes_under_calls(scene: Scene) -> String {
    scene.pid().await.unwrap();
    let calls = futures_util::future::join_all((0..20).map(|_| scene.call("call", Value::Null)));
    let closing = async {
        sleep(Duration::from_millis(200)).await;
        scene.host.close_session(&scene.session.id, ME).unwrap();
    };
    let (mut texts, ()) = tokio::join!(calls, closing);
    let count = texts.len();
    texts.dedup();
    format!("{count} of 20: {}", texts.join(" or "))
}

async fn opens_during_stop(scene: Scene) -> String {
    let old = scene.pid().await.unwrap();
    scene.host.close_session(&scene.session.id, ME).unwrap();
    let next = Scene {
        session: scene.host.open_session(ME).await.unwrap(),
        ..scene
    };
    let new = next.pid().await.unwrap();
    crate::support::gone_within(old, Duration::from_secs(5)).await;
    let answers = if new == old { "the old" } else { "a new" };
    format!("{answers} process answers, the old one is gone")
}

async fn changes_under_calls(scene: Scene) -> String {
    let calling = futures_util::future::join_all((0..8).map(|_| async {
        let mut pids = Vec::new();
        for _ in 0..25 {
            pids.push(scene.pid().await.unwrap());
        }
        pids
    }));
    let changing = async {
        for _ in 0..4 {
            std::fs::remove_file(scene.folder.join("goja-plugin-works")).unwrap();
            scene.host.discover().await;
            super::link_misbehaving(&scene.folder, "works");
            scene.host.discover().await;
        }
    };
    let (pids, ()) = tokio::join!(calling, changing);
    let mut pids = pids.concat();
    let answers = pids.len();
    pids.sort_unstable();
    pids.dedup();
    format!("{answers} answers from {} process", pids.len())
}

async fn closes_twice(scene: Scene) -> String {
    scene.pid().await.unwrap();
    scene.host.close_session(&scene.session.id, ME).unwrap();
    let second: InvokeError = scene.host.close_session(&scene.session.id, ME).unwrap_err();
    // A host of its own, because this one is asked for the good plugin afterwards.
    let host = super::second_host(&scene, |_| {});
    tokio::join!(host.shutdown(), host.shutdown());
    format!("{second}; {}", host.open_session(ME).await.unwrap_err())
}
