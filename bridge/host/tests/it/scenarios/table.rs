//! The rows, by subject, and what several of them share.

mod calls;
mod elsewhere;
mod ends;
mod files;
mod handshake;
mod manifests;
mod output;
mod sizes;
mod start;
mod supervision;
pub(crate) mod surroundings;
mod values;

use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::Duration;

use bridge_host::Host;
use bridge_host::config::{Directories, HostConfig};

pub(crate) use calls::rows as calls;
pub(crate) use ends::rows as ends;
pub(crate) use files::rows as files;
pub(crate) use handshake::rows as handshake;
pub(crate) use manifests::rows as manifests;
pub(crate) use output::{floods, rows as output};
pub(crate) use sizes::rows as sizes;
pub(crate) use start::rows as start;
pub(crate) use supervision::rows as supervision;
pub(crate) use values::rows as values;

use super::row::Row;
use super::scene::Scene;
use crate::support::{Plugins, workspace_binary};

/// Every row, in the order of the scenarios' numbers.
pub(crate) fn all() -> Vec<Row> {
    let groups = [
        handshake(),
        start(),
        manifests(),
        calls(),
        sizes(),
        values(),
        ends(),
        output(),
        floods(),
        files(),
        supervision(),
        surroundings::rows(),
        elsewhere::rows(),
    ];
    let mut rows: Vec<Row> = groups.into_iter().flatten().collect();
    rows.sort_by_key(|row| row.number);
    rows
}

/// For rows whose subject is the start's time-out. Long enough for the good plugin on a busy machine.
fn short_start(config: &mut HostConfig) {
    config.limits.start_timeout = Duration::from_secs(2);
}

fn short_call(config: &mut HostConfig) {
    config.limits.call_timeout = Duration::from_secs(1);
}

fn long_call(config: &mut HostConfig) {
    config.limits.call_timeout = Duration::from_secs(45);
}

fn thousand_calls(config: &mut HostConfig) {
    config.limits.calls_per_plugin = 1000;
    config.limits.call_timeout = Duration::from_secs(20);
}

fn link_misbehaving(folder: &Path, how: &str) {
    let program = workspace_binary("goja-plugin-misbehaving");
    symlink(program, folder.join(format!("goja-plugin-{how}"))).unwrap();
}

/// Another host on the scene's folder, for what ends a host or needs other settings.
fn second_host(scene: &Scene, settings: fn(&mut HostConfig)) -> Host {
    let mut config = HostConfig {
        directories: Directories::Explicit(vec![scene.folder.clone()]),
        ..Plugins::none().config()
    };
    settings(&mut config);
    Host::new(&config).unwrap()
}
