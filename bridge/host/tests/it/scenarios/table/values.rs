//! Values at the edges of what can cross: scenarios 35 to 40.

use proto::value::{EncodedValue, Value};

use super::super::row::{Row, row};
use super::super::scene::{Scene, shown};

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = vec![
        row(35, "lists 50, 100, 1,000 and 4,999 deep, to a Go plugin and back").go().plays(
            |scene| Box::pin(echoes_deep_lists(scene)),
            "50 arrays in each other, 100 arrays in each other, 1000 arrays in each other, 4999 arrays in each other",
        ),
        row(35, "34 nested objects, to a Go plugin and back")
            .go()
            .plays(|scene| Box::pin(echoes_objects(scene)), "{k: 33 objects in each other}"),
        row(35, "an argument 5,000 deep").go().plays(
            |_| Box::pin(async { EncodedValue::try_from(nested(5_000)).unwrap_err().to_string() }),
            "value is nested more than 4999 levels deep",
        ),
        row(36, "numbers, to a Go plugin and back")
            .go()
            .genuine("NaN and the infinities become the strings \"NaN\", \"Infinity\" and \"-Infinity\" in JavaScript")
            .plays(
                |scene| Box::pin(echoes_numbers(scene)),
                "NaN, inf, -inf, -0, 9007199254740992, 100000000000000000000*, 0.1",
            ),
    ];
    rows.extend(raw());
    rows.push(
        row(
            40,
            "cycles, dates, functions, big integers, typed arrays and maps as arguments",
        )
        .genuine("a cycle ends the whole host process")
        .elsewhere(
            "web/runtime/tests/scripts/values-refused.js",
            "cycl",
            "an error that names the place and the way out; decided in web/runtime, before the host",
        ),
    );
    rows
}

fn raw() -> Vec<Row> {
    const CASES: [(u8, &str, &str, &str, &str); 13] = [
        (
            35,
            "a result 4,999 deep",
            "deep 4999",
            "4999 arrays in each other",
            "",
        ),
        (
            35,
            "a result 5,000 deep",
            "deep 5000",
            "no value: value is nested more than 4999 levels deep",
            "",
        ),
        (
            35,
            "a result 1,000,000 deep",
            "deep 1000000",
            "no value: value is nested more than 4999 levels deep",
            "",
        ),
        (37, "a value without kind", "kindless", "null", ""),
        (37, "no result at all", "absent", "null", ""),
        (
            38,
            "a string that is no UTF-8",
            "broken-text",
            "no value: string field contains invalid UTF-8",
            "gRPC error Internal",
        ),
        (
            38,
            "a key that is no UTF-8",
            "broken-key",
            "no value: string field contains invalid UTF-8",
            "gRPC error Internal",
        ),
        (
            38,
            "an error text that is no UTF-8",
            "broken-error",
            "error: Error deserializing status message header: invalid utf-8 sequence of 1 bytes from index 0",
            "",
        ),
        (
            39,
            "two fields of one name: the last wins",
            "two-keys-of-one-name",
            "{k: 2}",
            "",
        ),
        (39, "an unknown field: ignored", "unknown-field", "known", ""),
        (
            39,
            "a list that says more than follows",
            "junk",
            "no value: malformed value: length exceeds the message",
            "",
        ),
        (38, "text with a NUL and a line break", "a\0b\nc", "a\0b\nc", ""),
        (38, "an empty text", "", "", ""),
    ];
    CASES
        .into_iter()
        .map(|(number, scenario, what, outcome, genuine)| {
            let outcome: &'static str = format!("{outcome}; then the same process answers").leak();
            row(number, scenario)
                .misbehaving("answers")
                .genuine(genuine)
                .calls("call", what, outcome)
        })
        .collect()
}

fn nested(depth: usize) -> Value {
    (0..depth).fold(Value::from(Vec::new()), |inner, level| match level {
        0 => inner,
        _ => Value::from(vec![inner]),
    })
}

async fn echoes_deep_lists(scene: Scene) -> String {
    let mut told = Vec::new();
    for depth in [50, 100, 1000, 4999] {
        told.push(scene.call("echo", nested(depth)).await);
    }
    told.join(", ")
}

async fn echoes_objects(scene: Scene) -> String {
    let object = (0..34).fold(Value::Null, |inner, _| {
        Value::from_iter([("k".to_owned(), inner)])
    });
    scene.call("echo", object).await
}

async fn echoes_numbers(scene: Scene) -> String {
    let mut told = Vec::new();
    let numbers = [
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        -0.0,
        9_007_199_254_740_993.0,
        1e308,
        0.1,
    ];
    for number in numbers {
        told.push(shown(&scene.invoke("echo", number.into()).await.unwrap()));
    }
    told.join(", ")
}
