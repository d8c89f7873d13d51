//! `plugin:examples:kv`: a store from empty to empty.

use super::{Call, rows};

pub(super) fn calls() -> Vec<Call> {
    rows(
        "kv",
        &[
            ("store.size", "[]", "0"),
            ("store.keys", "[]", "[]"),
            ("store.get", r#"["a"]"#, "null"),
            ("store.delete", r#"["a"]"#, r#"{"deleted":false,"size":0}"#),
            (
                "store.set",
                r#"["b", "1"]"#,
                r#"{"key":"b","size":1,"value":"1"}"#,
            ),
            ("store.set", r#"["a", ""]"#, r#"{"key":"a","size":2,"value":""}"#),
            (
                "store.set",
                r#"["b", "2"]"#,
                r#"{"key":"b","size":2,"value":"2"}"#,
            ),
            (
                "store.set",
                r#"["", "empty"]"#,
                r#"{"key":"","size":3,"value":"empty"}"#,
            ),
            (
                "store.set",
                r#"["é", "🦀"]"#,
                r#"{"key":"é","size":4,"value":"🦀"}"#,
            ),
            (
                "store.set",
                r#"["__proto__", "p"]"#,
                r#"{"key":"__proto__","size":5,"value":"p"}"#,
            ),
            (
                "store.set",
                r#"["B", "upper"]"#,
                r#"{"key":"B","size":6,"value":"upper"}"#,
            ),
            ("store.get", r#"["b"]"#, r#""2""#),
            ("store.get", r#"["a"]"#, r#""""#),
            ("store.get", r#"["é"]"#, r#""🦀""#),
            ("store.keys", "[]", r#"["","B","__proto__","a","b","é"]"#),
            ("store.size", "[]", "6"),
            ("store.delete", r#"["b"]"#, r#"{"deleted":true,"size":5}"#),
            ("store.get", r#"["b"]"#, "null"),
            ("store.clear", "[]", r#"{"cleared":5}"#),
            ("store.clear", "[]", r#"{"cleared":0}"#),
            ("store.keys", "[]", "[]"),
            (
                "store.set",
                r#"["a"]"#,
                "error: sdk call argument 1 out of range (have 1)",
            ),
            (
                "store.set",
                "[]",
                "error: sdk call argument 0 out of range (have 0)",
            ),
            (
                "store.set",
                r#"["a", 1]"#,
                "error: sdk call argument 1 expected string, got number",
            ),
            (
                "store.set",
                r#"[1, "a"]"#,
                "error: sdk call argument 0 expected string, got number",
            ),
            (
                "store.get",
                "[null]",
                "error: sdk call argument 0 expected string, got null",
            ),
            (
                "store.get",
                "[]",
                "error: sdk call argument 0 out of range (have 0)",
            ),
            (
                "store.delete",
                "[{}]",
                "error: sdk call argument 0 expected string, got object",
            ),
            ("store.size", "[]", "0"),
        ],
    )
}
