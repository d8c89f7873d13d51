//! `plugin:examples:clock`: functions that take nothing, and answers with a structure. A struct that serde can
//! serialise is an object in JavaScript, with its fields in their order.
//!
//! ```js
//! const clock = require("plugin:examples:clock");
//! clock.now().weekday;      // "Sunday", where this machine is
//! clock.utc.now().rfc3339;  // "2026-11-22T15:04:05Z"
//! ```

use std::process::ExitCode;

use jiff::Zoned;
use jiff::tz::TimeZone;
use pontoon_sdk::{Function, Method, Module, Object};
use serde::Serialize;

fn main() -> ExitCode {
    pontoon_sdk::serve(module())
}

fn module() -> Module {
    Module::new("plugin:examples:clock")
        .version("v1")
        .doc("Tells the time, here and in UTC.")
        .capabilities(["examples", "metadata", "structured-results"])
        .function(Function::new("now", now).doc("the time in this machine's zone, taken apart."))
        .object(
            Object::new("utc").doc("The same without time zones.").method(
                Method::new("now", utc_now)
                    .summary("the time in UTC, taken apart")
                    .doc("It has the fields that `now()` has; its zone is always \"UTC\".")
                    .tags(["time", "structured-results"]),
            ),
        )
}

/// A moment as JavaScript sees it. One answer tells one moment: its fields never disagree.
#[derive(Serialize)]
struct Moment {
    /// Seconds since 1970.
    unix: i64,
    rfc3339: String,
    date: String,
    time: String,
    /// The zone's abbreviation, such as `CET`.
    zone: String,
    weekday: String,
    /// What `time` leaves out.
    nanosecond: i32,
}

fn now() -> Moment {
    // A machine that does not say where it is counts as being in Greenwich.
    let zone = TimeZone::try_system().unwrap_or(TimeZone::UTC);
    moment(&Zoned::now().with_time_zone(zone))
}

fn utc_now() -> Moment {
    moment(&Zoned::now().with_time_zone(TimeZone::UTC))
}

fn moment(at: &Zoned) -> Moment {
    let formatted = |format: &str| at.strftime(format).to_string();
    let offset = if at.offset().is_zero() {
        "Z".to_owned()
    } else {
        formatted("%:z")
    };
    Moment {
        unix: at.timestamp().as_second(),
        rfc3339: formatted("%Y-%m-%dT%H:%M:%S") + &offset,
        date: formatted("%Y-%m-%d"),
        time: formatted("%H:%M:%S"),
        zone: formatted("%Z"),
        weekday: formatted("%A"),
        nanosecond: at.subsec_nanosecond(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use pontoon_sdk::testing::Harness;
    use pontoon_sdk::value::to_value;
    use pontoon_sdk::{Result, Value, value};

    use super::*;

    fn told(at: &str, zone: TimeZone) -> Result<Value> {
        let at: Timestamp = at.parse()?;
        Ok(to_value(&moment(&at.to_zoned(zone)))?)
    }

    #[test]
    fn a_moment_is_told_in_the_words_of_its_zone() -> Result<()> {
        let berlin = TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3")?;
        assert_eq!(
            told("2026-11-22T14:04:05.25Z", berlin)?,
            value!({
                "unix": 1_795_356_245,
                "rfc3339": "2026-11-22T15:04:05+01:00",
                "date": "2026-11-22",
                "time": "15:04:05",
                "zone": "CET",
                "weekday": "Sunday",
                "nanosecond": 250_000_000,
            })
        );
        let Value::Object(utc) = told("2026-01-02T03:04:05Z", TimeZone::UTC)? else {
            panic!("not an object")
        };
        assert_eq!(utc["rfc3339"], value!("2026-01-02T03:04:05Z"));
        assert_eq!(utc["zone"], value!("UTC"));
        Ok(())
    }

    #[test]
    fn both_clocks_tell_the_present() -> Result<()> {
        let clock = Harness::new(module())?;
        let before = Zoned::now().timestamp().as_second();
        for path in ["now", "utc.now"] {
            let Value::Object(moment) = clock.call(path, ())? else {
                panic!("not an object")
            };
            let Value::Number(unix) = moment["unix"] else {
                panic!("not a number")
            };
            let after = Zoned::now().timestamp().as_second();
            assert!((before as f64..=after as f64).contains(&unix), "{unix}");
            assert_eq!(
                moment.keys().collect::<Vec<_>>(),
                ["unix", "rfc3339", "date", "time", "zone", "weekday", "nanosecond"]
            );
        }
        Ok(())
    }
}
