//! `docs/conformance.md`: the table of scenarios for people, written from the rows.

use std::fs;
use std::path::{Path, PathBuf};

use super::row::{Proof, Row};

const HEAD: &str = "\
# Conformance

What Pontoon's plugin host does in each situation that go-plugin's protocol, a broken plugin or a hostile one can
bring about, and what the genuine host (HashiCorp's go-plugin v1.7.0 under go-go-goja) does where that differs.

This page is written from the tables in `bridge/host/tests/it/scenarios/table/`; the tests fail when it is stale.
`UPDATE_EXPECTED=1 cargo test -p bridge-host --test it conformance_page` writes it anew. A row marked *pass* is run
against real processes; after each of them no process and no file may be left, and the same host must serve another
plugin. Where another test shows it, that is named.

In the outcomes, `…` stands for what differs from machine to machine or is longer than this page.

| | situation | what happens here | the genuine host, where it differs | shown by |
|---|---|---|---|---|
";

/// The page as it should be.
pub(crate) fn render(rows: &[Row]) -> String {
    let mut page = HEAD.to_owned();
    for row in rows {
        let (outcome, proof) = match &row.proof {
            Proof::Run(case) => (code(case.outcome), "pass".to_owned()),
            Proof::Elsewhere { file, name, outcome } => {
                (cell(outcome), format!("[{}](../{file})", label(file, name)))
            }
            Proof::NotHere(why) => (cell(why), "does not apply".to_owned()),
        };
        page.push_str(&format!(
            "| {} | {} | {outcome} | {} | {proof} |\n",
            row.number,
            cell(row.scenario),
            cell(row.genuine),
        ));
    }
    page
}

/// Compares the page with the file, or writes it where that is asked for.
pub(crate) fn check(page: &str) {
    let path = repository().join("docs/conformance.md");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, page).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == page,
        "docs/conformance.md is stale; run `UPDATE_EXPECTED=1 cargo test -p bridge-host --test it conformance_page`"
    );
}

/// The tests that rows name must exist.
pub(crate) fn check_proofs(rows: &[Row]) {
    for row in rows {
        if let Proof::Elsewhere { file, name, .. } = row.proof {
            let text = fs::read_to_string(repository().join(file)).unwrap_or_default();
            assert!(text.contains(name), "{}: {file} holds no {name}", row.scenario);
        }
    }
}

/// A test's name says more than its file's; a script's file says it all.
fn label(file: &'static str, name: &'static str) -> &'static str {
    match Path::new(file).file_stem().and_then(|stem| stem.to_str()) {
        Some(stem) if !file.ends_with(".rs") => stem,
        _ => name,
    }
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;")
}

fn code(pattern: &str) -> String {
    let text = pattern
        .replace('*', "…")
        .replace('|', "\\|")
        .replace('\n', "\\n")
        .replace('\0', "\\0");
    if text.contains('`') {
        format!("`` {text} ``")
    } else {
        format!("`{text}`")
    }
}
