//! What the engine by itself gets wrong. Each test fails once the engine is fixed; then the correction goes.

use boa_engine::{Context, Source};

#[test]
fn the_engine_escapes_a_slash_of_a_regular_expression_twice() {
    still_wrong("regexp_source", r"/a\/b/.source", r"a\\/b", r"a\/b");
}

/// Holds that the engine's own context still answers `wrong` where `right` is due.
fn still_wrong(correction: &str, source: &str, wrong: &str, right: &str) {
    let mut context = Context::default();
    let answer = context
        .eval(Source::from_bytes(source))
        .and_then(|value| value.to_string(&mut context));
    let answer = match answer {
        Ok(answer) => answer.to_std_string_escaped(),
        Err(error) => error.to_string(),
    };
    assert_ne!(
        answer, right,
        "the engine is fixed: delete web/runtime/src/corrections/{correction}.rs and this test"
    );
    assert_eq!(
        answer, wrong,
        "the engine is wrong in another way: look at {correction}.rs"
    );
}
