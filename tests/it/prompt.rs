//! The prompt under the output: what is entered there goes on where the last run ended.

use anyhow::Result;
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::page::OutputLine;
use thirtyfour::{By, Key};

fn line(kind: &str, text: &str) -> OutputLine {
    OutputLine {
        kind: kind.to_owned(),
        text: text.to_owned(),
    }
}

#[tokio::test]
async fn entries_see_what_the_script_left_and_each_other() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    assert_eq!(page.enter("6 * 7").await?, "ok");
    assert_eq!(
        page.output().await?,
        [line("entered", "6 * 7"), line("value", "42")]
    );

    let script = "const greeter = require('plugin:examples:greeter')\nlet count = 1; count";
    page.set_script(script).await?;
    page.run().await?;
    assert_eq!(
        page.enter("const pid = greeter.meta.pid(); count += 1").await?,
        "ok"
    );
    assert_eq!(
        page.enter("const greeter = await Promise.resolve({ gone: _ })")
            .await?,
        "ok"
    );
    assert_eq!(page.enter("greeter").await?, "ok");
    let output = page.output().await?;
    assert_eq!(output[0], line("value", "1"));
    assert_eq!(output[2], line("value", "2"));
    assert_eq!(output.last(), Some(&line("value", "{ gone: 2 }")));

    page.set_script("typeof count").await?;
    page.run().await?;
    assert_eq!(
        page.output().await?,
        [line("value", "\"undefined\"")],
        "a script begins anew"
    );
    browser.expect_no_complaints().await?;
    browser.quit().await
}

#[tokio::test]
async fn an_error_at_the_prompt_leads_to_the_editor_only_where_the_script_threw() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script("function deep() { null.x }").await?;
    page.run().await?;
    assert_eq!(page.enter("  deep()").await?, "threw");
    let shown = page.part("output").await?.text().await?;
    assert!(shown.contains("at <main> (prompt 2:1:7)"), "{shown}");
    let link = page.part("frame-place").await?;
    assert_eq!(link.text().await?, "at deep (script.js:1:19)");
    assert_eq!(page.enter("1 +").await?, "threw");
    let shown = page.part("output").await?.text().await?;
    assert!(shown.contains("Line 1, column 4"), "{shown}");
    let links = browser
        .driver()
        .find_all(By::Css("[data-testid=error-place]"))
        .await?;
    assert_eq!(
        links.len(),
        1,
        "only what was thrown in the script leads into the editor"
    );
    assert_eq!(page.enter("_error.name").await?, "ok");
    assert_eq!(
        page.output().await?.last(),
        Some(&line("value", "\"SyntaxError\""))
    );
    browser.expect_no_complaints().await?;
    browser.quit().await
}

#[tokio::test]
async fn the_arrow_keys_bring_back_what_was_entered_even_after_a_reload() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    let prompt = page.part("prompt").await?;
    prompt.send_keys("[1,").await?;
    prompt.send_keys(Key::Shift + Key::Enter).await?;
    assert_eq!(page.enter("2]").await?, "ok");
    assert_eq!(
        page.output().await?,
        [line("entered", "[1,\n2]"), line("value", "[1, 2]")]
    );
    page.enter("'second'").await?;

    browser.driver().refresh().await?;
    page.wait_until_ready().await?;
    let prompt = page.part("prompt").await?;
    prompt.send_keys("draft").await?;
    for (keys, expected) in [
        (Key::Up, "'second'"),
        (Key::Up, "[1,\n2]"),
        (Key::Down, "'second'"),
        (Key::Down, "draft"),
    ] {
        prompt.send_keys(keys + "").await?;
        assert_eq!(prompt.value().await?.as_deref(), Some(expected));
    }
    browser.expect_no_complaints().await?;
    browser.quit().await
}

#[tokio::test]
async fn what_is_typed_while_a_script_runs_stays() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script("for (;;) {}").await?;
    page.press("run").await?;
    page.wait_for("data-run", "running").await?;
    let prompt = page.part("prompt").await?;
    prompt.send_keys("1 + 1").await?;
    prompt.send_keys(Key::Enter + "").await?;
    assert_eq!(prompt.value().await?.as_deref(), Some("1 + 1"));
    page.press("stop").await?;
    page.wait_for("data-run", "stopped").await?;
    assert_eq!(page.enter("").await?, "ok");
    assert_eq!(page.output().await?.last(), Some(&line("value", "2")));
    browser.expect_no_complaints().await?;
    browser.quit().await
}
