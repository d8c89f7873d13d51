//! `docs/plugins-in-go.md`: its plugin is the one that is built here.

use std::fs;

use anyhow::{Context as _, Result};
use tests::environment;

use super::{Guide, repository, run_in_the_page};

const PLUGIN: &str = "goja-plugin-adder";

fn guide() -> Result<Guide> {
    Guide::read("docs/plugins-in-go.md")
}

#[test]
fn the_plugin_on_the_page_is_the_one_that_is_built() -> Result<()> {
    let shown = guide()?
        .block("go")?
        .replace("example.com/adder/contract", "pontoon/tests/go/contract");
    let built = fs::read_to_string(repository("tests/go/cmd/goja-plugin-adder/main.go"))?;
    assert!(
        shown == built,
        "docs/plugins-in-go.md shows another plugin than tests/go/cmd/goja-plugin-adder/main.go"
    );
    Ok(())
}

#[tokio::test]
async fn installed_as_the_page_says_it_is_called_from_the_browser() -> Result<()> {
    let home = tempfile::tempdir()?;
    let folder = home.path().join(".go-go-goja/plugins/adder");
    fs::create_dir_all(&folder)?;
    fs::copy(environment::go_programs()?.join(PLUGIN), folder.join(PLUGIN)).context("install the plugin")?;
    let (ended, texts) = run_in_the_page(home, guide()?.block("js")?).await?;
    assert_eq!(ended, "threw");
    assert_eq!(texts[0], "3");
    assert_eq!(texts[1].trim_end(), "ho ho");
    assert!(
        texts[2].contains("PluginError: argument 0 must be a number"),
        "{texts:?}"
    );
    Ok(())
}
