//! `plugin:examples:validator`: arguments read by hand. A handler that takes a [`Call`] decides itself what is
//! missing, what is wrong, and what a default stands for; its helpers name the argument in their errors.
//!
//! ```js
//! const validator = require("plugin:examples:validator");
//! validator.greet("Ada", true);                              // "hello, ADA!"
//! validator.grade(0.6, true).passing;                        // false
//! validator.profiles.check({ name: " Ada " }, ["admin"]);    // { name: "Ada", tagCount: 1, … }
//! validator.grade("0.6");                                    // sdk call argument 0 expected number, got string
//! ```

use std::process::ExitCode;

use pontoon_sdk::{Call, Error, Function, Method, Module, Object, Result, Value};
use serde::Serialize;

fn main() -> ExitCode {
    pontoon_sdk::serve(module())
}

fn module() -> Module {
    Module::new("plugin:examples:validator")
        .version("v1")
        .doc("Looks closely at what it is given, and says what is wrong with it.")
        .capabilities(["examples", "call-helpers", "validation"])
        .function(
            Function::new("greet", greet)
                .parameters(r#"name = "world", excited = false"#)
                .doc("a greeting for the name, loud if excited."),
        )
        .function(
            Function::new("grade", grade)
                .parameters("score, strict = false")
                .doc("whether the score passes: from 0.5, and from 0.8 if strict."),
        )
        .object(
            Object::new("profiles").doc("Checks profiles.").method(
                Method::new("check", check)
                    .parameters("profile, tags")
                    .summary("the profile's name, trimmed, and what the tags say")
                    .doc("The profile is an object with a name; an error tells what is wrong with it.")
                    .tags(["validation", "objects"]),
            ),
        )
}

/// A default for what is missing or no text; an error for what is there and wrong.
fn greet(call: &Call) -> Result<String> {
    let name = call.string_default(0, "world");
    if given(call, 1) && call.bool(1)? {
        return Ok(format!("hello, {}!", name.to_uppercase()));
    }
    Ok(format!("hello, {name}"))
}

#[derive(Serialize)]
struct Grade {
    score: f64,
    strict: bool,
    passing: bool,
}

/// One argument that must be there, and one that may.
fn grade(call: &Call) -> Result<Grade> {
    let score = call.number(0)?;
    let strict = given(call, 1) && call.bool(1)?;
    let passing = score >= if strict { 0.8 } else { 0.5 };
    Ok(Grade {
        score,
        strict,
        passing,
    })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CheckedProfile {
    name: String,
    tag_count: usize,
    has_admin: bool,
    validated: bool,
}

/// Fields of an object, items of an array, and an error in words of our own.
fn check(call: &Call) -> Result<CheckedProfile> {
    let name = match call.object(0)?.get("name") {
        Some(Value::String(name)) => name.trim(),
        _ => "",
    };
    if name.is_empty() {
        return Err(Error::new("profile.name must be a non-empty string"));
    }
    let tags = call.array(1)?;
    Ok(CheckedProfile {
        name: name.to_owned(),
        tag_count: tags.len(),
        has_admin: tags.contains(&Value::from("admin")),
        validated: true,
    })
}

fn given(call: &Call, index: usize) -> bool {
    call.len() > index
}

#[cfg(test)]
mod tests {
    use pontoon_sdk::testing::Harness;
    use pontoon_sdk::value;

    use super::*;

    fn refused(path: &str, arguments: Value) -> String {
        let validator = Harness::new(module()).unwrap();
        validator.call(path, arguments).unwrap_err().to_string()
    }

    #[test]
    fn defaults_stand_in_for_what_is_left_out() -> Result<()> {
        let validator = Harness::new(module())?;
        assert_eq!(validator.call("greet", ())?, value!("hello, world"));
        assert_eq!(validator.call("greet", ("", true))?, value!("hello, WORLD!"));
        assert_eq!(validator.call("greet", ("Ada", false))?, value!("hello, Ada"));
        Ok(())
    }

    #[test]
    fn a_strict_grade_asks_for_more() -> Result<()> {
        let validator = Harness::new(module())?;
        assert_eq!(
            validator.call("grade", (0.5,))?,
            value!({ "score": 0.5, "strict": false, "passing": true })
        );
        assert_eq!(
            validator.call("grade", (0.5, true))?,
            value!({ "score": 0.5, "strict": true, "passing": false })
        );
        assert_eq!(
            validator.call("grade", (0.8, true))?,
            value!({ "score": 0.8, "strict": true, "passing": true })
        );
        Ok(())
    }

    #[test]
    fn a_profile_is_checked_and_trimmed() -> Result<()> {
        let validator = Harness::new(module())?;
        assert_eq!(
            validator.call("profiles.check", (value!({ "name": " Ada\t" }), ["admin", "x"]))?,
            value!({ "name": "Ada", "tagCount": 2, "hasAdmin": true, "validated": true })
        );
        Ok(())
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(
            refused("grade", value!([])),
            "sdk call argument 0 out of range (have 0)"
        );
        assert_eq!(
            refused("grade", value!([{}])),
            "sdk call argument 0 expected number, got object"
        );
        assert_eq!(
            refused("greet", value!(["Ada", 1])),
            "sdk call argument 1 expected boolean, got number"
        );
        // The name is looked at before the tags.
        assert_eq!(
            refused("profiles.check", value!([{ "name": 7 }, "no array"])),
            "profile.name must be a non-empty string"
        );
        assert_eq!(
            refused("profiles.check", value!([{ "name": "Ada" }, "no array"])),
            "sdk call argument 1 expected array, got string"
        );
    }
}
