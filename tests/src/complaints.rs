//! What a browser complains about: script errors, failed requests, refused code, and violations of a page's content
//! security policy. Pages that work lead to none.

use anyhow::{Context as _, Result};
use serde_json::json;
use thirtyfour::WebDriver;

/// Runs before any script of a page.
const COUNT_VIOLATIONS: &str = "window.contentSecurityPolicyViolations = 0; \
    addEventListener('securitypolicyviolation', () => window.contentSecurityPolicyViolations += 1);";

/// Makes the pages that the current tab opens from now on count their violations.
pub(crate) async fn count_violations(driver: &WebDriver) -> Result<()> {
    let count = json!({ "source": COUNT_VIOLATIONS });
    let counting = driver
        .cdp()
        .send_raw("Page.addScriptToEvaluateOnNewDocument", count)
        .await;
    counting.map(drop).context("count policy violations")
}

/// Returns how often the current page violated its policy.
pub(crate) async fn violations(driver: &WebDriver) -> Result<u64> {
    let count = "return window.contentSecurityPolicyViolations";
    let violations = driver.execute(count, Vec::new()).await?;
    violations
        .json()
        .as_u64()
        .context("the page does not count policy violations")
}

/// Returns the errors in the browser's log since the last call.
pub(crate) async fn logged_errors(driver: &WebDriver) -> Result<Vec<String>> {
    let log = driver.browser_log().await.context("read the browser's log")?;
    let severe = log.into_iter().filter(|entry| entry.level == "SEVERE");
    Ok(severe.map(|entry| entry.message).collect())
}
