//! What a plugin sees of where it was put; written on the SDK.

use std::env;
use std::fs;
use std::process::ExitCode;

use nix::unistd::{getpgrp, getpid};
use pontoon_sdk::{Result, Value};

use crate::in_a_call::serve;

pub(crate) fn tells() -> ExitCode {
    // Before the runtime opens descriptors of its own.
    let descriptors = descriptors();
    serve(move |_| -> Result<Value> {
        let mut names: Vec<String> = env::vars_os()
            .map(|(name, _)| name.to_string_lossy().into_owned())
            .collect();
        names.sort();
        let leads_group = getpgrp() == getpid();
        Ok(Value::from_iter([
            ("environment".to_owned(), Value::from(names.join(" "))),
            ("descriptors".to_owned(), Value::from(descriptors.join(" "))),
            ("leads its group".to_owned(), Value::from(leads_group)),
        ]))
    })
}

/// Each open descriptor with what it leads to, without the numbers of pipes, and without the folder's own.
fn descriptors() -> Vec<String> {
    let mut found: Vec<String> = fs::read_dir("/proc/self/fd")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let target = fs::read_link(entry.path()).ok()?;
            let target = target.to_string_lossy();
            let kind = target.split(':').next().unwrap_or_default();
            (!kind.ends_with("/fd")).then(|| format!("{}={kind}", entry.file_name().to_string_lossy()))
        })
        .collect();
    found.sort();
    found
}
