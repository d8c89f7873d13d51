//! What the name of a program says: which behaviour it has, and which module it offers.

use std::env;
use std::path::Path;

/// Begins the file name of every plugin.
pub(crate) const PREFIX: &str = "goja-plugin-";

/// Stands between the name of a behaviour and a word that becomes part of the module's name, for folders that
/// hold several plugins: `goja-plugin-works--two` is `plugin:misbehaving:two`.
const SEPARATOR: &str = "--";

/// The module's name, unless the behaviour says otherwise.
pub(crate) fn module_name() -> String {
    let program = env::args_os().next().unwrap_or_default();
    match split(Path::new(&program)) {
        Some((_, Some(word))) => format!("plugin:misbehaving:{word}"),
        _ => "plugin:misbehaving".to_owned(),
    }
}

/// The name of the behaviour, and the word after it.
pub(crate) fn split(program: &Path) -> Option<(&str, Option<&str>)> {
    let name = program.file_name()?.to_str()?.strip_prefix(PREFIX)?;
    Some(
        name.split_once(SEPARATOR)
            .map_or((name, None), |(name, word)| (name, Some(word))),
    )
}
