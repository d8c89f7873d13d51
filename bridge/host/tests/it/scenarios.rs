//! Every scenario of the conformance list that a host can meet, against real processes. The rows are data, in
//! `table/`; a group of them is a test, and `docs/conformance.md` is written from all.

mod events;
mod own_process;
mod page;
mod row;
mod run;
mod scene;
mod table;

use std::collections::BTreeSet;
use std::fs::File;

use bridge_host::Host;
use bridge_host::config::HostConfig;

use crate::support::{GREETER, ME, Plugins, call};
use own_process::is_own;
use run::{run, run_at_once};

#[tokio::test]
async fn handshake_lines() {
    run(table::handshake()).await;
}

#[tokio::test]
async fn starts() {
    run(table::start()).await;
}

#[tokio::test]
async fn manifests() {
    run(table::manifests()).await;
}

#[tokio::test]
async fn calls() {
    run(table::calls()).await;
}

#[tokio::test]
async fn sizes() {
    run(table::sizes()).await;
}

#[tokio::test]
async fn values() {
    run(table::values()).await;
}

#[tokio::test]
async fn ends() {
    run(table::ends()).await;
}

#[tokio::test]
async fn output() {
    run(table::output()).await;
}

#[tokio::test]
async fn floods() {
    if is_own("scenarios::floods", "", &[]) {
        run_at_once(table::floods(), 1).await;
    }
}

#[tokio::test]
async fn files() {
    run(table::files()).await;
}

#[tokio::test]
async fn supervision() {
    run(table::supervision()).await;
}

#[tokio::test]
async fn surroundings() {
    if is_own(
        "scenarios::surroundings",
        table::surroundings::FEWER,
        &table::surroundings::VARIABLES,
    ) {
        run(table::surroundings::rows()).await;
    }
}

#[tokio::test]
async fn the_private_folder_cannot_be_made() {
    let plugins = Plugins::none();
    let config = HostConfig {
        runtime_folder: plugins.path().join("missing"),
        ..plugins.config()
    };
    let error = Host::new(&config).unwrap_err();
    let text = bridge_host::chain(&error).replace(&plugins.path().display().to_string(), "DIR");
    assert!(
        text.starts_with(
            "prepare the plugin host's private folder in DIR/missing: No such file or directory"
        ),
        "{text}"
    );
}

#[tokio::test]
async fn without_descriptors_the_plugin_is_refused_and_later_it_works() {
    let own = "scenarios::without_descriptors_the_plugin_is_refused_and_later_it_works";
    if !is_own(own, "ulimit -n 64;", &[]) {
        return;
    }
    let plugins = Plugins::greeter();
    let host = plugins.host();
    host.discover().await;
    let session = host.open_session(ME).await.unwrap();
    let mut all: Vec<File> = Vec::new();
    while let Ok(file) = File::open("/dev/null") {
        all.push(file);
    }
    let error = call(&host, &session, GREETER, "greet", &["Ada"])
        .await
        .unwrap_err();
    assert!(
        error.to_text().contains("Too many open files"),
        "{}",
        error.to_text()
    );
    drop(all);
    assert!(call(&host, &session, GREETER, "greet", &["Ada"]).await.is_ok());
    host.shutdown().await;
}

#[test]
fn conformance_page() {
    let rows = table::all();
    let numbers: BTreeSet<u8> = rows.iter().map(|row| row.number).collect();
    // A CR LF line end, number 11, is in a row of number 6.
    let missing: Vec<u8> = (1..=75)
        .filter(|number| !numbers.contains(number) && *number != 11)
        .collect();
    assert!(missing.is_empty(), "no row for {missing:?}");
    page::check_proofs(&rows);
    page::check(&page::render(&rows));
}
