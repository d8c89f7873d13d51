//! Plugins that crash again and again, and plugins that take too much: scenarios 62, 63, 66 and 67.

use std::time::Duration;

use bridge_host::PluginState;
use proto::value::Value;
use tokio::time::{Instant, sleep};

use super::super::row::{Row, row};
use super::super::scene::Scene;
use super::short_call;
use crate::support::ME;

pub(crate) fn rows() -> Vec<Row> {
    vec![
        row(62, "a plugin that crashes in every call: pauses grow, the fifth crash is the last, a reset helps")
            .misbehaving("exits-in-call")
            .genuine("every later call fails until the runtime is made anew")
            .within(Duration::from_secs(15))
            .plays(
                |scene| Box::pin(crashes_five_times(scene)),
                "pauses that grow: true; error: plugin is down, its process ended: exit code 7; it crashed 5 times within three minutes and is not started again in this session; after a reset it answers",
            ),
        row(62, "a plugin that crashes now and then").elsewhere(
            "bridge/host/src/session/supervisor.rs",
            "old_crashes_are_forgotten",
            "crashes count for three minutes",
        ),
        row(63, "a plugin that keeps a processor busy")
            .misbehaving("spins-in-call")
            .set(short_call)
            .within(Duration::from_millis(1800))
            .calls("call", "", "error: no answer within 1 s (change with --plugin-call-timeout); then the same process answers"),
        row(63, "memory hogs and fork bombs")
            .not_here("a plugin is native code that the user chose to run: its process is isolated, not limited"),
        row(66, "the host is process 1")
            .elsewhere(
                "tests/it/endurance.rs",
                "a_thousand_starts_and_stops_leave_nothing_behind",
                "orphans are adopted and reaped; no child is left after 1,000 sessions",
            ),
        row(67, "folders of a dead host, and of a living one").elsewhere(
            "bridge/host/src/plugin/runtime_folder.rs",
            "a_dead_hosts_folder_is_cleared_and_a_living_ones_is_kept",
            "the former are removed with the processes in them, the latter kept",
        ),
    ]
}

async fn crashes_five_times(scene: Scene) -> String {
    let mut pauses = Vec::new();
    for _ in 0..5 {
        pauses.push(pause(&scene).await);
        scene.call("call", Value::Null).await;
    }
    let grow = pauses.windows(2).skip(1).all(|pair| pair[0] < pair[1]);
    let broken = scene.call("call", Value::Null).await;
    let module = scene.module();
    scene
        .host
        .reset_plugin(&scene.session.id, ME, &module)
        .await
        .unwrap();
    let reset = match scene.pid().await {
        Ok(_) => "after a reset it answers".to_owned(),
        Err(error) => error.to_text(),
    };
    format!("pauses that grow: {grow}; {broken}; {reset}")
}

/// Waits until the plugin may start again, and tells how long that took.
async fn pause(scene: &Scene) -> Duration {
    let started = Instant::now();
    loop {
        let states = scene.host.plugin_states(&scene.session.id, ME).await.unwrap();
        let module = scene.module();
        let (_, state) = states.into_iter().find(|(name, _)| *name == module).unwrap();
        match state {
            PluginState::Pausing(pause) => sleep(pause).await,
            PluginState::Idle => return started.elapsed(),
            state => panic!("the plugin is {state:?}"),
        }
    }
}
