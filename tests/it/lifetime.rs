//! No process outlives its owner, however the owner ends.

use std::time::Duration;

use anyhow::{Context as _, Result};
use proto::value::Value;
use tests::bridge_process::Bridge;
use tests::os_process::{is_alive, wait_until_gone};
use tests::wire::Session;

const GREETER: &str = "plugin:examples:greeter";

#[tokio::test]
async fn ctrl_c_ends_the_bridge_with_every_plugin() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let pids = three_plugins(&bridge).await?;
    let home = bridge.home().to_owned();
    assert!(
        std::fs::read_dir(&home)?.count() > 0,
        "the bridge's private folder is elsewhere"
    );
    let status = bridge.stop().await?;
    assert!(status.success(), "{status}");
    assert!(pids.into_iter().all(|pid| !is_alive(pid)));
    Ok(())
}

#[tokio::test]
async fn plugins_do_not_survive_a_bridge_that_was_killed() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let pids = three_plugins(&bridge).await?;
    bridge.kill().await?;
    for pid in pids {
        wait_until_gone(pid, Duration::from_secs(5)).await?;
    }
    Ok(())
}

/// Three sessions with a greeter each.
async fn three_plugins(bridge: &Bridge) -> Result<Vec<u32>> {
    let authority = bridge
        .origin()
        .strip_prefix("http://")
        .context("the origin is no http address")?;
    let first = Session::open(authority, bridge.code()).await?;
    let second = Session::open_with_token(authority, first.token()).await?;
    let third = Session::open_with_token(authority, first.token()).await?;
    let mut pids = Vec::new();
    for session in [first, second, third] {
        let pid = session.invoke(GREETER, "meta.pid", &[]).await?;
        let Value::Number(pid) = pid else {
            anyhow::bail!("meta.pid answered {pid:?}")
        };
        pids.push(format!("{pid}").parse()?);
    }
    assert!(pids.iter().all(|pid| is_alive(*pid)));
    Ok(pids)
}
