//! `pontoon doctor` on this very machine: what every machine has in common.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::PermissionsExt as _;

use serde_json::Value;

use crate::support::{Said, World};

/// Each finding as `(name, state, meaning)`.
fn findings(said: &Said) -> Vec<(String, String, String)> {
    let sheet = said.json();
    let sections = sheet["sections"].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    sections
        .iter()
        .flat_map(|section| section["findings"].as_array().unwrap())
        .map(|finding| {
            assert!(
                finding["state"] == "ok" || finding["fix"].is_string(),
                "{finding} has no fix"
            );
            (
                text(&finding["name"]),
                text(&finding["state"]),
                text(&finding["meaning"]),
            )
        })
        .collect()
}

#[test]
fn a_world_in_order_has_nothing_bad_and_starts_nothing() {
    let world = World::with_greeter();
    // Would end with an error, and be refused, were it started.
    world.add_misbehaving("exit-at-once");
    let said = world.pontoon_with(&["doctor", "--json", "--port", "0"], &[("PLUGIN_MIN_PORT", "1")]);
    assert_eq!(said.code, Some(0), "{}", said.text);
    let findings = findings(&said);
    let meaning = |name: &str| {
        let found = findings.iter().find(|(found, _, _)| found == name);
        found.unwrap_or_else(|| panic!("no {name}")).2.clone()
    };
    assert_eq!(meaning("files"), "2 plugins can be started");
    assert!(meaning("handshake variables").starts_with("PLUGIN_MIN_PORT set here"));
    for not_limited in ["files and network", "memory, CPU, count"] {
        assert!(meaning(not_limited).starts_with("plugins can "));
    }
}

#[test]
fn what_is_wrong_is_bad_and_fails() {
    let world = World::with_greeter();
    fs::set_permissions(world.plugins(), fs::Permissions::from_mode(0o777)).unwrap();
    let held = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = held.local_addr().unwrap().port().to_string();
    // The greeter is a link out of the folder; this file is not.
    let inside = world.plugins().join("goja-plugin-inside");
    fs::write(&inside, "").unwrap();
    fs::set_permissions(&inside, fs::Permissions::from_mode(0o755)).unwrap();

    let said = world.pontoon(&["doctor", "--json", "--port", &port]);
    assert_eq!(said.code, Some(1));
    let findings = findings(&said);
    let bad: Vec<_> = findings.iter().filter(|(_, state, _)| state == "bad").collect();
    assert!(
        matches!(&bad[..], [(name, _, meaning)] if name == "refused" && meaning.contains("writable by everybody")),
        "{bad:?}"
    );
    let id = format!("(process {})", std::process::id());
    assert!(
        findings
            .iter()
            .any(|(_, state, meaning)| state == "warn" && meaning.contains(&id)),
        "{findings:?}"
    );
}

#[test]
fn people_get_a_sheet() {
    let said = World::new().pontoon(&["doctor"]);
    for title in ["Plugin processes", "Confinement", "Folders", "Plugins", "Port"] {
        assert!(said.text.lines().any(|line| line == title), "{}", said.text);
    }
}
