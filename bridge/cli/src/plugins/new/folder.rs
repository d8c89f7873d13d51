//! [`NewFolder`]: files that are all written, or all gone again. Nothing that was there is ever changed.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

/// A folder with what was put into it. Dropping it removes all of that, unless it is kept.
#[derive(Debug)]
pub(super) struct NewFolder {
    path: PathBuf,
    /// In the order of their making.
    made: Vec<Made>,
}

#[derive(Debug)]
enum Made {
    Folder(PathBuf),
    File(PathBuf),
}

impl NewFolder {
    /// Makes the folder, and those above it that are missing. An empty one may be there.
    pub(super) fn create(path: &Path) -> Result<Self> {
        let mut folder = Self {
            path: path.to_owned(),
            made: Vec::new(),
        };
        match fs::read_dir(path).map(|mut entries| entries.next().is_none()) {
            Ok(true) => {}
            Ok(false) => bail!("write to {path:?}: the folder is not empty; name another one with --dir"),
            Err(error) if error.kind() == ErrorKind::NotFound => folder.make_folders(path)?,
            Err(error) => return Err(error).with_context(|| format!("look into {path:?}")),
        }
        Ok(folder)
    }

    /// Writes a file, and the folders above it. `path` is relative to the folder.
    pub(super) fn write(&mut self, path: &str, text: &str) -> Result<()> {
        let path = self.path.join(path);
        if let Some(above) = path.parent() {
            self.make_folders(above)?;
        }
        let mut file = File::create_new(&path).with_context(|| format!("create {path:?}"))?;
        self.made.push(Made::File(path.clone()));
        file.write_all(text.as_bytes())
            .with_context(|| format!("write {path:?}"))
    }

    /// Leaves everything where it is.
    pub(super) fn keep(mut self) {
        self.made.clear();
    }

    fn make_folders(&mut self, path: &Path) -> Result<()> {
        let missing = path
            .ancestors()
            .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
        let missing: Vec<&Path> = missing.collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).with_context(|| format!("create the folder {folder:?}"))?;
            self.made.push(Made::Folder(folder.to_owned()));
        }
        Ok(())
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        for made in self.made.iter().rev() {
            // What is left, such as a folder that somebody else put a file into, is for its owner to judge.
            let _: io::Result<()> = match made {
                Made::Folder(path) => fs::remove_dir(path),
                Made::File(path) => fs::remove_file(path),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_stays() {
        let parent = tempfile::tempdir().unwrap();
        let path = parent.path().join("a/b");
        let mut folder = NewFolder::create(&path).unwrap();
        folder.write("src/main.rs", "fn main() {}").unwrap();
        folder.keep();
        assert_eq!(
            fs::read_to_string(path.join("src/main.rs")).unwrap(),
            "fn main() {}"
        );
    }

    #[test]
    fn what_is_not_kept_is_gone_with_the_folders_made_for_it() {
        let parent = tempfile::tempdir().unwrap();
        let mut folder = NewFolder::create(&parent.path().join("a/b")).unwrap();
        folder.write("one", "1").unwrap();
        let error = folder.write("one/two", "2").unwrap_err();
        assert!(error.to_string().contains("one"), "{error}");
        drop(folder);
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_that_holds_something_is_left_alone() {
        let parent = tempfile::tempdir().unwrap();
        fs::write(parent.path().join("thesis.md"), "").unwrap();
        let error = NewFolder::create(parent.path()).unwrap_err().to_string();
        assert!(error.contains("is not empty"), "{error}");
        let error = NewFolder::create(&parent.path().join("thesis.md")).unwrap_err();
        assert!(format!("{error:#}").contains("thesis.md"), "{error:#}");
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
    }

    #[test]
    fn an_empty_folder_is_filled_and_emptied() {
        let parent = tempfile::tempdir().unwrap();
        let mut folder = NewFolder::create(parent.path()).unwrap();
        folder.write("one", "1").unwrap();
        drop(folder);
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
    }
}
