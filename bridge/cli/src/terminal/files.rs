//! [`Files`]: what `import` and `require` find beside a script, as in Node: `./`, `../` and `/` lead to files.

use std::fs;
use std::path::{Component, Path, PathBuf};

use web_runtime::Documents;

use crate::source::without_mark;

/// The files of this machine, by paths as scripts write them.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// The folder of the script, for whoever asks without being a file.
    folder: PathBuf,
}

impl Files {
    /// Relative to the folder of the script, or to the present one if the script is no file.
    pub(crate) fn beside(script: Option<&str>) -> Self {
        Self {
            folder: script.map(folder_of).unwrap_or_default(),
        }
    }
}

impl Documents for Files {
    fn resolve(&self, specifier: &str, referrer: Option<&str>) -> Result<String, String> {
        if !["./", "../", "/"]
            .iter()
            .any(|start| specifier.starts_with(start))
        {
            return Err(format!(
                "Cannot find module '{specifier}': files begin with './', '../' or '/', and modules of plugins with \
                 'plugin:'"
            ));
        }
        let folder = referrer.map_or_else(|| self.folder.clone(), folder_of);
        Ok(normal(&folder.join(specifier)).display().to_string())
    }

    fn read(&self, name: &str) -> Result<String, String> {
        fs::read_to_string(name)
            .map(without_mark)
            .map_err(|error| error.to_string())
    }
}

fn folder_of(file: &str) -> PathBuf {
    Path::new(file).parent().map(Path::to_owned).unwrap_or_default()
}

/// The path without steps that lead back.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match (part, normal.components().next_back()) {
            (Component::CurDir, _) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => drop(normal.pop()),
            (Component::ParentDir, Some(Component::RootDir)) => {}
            (part, _) => normal.push(part),
        }
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_relative_to_the_file_that_asks_and_read_as_people_would_write_them() {
        let files = Files::beside(Some("scripts/main.js"));
        for (specifier, referrer, expected) in [
            ("./a.js", None, "scripts/a.js"),
            ("../a.js", None, "a.js"),
            ("../../a.js", Some("scripts/main.js"), "../a.js"),
            ("./x/../a.js", Some("/lib/b.js"), "/lib/a.js"),
            ("/../a.js", None, "/a.js"),
        ] {
            assert_eq!(
                files.resolve(specifier, referrer).as_deref(),
                Ok(expected),
                "{specifier}"
            );
        }
        assert!(files.resolve("lodash", None).is_err());
        assert_eq!(
            Files::default().resolve("./a.js", Some("<stdin>")).as_deref(),
            Ok("a.js")
        );
    }
}
