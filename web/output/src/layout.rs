//! Sets the entries of one object on one line where they fit, else one to a line.

use crate::spans::{Role, Spans};

/// The longest line that an object is set on.
const LINE_WIDTH: usize = 72;
/// Elements of an array that are no wider share lines.
const NARROW: usize = 12;

/// What stands around the entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Braces {
    Square,
    Curly,
    /// Curly, and none at all where there are no entries: the head says it all.
    IfNeeded,
}

/// The object's head, and its entries in braces.
pub(crate) fn set(head: Spans, braces: Braces, entries: Vec<Spans>) -> Spans {
    let (open, close) = match braces {
        Braces::IfNeeded if entries.is_empty() => return head,
        Braces::Square => ("[", "]"),
        Braces::Curly | Braces::IfNeeded => ("{", "}"),
    };
    let mut text = head;
    if !text.0.is_empty() {
        text.push(Role::Plain, " ");
    }
    text.push(Role::Plain, open);
    let width: usize = entries.iter().map(|entry| entry.width() + 2).sum();
    if entries.is_empty() {
    } else if width <= LINE_WIDTH && entries.iter().all(Spans::is_one_line) {
        let padding = if braces == Braces::Square { "" } else { " " };
        text.push(Role::Plain, padding);
        text.append(separated(entries, |_, _, _| ", "));
        text.push(Role::Plain, padding);
    } else {
        let entries = match braces {
            Braces::Square => filled(entries),
            Braces::Curly | Braces::IfNeeded => separated(entries, |_, _, _| ",\n"),
        };
        text.push(Role::Plain, "\n  ");
        text.append(entries.indented());
        text.push(Role::Plain, "\n");
    }
    text.push(Role::Plain, close);
    text
}

/// The elements with as many narrow ones to a line as fit.
fn filled(entries: Vec<Spans>) -> Spans {
    let mut column = 0;
    separated(entries, |previous, previous_width, next| {
        column += previous_width;
        let is_narrow = |entry: &Spans, width| width <= NARROW && entry.is_one_line();
        let width = next.width();
        let fits =
            is_narrow(previous, previous_width) && is_narrow(next, width) && column + width + 2 <= LINE_WIDTH;
        column = if fits { column + 2 } else { 0 };
        if fits { ", " } else { ",\n" }
    })
}

fn separated(entries: Vec<Spans>, mut separator: impl FnMut(&Spans, usize, &Spans) -> &'static str) -> Spans {
    let mut text = Spans::default();
    let mut previous: Option<Spans> = None;
    for entry in entries {
        if let Some(previous) = previous {
            let between = separator(&previous, previous.width(), &entry);
            text.append(previous);
            text.push(Role::Plain, between);
        }
        previous = Some(entry);
    }
    text.append(previous.unwrap_or_default());
    text
}
