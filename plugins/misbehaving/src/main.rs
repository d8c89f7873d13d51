//! A plugin that fails on command, for tests. Which wrong thing it does is the name that it was started by:
//! copied or linked as `goja-plugin-never-speaks` it never speaks. See [`behaviour`] for all of them.

mod before_the_handshake;
mod behaviour;
mod cancelled;
mod grandchild;
mod in_a_call;
mod lawless;
mod output;
mod program;
mod socket;
mod surroundings;

use std::env;
use std::io::{self, Write as _};
use std::process::ExitCode;

fn main() -> ExitCode {
    let name = env::args_os().next().unwrap_or_default();
    match behaviour::find(name.as_ref()) {
        Some(behave) => behave(),
        None => {
            let _nobody_listens = writeln!(io::stderr(), "{name:?} names none of: {}", behaviour::names());
            ExitCode::FAILURE
        }
    }
}
