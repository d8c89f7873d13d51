//! A call that nobody waits for any more ends in the plugin.

use std::os::unix::fs::symlink;

use anyhow::Result;
use proto::value::Value;
use tempfile::TempDir;
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::environment;
use tests::wire::Session;

const MODULE: &str = "plugin:misbehaving";

const SCRIPT: &str = r#"
const { arrived, call, cancelled } = require("plugin:misbehaving")
const controller = new AbortController()
const waiting = call.async({ signal: controller.signal })
await arrived.async()
controller.abort()
console.log(await waiting.catch((error) => error.name), await cancelled.async())
"#;

#[tokio::test]
async fn a_lost_request_cancels_its_call() -> Result<()> {
    let (bridge, _plugins) = waiting_plugin().await?;
    let authority = bridge.authority();
    let session = Session::open(authority, bridge.code()).await?;
    tokio::select! {
        answer = session.invoke(MODULE, "call", &[]) => panic!("the call returned {answer:?}"),
        arrived = session.invoke(MODULE, "arrived", &[]) => assert_eq!(arrived?, Value::Bool(true)),
    }
    assert_eq!(session.invoke(MODULE, "cancelled", &[]).await?, Value::Bool(true));
    Ok(())
}

#[tokio::test]
async fn a_signal_cancels_a_call_of_the_page() -> Result<()> {
    let (bridge, _plugins) = waiting_plugin().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script(SCRIPT).await?;
    assert_eq!(page.run().await?, "ok");
    let output = page.output().await?;
    assert_eq!(
        output.first().map(|line| line.text.as_str()),
        Some("AbortError true")
    );
    browser.quit().await
}

async fn waiting_plugin() -> Result<(Bridge, TempDir)> {
    let folder = tempfile::tempdir()?;
    symlink(
        environment::misbehaving()?,
        folder.path().join("goja-plugin-waits-in-call"),
    )?;
    let bridge = Bridge::start(["--plugin-dir".as_ref(), folder.path().as_os_str()]).await?;
    Ok((bridge, folder))
}
