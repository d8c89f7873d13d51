//! `plugin:examples:system-info`: what differs from process to process, by its shape.

use super::{Call, Compared, rows, shapes};

pub(super) fn calls() -> Vec<Call> {
    const COOKIE: &str =
        r#"{"count":1,"prefix":"GO_GO_GOJA_PLUGIN","values":{"GO_GO_GOJA_PLUGIN":"js-module"}}"#;
    let exact = rows(
        "system-info",
        &[
            ("envSummary", r#"["GO_GO_GOJA_PLUGIN"]"#, COOKIE),
            (
                "envSummary",
                r#"["NO SUCH VARIABLE"]"#,
                r#"{"count":0,"prefix":"NO SUCH VARIABLE","values":{}}"#,
            ),
        ],
    );
    let alike = shapes(
        "system-info",
        Compared::Shape,
        &[("hostname", "[]", r#""string""#)],
    );
    let process = shapes(
        "system-info",
        Compared::LocalShape,
        &[(
            "runtime.snapshot",
            "[]",
            r#"{"cpus":"number","cwd":"string","executable":{"path":"string"},"pid":"number","timestamp":"9999-99-99T99:99:99Z"}"#,
        )],
    );
    [exact, alike, process].concat()
}
