//! What to do with a new plugin: three commands to copy.

use std::env;
use std::path::Path;

use crate::plugin_name::PluginName;

/// The default plugin folder, in a form that shells understand.
const PLUGINS: &str = "~/.go-go-goja/plugins";

/// The commands, with the paths of this machine.
pub(super) fn text(name: &PluginName, folder: &Path) -> String {
    let package = quoted(folder);
    let [manifest, readme] = ["Cargo.toml", "README.md"].map(|file| quoted(&folder.join(file)));
    let pontoon = program();
    format!(
        "Created {package}/. Next steps:\n\n  \
         cargo test --manifest-path {manifest}\n  \
         cargo install --locked --path {package} --root {PLUGINS}\n  \
         {pontoon} eval 'require(\"plugin:{name}\").greet(\"Ada\")'\n\n\
         To try it in the browser: {pontoon} serve --open\nMore: {readme}"
    )
}

/// This program as the user started it: by its name, or by its path.
fn program() -> String {
    let typed = env::args_os().next().unwrap_or_default();
    let typed = Path::new(&typed);
    if typed.components().count() == 1 {
        return quoted(typed);
    }
    env::current_exe().map_or_else(|_| quoted(typed), |path| quoted(&path))
}

/// For a shell: as it is, or in quotes if it has anything that a shell might take for its own.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+=@%:,".contains(c);
    if !text.is_empty() && !text.starts_with('-') && text.chars().all(is_plain) {
        return text;
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_can_be_copied_into_a_shell() {
        for (path, expected) in [
            ("weather", "weather"),
            ("/home/ada/my-plugins/weather", "/home/ada/my-plugins/weather"),
            ("my plugins", "'my plugins'"),
            ("~/it's", r"'~/it'\''s'"),
            ("$HOME", "'$HOME'"),
        ] {
            assert_eq!(quoted(Path::new(path)), expected);
        }
    }
}
