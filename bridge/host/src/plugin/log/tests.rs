//! What a plugin may write, line by line, and what becomes of it.

use super::crash::MAX_REPORT;
use super::lines::MAX_PIECE;
use super::{LogEvent, LogReader};

/// All events of a stream, each as `level module? message {fields}?`, and the crash report.
fn read(stream: &[u8]) -> (Vec<String>, Option<String>) {
    let mut reader = LogReader::default();
    let mut events = Vec::new();
    reader.push(stream, |event| events.push(show(&event)));
    reader.finish(|event| events.push(show(&event)));
    (events, reader.crash_report().map(ToOwned::to_owned))
}

fn show(event: &LogEvent) -> String {
    let mut shown = format!("{}: ", event.level);
    if let Some(module) = &event.module {
        shown += &format!("<{module}> ");
    }
    shown += &event.message;
    for (name, value) in &event.fields {
        shown += &format!(" {{{name}={value}}}");
    }
    shown
}

#[test]
fn each_kind_of_line_has_its_level_and_message() {
    let cases = [
        // hclog's records.
        (
            r#"{"@level":"info","@message":"ready","@timestamp":"2026-01-02T03:04:05.000006Z"}"#,
            "info: ready",
        ),
        (
            r#"{"@level":"warn","@message":"slow","@module":"db.pool","@caller":"pool.go:7","ms":1500,"ok":false}"#,
            "warn: <db.pool> slow {@caller=pool.go:7} {ms=1500} {ok=false}",
        ),
        (
            r#"{"@level":"TRACE","@message":"step","nested":{"a":[1,null]}}"#,
            r#"trace: step {nested={"a":[1,null]}}"#,
        ),
        (r#"{"@level":"error","err":"boom"}"#, "error:  {err=boom}"),
        (r#"  {"@level":"debug","@message":"indented"}"#, "debug: indented"),
        // Their parts with types that nobody expects; some make the genuine host panic.
        (r#"{"@level":"info","@message":1}"#, "info: 1"),
        (
            r#"{"@level":"info","@message":{"a":"b"},"@module":7,"@timestamp":[]}"#,
            r#"info: <7> {"a":"b"}"#,
        ),
        (r#"{"@message":1}"#, r#"debug: {"@message":1}"#),
        (
            r#"{"@level":5,"@message":"x"}"#,
            r#"debug: {"@level":5,"@message":"x"}"#,
        ),
        (
            r#"{"@level":"loud","@message":"x"}"#,
            r#"debug: {"@level":"loud","@message":"x"}"#,
        ),
        // JSON that is no record, and what only begins like JSON.
        ("null", "debug: null"),
        ("[1]", "debug: [1]"),
        (r#""text""#, r#"debug: "text""#),
        ("{}", "debug: {}"),
        (r#"{"@level":"info""#, r#"debug: {"@level":"info""#),
        // Levels in front of plain text.
        ("[TRACE] a", "trace: a"),
        ("[DEBUG] a", "debug: a"),
        ("[INFO] a", "info: a"),
        ("[WARN]  a", "warn: a"),
        ("[ERROR] a: [INFO] b", "error: a: [INFO] b"),
        (
            "2026/01/02 [ERROR] not in front",
            "debug: 2026/01/02 [ERROR] not in front",
        ),
        ("plain text", "debug: plain text"),
        // What would deceive a reader, raw and inside a record.
        ("\u{1b}[2Jgone\r", r"debug: \u{1b}[2Jgone"),
        (
            r#"{"@level":"info","@message":"a\nb\u001b[31m","k\u0007":"\u202e"}"#,
            r"info: a\nb\u{1b}[31m {k\u{7}=\u{202e}}",
        ),
        // Secrets by their name.
        (
            r#"{"@level":"info","@message":"login","user":"ann","password":"hunter2","API-Key":"k","tokens":3}"#,
            "info: login {API-Key=[redacted]} {password=[redacted]} {tokens=3} {user=ann}",
        ),
    ];
    for (line, event) in cases {
        let (events, crash) = read(format!("{line}\n").as_bytes());
        assert_eq!(events, [event], "{line}");
        assert_eq!(crash, None, "{line}");
    }
}

#[test]
fn blank_lines_say_nothing() {
    assert_eq!(read(b"\n\r\n\n").0, Vec::<String>::new());
}

#[test]
fn the_last_line_needs_no_end() {
    assert_eq!(read(b"[WARN] out of").0, ["warn: out of"]);
}

#[test]
fn bytes_that_are_no_text_are_replaced() {
    assert_eq!(read(b"caf\xe9\n").0, ["debug: caf\u{fffd}"]);
    assert_eq!(
        read(b"{\"@level\":\"info\",\"@message\":\"\xe9\"}\n").0,
        ["debug: {\"@level\":\"info\",\"@message\":\"\u{fffd}\"}"]
    );
}

#[test]
fn json_nested_beyond_reason_is_shown_as_it_stands() {
    let line = format!(r#"{{"@level":"info","deep":{}"#, "[".repeat(50_000));
    let (events, _) = read(line.as_bytes());
    assert_eq!(events.len(), 1);
    assert!(events[0].starts_with(r#"debug: {"@level":"info","deep":[[["#));
}

#[test]
fn a_line_that_is_too_long_comes_in_pieces_of_one_level() {
    let line = format!("[ERROR] {}\nend\n", "x".repeat(MAX_PIECE * 2));
    let (events, _) = read(line.as_bytes());
    let levels: Vec<&str> = events.iter().map(|event| &event[..8]).collect();
    assert_eq!(levels, ["error: x", "error: x", "error: x", "debug: e"]);
    assert_eq!(
        events
            .iter()
            .map(|event| event.matches('x').count())
            .sum::<usize>(),
        MAX_PIECE * 2
    );
}

#[test]
fn every_untagged_line_after_a_panic_is_an_error_and_part_of_the_report() {
    let go = "starting\n\
              panic: assignment to entry in nil map\n\
              \n\
              goroutine 1 [running]:\n\
              {\"@level\":\"debug\",\"@message\":\"another goroutine\"}\n\
              main.main()\n\
              \t/src/main.go:9 +0x1d\n\
              exit status 2\n";
    let (events, crash) = read(go.as_bytes());
    assert_eq!(
        events,
        [
            "debug: starting",
            "error: panic: assignment to entry in nil map",
            "error: goroutine 1 [running]:",
            "debug: another goroutine",
            "error: main.main()",
            "error: \t/src/main.go:9 +0x1d",
            "error: exit status 2",
        ]
    );
    insta::assert_snapshot!(crash.unwrap(), @r"
    panic: assignment to entry in nil map

    goroutine 1 [running]:
    main.main()
    	/src/main.go:9 +0x1d
    exit status 2
    ");
}

#[test]
fn each_runtime_has_its_own_first_line_of_a_panic() {
    let cases = [
        ("panic: boom", true),
        ("fatal error: all goroutines are asleep - deadlock!", true),
        ("thread 'main' panicked at src/main.rs:2:5:", true),
        (
            "thread 'tokio-rt-worker' (4711) panicked at src/main.rs:2:5:",
            true,
        ),
        ("panic is no option", false),
        ("  panic: indented", false),
        ("[ERROR] panic: tagged", false),
    ];
    for (line, begins) in cases {
        assert_eq!(read(line.as_bytes()).1.is_some(), begins, "{line}");
    }
}

#[test]
fn a_process_that_lived_on_reports_its_last_panic() {
    let stream = b"panic: first\n[INFO] still here\npanic: second\nfatal error: while panicking\n";
    assert_eq!(
        read(stream).1.as_deref(),
        Some("panic: second\nfatal error: while panicking")
    );
}

#[test]
fn the_crash_report_is_bounded_and_says_that_it_was_cut() {
    for filling in ["\u{20ac}".repeat(MAX_PIECE), "goroutine\n".repeat(10_000)] {
        let (_, crash) = read(format!("panic: much\n{filling}\nend\n").as_bytes());
        let crash = crash.unwrap();
        assert!(
            crash.len() <= MAX_REPORT && crash.len() > MAX_REPORT - 64,
            "{}",
            crash.len()
        );
        assert!(crash.starts_with("panic: much\n"));
        assert!(crash.ends_with("[the rest is left out]"));
    }
}
