//! The page's list of plugins: how each function is called, and what it does.

use std::os::unix::fs::symlink;

use anyhow::{Context as _, Result};
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::environment;

#[tokio::test]
async fn functions_are_listed_with_their_parameters_and_what_they_do() -> Result<()> {
    // It works, and its manifest holds names alone.
    let undocumented = tempfile::tempdir()?;
    let plugin = undocumented.path().join("goja-plugin-line-spaces");
    symlink(environment::misbehaving()?, plugin)?;
    let arguments = [environment::plugins()?, undocumented.path().to_owned()];
    let arguments = arguments
        .iter()
        .flat_map(|folder| ["--plugin-dir".as_ref(), folder.as_os_str()]);
    let bridge = Bridge::start(arguments).await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;

    let greeter = "plugin:examples:greeter";
    for (export, signature) in [
        ("greet", r#"greet(name = "world")"#),
        ("strings.upper", r#"strings.upper(text = "")"#),
        ("meta.pid", "meta.pid()"),
    ] {
        let texts = page.export(greeter, export).await?;
        let (first, others) = texts.split_first().context("an export without a text")?;
        assert_eq!(first, signature);
        assert!(!others.is_empty(), "{export} has no documentation");
        for text in others {
            assert!(
                !text.contains('('),
                "{export} says again how it is called: {text}"
            );
        }
    }
    assert_eq!(page.export("plugin:misbehaving", "pid").await?, ["pid(…)"]);
    browser.expect_no_complaints().await?;
    browser.quit().await
}
