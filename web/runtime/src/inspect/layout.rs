//! Sets the entries of one object on one line where they fit, else one to a line.

/// The longest line that an object is set on.
const LINE_WIDTH: usize = 72;
/// Elements of an array that are no wider share lines.
const NARROW: usize = 12;

/// What stands around the entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Braces {
    Square,
    Curly,
    /// Curly, and none at all where there are no entries: the head says it all.
    IfNeeded,
}

/// One object: what comes before the braces, and what goes into them.
#[derive(Debug)]
pub(super) struct Layout {
    head: String,
    braces: Braces,
    entries: Vec<String>,
}

impl Layout {
    pub(super) fn new(head: String, braces: Braces) -> Self {
        Self {
            head,
            braces,
            entries: Vec::new(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn push(&mut self, entry: String) {
        self.entries.push(entry);
    }

    /// Says how many entries are not shown.
    pub(super) fn rest(&mut self, count: u64) {
        if count > 0 {
            self.entries.push(format!("… {count} more"));
        }
    }

    pub(super) fn finish(self) -> String {
        let (open, close) = match self.braces {
            Braces::IfNeeded if self.entries.is_empty() => return self.head,
            Braces::Square => ('[', ']'),
            Braces::Curly | Braces::IfNeeded => ('{', '}'),
        };
        let head = match self.head.as_str() {
            "" => String::new(),
            head => format!("{head} "),
        };
        if self.entries.is_empty() {
            return format!("{head}{open}{close}");
        }
        let width = self
            .entries
            .iter()
            .map(|entry| entry.chars().count() + 2)
            .sum::<usize>();
        let is_one_line = width <= LINE_WIDTH && !self.entries.iter().any(|entry| entry.contains('\n'));
        if is_one_line {
            let padding = if open == '[' { "" } else { " " };
            return format!("{head}{open}{padding}{}{padding}{close}", self.entries.join(", "));
        }
        let separated = match self.braces {
            Braces::Square => filled(&self.entries),
            Braces::Curly | Braces::IfNeeded => self.entries.join(",\n"),
        };
        let entries = separated.replace('\n', "\n  ");
        format!("{head}{open}\n  {entries}\n{close}")
    }
}

/// The elements with as many narrow ones to a line as fit.
fn filled(entries: &[String]) -> String {
    let mut text = String::new();
    let mut column = 0;
    let mut is_previous_narrow = false;
    for (position, entry) in entries.iter().enumerate() {
        let width = entry.chars().count();
        let is_narrow = width <= NARROW && !entry.contains('\n');
        if position > 0 {
            let fits = is_previous_narrow && is_narrow && column + width + 2 <= LINE_WIDTH;
            text.push_str(if fits { ", " } else { ",\n" });
            column = if fits { column + 2 } else { 0 };
        }
        text.push_str(entry);
        column += width;
        is_previous_narrow = is_narrow;
    }
    text
}
