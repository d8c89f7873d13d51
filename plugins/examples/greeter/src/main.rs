//! `plugin:examples:greeter`: the first example. It shows what a plugin consists of: a module with a name and
//! metadata, a function, and objects whose methods belong together.
//!
//! ```js
//! const greeter = require("plugin:examples:greeter");
//! greeter.greet("hello");          // "hello, hello"
//! greeter.strings.upper("hello");  // "HELLO"
//! greeter.meta.pid();              // the id of this plugin's process
//! ```

use std::process::{self, ExitCode};

use pontoon_sdk::{Call, Function, Method, Module, Object};

fn main() -> ExitCode {
    pontoon_sdk::serve(
        Module::new("plugin:examples:greeter")
            .version("v1")
            .doc("Greets people and changes the case of text. The first plugin to read.")
            .capabilities(["examples", "strings"])
            .function(Function::new("greet", greet).doc("greet(name = \"world\"): a greeting for the name."))
            .object(
                Object::new("strings")
                    .doc("Changes the case of text.")
                    .method(
                        Method::new("upper", upper)
                            .summary("upper(text = \"\"): the text in upper case")
                            .doc("Every letter of every alphabet counts: \"straße\" becomes \"STRASSE\".")
                            .tags(["strings"]),
                    )
                    .method(
                        Method::new("lower", lower)
                            .summary("lower(text = \"\"): the text in lower case")
                            .doc("Every letter of every alphabet counts: \"ÅSA\" becomes \"åsa\".")
                            .tags(["strings"]),
                    ),
            )
            .object(
                Object::new("meta").doc("Facts about the plugin itself.").method(
                    Method::new("pid", pid)
                        .summary("pid(): the id of the plugin's process")
                        .doc("Each session runs a process of its own: two tabs see two numbers.")
                        .tags(["metadata"]),
                ),
            ),
    )
}

/// A handler reads a call and returns its answer. What the caller left out, or what is no text, is the default.
fn greet(call: &Call) -> String {
    format!("hello, {}", call.string_default(0, "world"))
}

fn upper(call: &Call) -> String {
    call.string_default(0, "").to_uppercase()
}

fn lower(call: &Call) -> String {
    call.string_default(0, "").to_lowercase()
}

/// JavaScript has one type of numbers, which is `f64` here.
fn pid(_: &Call) -> f64 {
    process::id().into()
}
