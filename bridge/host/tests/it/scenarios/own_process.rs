//! Tests that need a process of their own: another environment, another limit, memory that nobody else uses.

use std::env;
use std::process::Command;

/// Set in the process that is one test's own.
const MARK: &str = "PONTOON_TEST_OF_ITS_OWN";

/// Whether this process is the test's own. If not, the test has just run in one, with these variables and what
/// `prepare`, a piece of shell, has set up; its failure is this one's.
pub(crate) fn is_own(test: &str, prepare: &str, variables: &[(&str, &str)]) -> bool {
    if env::var_os(MARK).is_some() {
        return true;
    }
    #[expect(
        clippy::disallowed_methods,
        reason = "this process is no plugin but the test itself"
    )]
    let output = Command::new("sh")
        .args(["-c", &format!("{prepare} exec \"$0\" --exact \"$1\" --nocapture")])
        .arg(env::current_exe().unwrap())
        .arg(test)
        .envs(variables.iter().copied())
        .env(MARK, "1")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && text.contains("1 passed"),
        "{text}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    false
}
