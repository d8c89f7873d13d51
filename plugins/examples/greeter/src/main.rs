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
    pontoon_sdk::serve(module())
}

/// What `require` gives. A host reads all of this once, and shows it to people.
fn module() -> Module {
    Module::new("plugin:examples:greeter")
        .version("v1")
        .doc("Greets people and changes the case of text. The first plugin to read.")
        .capabilities(["examples", "strings"])
        .function(
            Function::new("greet", greet)
                .parameters(r#"name = "world""#)
                .doc("a greeting for the name."),
        )
        .object(
            Object::new("strings")
                .doc("Changes the case of text.")
                .method(
                    Method::new("upper", upper)
                        .parameters(r#"text = """#)
                        .summary("the text in upper case")
                        .doc("Every letter of every alphabet counts: \"straße\" becomes \"STRASSE\".")
                        .tags(["strings"]),
                )
                .method(
                    Method::new("lower", lower)
                        .parameters(r#"text = """#)
                        .summary("the text in lower case")
                        .doc("Every letter of every alphabet counts: \"ÅSA\" becomes \"åsa\".")
                        .tags(["strings"]),
                ),
        )
        .object(
            Object::new("meta").doc("Facts about the plugin itself.").method(
                Method::new("pid", process::id)
                    .summary("the id of the plugin's process")
                    .doc("Each session runs a process of its own: two tabs see two numbers.")
                    .tags(["metadata"]),
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

#[cfg(test)]
mod tests {
    use pontoon_sdk::testing::Harness;
    use pontoon_sdk::{Result, value};

    use super::*;

    #[test]
    fn it_greets_whom_it_is_told_and_else_the_world() -> Result<()> {
        let greeter = Harness::new(module())?;
        assert_eq!(greeter.call("greet", ("hello",))?, value!("hello, hello"));
        for nobody in [value!([]), value!([""]), value!([null]), value!([7])] {
            assert_eq!(greeter.call("greet", nobody)?, value!("hello, world"));
        }
        Ok(())
    }

    #[test]
    fn letters_of_every_alphabet_change_their_case() -> Result<()> {
        let greeter = Harness::new(module())?;
        assert_eq!(
            greeter.call("strings.upper", ("straße, ὀδός",))?,
            value!("STRASSE, ὈΔΌΣ")
        );
        assert_eq!(greeter.call("strings.lower", ("ÅSA",))?, value!("åsa"));
        assert_eq!(greeter.call("strings.lower", ())?, value!(""));
        Ok(())
    }

    #[test]
    fn the_pid_is_that_of_the_process() -> Result<()> {
        let greeter = Harness::new(module())?;
        assert_eq!(greeter.call("meta.pid", ())?, value!(process::id()));
        Ok(())
    }
}
