//! What runs is what was hashed.

use std::collections::HashSet;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use rustix::io::{FdFlags, fcntl_setfd};

use super::*;

#[test]
fn the_copy_is_what_was_read_and_nobody_can_change_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("goja-plugin-x");
    fs::write(&path, "#!/bin/sh\necho one\n").unwrap();
    let executable = Executable::load(&path, folder.path()).unwrap();
    fs::write(&path, "#!/bin/sh\necho two\n").unwrap();

    let Image::Sealed(image) = &*executable.image else {
        panic!("no sealed image on this system")
    };
    let through_proc = format!("/proc/self/fd/{}", image.as_raw_fd());
    assert_eq!(
        fs::read_to_string(&through_proc).unwrap(),
        "#!/bin/sh\necho one\n"
    );
    assert!(
        fs::OpenOptions::new()
            .write(true)
            .open(&through_proc)
            .and_then(|mut file| file.write_all(b"x"))
            .is_err()
    );
    assert_eq!(
        executable.sha256().unwrap(),
        <[u8; 32]>::from(Sha256::digest("#!/bin/sh\necho one\n"))
    );
    assert!(executable.inherited().is_some());
    assert_ne!(
        executable.digest(),
        Executable::load(&path, folder.path()).unwrap().digest()
    );
}

/// Someone replaces the file by rename, and overwrites it in place, as fast as possible, while it is taken in
/// and run: what runs are the bytes that were hashed, a thousand times.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the host's own command needs a runtime; this is about the bytes"
)]
fn what_runs_is_what_was_hashed_whoever_changes_the_file_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("goja-plugin-x");
    let scripts = ["#!/bin/sh\necho good\n", "#!/bin/sh\necho evil\n"];
    fs::write(&path, scripts[0]).unwrap();
    let done = AtomicBool::new(false);
    let mut seen = HashSet::new();
    thread::scope(|scope| {
        scope.spawn(|| {
            let other = folder.path().join("other");
            for round in 0.. {
                if done.load(Ordering::Relaxed) {
                    break;
                }
                let script = scripts[round / 2 % 2];
                if round % 2 == 0 {
                    fs::write(&other, script).unwrap();
                    fs::rename(&other, &path).unwrap();
                } else {
                    fs::OpenOptions::new()
                        .write(true)
                        .open(&path)
                        .unwrap()
                        .write_all(script.as_bytes())
                        .unwrap();
                }
            }
        });
        for _ in 0..1000 {
            let executable = Executable::load(&path, folder.path()).unwrap();
            fcntl_setfd(executable.inherited().unwrap(), FdFlags::empty()).unwrap();
            let output = Command::new(executable.image_path()).output().unwrap();
            let printed = String::from_utf8(output.stdout).unwrap();
            let script = format!("#!/bin/sh\necho {printed}");
            assert_eq!(
                executable.digest(),
                *blake3::hash(script.as_bytes()).as_bytes(),
                "{printed}"
            );
            seen.insert(printed);
        }
        done.store(true, Ordering::Relaxed);
    });
    assert_eq!(seen.len(), 2, "the file never changed: {seen:?}");
}
