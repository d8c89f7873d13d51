//! `plugin:{{name}}`: a module for JavaScript whose functions run in this native program.
//!
//! ```js
//! const {{variable}} = require("plugin:{{name}}");
//! {{variable}}.greet("Ada");             // "hello, Ada"
//! {{variable}}.text.measure("one two");  // { words: 2, characters: 7 }
//! ```

use std::process::ExitCode;

use pontoon_sdk::{Error, Function, Method, Module, Object, Result};
use serde::Serialize;

fn main() -> ExitCode {
    pontoon_sdk::serve(module())
}

/// What `require` gives. People see its names, parameters and texts beside their script.
fn module() -> Module {
    Module::new("plugin:{{name}}")
        .version(env!("CARGO_PKG_VERSION"))
        .doc("Greets people and measures texts.")
        .function(
            Function::new("greet", greet)
                .parameters("name = \"world\"")
                .doc("a greeting for the name."),
        )
        .object(
            Object::new("text").doc("Looks at texts.").method(
                Method::new("measure", measure)
                    .parameters("text")
                    .summary("how long a text is")
                    .doc("Words are what stands between spaces."),
            ),
        )
}

/// Arguments and answers are ordinary types. What a caller may leave out is an `Option`.
fn greet(name: Option<String>) -> String {
    format!("hello, {}", name.as_deref().unwrap_or("world"))
}

/// A struct becomes an object.
#[derive(Serialize)]
struct Measure {
    words: usize,
    characters: usize,
}

/// The text of an error is what the script gets to catch.
fn measure(text: String) -> Result<Measure> {
    if text.is_empty() {
        return Err(Error::new("text must not be empty"));
    }
    Ok(Measure {
        words: text.split_whitespace().count(),
        characters: text.chars().count(),
    })
}

/// Calls that go the way of a script's calls, without a process: `cargo test`.
#[cfg(test)]
mod tests {
    use pontoon_sdk::testing::Harness;
    use pontoon_sdk::value;

    use super::*;

    #[test]
    fn greets_by_name_or_the_world() -> Result<()> {
        let plugin = Harness::new(module())?;
        assert_eq!(plugin.call("greet", ("Ada",))?, value!("hello, Ada"));
        assert_eq!(plugin.call("greet", ())?, value!("hello, world"));
        Ok(())
    }

    #[test]
    fn measures_texts_and_refuses_empty_ones() -> Result<()> {
        let plugin = Harness::new(module())?;
        let measured = plugin.call("text.measure", ("one two",))?;
        assert_eq!(measured, value!({ "words": 2, "characters": 7 }));
        let error = plugin.call("text.measure", ("",)).unwrap_err();
        assert_eq!(error.message(), "text must not be empty");
        Ok(())
    }
}
