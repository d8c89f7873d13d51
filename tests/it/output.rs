//! What scripts show in the page: values that open, groups that close, and things to look at, none of which can touch
//! the page.

use anyhow::{Context as _, Result, ensure};
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use thirtyfour::By;
use thirtyfour::extensions::query::ElementQueryable as _;

/// A getter, and more elements than are shown at once.
const VALUE: &str =
    "({ get lazy() { return 6 * 7 }, many: Array.from({ length: 250 }, (_, index) => index) })";

/// Each tries to reach the page.
const DISPLAYED: &str = r#"const evil = `<script>parent.document.title = "reached"</script><img src="x" onerror="parent.document.title = 'reached'">`
display.html(`<h1>A document</h1>${evil}`, { title: "document" })
display.svg(`<svg width="40" height="40"><rect width="40" height="40"/>${evil.slice(0, 63)}</svg>`, { title: "drawing" })
display.bar({ [evil]: 1, two: 2 }, { title: evil })
display.table([{ [evil]: evil }], { title: "table" })
console.log("%c" + evil, "color: red; background: url(https://example.org/x); position: fixed")
console.group(evil); console.log("inside"); console.groupEnd()"#;

#[tokio::test]
async fn a_value_opens_to_its_getters_and_to_what_was_not_shown() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script(VALUE).await?;
    assert_eq!(page.run().await?, "ok");
    let output = page.output().await?;
    let text = &output.last().context("no output")?.text;
    assert!(
        text.contains("lazy: [Getter]") && text.contains("… 150 more"),
        "{text}"
    );

    page.press("twist").await?;
    page.press("getter").await?;
    let value = page.part("output-text").await?;
    value
        .query(By::XPath(".//li[contains(., 'lazy: 42')]"))
        .first()
        .await
        .context("read the getter")?;
    let many = value
        .query(By::XPath(".//li[starts-with(., 'many')]"))
        .first()
        .await?;
    many.find(By::Css("[data-testid=twist]")).await?.click().await?;
    for (from, to) in [(0, 99), (100, 199), (200, 249)] {
        if from > 0 {
            page.press("more").await?;
        }
        let last = format!(".//li[.='{to}: {to}']");
        many.query(By::XPath(last))
            .first()
            .await
            .with_context(|| format!("open {from} to {to}"))?;
    }
    browser.expect_no_complaints().await?;
    browser.quit().await
}

#[tokio::test]
async fn what_is_displayed_cannot_touch_the_page() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script(DISPLAYED).await?;
    assert_eq!(page.run().await?, "ok");

    let output = page.output().await?;
    let texts: Vec<&str> = output.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(texts[..2], ["document", "drawing"], "{texts:#?}");
    assert!(texts[3].starts_with("table\n(index)"), "{texts:#?}");

    let driver = browser.driver();
    for kind in ["html", "svg", "chart"] {
        let selector = format!("[data-testid=display][data-kind={kind}]");
        driver.query(By::Css(selector)).first().await.context(kind)?;
    }
    let frame = driver.find(By::Css("iframe")).await?;
    assert_eq!(frame.attr("sandbox").await?.as_deref(), Some(""));
    assert_eq!(driver.title().await?, "Pontoon");
    let alien = "[data-testid=output] script, [data-testid=output] img[onerror], [data-testid=output] [style*=position]";
    ensure!(
        driver.find_all(By::Css(alien)).await?.is_empty(),
        "markup of the script became markup of the page"
    );

    page.press("fold").await?;
    let inside = "//*[@data-testid='output-line'][.//*[text()='inside']]";
    let is_hidden = driver.query(By::XPath(inside)).not_exists().await?;
    ensure!(is_hidden, "a closed group shows what is in it");
    browser.quit().await
}

/// What the editor marks as the subject of a warning.
const WARNED: &str = r#"const root = document.querySelector("[data-testid=editor]").shadowRoot
return [...root.querySelectorAll(".cm-warning")].map((part) => part.textContent)"#;

#[tokio::test]
async fn what_the_engine_gets_wrong_is_warned_of_in_output_and_editor() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let browser = Browser::start().await?;
    let page = browser.open_ready(bridge.link()).await?;
    page.set_script(
        "const { a: { b }, ...others } = { a: { b: 1 }, c: 2 }\nconst f = ({ x: [y], ...z }) => z",
    )
    .await?;
    assert_eq!(page.run().await?, "ok");
    let output = page.output().await?;
    let texts: Vec<&str> = output.iter().map(|line| line.text.as_str()).collect();
    ensure!(
        texts[0].starts_with("'others' wrongly includes 'a'")
            && texts[1].starts_with("'z' wrongly includes 'x'"),
        "{texts:#?}"
    );
    let marked =
        || async { Ok::<Vec<String>, anyhow::Error>(browser.driver().execute(WARNED, []).await?.convert()?) };
    assert_eq!(marked().await?, ["others", "z"]);

    // Where it threw is marked besides, and the next run begins without marks.
    page.set_script("const { a: { b }, ...others } = { a: { b: 1 }, c: 2 }\nmissing()")
        .await?;
    assert_eq!(page.run().await?, "threw");
    assert_eq!(marked().await?, ["others"]);
    page.set_script("1").await?;
    assert_eq!(page.run().await?, "ok");
    assert_eq!(marked().await?, Vec::<String>::new());
    browser.expect_no_complaints().await?;
    browser.quit().await
}
