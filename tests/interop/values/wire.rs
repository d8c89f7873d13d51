//! Values as bytes, also such as no encoder makes, and what comes back from a plugin that answers its argument: for
//! each way through Rust and Go.

use super::wire_bytes::{
    boolean, entry, field, key_of_entry, list, nested_lists, nested_objects, null, number, object,
    object_of_entries, text, value_of_entry,
};

/// Which host with which plugin.
pub(crate) const WAYS: [&str; 3] = [
    "Rust host, Go plugin",
    "Go host, Rust plugin",
    "Rust host, Rust plugin",
];

const GO_TOO_DEEP: &str = "error: grpc: error unmarshalling request: proto: exceeded maximum recursion depth";
const GO_TOO_DEEP_ANSWER: &str = "error: rpc error: code = Internal desc = grpc: failed to unmarshal the received message: proto: exceeded maximum recursion depth";
const OTHER_TYPE: &str =
    "error: failed to decode Protobuf message: invalid wire type: Varint (expected LengthDelimited)";
const OTHER_TYPE_IN_PLUGIN: &str = "error: rpc error: code = Internal desc = failed to decode Protobuf message: InvokeRequest.args: invalid wire type: Varint (expected LengthDelimited)";
const BROKEN_TEXT: [&str; 3] = [
    "error: grpc: error unmarshalling request: string field contains invalid UTF-8",
    "error: rpc error: code = Unknown desc = sdk call argument 0: sdk decode argument: string field contains invalid UTF-8",
    "error: sdk call argument 0: sdk decode argument: string field contains invalid UTF-8",
];
const CUT_OFF: [&str; 3] = [
    "error: failed to decode Protobuf message: buffer underflow",
    "error: rpc error: code = Internal desc = failed to decode Protobuf message: InvokeRequest.args: buffer underflow",
    "error: failed to decode Protobuf message: buffer underflow",
];

/// One row.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) what: &'static str,
    pub(crate) bytes: Vec<u8>,
    /// For each of [`WAYS`]: the value in canonical JSON, or `error: ` and the text.
    pub(crate) outcomes: [&'static str; 3],
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = numbers();
    rows.extend(scalars());
    rows.extend(containers());
    rows.extend(depths());
    rows.extend(odd());
    rows.extend(broken());
    rows
}

