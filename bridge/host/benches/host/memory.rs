//! What a process occupies, as Linux counts it.

use std::fs;

/// In KiB.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Memory {
    /// `VmRSS`: all pages that are present, also those of files that other processes share.
    pub(crate) resident: u32,
    /// `RssAnon`: the process's own pages, which no file could bring back.
    pub(crate) private: u32,
}

impl Memory {
    pub(crate) fn of(pid: u32) -> Self {
        let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
        Self {
            resident: kibibytes(&status, "VmRSS:"),
            private: kibibytes(&status, "RssAnon:"),
        }
    }
}

fn kibibytes(status: &str, name: &str) -> u32 {
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim().strip_suffix(" kB").unwrap().parse().unwrap()
}
