//! What the engine by itself gets wrong. Each test fails once the engine is fixed; then the correction goes.

use boa_engine::{Context, Source};

#[test]
fn the_engine_escapes_a_slash_of_a_regular_expression_twice() {
    still_wrong("regexp_source", r"/a\/b/.source", r"a\\/b", r"a\/b");
}

#[test]
fn the_engine_has_no_source_of_a_class() {
    let wrong = "function A() { [native code] }";
    still_wrong(
        "class_source",
        "String(class A { m() {} })",
        wrong,
        "class A { m() {} }",
    );
}

#[test]
fn the_engine_reads_no_date_as_people_write_it() {
    still_wrong(
        "date_parse",
        "Date.parse('June 1, 2024 10:00 UTC')",
        "NaN",
        "1717236000000",
    );
    still_wrong(
        "date_parse",
        "new Date('2024-06-01 10:00:00Z').getTime()",
        "NaN",
        "1717236000000",
    );
    still_wrong(
        "date_parse",
        "Date.parse('2024-06-01T10:00:00.5Z')",
        "NaN",
        "1717236000500",
    );
}

#[test]
fn the_engine_reads_no_json_that_nests_deep() {
    let source = r#"JSON.parse("[".repeat(130) + "]".repeat(130)).length"#;
    let wrong = "SyntaxError: recursion limit exceeded at line 1 column 128";
    still_wrong("json_parse", source, wrong, "1");
}

#[test]
fn the_engine_reads_no_json_with_large_exponents_or_lone_surrogates() {
    let wrong = "SyntaxError: number out of range at line 1 column 5";
    still_wrong("json_parse", "JSON.parse('1e400')", wrong, "Infinity");
    let wrong = "SyntaxError: unexpected end of hex escape at line 1 column 8";
    still_wrong("json_parse", r#"JSON.parse('"\\ud800"').length"#, wrong, "1");
}

#[test]
fn the_engine_rounds_numbers_wrong_as_it_writes_them() {
    let wrong = "0.65625000000000000000";
    still_wrong(
        "number_format",
        "(1e-27).toFixed(20)",
        wrong,
        "0.00000000000000000000",
    );
    still_wrong("number_format", "(5e-324).toPrecision(1)", "0e+101", "5e-324");
    still_wrong("number_format", "(25).toExponential(0)", "2e+1", "3e+1");
}

/// Holds that the engine's own context still answers `wrong` where `right` is due.
fn still_wrong(correction: &str, source: &str, wrong: &str, right: &str) {
    let mut context = Context::default();
    let answer = match context.eval(Source::from_bytes(source)) {
        Ok(value) => value,
        Err(error) => error.into_opaque(&mut context).unwrap(),
    };
    let answer = answer.to_string(&mut context).unwrap().to_std_string_escaped();
    assert_ne!(
        answer, right,
        "the engine is fixed: delete web/runtime/src/corrections/{correction}.rs and this test"
    );
    assert_eq!(
        answer, wrong,
        "the engine is wrong in another way: look at {correction}.rs"
    );
}

#[test]
#[should_panic(expected = "total order")]
fn the_engine_panics_where_a_comparison_contradicts_itself() {
    let source =
        "let n = 1; Array.from({ length: 200 }, () => 0).sort(() => (n = (n * 16807) % 2147483647) % 3 - 1)";
    let _ = Context::default().eval(Source::from_bytes(source));
}
