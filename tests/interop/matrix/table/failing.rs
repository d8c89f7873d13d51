//! `plugin:examples:failing`: error texts word for word.

use super::{Call, rows};

pub(super) fn calls() -> Vec<Call> {
    rows(
        "failing",
        &[
            ("always", "[]", "error: always failed: forced failure"),
            ("always", r#"[""]"#, "error: always failed: forced failure"),
            ("always", "[false]", "error: always failed: forced failure"),
            ("always", r#"["boom"]"#, "error: always failed: boom"),
            (
                "always",
                r#"["100% käputt\n\"twice\" 🦀 %20"]"#,
                "error: always failed: 100% käputt\n\"twice\" 🦀 %20",
            ),
            ("sometimes", "[]", r#"{"mode":"ok","ok":true}"#),
            ("sometimes", r#"["slow"]"#, r#"{"mode":"slow","ok":true}"#),
            (
                "sometimes",
                r#"["fail"]"#,
                r#"error: sometimes failed because mode="fail""#,
            ),
            ("checks.requirePositive", "[3]", r#"{"ok":true,"value":3}"#),
            ("checks.requirePositive", "[0.1]", r#"{"ok":true,"value":0.1}"#),
            (
                "checks.requirePositive",
                r#"[{"$number":"Infinity"}]"#,
                r#"{"ok":true,"value":{"$number":"Infinity"}}"#,
            ),
            (
                "checks.requirePositive",
                "[-3]",
                "error: value must be positive, got -3",
            ),
            (
                "checks.requirePositive",
                "[0]",
                "error: value must be positive, got 0",
            ),
            (
                "checks.requirePositive",
                "[-0.0]",
                "error: value must be positive, got -0",
            ),
            (
                "checks.requirePositive",
                "[-0.25]",
                "error: value must be positive, got -0.25",
            ),
            (
                "checks.requirePositive",
                "[-1e21]",
                "error: value must be positive, got -1e+21",
            ),
            (
                "checks.requirePositive",
                "[-123456789]",
                "error: value must be positive, got -1.23456789e+08",
            ),
            (
                "checks.requirePositive",
                "[-0.00001]",
                "error: value must be positive, got -1e-05",
            ),
            (
                "checks.requirePositive",
                r#"[{"$number":"NaN"}]"#,
                "error: value must be positive, got NaN",
            ),
            (
                "checks.requirePositive",
                r#"[{"$number":"-Infinity"}]"#,
                "error: value must be positive, got -Inf",
            ),
            (
                "checks.requirePositive",
                "[]",
                "error: sdk call argument 0 out of range (have 0)",
            ),
            (
                "checks.requirePositive",
                r#"[{"value":1}]"#,
                "error: sdk call argument 0 expected number, got object",
            ),
        ],
    )
}
