//! `toFixed`, `toPrecision` and `toExponential` of numbers. In Boa 0.22
//!
//! - `(1e-27).toFixed(20)` is 0.65625000000000000000: ryu-js, which writes it, has digits of its own for tiny numbers. No
//!   issue found.
//! - `toPrecision` sees 100 digits after the point: `(5e-324).toPrecision(1)` is `0e+101`.
//!   <https://github.com/boa-dev/boa/issues/5225>
//! - `(25).toExponential(0)` is `2e+1`: ties go to the even digit. <https://github.com/boa-dev/boa/issues/4169>
//!
//! The engine's methods still answer where there is nothing to round, and word the errors. So `toExponential()` without an
//! argument may still end in another digit than `toString()`, where two texts of the same length mean the number.

mod decimal;

use boa_engine::value::IntegerOrInfinity;
use boa_engine::{Context, JsArgs as _, JsObject, JsResult, JsString, JsValue, NativeFunction};

use crate::bounds::replace_method;

/// One of the methods.
#[derive(Clone, Copy)]
struct Method {
    name: &'static str,
    least_digits: i64,
    /// Without an argument it is called with zero, and not the shortest text that means the number.
    has_default: bool,
    /// Writes a number that is finite and not negative.
    write: fn(f64, usize) -> String,
}

const MOST_DIGITS: i64 = 100;

const METHODS: [Method; 3] = [
    Method {
        name: "toFixed",
        least_digits: 0,
        has_default: true,
        write: decimal::fixed,
    },
    Method {
        name: "toPrecision",
        least_digits: 1,
        has_default: false,
        write: to_precision,
    },
    Method {
        name: "toExponential",
        least_digits: 0,
        has_default: false,
        write: to_exponential,
    },
];

/// Replaces the methods.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let prototype = context.intrinsics().constructors().number().prototype();
    for method in METHODS {
        replace_method(&prototype, method.name, context, |engine| {
            NativeFunction::from_copy_closure_with_captures(
                move |this, args, engine, context| method.call(this, args, engine, context),
                engine,
            )
        })?;
    }
    Ok(())
}

impl Method {
    fn call(
        self,
        this: &JsValue,
        args: &[JsValue],
        engine: &JsObject,
        context: &mut Context,
    ) -> JsResult<JsValue> {
        let object = this.as_object();
        let boxed = object.as_ref().and_then(|object| object.downcast_ref::<f64>());
        let number = this.as_number().or_else(|| boxed.map(|number| *number));
        let digits = args.get_or_undefined(0);
        let Some(number) = number.filter(|_| self.has_default || !digits.is_undefined()) else {
            return engine.call(this, args, context);
        };
        let digits = digits.to_integer_or_infinity(context)?;
        let allowed = self.least_digits..=MOST_DIGITS;
        match digits.as_integer().filter(|digits| allowed.contains(digits)) {
            Some(digits) if number.abs() < LARGE || (number.is_finite() && !self.has_default) => {
                let sign = if number < 0.0 { "-" } else { "" };
                let digits = usize::try_from(digits).unwrap_or_default();
                let text = (self.write)(number.abs(), digits);
                Ok(JsString::from(format!("{sign}{text}")).into())
            }
            // The argument is converted once.
            _ => engine.call(this, &[as_value(digits)], context),
        }
    }
}

/// From here on `toFixed` writes as `toString` does.
const LARGE: f64 = 1e21;

fn as_value(digits: IntegerOrInfinity) -> JsValue {
    match digits {
        IntegerOrInfinity::Integer(digits) => (digits as f64).into(),
        IntegerOrInfinity::PositiveInfinity => f64::INFINITY.into(),
        IntegerOrInfinity::NegativeInfinity => f64::NEG_INFINITY.into(),
    }
}

fn to_precision(number: f64, digits: usize) -> String {
    let (significant, exponent) = decimal::significant(number, digits);
    match usize::try_from(exponent) {
        Ok(exponent) if exponent >= digits => exponential(&significant, exponent as i32),
        Ok(exponent) => with_point(&significant, exponent + 1),
        Err(_) if exponent < -6 => exponential(&significant, exponent),
        Err(_) => {
            let zeros = "0".repeat((-exponent - 1).unsigned_abs() as usize);
            format!("0.{zeros}{significant}")
        }
    }
}

fn to_exponential(number: f64, digits: usize) -> String {
    let (significant, exponent) = decimal::significant(number, digits + 1);
    exponential(&significant, exponent)
}

fn exponential(significant: &str, exponent: i32) -> String {
    let sign = if exponent < 0 { "" } else { "+" };
    format!("{}e{sign}{exponent}", with_point(significant, 1))
}

/// Puts a point behind the first digits, if there are more.
fn with_point(digits: &str, before: usize) -> String {
    match digits.split_at(before) {
        (integer, "") => integer.to_owned(),
        (integer, fraction) => format!("{integer}.{fraction}"),
    }
}
