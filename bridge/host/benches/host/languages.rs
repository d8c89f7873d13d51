//! What a plugin costs by itself: the greeter in Rust beside the greeter in Go, each spoken to by the bare client, in
//! turns, in one run.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::bare::BarePlugin;
use crate::memory::Memory;
use crate::table::{Sample, Table};

const STARTS: usize = 200;

/// From nothing to the manifest, and what the process occupies once it was read.
pub(crate) async fn compare(table: &mut Table, rust: &Path, go: &Path) {
    let (mut in_rust, mut in_go) = (Vec::new(), Vec::new());
    for round in 0..STARTS + STARTS / 10 {
        let (of_rust, of_go) = (Figures::of(rust).await, Figures::of(go).await);
        // The first tenth warms up.
        if round >= STARTS / 10 {
            in_rust.push(of_rust);
            in_go.push(of_go);
        }
    }
    let mut row = |row, unit, read: fn(&Figures) -> f64| {
        let [rust, go] = [&in_rust, &in_go].map(|all| Sample::of(all.iter().map(read)));
        table.beside(row, unit, &rust, &go);
    };
    row("spawn to manifest", "us", |one| one.start.as_secs_f64() * 1e6);
    row("memory at rest, VmRSS", "KiB", |one| one.rest.resident.into());
    row("memory at rest, RssAnon", "KiB", |one| one.rest.private.into());
}

/// One process.
struct Figures {
    start: Duration,
    rest: Memory,
}

impl Figures {
    async fn of(plugin: &Path) -> Self {
        let started = Instant::now();
        let plugin = BarePlugin::start(plugin).await;
        plugin.manifest().await;
        let start = started.elapsed();
        let rest = plugin.memory();
        plugin.stop().await;
        Self { start, rest }
    }
}
