//! What is believed of a file that another run wrote.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;

use super::super::discover::{self, FoundKind};
use super::*;
use crate::config::{Directories, EnvironmentPolicy, PluginTls};

fn records(folder: &Path) -> Records {
    Records {
        file: folder.join("cache/manifests"),
        asked: format!("{:?} {:?}", EnvironmentPolicy::Clean, PluginTls::Off),
    }
}

fn key(folder: &Path) -> (PathBuf, FileMark) {
    let plugin = folder.join("goja-plugin-x");
    fs::write(&plugin, "").unwrap();
    fs::set_permissions(&plugin, Permissions::from_mode(0o700)).unwrap();
    let found = discover::scan(&Directories::Explicit(vec![folder.to_owned()])).found;
    match found.first().map(|found| &found.kind) {
        Some(FoundKind::Executable(mark)) => (plugin, *mark),
        other => panic!("{other:?}"),
    }
}

fn learnt() -> Learnt {
    Learnt {
        digest: [7; 32],
        manifest: ModuleManifest {
            module_name: "plugin:x".to_owned(),
            ..ModuleManifest::default()
        },
    }
}

#[test]
fn what_was_added_is_known_to_the_next_run_that_asks_in_the_same_way() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mark) = key(folder.path());
    records(folder.path()).add(vec![((path.clone(), mark), learnt())]);

    let same = records(folder.path()).read();
    assert_eq!(same.get(&(path, mark.to_string())), Some(&learnt()));
    let other = Records {
        asked: "Inherit Off".to_owned(),
        ..records(folder.path())
    };
    assert!(other.read().is_empty());
}

#[test]
fn only_a_file_that_this_user_alone_can_have_written_is_believed() {
    let folder = tempfile::tempdir().unwrap();
    let records = records(folder.path());
    type Spoil = fn(&Path);
    let spoil: [(&str, Spoil); 4] = [
        ("read by others", |file| {
            fs::set_permissions(file, Permissions::from_mode(0o644)).unwrap();
        }),
        ("in a folder that others write to", |file| {
            fs::set_permissions(file.parent().unwrap(), Permissions::from_mode(0o777)).unwrap();
        }),
        ("a link", |file| {
            let elsewhere = file.with_extension("moved");
            fs::rename(file, &elsewhere).unwrap();
            std::os::unix::fs::symlink(elsewhere, file).unwrap();
        }),
        ("no records", |file| fs::write(file, "\x08\x63 nonsense").unwrap()),
    ];
    for (how, spoil) in spoil {
        let key = key(folder.path());
        records.add(vec![(key, learnt())]);
        assert_eq!(records.read().len(), 1, "before: {how}");
        spoil(&records.file);
        assert!(records.read().is_empty(), "{how}");
        fs::remove_dir_all(records.file.parent().unwrap()).unwrap();
    }
}

#[test]
fn files_that_are_gone_are_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let records = records(folder.path());
    let (path, mark) = key(folder.path());
    records.add(vec![((path.clone(), mark), learnt())]);
    fs::remove_file(path).unwrap();
    records.add(Vec::new());
    assert!(records.read().is_empty());
}
