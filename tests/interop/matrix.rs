//! {Rust host, Go host} × {Rust plugins, Go plugins} × {plain, AutoMTLS}: every cell publishes the same modules and
//! answers every call of the example catalog with the same bytes. The calls are data, in `table.rs`.

mod cell;
mod manifest;
mod report;
mod table;

use anyhow::Result;

use cell::Cell;
use report::Report;

#[tokio::test]
async fn every_host_gets_the_same_answers_from_every_plugin() -> Result<()> {
    let calls = table::calls();
    let mut report = Report::new(&calls);
    for cell in Cell::ALL {
        report.add(cell, cell.run(&calls).await?);
    }
    report.print();
    assert!(report.is_clean(), "see the differences above");
    Ok(())
}
