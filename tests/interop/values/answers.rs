//! What a plugin in Go answers, and what a script gets of it. `go.answer` answers with the bytes that it is given in
//! base64.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::javascript::{Passed, Row};
use super::wire_bytes::{
    boolean, entry, field, key_of_entry, list, nested_lists, nested_objects, null, number, object,
    object_of_entries, text, value_of_entry,
};

const BROKEN_TEXT: &str = "PluginError: read the plugin's result: string field contains invalid UTF-8";

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = vec![
        row("go.echo()", "", "null"),
        row("go.echo(1, 2, 3)", "", "1"),
        row("go.absent()", "no result at all", "null"),
    ];
    rows.extend(answers().into_iter().map(|(what, bytes, outcome)| {
        let expression = format!("go.answer(\"{}\")", STANDARD.encode(bytes));
        row(expression.leak(), what, outcome)
    }));
    rows.push(keys());
    rows
}

fn answers() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    vec![
        ("a value without a kind", Vec::new(), "null"),
        ("null", null(0), "null"),
        ("a boolean of 2", boolean(2), "true"),
        ("NaN", number(f64::NAN), "NaN"),
        ("minus zero", number(-0.0), "-0"),
        ("minus infinity", number(f64::NEG_INFINITY), "-Infinity"),
        ("2^53 + 1", number(9_007_199_254_740_993.0), "9007199254740992"),
        ("an empty text", text(""), r#""""#),
        (
            "a text of noncharacters",
            text("\u{fffe}\u{10ffff}"),
            r#""\ufffe\udbff\udfff""#,
        ),
        ("a text that is no UTF-8", text(b"a\xff"), BROKEN_TEXT),
        (
            "a key that is no UTF-8",
            object_of_entries(&[entry(&[key_of_entry(b"\xff"), value_of_entry(&number(1.0))])]),
            BROKEN_TEXT,
        ),
        ("an empty list", list(&[]), "[]"),
        ("an empty object", object(&[]), "{}"),
        (
            "a list with an item without a kind",
            list(&[Vec::new()]),
            "[null]",
        ),
        (
            "the key __proto__",
            object(&[("__proto__", object(&[("polluted", boolean(1))]))]),
            r#"{"__proto__": {"polluted": true}}"#,
        ),
        (
            "two fields of one name: the last wins",
            object(&[("k", number(1.0)), ("k", number(2.0))]),
            r#"{"k": 2}"#,
        ),
        (
            "an entry without a value",
            object_of_entries(&[entry(&[key_of_entry("k")])]),
            r#"{"k": null}"#,
        ),
        (
            "an unknown field",
            [field(0x7a, b"?"), text("known")].concat(),
            r#""known""#,
        ),
        ("lists 4,999 deep", nested_lists(4_999), "4999 in each other"),
        (
            "lists 5,000 deep",
            nested_lists(5_000),
            "PluginError: read the plugin's result: value is nested more than 4999 levels deep",
        ),
        ("objects 4,999 deep", nested_objects(4_999), "4999 in each other"),
        (
            "a list that says more than follows",
            vec![0x32, 0x02, 0x0a, 0x64],
            "PluginError: read the plugin's result: malformed value: length exceeds the message",
        ),
        (
            "field 0",
            vec![0x02, 0x00],
            "PluginError: failed to decode Protobuf message: InvokeResponse.result: invalid tag value: 0",
        ),
    ]
}

/// As JavaScript has it: whole numbers first, then the keys as they came.
fn keys() -> Row {
    let bytes = object(&["z", "a", "10", "é", "9"].map(|key| (key, null(0))));
    let expression = format!("Object.keys(go.answer(\"{}\"))", STANDARD.encode(bytes));
    row(
        expression.leak(),
        "the keys z, a, 10, \u{e9}, 9 in this order",
        r#"["9", "10", "z", "a", "\u00e9"]"#,
    )
}

fn row(expression: &'static str, what: &'static str, outcome: &'static str) -> Row {
    Row {
        expression,
        what,
        outcome,
        from_rust: "",
        genuine: "",
        passed: Passed::FromGo,
    }
}
