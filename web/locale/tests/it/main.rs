//! American English as a browser writes it: each line of `tests/cases` is a call with the answer of Chromium 156.

#![expect(clippy::unwrap_used, reason = "a step that fails fails its test")]

use std::fmt::Write as _;

use serde_json::Value;
use web_locale::{Data, English, ErrorKind, Intl as _, IntlError, Service};

const SERVICES: [(&str, Service, &str); 6] = [
    (
        "Collator",
        Service::Collator,
        include_str!("../cases/collator.txt"),
    ),
    (
        "DateTimeFormat",
        Service::DateTimeFormat,
        include_str!("../cases/date-time-format.txt"),
    ),
    (
        "ListFormat",
        Service::ListFormat,
        include_str!("../cases/list-format.txt"),
    ),
    (
        "NumberFormat",
        Service::NumberFormat,
        include_str!("../cases/number-format.txt"),
    ),
    (
        "PluralRules",
        Service::PluralRules,
        include_str!("../cases/plural-rules.txt"),
    ),
    (
        "RelativeTimeFormat",
        Service::RelativeTimeFormat,
        include_str!("../cases/relative-time-format.txt"),
    ),
];

#[test]
fn english_is_what_a_browser_writes() {
    let mut differing = String::new();
    for (name, service, cases) in SERVICES {
        assert!(cases.lines().count() > 20, "{name}");
        for line in cases.lines() {
            let [options, method, args, expected] = line.splitn(4, '\t').collect::<Vec<_>>()[..] else {
                panic!("{line}");
            };
            let answer = call(service, options, method, args);
            if answer != expected {
                writeln!(
                    differing,
                    "{name} {options} {method}{args}\n  {answer}\n  {expected}"
                )
                .unwrap();
            }
        }
    }
    assert!(differing.is_empty(), "{differing}");
}

#[test]
fn other_locales_are_replaced_and_words_that_are_none_are_refused() {
    let create = |locale: &str| English.create(Service::NumberFormat, &Data::text(locale), &Data::Undefined);
    let locale = |formatter: Box<dyn web_locale::Formatter>| {
        formatter
            .call("resolvedOptions", &[])
            .unwrap()
            .get("locale")
            .clone()
    };
    assert_eq!(locale(create("de-DE").unwrap()), Data::text("en-US"));
    assert_eq!(locale(create("en").unwrap()), Data::text("en"));
    assert_eq!(create("en_US").unwrap_err().kind, ErrorKind::Range);
}

fn call(service: Service, options: &str, method: &str, args: &str) -> String {
    let Data::List(args) = data(serde_json::from_str(args).unwrap()) else {
        panic!("{args} is no list");
    };
    let options = data(serde_json::from_str(options).unwrap());
    let formatter = English.create(service, &Data::text("en-US"), &options);
    match formatter.and_then(|formatter| formatter.call(method, &args)) {
        Ok(Data::Text(text)) => text,
        Ok(Data::Number(number)) => number.to_string(),
        Ok(other) => panic!("{other:?}"),
        Err(IntlError { kind, .. }) => format!("! {kind:?}Error"),
    }
}

fn data(value: Value) -> Data {
    match value {
        Value::Null => Data::Undefined,
        Value::Bool(value) => Data::Bool(value),
        Value::Number(number) => Data::Number(number.as_f64().unwrap()),
        Value::String(text) => Data::Text(text),
        Value::Array(items) => Data::List(items.into_iter().map(data).collect()),
        Value::Object(map) => {
            Data::Object(map.into_iter().map(|(name, value)| (name, data(value))).collect())
        }
    }
}
