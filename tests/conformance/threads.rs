//! Reads the suite with an engine in this process, on all processors.

use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use anyhow::{Context as _, Result, anyhow};

use crate::suite::{Case, Verdict};

/// What a program gives the thread that an engine runs on.
const STACK: usize = 64 * 1024 * 1024;

/// The verdicts on all files, in their order.
///
/// # Errors
/// One of the verdicts, or a file that the engine panics on.
pub(crate) fn read_all(suite: &[Case], read: fn(&Case) -> Result<Verdict>) -> Result<Vec<Verdict>> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let read_some = move |cases: &[Case]| {
        let verdicts = cases.iter().map(|case| {
            catch_unwind(AssertUnwindSafe(|| read(case)))
                .map_err(|_| anyhow!("the engine panics on it"))
                .flatten()
                .with_context(|| format!("read {case}"))
        });
        verdicts.collect::<Result<Vec<Verdict>>>()
    };
    thread::scope(|scope| {
        let mut running = Vec::new();
        for cases in suite.chunks(suite.len().div_ceil(threads)) {
            let thread = thread::Builder::new().stack_size(STACK);
            running.push(thread.spawn_scoped(scope, move || read_some(cases))?);
        }
        let mut verdicts = Vec::with_capacity(suite.len());
        for thread in running {
            verdicts.extend(thread.join().map_err(|_| anyhow!("a thread panicked"))??);
        }
        Ok(verdicts)
    })
}
