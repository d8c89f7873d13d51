//! Values on their way from JavaScript or the wire through Rust and Go and back, with the outcome of each stated. The
//! tables are data, and `docs/values.md` is written from them.

mod answers;
mod document;
mod javascript;
mod script;
mod wire;
mod wire_bytes;

use std::os::unix::fs::symlink;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use prost::Message as _;
use proto::value::{EncodedValue, Value};
use tempfile::TempDir;
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::go_host::{Answer, GoHost};
use tests::wire::{Refusal, Session};
use tests::{canonical, environment};

/// The plugin in Go, and the one in Rust whose `call` answers its argument.
const GO_PLUGIN: &str = "goja-plugin-go-values";
const RUST_PLUGIN: &str = "goja-plugin-echoes";

#[test]
fn the_page_of_values_is_up_to_date() -> Result<()> {
    document::check()
}

#[tokio::test]
async fn values_of_scripts_cross_to_go_and_rust_and_back() -> Result<()> {
    let rows = [javascript::rows(), answers::rows()].concat();
    let plugins = both_plugins()?;
    let bridge = serve(&plugins).await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script(&script::of(&rows)).await?;
    let end = page.run().await?;
    let lines: Vec<_> = page.output().await?.into_iter().map(|line| line.text).collect();
    if end != "ok" {
        bail!("the script ended with {end}:\n{}", lines.join("\n"));
    }
    let mut differences = Vec::new();
    for (row, told) in rows.iter().zip(script::read(&rows, &lines)?) {
        let expected = script::Told::expected(row);
        if told != expected {
            differences.push(format!(
                "{}\n  expected {expected:?}\n  happened {told:?}",
                row.name()
            ));
        }
    }
    browser.expect_no_complaints().await?;
    browser.quit().await?;
    expect_none(&differences)
}

#[tokio::test]
async fn values_of_the_wire_cross_both_hosts_and_both_plugins() -> Result<()> {
    let rows = wire::rows();
    let plugins = both_plugins()?;
    let bridge = serve(&plugins).await?;
    let session = Session::open(bridge.authority(), bridge.code()).await?;
    let rust_plugin = plugins.path().join(RUST_PLUGIN);
    let mut go_host = GoHost::start([""; 0], &rust_plugin, plugins.path()).await?;
    let mut differences = Vec::new();
    for row in &rows {
        let happened = [
            through_bridge(&session, "plugin:go:values", "echo", &row.bytes).await?,
            through_go_host(&mut go_host, &row.bytes).await?,
            through_bridge(&session, "plugin:misbehaving", "call", &row.bytes).await?,
        ];
        for ((way, expected), happened) in wire::WAYS.iter().zip(row.outcomes).zip(happened) {
            let happened = script::with_plain_spaces(&happened);
            if happened != expected {
                differences.push(format!(
                    "{}: {way}\n  expected {expected}\n  happened {happened}",
                    row.what
                ));
            }
        }
    }
    go_host.end().await?;
    expect_none(&differences)
}

/// In plain words: the value that comes back, or `error: ` and why not.
async fn through_bridge(session: &Session, module: &str, path: &str, wire: &[u8]) -> Result<String> {
    // What the bridge would not even read is refused here already, by the same code.
    let argument = match EncodedValue::decode(wire) {
        Ok(argument) => argument,
        Err(error) => return Ok(format!("error: {error}")),
    };
    match session.invoke_encoded(module, path, vec![argument]).await {
        Ok(answer) => Ok(match Value::try_from(answer) {
            Ok(value) => wire::shown(&canonical::text(&value)),
            Err(error) => format!("error: {error}"),
        }),
        Err(error) => Ok(format!("error: {}", error.downcast::<Refusal>()?.fault.message)),
    }
}

async fn through_go_host(host: &mut GoHost, wire: &[u8]) -> Result<String> {
    Ok(match host.call_with_wire("call", &STANDARD.encode(wire)).await? {
        Answer::Result(result) => wire::shown(&result),
        Answer::Error(error) => format!("error: {error}"),
    })
}

fn both_plugins() -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    let go = environment::go_programs()?.join(GO_PLUGIN);
    symlink(go, folder.path().join(GO_PLUGIN)).context("link the Go plugin")?;
    symlink(environment::misbehaving()?, folder.path().join(RUST_PLUGIN)).context("link the Rust plugin")?;
    Ok(folder)
}

async fn serve(plugins: &TempDir) -> Result<Bridge> {
    Bridge::start(["--plugin-dir".as_ref(), plugins.path().as_os_str()]).await
}

fn expect_none(differences: &[String]) -> Result<()> {
    if differences.is_empty() {
        return Ok(());
    }
    bail!("{} differences:\n{}", differences.len(), differences.join("\n"))
}
