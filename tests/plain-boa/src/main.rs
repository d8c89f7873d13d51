//! `plain-boa`: runs the script on standard input in Boa as it comes, and prints the value. No console, no limits, none
//! of our own functions in front of Boa's: what `cargo xtask bench engine` compares `pontoon eval` with.

use std::io::{self, Read as _, Write as _};

use anyhow::{Result, anyhow};
use boa_engine::{Context, Source};

fn main() -> Result<()> {
    let mut source = String::new();
    io::stdin().read_to_string(&mut source)?;
    let mut context = Context::default();
    // The error belongs to the context's thread; its text does not.
    let value = context
        .eval(Source::from_bytes(&source))
        .and_then(|value| value.to_string(&mut context))
        .map_err(|error| anyhow!("{error}"))?;
    writeln!(io::stdout(), "{}", value.to_std_string_escaped())?;
    Ok(())
}
