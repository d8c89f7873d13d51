//! `plugin:examples:clock`: the shape of a time.

use super::{Call, Compared, shapes};

const TIME: &str = r#"{"date":"9999-99-99","nanosecond":"number","rfc3339":"9999-99-99T99:99:99Z","time":"99:99:99","unix":"number","weekday":"string","zone":"string"}"#;

pub(super) fn calls() -> Vec<Call> {
    let local = shapes(
        "clock",
        Compared::LocalShape,
        &[("now", "[]", TIME), ("now", r#"["ignored"]"#, TIME)],
    );
    let utc = shapes("clock", Compared::Shape, &[("utc.now", "[]", TIME)]);
    [local, utc].concat()
}