fn numbers() -> Vec<Row> {
    vec![
        same("NaN", number(f64::NAN), r#"{"$number":"NaN"}"#),
        same(
            "a signalling NaN",
            number(f64::from_bits(0x7ff0_0000_0000_0001)),
            r#"{"$number":"NaN"}"#,
        ),
        same("infinity", number(f64::INFINITY), r#"{"$number":"Infinity"}"#),
        same(
            "minus infinity",
            number(f64::NEG_INFINITY),
            r#"{"$number":"-Infinity"}"#,
        ),
        same("minus zero", number(-0.0), "-0"),
        same("2^53 + 1", number(9_007_199_254_740_993.0), "9007199254740992"),
        same("2^63", number(9_223_372_036_854_775_808.0), "9223372036854776000"),
        same("1e23", number(1e23), "100000000000000000000000"),
        same("0.1", number(0.1), "0.1"),
    ]
}

fn scalars() -> Vec<Row> {
    vec![
        same("null", null(0), "null"),
        same("a null of another number", null(7), "null"),
        same("a value without a kind", Vec::new(), "null"),
        same("true", boolean(1), "true"),
        same("a boolean of 2", boolean(2), "true"),
        same("an empty text", text(""), r#""""#),
        same("a text with a NUL", text("a\0b"), r#""a\u0000b""#),
        same("a crab", text("🦀"), "\"🦀\""),
        same(
            "1 MiB of text",
            text("x".repeat(1024 * 1024)),
            "a text of 1048576 bytes",
        ),
        same(
            "a text of noncharacters",
            text("\u{fffe}\u{10ffff}"),
            "\"\u{fffe}\u{10ffff}\"",
        ),
    ]
}

fn containers() -> Vec<Row> {
    vec![
        same("an empty list", list(&[]), "[]"),
        same("an empty object", object(&[]), "{}"),
        same(
            "a list of every kind",
            list(&[
                null(0),
                number(1.0),
                text("a"),
                boolean(0),
                list(&[]),
                object(&[]),
            ]),
            r#"[null,1,"a",false,[],{}]"#,
        ),
        same(
            "a list with an item without a kind",
            list(&[Vec::new()]),
            "[null]",
        ),
        same(
            "the key __proto__",
            object(&[("__proto__", number(1.0))]),
            r#"{"__proto__":1}"#,
        ),
        same("an empty key", object(&[("", number(1.0))]), r#"{"":1}"#),
        same(
            "two fields of one name: the last wins",
            object(&[("k", number(1.0)), ("k", number(2.0))]),
            r#"{"k":2}"#,
        ),
        same(
            "an entry without a key",
            object_of_entries(&[entry(&[value_of_entry(&number(1.0))])]),
            r#"{"":1}"#,
        ),
        same(
            "an entry without a value",
            object_of_entries(&[entry(&[key_of_entry("k")])]),
            r#"{"k":null}"#,
        ),
        same(
            "an entry with its value first",
            object_of_entries(&[entry(&[value_of_entry(&number(1.0)), key_of_entry("k")])]),
            r#"{"k":1}"#,
        ),
    ]
}

fn depths() -> Vec<Row> {
    vec![
        same("lists 100 deep", nested_lists(100), "100 in each other"),
        same("lists 4,999 deep", nested_lists(4_999), "4999 in each other"),
        each(
            "lists 5,000 deep",
            nested_lists(5_000),
            [
                GO_TOO_DEEP,
                "error: rpc error: code = Unknown desc = sdk call argument 0: sdk decode argument: value is nested more than 4999 levels deep",
                "error: sdk call argument 0: sdk decode argument: value is nested more than 4999 levels deep",
            ],
        ),
        same("objects 34 deep", nested_objects(34), "34 in each other"),
        same("objects 3,333 deep", nested_objects(3_333), "3333 in each other"),
        each(
            "objects 3,334 deep",
            nested_objects(3_334),
            [GO_TOO_DEEP, GO_TOO_DEEP_ANSWER, "3334 in each other"],
        ),
        each(
            "objects 4,999 deep",
            nested_objects(4_999),
            [GO_TOO_DEEP, GO_TOO_DEEP_ANSWER, "4999 in each other"],
        ),
    ]
}

fn odd() -> Vec<Row> {
    vec![
        same(
            "two kinds: the last wins",
            [number(1.0), text("a")].concat(),
            r#""a""#,
        ),
        same(
            "one list twice: joined",
            [list(&[number(1.0)]), list(&[number(2.0)])].concat(),
            "[1,2]",
        ),
        same(
            "one object twice: joined",
            [object(&[("a", number(1.0))]), object(&[("b", number(2.0))])].concat(),
            r#"{"a":1,"b":2}"#,
        ),
        same(
            "an unknown field before a known one",
            [field(0x7a, b"?"), text("a")].concat(),
            r#""a""#,
        ),
        same(
            "an unknown group",
            [vec![0x7b, 0x08, 0x01, 0x7c], text("a")].concat(),
            r#""a""#,
        ),
        each(
            "a known field of another type",
            vec![0x18, 0x01],
            [OTHER_TYPE, OTHER_TYPE_IN_PLUGIN, OTHER_TYPE],
        ),
        same(
            "a length in more bytes than it needs",
            vec![0x1a, 0x81, 0x00, b'a'],
            r#""a""#,
        ),
    ]
}

fn broken() -> Vec<Row> {
    vec![
        each("a text that is no UTF-8", text(b"a\xff"), BROKEN_TEXT),
        each(
            "half a surrogate pair in UTF-8",
            text(b"\xed\xa0\x80"),
            BROKEN_TEXT,
        ),
        each(
            "a key that is no UTF-8",
            object_of_entries(&[entry(&[key_of_entry(b"\xff"), value_of_entry(&number(1.0))])]),
            BROKEN_TEXT,
        ),
        each(
            "a text in a list that is no UTF-8",
            list(&[text(b"\xff")]),
            BROKEN_TEXT,
        ),
        each(
            "a list that says more than follows",
            vec![0x32, 0x02, 0x0a, 0x64],
            [
                "error: grpc: error unmarshalling request: proto: cannot parse invalid wire-format data",
                "error: rpc error: code = Unknown desc = sdk call argument 0: sdk decode argument: malformed value: length exceeds the message",
                "error: sdk call argument 0: sdk decode argument: malformed value: length exceeds the message",
            ],
        ),
        each(
            "a text that says more than follows",
            vec![0x1a, 0x64, b'a'],
            CUT_OFF,
        ),
        each("half a number", vec![0x11, 0x00], CUT_OFF),
        each(
            "field 0",
            vec![0x02, 0x00],
            [
                "error: failed to decode Protobuf message: invalid tag value: 0",
                "error: rpc error: code = Internal desc = failed to decode Protobuf message: InvokeRequest.args: invalid tag value: 0",
                "error: failed to decode Protobuf message: invalid tag value: 0",
            ],
        ),
    ]
}

/// A value in few words.
pub(crate) fn shown(canonical: &str) -> String {
    const DEEP: usize = 20;
    const LONG: usize = 1_000;
    let depth = canonical
        .bytes()
        .scan(0_usize, |open, byte| {
            match byte {
                b'[' | b'{' => *open += 1,
                b']' | b'}' => *open = open.saturating_sub(1),
                _ => {}
            }
            Some(*open)
        })
        .max()
        .unwrap_or_default();
    if depth > DEEP {
        format!("{depth} in each other")
    } else if canonical.starts_with('"') && canonical.len() > LONG {
        format!("a text of {} bytes", canonical.len() - 2)
    } else {
        canonical.to_owned()
    }
}

fn same(what: &'static str, bytes: Vec<u8>, outcome: &'static str) -> Row {
    each(what, bytes, [outcome; 3])
}

fn each(what: &'static str, bytes: Vec<u8>, outcomes: [&'static str; 3]) -> Row {
    Row {
        what,
        bytes,
        outcomes,
    }
}
