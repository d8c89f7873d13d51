//! How many files and processes this user may have: a session takes a handful for each plugin.

use rustix::process::{Resource, getrlimit};

use super::finding::Finding;

/// Enough for the most sessions that are let in, each with a handful of plugins.
const ENOUGH_FILES: u64 = 1024;

/// Too little for one session with a handful of plugins.
const TOO_FEW_FILES: u64 = 128;

/// Every plugin has several threads, which count as well.
const ENOUGH_PROCESSES: u64 = 512;

pub(super) fn examine() -> Vec<Finding> {
    vec![
        files(getrlimit(Resource::Nofile).current),
        processes(getrlimit(Resource::Nproc).current),
    ]
}

fn files(limit: Option<u64>) -> Finding {
    const NAME: &str = "open files";
    match limit {
        Some(limit) if limit < TOO_FEW_FILES => Finding::bad(
            NAME,
            format!("only {limit}, too few for one session"),
            "ulimit -n 4096",
        ),
        Some(limit) if limit < ENOUGH_FILES => Finding::warn(
            NAME,
            format!("{limit}, enough for a few sessions"),
            "ulimit -n 4096",
        ),
        Some(limit) => Finding::ok(NAME, limit.to_string()),
        None => Finding::ok(NAME, "no limit"),
    }
}

fn processes(limit: Option<u64>) -> Finding {
    const NAME: &str = "processes of user";
    match limit {
        Some(limit) if limit < ENOUGH_PROCESSES => Finding::warn(
            NAME,
            format!("{limit}, with threads and all other programs of this user counted in"),
            "ulimit -u 4096",
        ),
        Some(limit) => Finding::ok(NAME, limit.to_string()),
        None => Finding::ok(NAME, "no limit"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::finding::State;
    use super::*;

    #[test]
    fn a_limit_that_sessions_will_hit_is_told() {
        let states = [Some(64), Some(256), Some(1024), None].map(|limit| files(limit).state);
        assert_eq!(states, [State::Bad, State::Warn, State::Ok, State::Ok]);
        assert_eq!(processes(Some(100)).state, State::Warn);
    }
}
