//! An uncaught error as people read it in a terminal: what, where, the line of the source, and how it came to that.

use std::fmt::Write as _;

use bridge_host::printable;
use unicode_width::UnicodeWidthChar as _;
use web_runtime::{Frame, Place, ScriptError, frame_lines};
use web_source::LineColumn;

use super::files::Files;
use super::paint::{Hue, Paint};

/// How much of a long line is shown around the place, in characters.
const SHOWN: usize = 100;

/// The whole report.
pub(crate) fn text(error: &ScriptError, files: &Files, paint: Paint) -> String {
    let mut text = format!(
        "{} {}\n",
        paint.paint(Hue::Bad, "Uncaught"),
        headline(error, paint)
    );
    details(&mut text, error, files, paint);
    let mut cause = error.cause.as_deref();
    while let Some(inner) = cause {
        let _ = writeln!(
            text,
            "{} {}",
            paint.paint(Hue::Strong, "Caused by"),
            headline(inner, paint)
        );
        details(&mut text, inner, files, paint);
        cause = inner.cause.as_deref();
    }
    text.truncate(text.trim_end().len());
    text
}

fn headline(error: &ScriptError, paint: Paint) -> String {
    let message = lines_of(&error.message);
    match error.name.as_str() {
        "" => message,
        name => format!("{}: {message}", paint.paint(Hue::Bad, &printable(name))),
    }
}

fn details(text: &mut String, error: &ScriptError, files: &Files, paint: Paint) {
    if let Some(place) = &error.place {
        excerpt(text, place, files, paint);
    }
    // A single frame tells no more than the place.
    if !is_place_alone(&error.frames, error.place.as_ref()) {
        for line in frame_lines(&error.frames) {
            let _ = writeln!(
                text,
                "{}",
                paint.paint(Hue::Faint, &format!("    at {}", printable(&line)))
            );
        }
    }
    for part in &error.parts {
        let _ = writeln!(text, "  - {}", headline(part, paint));
    }
    if !error.stderr.is_empty() {
        let _ = writeln!(text, "  the plugin wrote to its standard error:");
        for line in error.stderr.lines() {
            let _ = writeln!(text, "{}", format!("  | {}", printable(line)).trim_end());
        }
    }
}

/// The place and its line, with a mark below the column.
fn excerpt(text: &mut String, place: &Place, files: &Files, paint: Paint) {
    let _ = writeln!(
        text,
        "  {}",
        paint.paint(Hue::Special, &printable(&place.to_string()))
    );
    let Some(LineColumn { line, column }) = place.position else {
        return;
    };
    let Some(source) = files.line(&place.file, line) else {
        return;
    };
    let before = usize::try_from(column).unwrap_or(1).saturating_sub(1);
    let start = before.saturating_sub(SHOWN / 2);
    let shown: String = source
        .chars()
        .skip(start)
        .take(SHOWN)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let number = line.to_string();
    let bar = |number: &str| paint.paint(Hue::Faint, &format!("  {number} |"));
    let _ = writeln!(text, "{} {}", bar(&number), shown.trim_end());
    let blank = " ".repeat(number.len());
    let mark = paint.paint(Hue::Bad, "^");
    let indent: usize = shown
        .chars()
        .take(before - start)
        .map(|next| next.width().unwrap_or_default())
        .sum();
    let _ = writeln!(text, "{} {}{mark}", bar(&blank), " ".repeat(indent));
}

fn is_place_alone(frames: &[Frame], place: Option<&Place>) -> bool {
    match frames {
        [] => true,
        [only] => only.place.as_ref() == place,
        _ => false,
    }
}

/// The lines of a message, without what would deceive a reader in a terminal.
fn lines_of(message: &str) -> String {
    let lines: Vec<String> = message.lines().map(printable).collect();
    lines.join("\n")
}
