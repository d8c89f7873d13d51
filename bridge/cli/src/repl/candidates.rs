//! How the candidates of a completion are listed: a few with what they do, one on each line; many as names alone.

use web_runtime::Candidate;

/// Parameters that nobody knows.
pub(super) const UNKNOWN: &str = "(…)";

/// With more candidates than this, only their names are shown.
const EXPLAINED: usize = 16;

/// What stands between a candidate and its description at least.
const GAP: &str = "  ";

/// Fewer characters of a description tell nothing.
const LEAST: usize = 12;

/// A text for each candidate, on a screen of so many columns.
pub(super) fn displays(candidates: &[Candidate], columns: usize) -> Vec<String> {
    if candidates.len() > EXPLAINED || candidates.iter().all(|candidate| candidate.called.is_none()) {
        return candidates
            .iter()
            .map(|candidate| candidate.text.clone())
            .collect();
    }
    let heads: Vec<String> = candidates.iter().map(head).collect();
    let widest = heads.iter().map(|head| head.chars().count()).max().unwrap_or(0);
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

/// The beginning of a description, on one line.
pub(super) fn summary(doc: &str, characters: usize) -> String {
    let words = doc.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= characters {
        return bridge_host::printable(&words);
    }
    let mut shown: String = words.chars().take(characters - 1).collect();
    shown.push('…');
    bridge_host::printable(&shown)
}

/// The name, and how it is called.
fn head(candidate: &Candidate) -> String {
    let Candidate { text, called } = candidate;
    match called {
        Some(called) => format!("{text}{}", called.parameters.as_deref().unwrap_or(UNKNOWN)),
        None => text.clone(),
    }
}
