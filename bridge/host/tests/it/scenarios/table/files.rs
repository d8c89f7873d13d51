//! What lies in plugin folders, and what the machine refuses: scenarios 54 to 61, and 65.

use std::fs::{self, File, OpenOptions, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::time::Duration;

use rustix::fs::{CWD, FileType, Mode, mknodat};

use super::super::row::{Row, row};
use super::super::run::write_script;
use super::super::scene::Scene;
use super::link_misbehaving;
use crate::support::workspace_binary;

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = kinds();
    rows.extend(safety());
    rows.extend(machine());
    rows
}

fn kinds() -> Vec<Row> {
    vec![
        row(54, "a file that is not executable")
            .prepared(|folder| file(folder, b"#!/bin/sh\n", 0o644))
            .genuine("no plugin is loaded")
            .opens(r#"skipped: plugin candidate "DIR/goja-plugin-file" is not executable"#),
        row(54, "a directory")
            .prepared(|folder| {
                fs::create_dir(folder.join("goja-plugin-directory")).unwrap();
                Vec::new()
            })
            .genuine("no plugin is loaded")
            .opens(r#"skipped: plugin candidate "DIR/goja-plugin-directory" is not a regular file but a directory"#),
        row(54, "a FIFO")
            .prepared(|folder| {
                let path = folder.join("goja-plugin-fifo");
                mknodat(CWD, path, FileType::Fifo, Mode::RWXU, 0).unwrap();
                Vec::new()
            })
            .genuine("no plugin is loaded")
            .opens(r#"skipped: plugin candidate "DIR/goja-plugin-fifo" is not a regular file but a FIFO"#),
        row(54, "a device")
            .prepared(|folder| link(folder, "/dev/zero"))
            .genuine("no plugin is loaded")
            .opens(r#"skipped: plugin candidate "DIR/goja-plugin-link" is not a regular file but a device"#),
        row(54, "a link to nowhere")
            .prepared(|folder| link(folder, "nowhere"))
            .genuine("no plugin is loaded")
            .opens(r#"skipped: stat plugin candidate "DIR/goja-plugin-link": No such file or directory (os error 2)"#),
        row(54, "a program for another processor")
            .prepared(|folder| file(folder, &foreign_program(), 0o755))
            .genuine("`exec format error`")
            .opens(r#"refused: plugin "DIR/goja-plugin-file" is built for s390x; this machine is *"#),
        row(54, "a file that is no program")
            .prepared(|folder| file(folder, b"\x01\x02\x03", 0o755))
            .genuine("`exec format error`")
            .opens(r#"refused: plugin "DIR/goja-plugin-file" is no program: neither an executable of this system nor a script that begins with `#!` and an interpreter"#),
        row(54, "a script whose interpreter does not exist")
            .prepared(|folder| file(folder, b"#!/nowhere/python9\n", 0o755))
            .genuine("`no such file or directory`, which the plugin's file is not")
            .opens("refused: run the file: its interpreter or its dynamic loader does not exist on this machine"),
        row(54, "a script that becomes a plugin")
            .prepared(|folder| {
                wrapper(folder, "goja-plugin-script", "works");
                Vec::new()
            })
            .calls("call", "", "true; then the same process answers"),
    ]
}

fn safety() -> Vec<Row> {
    vec![
        row(55, "a link to a plugin elsewhere: followed, and the real file and its folders checked")
            .misbehaving("works")
            .opens("loaded: plugin:misbehaving"),
        row(55, "a link to a file that everybody can write to")
            .prepared(|folder| {
                let real = folder.join("real");
                fs::create_dir(&real).unwrap();
                file(&real, b"#!/bin/sh\n", 0o757);
                link(folder, "real/goja-plugin-file")
            })
            .genuine("run")
            .opens(r#"refused: plugin "DIR/goja-plugin-link" is not safe to run: "DIR/real/goja-plugin-file" is writable by everybody (mode 0757)"#),
        row(56, "a file that everybody can write to")
            .prepared(|folder| file(folder, b"#!/bin/sh\n", 0o777))
            .genuine("run")
            .opens(r#"refused: plugin "DIR/goja-plugin-file" is not safe to run: "DIR/goja-plugin-file" is writable by everybody (mode 0777)"#),
        row(56, "a program with a set-user-id bit")
            .prepared(|folder| file(folder, b"#!/bin/sh\n", 0o4755))
            .genuine("run")
            .opens(r#"refused: plugin "DIR/goja-plugin-file" is not safe to run: it is set-user-id or set-group-id (mode 4755)"#),
        row(56, "a folder that everybody can write to; a foreign owner; a sticky folder")
            .genuine("run")
            .elsewhere(
                "bridge/host/src/catalog/permissions.rs",
                "what_others_can_write_is_named_with_the_command_that_fixes_it",
                "refused with the command that fixes it; a sticky folder is accepted",
            ),
        row(57, "the file is replaced or overwritten between hash and exec")
            .genuine("nothing is hashed unless the host's author asks for it, and then the path is run again")
            .elsewhere(
                "bridge/host/src/plugin/executable/tests.rs",
                "what_runs_is_what_was_hashed_whoever_changes_the_file_meanwhile",
                "what runs is what was hashed, from a sealed copy",
            ),
        row(58, "a checksum that does not match, in a locked mode")
            .not_here("there is no locked mode: what may run is decided by folders, permissions and the allowlist of modules"),
        row(59, "a malformed lock file").not_here("there is no lock file"),
        row(60, "a program that somebody still has open for writing")
            .prepared(|folder| {
                let path = folder.join("goja-plugin-works");
                fs::copy(workspace_binary("goja-plugin-misbehaving"), &path).unwrap();
                fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
                vec![OpenOptions::new().append(true).open(path).unwrap()]
            })
            .genuine("`text file busy`")
            .opens("loaded: plugin:misbehaving"),
    ]
}

fn machine() -> Vec<Row> {
    vec![
        row(61, "the private folder cannot be made").elsewhere(
            "bridge/host/tests/it/scenarios.rs",
            "the_private_folder_cannot_be_made",
            "an error that names the folder, before anything starts",
        ),
        row(61, "no descriptors are left (RLIMIT_NOFILE)").elsewhere(
            "bridge/host/tests/it/scenarios.rs",
            "without_descriptors_the_plugin_is_refused_and_later_it_works",
            "the plugin is refused with `Too many open files`, and works once there are some",
        ),
        row(61, "1,000 starts and stops").elsewhere(
            "tests/it/endurance.rs",
            "a_thousand_starts_and_stops_leave_nothing_behind",
            "no descriptor, thread, process or memory more than before",
        ),
        row(61, "a file system that is mounted noexec")
            .not_here("it does not matter on Linux: what runs is a sealed copy in memory"),
        row(
            65,
            "50 plugins, of which one never starts; four are probed at once",
        )
        .prepared(fifty)
        .set(|config| config.limits.start_timeout = Duration::from_secs(4))
        .genuine("one after the other, and none is loaded")
        .within(Duration::from_secs(30))
        .plays(|scene| Box::pin(counts(scene)), "49 loaded, 1 refused"),
    ]
}

fn file(folder: &Path, content: &[u8], mode: u32) -> Vec<File> {
    let path = folder.join("goja-plugin-file");
    fs::write(&path, content).unwrap();
    fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
    Vec::new()
}

fn link(folder: &Path, target: &str) -> Vec<File> {
    symlink(target, folder.join("goja-plugin-link")).unwrap();
    Vec::new()
}

/// The head of an ELF program for s390x.
fn foreign_program() -> Vec<u8> {
    let mut head = b"\x7fELF\x02\x02\x01".to_vec();
    head.resize(18, 0);
    head.extend_from_slice(&[0, 0x16]);
    head.resize(64, 0);
    head
}

/// A script that runs the misbehaving plugin: fifty copies of the program itself would fill the memory.
fn wrapper(folder: &Path, name: &str, how: &str) {
    let real = folder.join("real");
    fs::create_dir_all(&real).unwrap();
    link_misbehaving(&real, how);
    let program = real.join(format!("goja-plugin-{how}"));
    write_script(&folder.join(name), &format!("exec {}", program.display()));
}

fn fifty(folder: &Path) -> Vec<File> {
    for number in 1..50 {
        wrapper(
            folder,
            &format!("goja-plugin-{number}"),
            &format!("works--{number}"),
        );
    }
    wrapper(folder, "goja-plugin-0", "never-speaks");
    Vec::new()
}

async fn counts(scene: Scene) -> String {
    let loaded = scene.session.modules.len() - 1;
    format!(
        "{loaded} loaded, {} refused",
        scene.session.report.refused().count()
    )
}
