//! `plugin:examples:greeter`: defaults for what is no text, and text in all alphabets.

use super::{Call, Compared, rows, shapes};

pub(super) fn calls() -> Vec<Call> {
    let exact = rows(
        "greeter",
        &[
            ("greet", r#"["hello"]"#, r#""hello, hello""#),
            ("greet", "[]", r#""hello, world""#),
            ("greet", r#"[""]"#, r#""hello, world""#),
            ("greet", "[null]", r#""hello, world""#),
            ("greet", "[7]", r#""hello, world""#),
            ("greet", r#"[["Ada"]]"#, r#""hello, world""#),
            ("greet", r#"[{"name":"Ada"}]"#, r#""hello, world""#),
            ("greet", r#"["Ada", "Grace"]"#, r#""hello, Ada""#),
            ("greet", r#"["Жанна 🦀 e\u0301"]"#, "\"hello, Жанна 🦀 e\u{301}\""),
            ("greet", r#"["a\u0000\"\\\nb"]"#, r#""hello, a\u0000\"\\\u000ab""#),
            ("greet", r#"[" "]"#, r#""hello,  ""#),
            ("strings.upper", r#"["hello"]"#, r#""HELLO""#),
            ("strings.upper", "[]", r#""""#),
            ("strings.upper", "[true]", r#""""#),
            (
                "strings.upper",
                r#"["straße ǆ ŉ éèñ 🦀"]"#,
                r#""STRASSE Ǆ ʼN ÉÈÑ 🦀""#,
            ),
            ("strings.lower", r#"["HeLLO ÅSA"]"#, r#""hello åsa""#),
            ("strings.lower", r#"["ΟΔΟΣ ΣΑΣ"]"#, r#""οδος σας""#),
            ("strings.lower", r#"["İI"]"#, "\"i\u{307}i\""),
            ("strings.lower", "[null]", r#""""#),
            (
                "nothing",
                "[]",
                r#"error: sdk invoke: unsupported export "nothing" method """#,
            ),
            (
                "strings",
                "[]",
                r#"error: sdk invoke: unsupported export "strings" method """#,
            ),
            (
                "strings.trim",
                "[]",
                r#"error: sdk invoke: unsupported export "strings" method "trim""#,
            ),
            (
                "greet.loudly",
                r#"["Ada"]"#,
                r#"error: sdk invoke: unsupported export "greet" method "loudly""#,
            ),
        ],
    );
    let shapes = shapes(
        "greeter",
        Compared::Shape,
        &[
            ("meta.pid", "[]", r#""number""#),
            ("meta.pid", r#"[1, 2]"#, r#""number""#),
        ],
    );
    [exact, shapes].concat()
}
