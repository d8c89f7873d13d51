//! What plugins write beside their answers: scenarios 48 to 53. The floods run in a process of their own, whose
//! memory is looked at.

use std::fs;
use std::time::{Duration, Instant};

use proto::value::Value;

use super::super::row::{Row, row};
use super::super::scene::Scene;
use super::long_call;

pub(crate) fn floods() -> Vec<Row> {
    let slow = Duration::from_secs(50);
    vec![
        row(48, "100 MiB on standard error without a line end")
            .misbehaving("floods-stderr-endless")
            .set(long_call)
            .within(slow)
            .plays(
                |scene| Box::pin(floods_with(scene, "call", 100.0)),
                "true; the host's memory stayed flat",
            ),
        row(48, "1,000,000 lines on standard error")
            .misbehaving("floods-stderr-lines")
            .set(long_call)
            .within(slow)
            .plays(
                |scene| Box::pin(counts_what_was_dropped(scene)),
                "true; the host's memory stayed flat; log lines were dropped, and their number reported",
            ),
        row(
            49,
            "1 MiB without a line end on standard output, after the handshake",
        )
        .misbehaving("prints-then-works")
        .genuine("no longer drained: the plugin blocks")
        .calls("call", "", "true; then the same process answers"),
        row(
            50,
            "200,000 pieces of 10 bytes over the stdio stream, under 500 calls",
        )
        .misbehaving("floods-stdio")
        .set(long_call)
        .within(slow)
        .plays(
            |scene| Box::pin(calls_under_a_flood(scene)),
            "500 answers from 1 process",
        ),
        row(50, "20 MB on os.Stdout of a Go plugin")
            .go()
            .set(long_call)
            .within(slow)
            .plays(
                |scene| Box::pin(floods_with(scene, "print", 20_000_000.0)),
                "20000000; the host's memory stayed flat",
            ),
    ]
}

pub(crate) fn rows() -> Vec<Row> {
    vec![
        row(50, "there is no stdio service")
            .misbehaving("answers")
            .calls("call", "Ada", "Ada; then the same process answers"),
        row(51, "closes its standard output")
            .misbehaving("closes-stdout")
            .calls("call", "", "true; then the same process answers"),
        row(51, "closes its standard error")
            .misbehaving("closes-stderr")
            .calls("call", "", "true; then the same process answers"),
        row(51, "closes both")
            .misbehaving("closes-both")
            .calls("call", "", "true; then the same process answers"),
        writes(52, r#"`{"@message":1}`"#, "{\"@message\":1}\n", "DEBUG {\"@message\":1}").genuine("the host process dies"),
        writes(52, r#"`{"@level":5}`"#, "{\"@level\":5}\n", "DEBUG *").genuine("the host process dies"),
        writes(52, "`null` and `[1]`", "null\n[1]\n", "DEBUG null; DEBUG [1]"),
        writes(52, "escape sequences", "\u{1b}[2J\u{1b}]0;title\u{7}\n", r"DEBUG \u{1b}[2J\u{1b}]0;title\u{7}"),
        writes(52, "a forged line and turned text", "a\rforged\u{202e}txt\n", r"DEBUG a\rforged\u{202e}txt"),
        row(52, "escape sequences and bytes that are no text, in an error")
            .script(r"printf 'a\033[2Jb\377\n' >&2; exit 1")
            .genuine("as they are")
            .opens("refused: plugin exited before we could connect: exit code 1; plugin stderr: a\\u{1b}[2Jb\u{fffd}"),
        row(52, "secrets")
            .not_here("what a plugin logs is passed on as it is, and plugins are given no secrets: see 68"),
        writes(
            53,
            "an hclog record",
            "{\"@level\":\"warn\",\"@message\":\"low on disk\",\"@module\":\"store\",\"@timestamp\":\"2026-01-02T03:04:05.000006Z\",\"free\":12}\n",
            r#"WARN low on disk module="store" fields={"free": "12"}"#,
        ),
        writes(
            53,
            "lines with a level in front",
            "[TRACE] a\n[INFO] b\n[ERROR] c\nd\n",
            "TRACE a; INFO b; ERROR c; DEBUG d",
        ),
        row(53, "a panic: every line is an error").misbehaving("panics-in-call").plays(
            |scene| Box::pin(panics(scene)),
            r"ERROR panic: runtime error: index out of range [3] with length 2; ERROR goroutine 1 [running]:; ERROR main.lookUp(...); ERROR *main.go:12",
        ),
    ]
}

/// A plugin writes a text to its standard error; the outcome is the log events.
fn writes(number: u8, scenario: &'static str, text: &'static str, events: &'static str) -> Row {
    let script: &'static str = format!("printf '%s' '{text}' >&2; exit 1").leak();
    row(number, scenario).script(script).plays(
        |scene| Box::pin(async move { scene.events.of(&scene.folder).join("; ") }),
        events,
    )
}

async fn panics(scene: Scene) -> String {
    scene.call("call", Value::Null).await;
    scene.events.of(&scene.folder).join("; ")
}

async fn floods_with(scene: Scene, export: &str, amount: f64) -> String {
    scene.pid().await.unwrap();
    // Forgets the highest value so far.
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = peak_memory();
    let answer = scene.call(export, amount).await;
    match peak_memory() - before {
        ..16_384 => format!("{answer}; the host's memory stayed flat"),
        grown => format!("{answer}; the host grew by {grown} KiB"),
    }
}

async fn calls_under_a_flood(scene: Scene) -> String {
    let mut pids = Vec::new();
    for _ in 0..500 {
        pids.push(scene.pid().await.unwrap());
    }
    let answers = pids.len();
    pids.dedup();
    format!("{answers} answers from {} process", pids.len())
}

async fn counts_what_was_dropped(scene: Scene) -> String {
    let answer = floods_with(scene.clone(), "call", 1_000_000.0).await;
    // The rest of the last second is told when it is over.
    let deadline = Instant::now() + Duration::from_secs(5);
    let (events, told) = loop {
        let events = scene.events.of(&scene.folder);
        let told = events
            .iter()
            .any(|event| event.starts_with("WARN log lines dropped count="));
        if told || Instant::now() > deadline {
            break (events, told);
        }
        tokio::task::yield_now().await;
    };
    let dropped = if told && events.len() < 100_000 {
        "log lines were dropped, and their number reported"
    } else {
        "every line was passed on"
    };
    format!("{answer}; {dropped}")
}

/// The most that this process has held, in KiB.
fn peak_memory() -> i64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
