//! What can go wrong in a plugin that followed every rule until it was called; written on the SDK.

use std::hint;
use std::io::{self, Write as _};
use std::process::{self, ExitCode};
use std::thread;

use nix::sys::signal::{Signal, raise};
use pontoon_sdk::{Answer, Call, Function, Module, Result};

use crate::program::module_name;

const GO_PANIC: &str = "panic: runtime error: index out of range [3] with length 2\n\n\
     goroutine 1 [running]:\n\
     main.lookUp(...)\n\
     \t/home/ada/plugin/main.go:12\n";

pub(crate) fn works() -> ExitCode {
    serve(|_| true)
}

pub(crate) fn echoes() -> ExitCode {
    serve(|call| call.arguments().first().cloned().unwrap_or_default())
}

pub(crate) fn hangs() -> ExitCode {
    serve(|_| -> bool {
        loop {
            thread::park();
        }
    })
}

pub(crate) fn spins() -> ExitCode {
    serve(|_| -> bool {
        loop {
            hint::spin_loop();
        }
    })
}

pub(crate) fn stops() -> ExitCode {
    raises(Signal::SIGSTOP)
}

pub(crate) fn dies() -> ExitCode {
    raises(Signal::SIGKILL)
}

pub(crate) fn segfaults() -> ExitCode {
    raises(Signal::SIGSEGV)
}

pub(crate) fn exits() -> ExitCode {
    ends_with(7, "")
}

pub(crate) fn leaves() -> ExitCode {
    ends_with(0, "")
}

pub(crate) fn panics_like_go() -> ExitCode {
    ends_with(2, GO_PANIC)
}

pub(crate) fn panics() -> ExitCode {
    serve(|_| -> bool { panic!("dropped the cup") })
}

/// Serves a module whose `call()` misbehaves.
pub(crate) fn serve<Kind, A: Answer<Kind>>(
    misbehave: impl Fn(&Call) -> A + Send + Sync + 'static,
) -> ExitCode {
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

fn raises(signal: Signal) -> ExitCode {
    serve(move |call| -> Result<bool> {
        if call.string_default(0, "") == "wait" {
            thread::park();
        }
        // Rust's runtime catches the first SIGSEGV, in order to look whether a stack overflowed.
        loop {
            raise(signal)?;
        }
    })
}

fn ends_with(code: i32, last_words: &'static str) -> ExitCode {
    #[expect(clippy::exit, reason = "it is the wrong thing to do here")]
    serve(move |_| -> bool {
        let _nobody_listens = io::stderr().write_all(last_words.as_bytes());
        process::exit(code)
    })
}
