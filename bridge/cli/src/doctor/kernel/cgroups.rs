//! Limits on memory and processes. Pontoon sets none itself; whoever starts it can.

use std::fs;
use std::path::{Path, PathBuf};

use rustix::fs::{Access, access};
use rustix::process::getuid;

use crate::doctor::finding::Finding;

/// What there is of control groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cgroups {
    /// None that can limit memory in one place: version 1, a mixture, or nothing.
    Old,
    /// Version 2; `delegated` when this user may make groups below its own.
    Unified { delegated: bool },
}

pub(super) fn examine() -> Finding {
    let systemd = Path::new("/run/systemd/system").is_dir();
    judge(look(), systemd, getuid().is_root())
}

fn judge(cgroups: Cgroups, systemd: bool, is_root: bool) -> Finding {
    let user = if is_root { "" } else { "--user " };
    let (which, fix) = match cgroups {
        Cgroups::Unified { delegated } if systemd => (
            if delegated {
                "cgroup v2, delegated"
            } else {
                "cgroup v2, not delegated"
            },
            format!("systemd-run {user}--scope -p MemoryMax=4G -p TasksMax=512 pontoon serve"),
        ),
        Cgroups::Unified { delegated: true } => (
            "cgroup v2, delegated",
            "start pontoon in a group with memory.max and pids.max set".to_owned(),
        ),
        Cgroups::Unified { delegated: false } => (
            "cgroup v2, not delegated",
            "start pontoon in a container with limits".to_owned(),
        ),
        Cgroups::Old => (
            "no cgroup v2 here",
            "start pontoon in a container with limits".to_owned(),
        ),
    };
    Finding::warn(
        "memory, CPU, count",
        format!("plugins can use any amount of memory and CPU ({which})"),
        fix,
    )
}

fn look() -> Cgroups {
    let own_group = fs::read_to_string("/proc/self/cgroup").unwrap_or_default();
    let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    let Some(folder) = unified_folder(&own_group, &mounts) else {
        return Cgroups::Old;
    };
    let controllers = fs::read_to_string(folder.join("cgroup.controllers")).unwrap_or_default();
    if !controllers.split_whitespace().any(|name| name == "memory") {
        return Cgroups::Old;
    }
    let may = |name| access(folder.join(name), Access::WRITE_OK).is_ok();
    Cgroups::Unified {
        delegated: may("cgroup.procs") && may("cgroup.subtree_control"),
    }
}

/// The folder of this process's own group in the version 2 tree, where that is mounted.
fn unified_folder(own_group: &str, mounts: &str) -> Option<PathBuf> {
    let group = own_group.lines().find_map(|line| line.strip_prefix("0::/"))?;
    let mount = mounts.lines().find_map(|line| {
        let (place, file_system) = line.split_once(" - ")?;
        let is_unified = file_system.starts_with("cgroup2 ");
        is_unified.then(|| place.split(' ').nth(4)).flatten()
    })?;
    Some(Path::new(mount).join(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_group_is_found_below_the_mount_of_version_2() {
        let mounts = "24 1 0:22 / /proc rw - proc proc rw\n30 24 0:26 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw\n";
        assert_eq!(
            unified_folder("0::/user.slice/user-1000.slice\n", mounts),
            Some(PathBuf::from("/sys/fs/cgroup/user.slice/user-1000.slice"))
        );
        assert_eq!(unified_folder("4:memory:/x\n", mounts), None);
        assert_eq!(
            unified_folder(
                "0::/\n",
                "30 24 0:26 / /sys/fs/cgroup rw - cgroup cgroup rw,memory\n"
            ),
            None
        );
    }

    #[test]
    fn no_limit_is_ever_claimed() {
        for cgroups in [
            Cgroups::Old,
            Cgroups::Unified { delegated: true },
            Cgroups::Unified { delegated: false },
        ] {
            for systemd in [true, false] {
                assert!(
                    judge(cgroups, systemd, false)
                        .meaning
                        .starts_with("plugins can use any amount")
                );
            }
        }
    }
}
