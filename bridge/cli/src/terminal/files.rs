//! [`Files`]: the files of this machine as documents, by paths as scripts write them.

use std::env;
use std::fs;
use std::path::{Component, Path};

use web_runtime::Documents;

use crate::source::without_mark;

/// The files of this machine.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// The folder of the script, for whoever asks without being a file.
    folder: String,
}

impl Files {
    /// Relative to the folder of the script, or to the present one if the script is no file.
    pub(crate) fn beside(script: Option<&str>) -> Self {
        let folder = script.and_then(|script| script.rsplit_once('/'));
        Self {
            folder: match folder {
                Some(("", _)) => "/".to_owned(),
                Some((folder, _)) => folder.to_owned(),
                None => String::new(),
            },
        }
    }
}

impl Documents for Files {
    fn folder(&self) -> String {
        self.folder.clone()
    }

    fn contains(&self, name: &str) -> bool {
        Path::new(name).is_file()
    }

    fn read(&self, name: &str) -> Result<String, String> {
        fs::read_to_string(name)
            .map(without_mark)
            .map_err(|error| error.to_string())
    }

    /// Up to the root, also from a folder that is relative to the present one.
    fn above(&self, folder: &str) -> Vec<String> {
        let present = env::current_dir().unwrap_or_default();
        let depth = present
            .join(folder)
            .components()
            .filter(|part| matches!(part, Component::Normal(_)))
            .count();
        let mut above = Vec::new();
        let mut rest = folder.to_owned();
        for _ in 0..depth {
            rest = match rest.rsplit_once('/') {
                _ if rest.is_empty() => "..".to_owned(),
                _ if rest == ".." || rest.ends_with("/..") => format!("{rest}/.."),
                Some(("", _)) => "/".to_owned(),
                Some((parent, _)) => parent.to_owned(),
                None => String::new(),
            };
            above.push(rest.clone());
        }
        above
    }

    fn full_name(&self, name: &str) -> String {
        env::current_dir().map_or_else(
            |_| name.to_owned(),
            |present| present.join(name).display().to_string(),
        )
    }

    fn alternatives(&self) -> String {
        "there is no such file".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_looked_for_up_to_the_root() {
        let files = Files::beside(Some("scripts/main.js"));
        assert_eq!(files.folder(), "scripts");
        let above = files.above("scripts/lib");
        assert_eq!(above[..4], ["scripts", "", "..", "../.."]);
        assert_eq!(files.above("/a/b"), ["/a", "/"]);
        assert_eq!(Files::beside(Some("/main.js")).folder(), "/");
        assert_eq!(Files::beside(Some("main.js")).folder(), "");
    }
}
