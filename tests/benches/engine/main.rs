//! How fast scripts run: the same programs in our engine in the browser, in our native build, in plain Boa and in QuickJS
//! in the same browser, in turns, in one run; and what it takes to load the engine. `cargo xtask bench engine` builds
//! what this needs and names it.

mod engines;
mod load;
mod programs;
mod quickjs;
mod table;

use std::io::{self, Write as _};

use anyhow::{Context as _, Result, ensure};
use tests::bridge_process::Bridge;
use tests::browser::Browser;
use tests::environment;

use engines::{Engine, Engines};
use programs::{PROGRAMS, Program};
use table::{Row, Table};

/// How often each engine runs each program. The middle one counts.
const ROUNDS: usize = 7;
/// Rounds before those: the browser compiles what runs often once more, and better.
const WARMING: usize = 2;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let figures = environment::figures()?;
    // Without plugins: its home is empty.
    let bridge = Bridge::start([""; 0]).await?;
    let mut table = Table {
        load: load::measure(&bridge).await?,
        ..Table::default()
    };
    let browser = Browser::start().await?;
    let mut engines = Engines::start(&browser, &bridge).await?;
    for program in &PROGRAMS {
        let row = measure(&mut engines, program).await;
        table
            .rows
            .push(row.with_context(|| format!("run {}", program.name))?);
    }
    browser.quit().await?;
    bridge.stop().await?;
    write!(io::stdout(), "{table}")?;
    table.write(&figures)
}

/// One program in all engines, in turns.
async fn measure(engines: &mut Engines<'_>, program: &Program) -> Result<Row> {
    let mut row = Row::new(program.name);
    let mut expected: Option<String> = None;
    for round in 0..WARMING + ROUNDS {
        for engine in Engine::ALL {
            let run = engines.run(engine, program).await?;
            let checksum = expected.get_or_insert_with(|| run.checksum.clone());
            ensure!(
                run.checksum == *checksum,
                "{engine} answers {}, and {} answered {checksum}",
                run.checksum,
                Engine::ALL[0]
            );
            if round >= WARMING {
                row.add(engine, run.milliseconds);
            }
        }
    }
    Ok(row)
}
