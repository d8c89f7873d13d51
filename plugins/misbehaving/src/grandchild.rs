//! A plugin that starts a process of its own, and that process: it holds the standard streams open, and outlives
//! whoever does not look after it.

use std::env;
use std::io::{self, Write as _};
use std::os::unix::process::CommandExt as _;
use std::process::{Command, ExitCode};
use std::thread;
use std::time::Duration;

use nix::unistd::{Pid, getsid, setsid};
use pontoon_sdk::Result;

use crate::in_a_call::serve;

/// The name that makes the same program be the grandchild.
pub(crate) const NAME: &str = "grandchild";

/// The argument that lets it stay in its parent's group.
const STAY: &str = "stay";

/// Long enough to be found by any test, and not for ever.
const LIFE: Duration = Duration::from_secs(600);

pub(crate) fn in_its_own_session() -> ExitCode {
    serve(|_| -> Result<f64> {
        let pid = spawn(&[])?;
        while getsid(Some(pid))? != pid {
            thread::yield_now();
        }
        Ok(pid.as_raw().into())
    })
}

pub(crate) fn in_the_same_group() -> ExitCode {
    serve(|_| -> Result<f64> { Ok(spawn(&[STAY])?.as_raw().into()) })
}

pub(crate) fn be() -> ExitCode {
    let stays = env::args().nth(1).as_deref() == Some(STAY);
    if !stays && let Err(error) = setsid() {
        let _nobody_listens = writeln!(io::stderr(), "start a session: {error}");
        return ExitCode::FAILURE;
    }
    thread::sleep(LIFE);
    ExitCode::SUCCESS
}

fn spawn(args: &[&str]) -> Result<Pid> {
    #[expect(
        clippy::disallowed_methods,
        reason = "a process that outlives its owner is the point"
    )]
    let grandchild = Command::new("/proc/self/exe")
        .arg0(format!("goja-plugin-{NAME}"))
        .args(args)
        .spawn()?;
    Ok(Pid::from_raw(grandchild.id().try_into()?))
}
