//! `cargo xtask screenshot`: the README's picture, taken of the real thing. The crate `tests` drives the browser.

use anyhow::Result;

use crate::process;
use crate::step::step;
use crate::test::environment;
use crate::workspace::Workspace;

/// Builds what people get and photographs the page after the quick start.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let environment = environment::for_people(workspace)?;
    let picture = workspace.root().join("docs/quick-start.png");
    step(format_args!("picture in {}", picture.display()), || {
        let program = [
            "run",
            "--quiet",
            "--package",
            "tests",
            "--bin",
            "screenshot",
            "--",
        ];
        process::run(workspace.cargo().args(program).arg(&picture).envs(environment))
    })
}
