//! `plugin:examples:validator`: arguments of every wrong type.

use super::{Call, rows};

pub(super) fn calls() -> Vec<Call> {
    const NAMELESS: &str = "error: profile.name must be a non-empty string";
    rows(
        "validator",
        &[
            ("greet", "[]", r#""hello, world""#),
            ("greet", r#"["Ada"]"#, r#""hello, Ada""#),
            ("greet", "[7]", r#""hello, world""#),
            ("greet", r#"["Ada", true]"#, r#""hello, ADA!""#),
            ("greet", r#"["", true]"#, r#""hello, WORLD!""#),
            ("greet", r#"["Ada", false]"#, r#""hello, Ada""#),
            (
                "greet",
                r#"["Ada", "yes"]"#,
                "error: sdk call argument 1 expected boolean, got string",
            ),
            (
                "greet",
                r#"["Ada", 1]"#,
                "error: sdk call argument 1 expected boolean, got number",
            ),
            (
                "greet",
                r#"["Ada", null]"#,
                "error: sdk call argument 1 expected boolean, got null",
            ),
            ("greet", r#"["straße", true]"#, r#""hello, STRASSE!""#),
            (
                "grade",
                "[1, null]",
                "error: sdk call argument 1 expected boolean, got null",
            ),
            ("grade", "[0.5]", r#"{"passing":true,"score":0.5,"strict":false}"#),
            (
                "grade",
                "[0.49]",
                r#"{"passing":false,"score":0.49,"strict":false}"#,
            ),
            (
                "grade",
                "[0.5, true]",
                r#"{"passing":false,"score":0.5,"strict":true}"#,
            ),
            (
                "grade",
                "[0.8, true]",
                r#"{"passing":true,"score":0.8,"strict":true}"#,
            ),
            (
                "grade",
                "[1, false]",
                r#"{"passing":true,"score":1,"strict":false}"#,
            ),
            (
                "grade",
                "[-0.0]",
                r#"{"passing":false,"score":-0,"strict":false}"#,
            ),
            (
                "grade",
                r#"[{"$number":"NaN"}]"#,
                r#"{"passing":false,"score":{"$number":"NaN"},"strict":false}"#,
            ),
            ("grade", "[]", "error: sdk call argument 0 out of range (have 0)"),
            (
                "grade",
                r#"["0.9"]"#,
                "error: sdk call argument 0 expected number, got string",
            ),
            (
                "grade",
                "[null]",
                "error: sdk call argument 0 expected number, got null",
            ),
            (
                "grade",
                "[{}]",
                "error: sdk call argument 0 expected number, got object",
            ),
            (
                "grade",
                "[[1]]",
                "error: sdk call argument 0 expected number, got array",
            ),
            (
                "grade",
                "[true]",
                "error: sdk call argument 0 expected number, got boolean",
            ),
            (
                "grade",
                r#"[1, "strict"]"#,
                "error: sdk call argument 1 expected boolean, got string",
            ),
            (
                "profiles.check",
                r#"[{"name":"  Ada\t"}, ["admin", "x", 3]]"#,
                r#"{"hasAdmin":true,"name":"Ada","tagCount":3,"validated":true}"#,
            ),
            (
                "profiles.check",
                r#"[{"name":"Ada"}, []]"#,
                r#"{"hasAdmin":false,"name":"Ada","tagCount":0,"validated":true}"#,
            ),
            (
                "profiles.check",
                r#"[{"name":"\u00a0Грейс\u3000","more":1}, [["admin"], {"admin":true}, "Admin", null]]"#,
                r#"{"hasAdmin":false,"name":"Грейс","tagCount":4,"validated":true}"#,
            ),
            ("profiles.check", r#"[{"name":"   "}, []]"#, NAMELESS),
            ("profiles.check", "[{}]", NAMELESS),
            ("profiles.check", r#"[{"name":7}, "no array"]"#, NAMELESS),
            (
                "profiles.check",
                r#"[{"name":"Ada"}]"#,
                "error: sdk call argument 1 out of range (have 1)",
            ),
            (
                "profiles.check",
                r#"[{"name":"Ada"}, "admin"]"#,
                "error: sdk call argument 1 expected array, got string",
            ),
            (
                "profiles.check",
                "[]",
                "error: sdk call argument 0 out of range (have 0)",
            ),
            (
                "profiles.check",
                "[[], []]",
                "error: sdk call argument 0 expected object, got array",
            ),
        ],
    )
}
