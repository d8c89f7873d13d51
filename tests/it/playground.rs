//! The seed's quick start, and errors, as a person at the page sees them.

use anyhow::{Context as _, Result};
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::os_process::is_alive;
use tests::page::OutputLine;

/// The seed's quick start, typed as it stands there.
pub(crate) const QUICK_START: &str = r#"let greeter = require("plugin:examples:greeter")
console.log(greeter.greet("hello"))
console.log(greeter.strings.upper("hello"))
greeter.meta.pid()"#;

#[tokio::test]
async fn the_quick_start_reaches_a_native_process() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script(QUICK_START).await?;
    assert_eq!(page.run().await?, "ok");

    let output = page.output().await?;
    assert_eq!(
        output[..2],
        [line("console", "hello, hello"), line("console", "HELLO")]
    );
    let pid = last_number(&output)?;
    assert!(is_alive(pid));
    assert_eq!(parent_of(pid)?, bridge.pid());

    assert!(
        !browser.driver().current_url().await?.as_str().contains("code="),
        "the code stays in the address"
    );
    browser.expect_no_complaints().await?;
    browser.quit().await
}

#[tokio::test]
async fn an_unknown_module_is_named_with_what_is_there() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script(r#"require("plugin:x")"#).await?;
    assert_eq!(page.run().await?, "threw");
    let output = page.output().await?;
    let error = output.last().context("no output")?;
    assert_eq!(error.kind, "error");
    assert!(error.text.contains("Cannot find module 'plugin:x'"), "{error:?}");
    assert!(error.text.contains("plugin:examples:greeter"), "{error:?}");
    browser.expect_no_complaints().await?;
    browser.quit().await
}

#[tokio::test]
async fn a_syntax_error_and_a_throw_are_shown_and_the_next_run_works() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    for (script, end, text) in [
        ("let = 1 +", "threw", "SyntaxError"),
        ("\n  throw new TypeError('boom')", "threw", "TypeError: boom"),
        ("1 + 1", "ok", "2"),
    ] {
        page.set_script(script).await?;
        assert_eq!(page.run().await?, end, "{script}");
        let output = page.output().await?;
        assert!(
            output.last().is_some_and(|line| line.text.contains(text)),
            "{script}: {output:?}"
        );
    }
    browser.expect_no_complaints().await?;
    browser.quit().await
}

#[tokio::test]
async fn what_was_typed_survives_a_reload_and_the_token_serves_again() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script("40 + 2 // kept").await?;
    browser.driver().refresh().await?;
    page.wait_until_ready().await?;
    assert_eq!(page.run().await?, "ok");
    assert!(
        page.output()
            .await?
            .last()
            .is_some_and(|line| line.text.contains("42"))
    );
    browser.expect_no_complaints().await?;
    browser.quit().await
}

#[tokio::test]
async fn without_a_code_the_page_says_what_to_do_and_still_runs_javascript() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open(bridge.origin()).await?;
    page.wait_for("data-bridge", "refused").await?;
    let problem = page.part("problem").await?;
    assert_eq!(problem.attr("data-kind").await?.as_deref(), Some("no-credential"));
    assert!(problem.text().await?.contains("pontoon serve"));
    page.set_script("6 * 7").await?;
    assert_eq!(page.run().await?, "ok");
    assert!(
        page.output()
            .await?
            .last()
            .is_some_and(|line| line.text.contains("42"))
    );
    browser.expect_no_complaints().await?;
    browser.quit().await
}

fn line(kind: &str, text: &str) -> OutputLine {
    OutputLine {
        kind: kind.to_owned(),
        text: text.to_owned(),
    }
}

/// The process id that the last line shows.
pub(crate) fn last_number(output: &[OutputLine]) -> Result<u32> {
    let line = output.last().context("no output")?;
    let digits: String = line.text.chars().filter(char::is_ascii_digit).collect();
    digits
        .parse()
        .with_context(|| format!("read a number from {line:?}"))
}

fn parent_of(pid: u32) -> Result<u32> {
    let status =
        std::fs::read_to_string(format!("/proc/{pid}/status")).context("read the process's status")?;
    let parent = status
        .lines()
        .find_map(|line| line.strip_prefix("PPid:"))
        .context("find its parent")?;
    parent.trim().parse().context("read its parent")
}
