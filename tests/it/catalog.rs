//! Plugins that may not or cannot run: the page says which file, why, and what to do.

use std::fs;
use std::os::unix::fs::symlink;

use anyhow::Result;
use tempfile::TempDir;
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::environment;

#[tokio::test]
async fn a_module_outside_the_allowlist_stops_the_session() -> Result<()> {
    let plugins = environment::plugins()?;
    let folder = plugins.to_string_lossy().into_owned();
    let arguments = ["--plugin-dir", &folder, "--allow-plugin-module", "plugin:other"];
    let problem = refusal(&Bridge::start(arguments).await?).await?;
    assert!(
        problem
            .contains(r#"plugin module "plugin:examples:greeter" is not allowed by --allow-plugin-module"#),
        "{problem}"
    );
    assert!(
        problem.contains("--allow-plugin-module plugin:examples:greeter"),
        "{problem}"
    );
    Ok(())
}

#[tokio::test]
async fn a_plugin_that_exits_at_once_stops_the_session() -> Result<()> {
    let folder = misbehaving("exit-at-once")?;
    let problem = refusal(&serve(&folder).await?).await?;
    assert!(problem.contains("goja-plugin-exit-at-once"), "{problem}");
    assert!(
        problem.contains("plugin exited before we could connect: exit code 3"),
        "{problem}"
    );
    Ok(())
}

#[tokio::test]
async fn a_module_called_echo_stops_the_session() -> Result<()> {
    let folder = misbehaving("manifest-echo")?;
    let problem = refusal(&serve(&folder).await?).await?;
    assert!(problem.contains("goja-plugin-manifest-echo"), "{problem}");
    assert!(
        problem.contains(r#"plugin module "echo" must use namespace "plugin:""#),
        "{problem}"
    );
    Ok(())
}

#[tokio::test]
async fn a_file_that_is_not_executable_is_skipped_with_the_command_that_fixes_it() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("goja-plugin-plain");
    fs::write(&file, "")?;
    let bridge = serve(&folder).await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    let skipped = page.part("candidate").await?;
    assert_eq!(skipped.attr("data-outcome").await?.as_deref(), Some("skipped"));
    let text = skipped.text().await?;
    assert!(text.contains("is not executable"), "{text}");
    assert!(text.contains(&format!("chmod +x {}", file.display())), "{text}");
    page.set_script(r#"require("plugin:plain")"#).await?;
    assert_eq!(page.run().await?, "threw");
    browser.expect_no_complaints().await?;
    browser.quit().await
}

#[tokio::test]
async fn after_fixing_try_again_opens_the_session() -> Result<()> {
    let folder = misbehaving("exit-at-once")?;
    let bridge = serve(&folder).await?;
    let browser = Browser::start().await?;
    let page = browser.open(bridge.link()).await?;
    page.wait_for("data-bridge", "refused").await?;
    fs::remove_file(folder.path().join("goja-plugin-exit-at-once"))?;
    page.press("retry").await?;
    page.wait_until_ready().await?;
    browser.expect_no_complaints().await?;
    browser.quit().await
}

/// What the page says when no session opens.
async fn refusal(bridge: &Bridge) -> Result<String> {
    let browser = Browser::start().await?;
    let page = browser.open(bridge.link()).await?;
    page.wait_for("data-bridge", "refused").await?;
    let problem = page.part("problem").await?;
    assert_eq!(
        problem.attr("data-kind").await?.as_deref(),
        Some("catalog-invalid")
    );
    let text = problem.text().await?;
    browser.expect_no_complaints().await?;
    browser.quit().await?;
    Ok(text)
}

async fn serve(folder: &TempDir) -> Result<Bridge> {
    Bridge::start(["--plugin-dir".as_ref(), folder.path().as_os_str()]).await
}

fn misbehaving(how: &str) -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    symlink(
        environment::misbehaving()?,
        folder.path().join(format!("goja-plugin-{how}")),
    )?;
    Ok(folder)
}
