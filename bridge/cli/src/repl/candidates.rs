//! How the candidates of a completion are listed: a few with what they do, one on each line; many as names alone.

use bridge_host::printable;
use rustyline::completion::Pair;
use web_runtime::Candidate;

use super::tty::Size;

/// Parameters that nobody knows.
pub(super) const UNKNOWN: &str = "(…)";

/// With more candidates than this, only their names are shown.
const EXPLAINED: usize = 16;

/// What stands between a candidate and its description at least.
const GAP: &str = "  ";

/// Fewer characters of a description tell nothing.
const LEAST: usize = 12;

/// Rows of the screen that hold what is typed.
const OTHER_ROWS: usize = 2;

/// Each candidate with what is shown of it, as many as fit the screen: for more the editor would begin a dialogue, which
/// Ctrl-C does not end.
pub(super) fn pairs(candidates: Vec<Candidate>, screen: Size) -> Vec<Pair> {
    let displays = displays(&candidates, screen.columns);
    let pairs = candidates.into_iter().zip(displays);
    let mut pairs: Vec<Pair> = pairs
        .map(|(candidate, display)| Pair {
            display,
            replacement: candidate.text,
        })
        .collect();
    let widest = widest(pairs.iter().map(|pair| pair.display.as_str())).max(LEAST);
    let in_a_row = (screen.columns / (widest + GAP.len())).max(1);
    let room = in_a_row * screen.rows.saturating_sub(OTHER_ROWS).max(1);
    if pairs.len() > room {
        // The editor writes what all have in common.
        let replacement = common_beginning(&pairs);
        let hidden = pairs.len() + 1 - room;
        pairs.truncate(room - 1);
        pairs.push(Pair {
            display: format!("… {hidden} more"),
            replacement,
        });
    }
    pairs
}

fn displays(candidates: &[Candidate], columns: usize) -> Vec<String> {
    if candidates.len() > EXPLAINED || candidates.iter().all(|candidate| candidate.called.is_none()) {
        return candidates
            .iter()
            .map(|candidate| printable(&candidate.text))
            .collect();
    }
    let heads: Vec<String> = candidates.iter().map(head).collect();
    let widest = widest(heads.iter().map(String::as_str));
    // The editor makes as many columns as fit the longest text: one, if that takes half of the screen.
    let whole = columns / 2;
    let room = columns.saturating_sub(widest + 2 * GAP.len()).max(LEAST);
    let lines = candidates.iter().zip(heads).map(|(candidate, head)| {
        let doc = candidate
            .called
            .as_ref()
            .map_or_else(String::new, |called| summary(&called.doc, room));
        format!("{:whole$}", format!("{head:widest$}{GAP}{doc}").trim_end())
    });
    lines.collect()
}

fn widest<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.map(|text| text.chars().count()).max().unwrap_or(0)
}

fn common_beginning(pairs: &[Pair]) -> String {
    let mut texts = pairs.iter().map(|pair| pair.replacement.as_str());
    let first = texts.next().unwrap_or_default();
    let common = texts.fold(first, |common, text| {
        let same = common
            .chars()
            .zip(text.chars())
            .take_while(|(one, other)| one == other);
        &common[..same.map(|(one, _)| one.len_utf8()).sum()]
    });
    common.to_owned()
}

/// The beginning of a description, on one line.
pub(super) fn summary(doc: &str, characters: usize) -> String {
    let words = doc.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= characters {
        return printable(&words);
    }
    let mut shown: String = words.chars().take(characters - 1).collect();
    shown.push('…');
    printable(&shown)
}

/// The name, and how it is called.
fn head(candidate: &Candidate) -> String {
    let Candidate { text, called } = candidate;
    match called {
        Some(called) => printable(&format!(
            "{text}{}",
            called.parameters.as_deref().unwrap_or(UNKNOWN)
        )),
        None => printable(text),
    }
}

#[cfg(test)]
mod tests {
    use web_runtime::Called;

    use super::*;

    fn shown(texts: &[&str], columns: usize, rows: usize) -> Vec<(String, String)> {
        let candidates = texts.iter().map(|text| Candidate {
            text: (*text).to_owned(),
            called: None,
        });
        let pairs = pairs(candidates.collect(), Size { columns, rows });
        pairs
            .into_iter()
            .map(|pair| (pair.display, pair.replacement))
            .collect()
    }

    #[test]
    fn what_does_not_fit_the_screen_is_counted_and_keeps_what_all_have_in_common() {
        let texts = ["getA", "getB", "getC", "get\u{e9}"];
        let plain = |text: &str| (text.to_owned(), text.to_owned());
        assert_eq!(shown(&texts, 80, 24).len(), 4);
        assert_eq!(
            shown(&texts, 20, 5),
            [
                plain("getA"),
                plain("getB"),
                ("… 2 more".to_owned(), "get".to_owned())
            ]
        );
        assert_eq!(shown(&texts, 1, 1), [("… 4 more".to_owned(), "get".to_owned())]);
    }

    #[test]
    fn what_a_plugin_calls_its_parameters_cannot_forge_a_line() {
        let called = Called {
            name: "f".to_owned(),
            parameters: Some("(a = \"\x1b[2J\")".to_owned()),
            doc: String::new(),
        };
        let candidate = Candidate {
            text: "f".to_owned(),
            called: Some(called),
        };
        assert_eq!(head(&candidate), r#"f(a = "\u{1b}[2J")"#);
    }
}
