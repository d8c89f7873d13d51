//! The files of a new plugin, with its name and the SDK's path put in.

use anyhow::{Context as _, Result};

use crate::plugin_name::PluginName;

const FILES: [(&str, &str); 4] = [
    (
        "Cargo.toml",
        include_str!("../../../templates/plugin/manifest.toml"),
    ),
    ("README.md", include_str!("../../../templates/plugin/README.md")),
    ("src/main.rs", include_str!("../../../templates/plugin/main.rs")),
    (".gitignore", include_str!("../../../templates/plugin/gitignore")),
];

/// One file of the crate.
#[derive(Debug)]
pub(super) struct NewFile {
    /// Relative to the crate's folder.
    pub(super) path: &'static str,
    pub(super) text: String,
}

/// All files of the crate.
pub(super) fn render(name: &PluginName, sdk: &str) -> Result<Vec<NewFile>> {
    // What JSON takes for a string is one in TOML too.
    let sdk = serde_json::to_string(sdk).context("quote the SDK's path")?;
    let variable = variable(name);
    let values = [
        ("{{name}}", name.as_str()),
        ("{{variable}}", &variable),
        ("{{sdk}}", &sdk),
    ];
    let files = FILES.map(|(path, template)| NewFile {
        path,
        text: values.iter().fold(template.to_owned(), |text, (place, value)| {
            text.replace(place, value)
        }),
    });
    Ok(files.into())
}

/// What scripts call the module: `word-count` becomes `wordCount`.
fn variable(name: &PluginName) -> String {
    let mut words = name.as_str().split('-');
    let mut variable = words.next().unwrap_or_default().to_owned();
    for word in words {
        let (first, rest) = word.split_at(1);
        variable.push_str(&first.to_ascii_uppercase());
        variable.push_str(rest);
    }
    variable
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_to_fill_in() {
        let name: PluginName = "word-count".parse().unwrap();
        for file in render(&name, "/a \"b\"/sdk").unwrap() {
            assert!(!file.text.contains("{{"), "{}", file.text);
            if file.path == "Cargo.toml" {
                assert!(file.text.contains(r#"path = "/a \"b\"/sdk""#), "{}", file.text);
            }
        }
        assert_eq!(variable(&name), "wordCount");
    }
}
