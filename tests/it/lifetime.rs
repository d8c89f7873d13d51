//! No process outlives its owner, however the owner ends.

use std::fs;
use std::os::unix::fs::symlink;
use std::time::Duration;

use anyhow::Result;
use proto::value::Value;
use tests::bridge_process::Bridge;
use tests::environment;
use tests::os_process::{children_of, is_alive, wait_until_gone};
use tests::wire::Session;

const GREETER: &str = "plugin:examples:greeter";

#[tokio::test]
async fn ctrl_c_ends_the_bridge_with_every_plugin() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let pids = three_plugins(&bridge).await?;
    let home = bridge.home().to_owned();
    assert!(
        fs::read_dir(&home)?.count() > 0,
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

/// Ten sessions with three plugins each, each of which has started a process in a session of its own: no signal to
/// a group reaches that one.
#[tokio::test]
async fn what_a_killed_bridge_leaves_ends_with_the_next_start() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let modules = ["a", "b", "c"];
    for word in modules {
        symlink(
            environment::misbehaving()?,
            folder
                .path()
                .join(format!("goja-plugin-spawns-grandchild--{word}")),
        )?;
    }
    let home = tempfile::tempdir()?;
    let runtime = home.path().join("tmp");
    fs::create_dir(&runtime)?;
    let arguments = ["--plugin-dir".as_ref(), folder.path().as_os_str()];
    let bridge = Bridge::start_with_temporary_folder(&runtime, arguments).await?;
    let authority = bridge.authority().to_owned();
    let first = Session::open(&authority, bridge.code()).await?;
    let token = first.token().to_owned();
    let mut sessions = vec![first];
    for _ in 1..10 {
        sessions.push(Session::open_with_token(&authority, &token).await?);
    }
    let (mut plugins, mut grandchildren) = (Vec::new(), Vec::new());
    for session in &sessions {
        for word in modules {
            let module = format!("plugin:misbehaving:{word}");
            plugins.push(pid(&session.invoke(&module, "pid", &[]).await?)?);
            grandchildren.push(pid(&session.invoke(&module, "call", &[]).await?)?);
        }
    }
    assert!(plugins.iter().chain(&grandchildren).all(|pid| is_alive(*pid)));

    bridge.kill().await?;
    for pid in &plugins {
        wait_until_gone(*pid, Duration::from_secs(5)).await?;
    }
    let left = grandchildren.iter().filter(|pid| is_alive(**pid)).count();
    println!(
        "after SIGKILL: 0 of {} plugins and {left} of {} grandchildren are left",
        plugins.len(),
        grandchildren.len()
    );

    let bridge = Bridge::start_with_temporary_folder(&runtime, arguments).await?;
    for pid in &grandchildren {
        wait_until_gone(*pid, Duration::from_secs(5)).await?;
    }
    assert!(bridge.stop().await?.success());
    assert_eq!(fs::read_dir(&runtime)?.count(), 0, "a private folder is left");
    Ok(())
}

/// Closing a session ends what its plugins started, wherever that hides.
#[tokio::test]
async fn a_closed_session_takes_grandchildren_along() -> Result<()> {
    let folder = tempfile::tempdir()?;
    symlink(
        environment::misbehaving()?,
        folder.path().join("goja-plugin-spawns-grandchild"),
    )?;
    let bridge = Bridge::start(["--plugin-dir".as_ref(), folder.path().as_os_str()]).await?;
    let authority = bridge.authority();
    let session = Session::open(authority, bridge.code()).await?;
    let grandchild = pid(&session.invoke("plugin:misbehaving", "call", &[]).await?)?;
    assert!(is_alive(grandchild));
    session.close().await?;
    wait_until_gone(grandchild, Duration::from_secs(5)).await?;
    assert!(children_of(bridge.pid())?.is_empty());
    Ok(())
}

/// Three sessions with a greeter each.
async fn three_plugins(bridge: &Bridge) -> Result<Vec<u32>> {
    let authority = bridge.authority();
    let first = Session::open(authority, bridge.code()).await?;
    let second = Session::open_with_token(authority, first.token()).await?;
    let third = Session::open_with_token(authority, first.token()).await?;
    let mut pids = Vec::new();
    for session in [first, second, third] {
        pids.push(pid(&session.invoke(GREETER, "meta.pid", &[]).await?)?);
    }
    assert!(pids.iter().all(|pid| is_alive(*pid)));
    Ok(pids)
}

/// A process id, as plugins answer it.
fn pid(value: &Value) -> Result<u32> {
    let Value::Number(pid) = value else {
        anyhow::bail!("not a process id: {value:?}")
    };
    Ok(format!("{pid}").parse()?)
}
