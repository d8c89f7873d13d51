//! `plugin:examples:failing`: what an error looks like to the caller. A handler answers with a `Result`; its error's
//! text is the message of the `PluginError` that JavaScript catches, and the plugin lives on.
//!
//! ```js
//! const failing = require("plugin:examples:failing");
//! try {
//!   failing.checks.requirePositive(-3);
//! } catch (error) {
//!   error.message; // "value must be positive, got -3"
//! }
//! ```

use std::process::ExitCode;

use pontoon_sdk::{Call, Error, Function, Method, Module, Object, Result};
use serde::Serialize;

fn main() -> ExitCode {
    pontoon_sdk::serve(module())
}

fn module() -> Module {
    Module::new("plugin:examples:failing")
        .version("v1")
        .doc("Fails on purpose, so that one can see what that looks like.")
        .capabilities(["examples", "errors"])
        .function(
            Function::new("always", always)
                .parameters(r#"reason = "forced failure""#)
                .doc("an error with the reason, every time."),
        )
        .function(
            Function::new("sometimes", sometimes)
                .parameters(r#"mode = "ok""#)
                .doc("an error if the mode is \"fail\", and else an answer."),
        )
        .object(
            Object::new("checks").doc("Errors that have a cause.").method(
                Method::new("requirePositive", require_positive)
                    .parameters("value")
                    .summary("the number, if it is positive, and else an error")
                    .tags(["validation", "errors"]),
            ),
        )
}

/// The simplest error is a text of one's own.
fn always(call: &Call) -> Result<()> {
    let reason = call.string_default(0, "forced failure");
    Err(Error::new(format!("always failed: {reason}")))
}

#[derive(Serialize)]
struct Mode {
    ok: bool,
    mode: String,
}

fn sometimes(call: &Call) -> Result<Mode> {
    match call.string_default(0, "ok") {
        "fail" => Err(Error::new("sometimes failed because mode=\"fail\"")),
        mode => Ok(Mode {
            ok: true,
            mode: mode.to_owned(),
        }),
    }
}

/// An error type of one's own: whatever implements `std::error::Error` is an error of a handler as it is.
#[derive(Debug)]
struct NotPositive(f64);

impl std::error::Error for NotPositive {}

impl std::fmt::Display for NotPositive {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "value must be positive, got {}", as_go_prints(self.0))
    }
}

#[derive(Serialize)]
struct Positive {
    value: f64,
    ok: bool,
}

/// What is not a number is not positive either.
fn require_positive(value: f64) -> Result<Positive, NotPositive> {
    if value > 0.0 {
        Ok(Positive { value, ok: true })
    } else {
        Err(NotPositive(value))
    }
}

/// The number as Go's `%v` prints it, for this plugin has a twin in Go: very large and very small ones with an exponent
/// of at least two digits.
fn as_go_prints(number: f64) -> String {
    if number.is_infinite() {
        return if number > 0.0 { "+Inf" } else { "-Inf" }.to_owned();
    }
    let scientific = format!("{number:e}");
    let exponent = scientific
        .split_once('e')
        .and_then(|(digits, exponent)| Some((digits, exponent.parse::<i32>().ok()?)));
    match exponent {
        Some((digits, exponent)) if exponent < -4 => format!("{digits}e-{:02}", -exponent),
        Some((digits, exponent)) if exponent > 5 => format!("{digits}e+{exponent:02}"),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use pontoon_sdk::testing::Harness;
    use pontoon_sdk::{Value, value};

    use super::*;

    fn refused(path: &str, arguments: Value) -> String {
        let failing = Harness::new(module()).unwrap();
        failing.call(path, arguments).unwrap_err().to_string()
    }

    #[test]
    fn the_caller_sees_the_errors_text() {
        assert_eq!(refused("always", value!([])), "always failed: forced failure");
        assert_eq!(refused("always", value!(["boom"])), "always failed: boom");
        assert_eq!(
            refused("sometimes", value!(["fail"])),
            "sometimes failed because mode=\"fail\""
        );
        assert_eq!(
            refused("checks.requirePositive", value!([-3])),
            "value must be positive, got -3"
        );
        assert_eq!(
            refused("checks.requirePositive", value!([{ "value": 1 }])),
            "sdk call argument 0 expected number, got object"
        );
    }

    #[test]
    fn the_plugin_lives_on() -> Result<()> {
        let failing = Harness::new(module())?;
        failing.call("always", ()).unwrap_err();
        assert_eq!(
            failing.call("sometimes", ())?,
            value!({ "ok": true, "mode": "ok" })
        );
        assert_eq!(
            failing.call("checks.requirePositive", (0.1,))?,
            value!({ "value": 0.1, "ok": true })
        );
        Ok(())
    }

    #[test]
    fn numbers_are_printed_as_the_twin_prints_them() {
        for (number, printed) in [
            (0.0, "0"),
            (-0.0, "-0"),
            (-3.0, "-3"),
            (-0.25, "-0.25"),
            (-0.0001, "-0.0001"),
            (-0.000_012_345, "-1.2345e-05"),
            (-5e-324, "-5e-324"),
            (-999_999.0, "-999999"),
            (-1e6, "-1e+06"),
            (-123_456_789.5, "-1.234567895e+08"),
            (-1e21, "-1e+21"),
            (f64::MIN, "-1.7976931348623157e+308"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-Inf"),
            (f64::INFINITY, "+Inf"),
        ] {
            assert_eq!(as_go_prints(number), printed);
        }
    }
}
