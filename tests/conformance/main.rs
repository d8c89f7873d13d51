//! How much of JavaScript's grammar gets through: a suite that nobody here wrote is read by Boa with nothing of ours,
//! by the native runtime, and by the page's worker in a browser. Nothing of the engine may be lost on the way there,
//! and what the engine gets wrong is on record in `docs/engine-conformance.md`, file by file.

mod browser;
mod native;
mod page;
mod plain;
mod question;
mod suite;
mod tally;
mod threads;

use anyhow::{Result, ensure};

use suite::{Case, Verdict};
use tally::Reader;

/// Where a runtime of ours is to differ from the engine, and why.
const BY_DESIGN: [(&str, &str); 2] = [
    ("fail/0f8806b7b4358487.js", "a cell may `import` at its top level"),
    ("fail/80da22a7d2a15fc5.js", "a cell may `import` at its top level"),
];

#[tokio::test]
async fn nothing_of_the_engine_is_lost_on_the_way_into_the_browser() -> Result<()> {
    let suite = suite::read()?;
    let readers = [
        Reader::new("plain Boa", plain::read_all(&suite)?),
        Reader::new("native runtime", native::read_all(&suite)?),
        Reader::new("page's worker in Chromium", browser::read_all(&suite).await?),
    ];
    announce(&tally::table(&suite, &readers));
    for reader in &readers[1..] {
        let strays = strays(&suite, &readers[0], reader);
        ensure!(
            strays.is_empty(),
            "the {} and plain Boa differ elsewhere than `BY_DESIGN` in tests/conformance/main.rs says:\n{}",
            reader.name,
            strays.join("\n")
        );
    }
    page::check(&suite, &readers)
}

/// Files that are read otherwise than by the engine alone and must not be, or the other way round.
fn strays(suite: &[Case], engine: &Reader, reader: &Reader) -> Vec<String> {
    let mut strays = Vec::new();
    for (position, case) in suite.iter().enumerate() {
        let name = case.to_string();
        let differs = engine.verdicts[position] != reader.verdicts[position];
        if differs != BY_DESIGN.iter().any(|(file, _)| *file == name) {
            let became = match reader.verdicts[position] {
                Verdict::Parsed => "is read",
                Verdict::Refused => "is a SyntaxError",
            };
            strays.push(format!("{name} {became}: {}", case.source.trim_end()));
        }
    }
    strays
}

/// Shows the table to whoever runs the test with `--no-capture`.
#[expect(clippy::print_stdout, reason = "the table is what one runs it for")]
fn announce(table: &str) {
    println!("\n{table}");
}
