//! Where `pontoon-sdk` lies, as a new crate's manifest names it. The SDK is on no registry, so it is found by path: in
//! the checkout around the new crate, or in the one that this program was built from.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

/// The SDK's folder in a checkout.
const FOLDER: &str = "plugins/sdk";
/// The line of its manifest by which it is known.
const PACKAGE: &str = "name = \"pontoon-sdk\"";
/// The checkout that this program was built from, if it is still there.
const BUILT_FROM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The path to write into the manifest of a crate in `new_crate`: relative if one checkout holds both.
pub(super) fn find(named: Option<&Path>, new_crate: &Path) -> Result<String> {
    let found = match named {
        Some(folder) if is_sdk(folder) => real(folder)?,
        Some(folder) => bail!(
            "find the SDK in {folder:?}: there is no Cargo.toml of pontoon-sdk; \
             --sdk takes the folder {FOLDER} of a checkout of Pontoon"
        ),
        None => around(new_crate)?
            .or_else(built_from)
            .context(format!(
                "find the SDK: neither {new_crate:?} nor this program ({BUILT_FROM}) lies in a checkout of Pontoon; \
                 clone Pontoon and name its folder {FOLDER} with --sdk"
            ))?,
    };
    let path = found.to_str().map(str::to_owned);
    path.with_context(|| {
        format!("write {found:?} into a Cargo.toml: the path is no UTF-8; move the checkout")
    })
}

/// The way up from the crate, and down to the SDK.
fn around(new_crate: &Path) -> Result<Option<PathBuf>> {
    let crate_folder = future(new_crate)?;
    let checkouts = crate_folder.ancestors().enumerate().skip(1);
    let mut found = checkouts.filter(|(_, checkout)| is_sdk(&checkout.join(FOLDER)));
    Ok(found
        .next()
        .map(|(levels, _)| PathBuf::from("../".repeat(levels)).join(FOLDER)))
}

fn built_from() -> Option<PathBuf> {
    let sdk = Path::new(BUILT_FROM).join(FOLDER);
    is_sdk(&sdk).then(|| real(&sdk).ok()).flatten()
}

fn is_sdk(folder: &Path) -> bool {
    let manifest = fs::read_to_string(folder.join("Cargo.toml"));
    manifest.is_ok_and(|text| text.lines().any(|line| line == PACKAGE))
}

/// The real path of a folder that may not be there yet. Links are resolved, because `..` means the real parent.
fn future(folder: &Path) -> Result<PathBuf> {
    let absolute = std::path::absolute(folder).with_context(|| format!("resolve {folder:?}"))?;
    let present = absolute.ancestors().find(|ancestor| ancestor.exists());
    let present = present.unwrap_or(Path::new("/"));
    let missing = absolute.strip_prefix(present).unwrap_or(Path::new(""));
    Ok(real(present)?.join(missing))
}

fn real(folder: &Path) -> Result<PathBuf> {
    fs::canonicalize(folder).with_context(|| format!("resolve {folder:?}"))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    fn checkout() -> tempfile::TempDir {
        let checkout = tempfile::tempdir().unwrap();
        fs::create_dir_all(checkout.path().join(FOLDER)).unwrap();
        let manifest = format!("[package]\n{PACKAGE}\n");
        fs::write(checkout.path().join(FOLDER).join("Cargo.toml"), manifest).unwrap();
        checkout
    }

    #[test]
    fn in_a_checkout_the_path_is_relative() {
        let checkout = checkout();
        let inside = |path: &str| find(None, &checkout.path().join(path)).unwrap();
        assert_eq!(inside("weather"), "../plugins/sdk");
        assert_eq!(inside("plugins/weather"), "../../plugins/sdk");
        fs::create_dir_all(checkout.path().join("my/own")).unwrap();
        symlink(checkout.path().join("my/own"), checkout.path().join("link")).unwrap();
        assert_eq!(inside("link/weather"), "../../../plugins/sdk");
    }

    #[test]
    fn elsewhere_it_is_that_of_the_checkout_that_built_this_program() {
        let elsewhere = tempfile::tempdir().unwrap();
        let found = find(None, &elsewhere.path().join("weather")).unwrap();
        assert!(
            Path::new(&found).is_absolute() && is_sdk(Path::new(&found)),
            "{found}"
        );
    }

    #[test]
    fn a_named_folder_must_hold_the_sdk() {
        let checkout = checkout();
        let elsewhere = Path::new("/tmp/weather");
        let sdk = checkout.path().join(FOLDER);
        assert_eq!(
            find(Some(&sdk), elsewhere).unwrap(),
            real(&sdk).unwrap().to_str().unwrap()
        );
        let refused = find(Some(checkout.path()), elsewhere).unwrap_err().to_string();
        assert!(
            refused.contains("--sdk takes the folder plugins/sdk"),
            "{refused}"
        );
    }
}
