//! What can go wrong in a plugin that followed every rule until it was called; written on the SDK.

use std::io::{self, Write as _};
use std::os::unix::process::CommandExt as _;
use std::process::{self, Command, ExitCode};
use std::thread;
use std::time::Duration;

use nix::sys::signal::{Signal, raise};
use nix::unistd::{Pid, getsid, setsid};
use pontoon_sdk::{Answer, Call, Function, Module, Result};

use crate::behaviour::module_name;

const MIB: usize = 1024 * 1024;

/// The name that makes the same program be the grandchild.
pub(crate) const GRANDCHILD: &str = "grandchild";

/// Long enough to be found by any test, and not for ever.
const GRANDCHILD_LIFE: Duration = Duration::from_secs(600);

pub(crate) fn works() -> ExitCode {
    serve(|_| true)
}

pub(crate) fn hangs() -> ExitCode {
    serve(|_| -> bool {
        loop {
            thread::park();
        }
    })
}

pub(crate) fn dies() -> ExitCode {
    serve(|_| -> Result<bool> {
        raise(Signal::SIGKILL)?;
        Ok(false)
    })
}

pub(crate) fn exits() -> ExitCode {
    #[expect(clippy::exit, reason = "it is the wrong thing to do here")]
    serve(|_| -> bool { process::exit(7) })
}

pub(crate) fn spawns_grandchild() -> ExitCode {
    serve(|_| -> Result<f64> {
        #[expect(
            clippy::disallowed_methods,
            reason = "a process that outlives its owner is the point"
        )]
        let grandchild = Command::new("/proc/self/exe")
            .arg0(format!("goja-plugin-{GRANDCHILD}"))
            .spawn()?;
        let pid = Pid::from_raw(grandchild.id().try_into()?);
        while getsid(Some(pid))? != pid {
            thread::yield_now();
        }
        Ok(pid.as_raw().into())
    })
}

pub(crate) fn be_the_grandchild() -> ExitCode {
    if let Err(error) = setsid() {
        let _nobody_listens = writeln!(io::stderr(), "start a session: {error}");
        return ExitCode::FAILURE;
    }
    thread::sleep(GRANDCHILD_LIFE);
    ExitCode::SUCCESS
}

pub(crate) fn floods_stderr() -> ExitCode {
    serve(|call| -> Result<bool> {
        let mut line = vec![b'x'; MIB - 1];
        line.push(b'\n');
        let lines = call.number(0).unwrap_or(20.0);
        for _ in 0..lines as usize {
            io::stderr().write_all(&line)?;
        }
        Ok(true)
    })
}

pub(crate) fn prints() -> ExitCode {
    let _nobody_listens = writeln!(io::stderr(), "warming up\n{{\"@level\":5,\"@message\":null}}");
    serve(|_| -> Result<bool> {
        let mut stdout = io::stdout();
        stdout.write_all(&vec![b'x'; MIB])?;
        stdout.flush()?;
        Ok(true)
    })
}

fn serve<A: Answer>(misbehave: impl Fn(&Call) -> A + Send + Sync + 'static) -> ExitCode {
    pontoon_sdk::serve(
        Module::new(module_name())
            .version("v1")
            .doc("Behaves until it is told not to.")
            .function(
                Function::new("pid", |_: &Call| f64::from(process::id())).doc("pid(): the process's id."),
            )
            .function(Function::new("call", misbehave).doc("call(): does what the program is named after.")),
    )
}
