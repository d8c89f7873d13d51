//! `docs/plugins.md`: its ten minutes, followed to the letter, but for the optimised build.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Output;

use anyhow::{Context as _, Result, ensure};
use tests::{environment, os_process};
use tokio::process::Command;

use super::{Guide, repository, run_in_the_page};

#[tokio::test]
async fn ten_minutes_end_with_the_new_plugin_called_from_a_terminal_and_the_browser() -> Result<()> {
    let guide = Guide::read("docs/plugins.md")?;
    let home = tempfile::tempdir()?;
    let crate_folder = home.path().join("weather");

    let mut pontoon = os_process::command(&environment::pontoon()?);
    pontoon.args(["plugin", "new", "weather"]).current_dir(&home);
    succeed(pontoon).await?;
    let source = crate_folder.join("src/main.rs");
    let written = fs::read_to_string(&source)?;
    fs::write(&source, with_a_function_of_its_own(&written, &guide)?)?;
    // The versions that are here already.
    fs::copy(repository("Cargo.lock"), crate_folder.join("Cargo.lock"))?;

    let mut test = cargo()?;
    test.args(["test", "--manifest-path"])
        .arg(crate_folder.join("Cargo.toml"));
    let tested = succeed(test).await?;
    let tested = String::from_utf8_lossy(&tested.stdout).into_owned();
    assert!(tested.contains("water_freezes_at_zero ... ok"), "{tested}");

    let mut install = cargo()?;
    install
        .args(["install", "--debug", "--locked", "--path"])
        .arg(&crate_folder)
        .arg("--root")
        .arg(home.path().join(".go-go-goja/plugins"));
    succeed(install).await?;

    assert_eq!(in_a_terminal(home.path(), &guide).await?, "20\n");
    let (ended, texts) = run_in_the_page(home, guide.block("js")?).await?;
    assert_eq!(ended, "ok");
    assert_eq!(texts.last().map(|text| text.trim()), Some("20"), "{texts:?}");
    Ok(())
}

/// The crate's source with the page's three pieces where the page puts them.
fn with_a_function_of_its_own(source: &str, guide: &Guide) -> Result<String> {
    let mut fragments = guide.blocks("rust,ignore");
    let export = fragments.next().context("no export on the page")?;
    let test = fragments.next().context("no test on the page")?;
    let function = guide.block("rust")?;
    let (module, rest) = source.split_once("        .object(").context("no object")?;
    let (functions, tests) = rest.split_once("#[cfg(test)]").context("no tests")?;
    let tests = tests
        .trim_end()
        .strip_suffix('}')
        .context("the tests have no end")?;
    Ok(format!(
        "{module}{export}        .object({functions}{function}\n#[cfg(test)]{tests}\n{test}}}\n"
    ))
}

/// Cargo without a network, building into the folder that this test was built into.
fn cargo() -> Result<Command> {
    let program = env::current_exe()?;
    let target = program.ancestors().nth(3).context("find the target folder")?;
    let mut cargo = os_process::command(Path::new(&env::var_os("CARGO").unwrap_or("cargo".into())));
    cargo
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_NET_OFFLINE", "true")
        // As in this workspace, so that what was built for it serves here too.
        .env("CARGO_PROFILE_DEV_DEBUG", "line-tables-only");
    Ok(cargo)
}

/// What the page's call from a terminal prints.
async fn in_a_terminal(home: &Path, guide: &Guide) -> Result<String> {
    let mut lines = guide.blocks("sh").flat_map(str::lines);
    let call = lines.find_map(|line| line.strip_prefix("pontoon eval "));
    let call = call.context("no call in a terminal on the page")?;
    let mut shell = os_process::command(Path::new("/bin/sh"));
    shell
        .env("HOME", home)
        .args(["-c", &format!("\"$0\" eval {call}")])
        .arg(environment::pontoon()?);
    Ok(String::from_utf8(succeed(shell).await?.stdout)?)
}

async fn succeed(mut command: Command) -> Result<Output> {
    let output = command.output().await?;
    let errors = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{:?}: {errors}", command.as_std());
    Ok(output)
}
