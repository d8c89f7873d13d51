//! `pontoon plugin new NAME`: writes a plugin's crate and says what to do with it. The sources stand in
//! `templates/plugin`; a test builds what comes out.

mod folder;
mod sdk;
mod steps;
mod template;

use std::path::Path;

use anyhow::Result;

use crate::args::NewArgs;
use crate::output::say;

/// Writes the crate, or nothing.
pub(super) fn run(args: &NewArgs) -> Result<()> {
    let path = args.dir.as_deref().unwrap_or(Path::new(args.name.as_str()));
    let sdk = sdk::find(args.sdk.as_deref(), path)?;
    let mut folder = folder::NewFolder::create(path)?;
    for file in template::render(&args.name, &sdk)? {
        folder.write(file.path, &file.text)?;
    }
    folder.keep();
    say(&steps::text(&args.name, path))
}
