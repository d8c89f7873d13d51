//! The plugin that the integration tests start: one export for each thing that a handler may do.

use std::convert::Infallible;
use std::ffi::CString;
use std::process::ExitCode;
use std::time::Duration;

use nix::libc;
use pontoon_sdk::{Call, Error, Function, Method, Module, Object, Result, Value};

fn main() -> ExitCode {
    pontoon_sdk::serve(
        Module::new("plugin:probe")
            .version("v1")
            .doc("Does one thing of each kind.")
            .function(Function::new("echo", |call: &Call| {
                Value::from(call.arguments().to_vec())
            }))
            .function(Function::new("later", later))
            .function(Function::new("block", block))
            .function(Function::new("blockLater", async |call: Call| block(&call)))
            .function(Function::new("fail", |call: &Call| -> Result<Value> {
                Err(Error::new(call.string(0)?.repeat(call.number(1)? as usize)))
            }))
            .function(Function::new("panic", |call: &Call| -> bool {
                panic!("boom {}", call.len())
            }))
            .function(Function::new("panicLater", |_: Call| async {
                panic_with("boom later")
            }))
            .function(Function::new("print", print))
            .function(Function::new("printInC", print_in_c))
            .object(Object::new("math").method(Method::new("add", add))),
    )
}

async fn later(call: Call) -> Result<String, Infallible> {
    tokio::time::sleep(Duration::from_millis(1)).await;
    Ok(format!("later, {}", call.string_default(0, "gator")))
}

/// Blocks its thread for ever, and says when it does.
fn block(_: &Call) -> bool {
    print(&Call::new([Value::from("blocking")]));
    loop {
        std::thread::park();
    }
}

fn panic_with(text: &str) -> bool {
    panic!("{text}")
}

#[expect(
    clippy::print_stdout,
    reason = "what a plugin's author does without a thought"
)]
fn print(call: &Call) -> bool {
    println!("{}", call.string_default(0, ""));
    true
}

/// Prints as libraries in C do, past everything that Rust knows of.
fn print_in_c(call: &Call) -> Result<bool> {
    let text = CString::new(call.string(0)?)?;
    #[expect(unsafe_code, reason = "what a library in C does")]
    // SAFETY: both strings end with a zero byte, and the first takes exactly one argument, a string.
    unsafe {
        libc::printf(c"%s\n".as_ptr(), text.as_ptr());
        libc::fflush(std::ptr::null_mut());
    }
    Ok(true)
}

fn add(call: &Call) -> Result<f64> {
    Ok(call.number(0)? + call.number(1)?)
}
