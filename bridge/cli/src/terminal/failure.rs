//! An uncaught error as people read it in a terminal: what, where, the line of the source, and how it came to that.

use std::fmt::Write as _;

use bridge_host::printable;
use unicode_width::UnicodeWidthStr as _;
use web_output::{CodeFrame, Frame, FrameLine, Location, ScriptError, Warning, frame_lines};

use super::paint::{Hue, Paint};

/// The whole report.
pub(crate) fn text(error: &ScriptError, paint: Paint) -> String {
    let mut text = format!(
        "{} {}\n",
        paint.paint(Hue::Bad, "Uncaught"),
        headline(error, paint)
    );
    details(&mut text, error, paint);
    for cause in error.causes() {
        let _ = writeln!(
            text,
            "{} {}",
            paint.paint(Hue::Strong, "Caused by"),
            headline(cause, paint)
        );
        details(&mut text, cause, paint);
    }
    text.truncate(text.trim_end().len());
    text
}

/// A warning, in the form of an error.
pub(super) fn warning(warning: &Warning, paint: Paint) -> String {
    let mut text = format!(
        "{} {}\n  {}\n",
        paint.paint(Hue::Literal, "Warning:"),
        lines_of(&warning.message),
        paint.paint(Hue::Special, &printable(&warning.location.to_string()))
    );
    if let Some(code) = &warning.code {
        code_frame(&mut text, code, paint);
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

fn details(text: &mut String, error: &ScriptError, paint: Paint) {
    if let Some(location) = &error.location {
        let _ = writeln!(
            text,
            "  {}",
            paint.paint(Hue::Special, &printable(&location.to_string()))
        );
    }
    if let Some(code) = &error.code {
        code_frame(text, code, paint);
    }
    // A single frame says no more than the location.
    if !is_location_alone(&error.frames, error.location.as_ref()) {
        for line in frame_lines(&error.frames) {
            let line = match line {
                FrameLine::Frame(_) => format!("    {line}"),
                FrameLine::Repeats(_) => format!("       {line}"),
            };
            let _ = writeln!(text, "{}", paint.paint(Hue::Faint, &printable(&line)));
        }
    }
    for part in &error.parts {
        let _ = writeln!(text, "  - {}", headline(part, paint));
    }
    if !error.stderr.is_empty() {
        let _ = writeln!(text, "  Plugin log (stderr):");
        for line in error.stderr.lines() {
            let _ = writeln!(text, "{}", format!("  | {}", printable(line)).trim_end());
        }
    }
}

/// The line, with the expression underlined.
fn code_frame(text: &mut String, code: &CodeFrame, paint: Paint) {
    let number = code.line.to_string();
    let bar = |number: &str| paint.paint(Hue::Faint, &format!("  {number} |"));
    let [before, marked, after] = [&code.before, &code.marked, &code.after].map(|part| shown(part));
    let line = format!("{before}{marked}{after}");
    let _ = writeln!(text, "{} {}", bar(&number), line.trim_end());
    if code.before.is_empty() && code.marked.is_empty() {
        return;
    }
    let mark = paint.paint(Hue::Bad, &"^".repeat(marked.width().max(1)));
    let blank = " ".repeat(number.len());
    let _ = writeln!(text, "{} {}{mark}", bar(&blank), " ".repeat(before.width()));
}

/// What a terminal shows of code.
fn shown(code: &str) -> String {
    code.chars()
        .map(|next| if next.is_control() { ' ' } else { next })
        .collect()
}

fn is_location_alone(frames: &[Frame], location: Option<&Location>) -> bool {
    match frames {
        [] => true,
        [only] => only.location.as_ref() == location,
        _ => false,
    }
}

/// The lines of a message, without what would deceive a reader in a terminal.
fn lines_of(message: &str) -> String {
    let lines: Vec<String> = message.lines().map(printable).collect();
    lines.join("\n")
}
