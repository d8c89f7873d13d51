//! Puts the hash of its content into the name of every file but the entry, so that the browser may keep it for
//! ever. A file is named after its references were rewritten, so a change deep down changes every name above it.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context as _, Result, bail};

use crate::content_hash;
use crate::page::assets::Assets;

/// Renames everything that `entry` reaches. A file that nothing refers to, or a circle, is an error: the browser
/// would ask for an old name.
pub(crate) fn rename(assets: Assets, entry: &str) -> Result<Assets> {
    let mut renaming = Renaming {
        assets,
        open: Vec::new(),
        renamed: BTreeMap::new(),
        finished: Assets::new(),
    };
    let content = renaming.rewrite(entry)?;
    renaming.finished.insert(entry.to_owned(), content);
    let lost = renaming
        .assets
        .keys()
        .find(|name| *name != entry && !renaming.renamed.contains_key(*name));
    if let Some(lost) = lost {
        bail!("nothing that {entry} loads refers to {lost}");
    }
    Ok(renaming.finished)
}

struct Renaming {
    assets: Assets,
    /// The files whose references are being followed, outermost first.
    open: Vec<String>,
    /// Old to new.
    renamed: BTreeMap<String, String>,
    finished: Assets,
}

impl Renaming {
    /// The new name of a file, once everything it refers to has its new name.
    fn new_name(&mut self, name: &str) -> Result<String> {
        if let Some(known) = self.renamed.get(name) {
            return Ok(known.clone());
        }
        let content = self.rewrite(name)?;
        let new_name = with_hash(name, &content_hash::of(&content));
        self.renamed.insert(name.to_owned(), new_name.clone());
        self.finished.insert(new_name.clone(), content);
        Ok(new_name)
    }

    fn rewrite(&mut self, name: &str) -> Result<Vec<u8>> {
        if self.open.iter().any(|open| open == name) {
            bail!("{} refer to each other in a circle", self.open.join(", "));
        }
        let content = self
            .assets
            .get(name)
            .with_context(|| format!("{name} is not there"))?;
        if !is_text(name) {
            return Ok(content.clone());
        }
        let text = std::str::from_utf8(content)
            .with_context(|| format!("{name} is not UTF-8"))?
            .to_owned();
        let references = references(&text, self.assets.keys());

        self.open.push(name.to_owned());
        let mut rewritten = String::with_capacity(text.len() + 20 * references.len());
        let mut copied = 0;
        for (range, target) in references {
            rewritten.push_str(&text[copied..range.start]);
            rewritten.push_str(&self.new_name(&target)?);
            copied = range.end;
        }
        rewritten.push_str(&text[copied..]);
        self.open.pop();
        Ok(rewritten.into_bytes())
    }
}

/// Where `text` names one of `names` as a whole URL, such as `"./a.js"`, `'/a.js'` or `url(a.png)`; in order.
fn references<'a>(text: &str, names: impl Iterator<Item = &'a String>) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    for name in names {
        let hits = text
            .match_indices(name.as_str())
            .map(|(start, hit)| start..start + hit.len());
        found.extend(
            hits.filter(|hit| is_whole_url(text, hit))
                .map(|hit| (hit, name.clone())),
        );
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

fn is_whole_url(text: &str, hit: &Range<usize>) -> bool {
    let before = &text[..hit.start];
    let before = before
        .strip_suffix("./")
        .or_else(|| before.strip_suffix('/'))
        .unwrap_or(before);
    let after = &text[hit.end..];
    before.ends_with(['"', '\'', '`', '(', '='])
        && after.starts_with(['"', '\'', '`', ')', '?', '#', ' ', '>'])
}

fn is_text(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    matches!(
        extension,
        Some("html" | "js" | "css" | "svg" | "json" | "webmanifest")
    )
}

fn with_hash(name: &str, hash: &str) -> String {
    let (folder, file) = name
        .rsplit_once('/')
        .map_or(("", name), |(folder, _)| (folder, &name[folder.len() + 1..]));
    let slash = if folder.is_empty() { "" } else { "/" };
    match file.split_once('.') {
        Some((stem, extension)) => format!("{folder}{slash}{stem}-{hash}.{extension}"),
        None => format!("{folder}{slash}{file}-{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assets(files: &[(&str, &str)]) -> Assets {
        files
            .iter()
            .map(|(name, content)| ((*name).to_owned(), content.as_bytes().to_vec()))
            .collect()
    }

    fn names(assets: &Assets) -> Vec<&str> {
        assets.keys().map(String::as_str).collect()
    }

    #[test]
    fn a_change_deep_down_renames_everything_above_it() {
        let page = |wasm| {
            assets(&[
                ("index.html", "<script src=\"/a.js\">"),
                ("a.js", "load('./b.wasm')"),
                ("b.wasm", wasm),
            ])
        };
        let (one, two) = (
            rename(page("1"), "index.html").unwrap(),
            rename(page("2"), "index.html").unwrap(),
        );
        assert_eq!(one.len(), 3);
        let in_both: Vec<&str> = names(&one)
            .into_iter()
            .filter(|name| two.contains_key(*name))
            .collect();
        assert_eq!(in_both, ["index.html"]);
        let again = rename(page("1"), "index.html").unwrap();
        assert_eq!(one, again, "the same content has the same names");
    }

    #[test]
    fn every_reference_follows_and_nothing_else_changes() {
        let page = assets(&[
            (
                "index.html",
                "<meta content=\"w.js\"><link href='/x/w.js'> w.js \"more-w.js\" \"w.js.map\"",
            ),
            ("w.js", "1"),
            ("x/w.js", "2"),
        ]);
        let page = rename(page, "index.html").unwrap();
        let html = String::from_utf8(page["index.html"].clone()).unwrap();
        let (w, xw) = (content_hash::of(b"1"), content_hash::of(b"2"));
        assert_eq!(
            html,
            format!("<meta content=\"w-{w}.js\"><link href='/x/w-{xw}.js'> w.js \"more-w.js\" \"w.js.map\"")
        );
        assert_eq!(
            names(&page),
            ["index.html", &format!("w-{w}.js"), &format!("x/w-{xw}.js")]
        );
    }

    #[test]
    fn a_file_that_nothing_refers_to_is_an_error() {
        let page = assets(&[("index.html", "<p>"), ("lost.js", "")]);
        assert_eq!(
            rename(page, "index.html").unwrap_err().to_string(),
            "nothing that index.html loads refers to lost.js"
        );
    }

    #[test]
    fn a_circle_is_an_error() {
        let page = assets(&[
            ("index.html", "\"a.js\""),
            ("a.js", "\"b.js\""),
            ("b.js", "\"a.js\""),
        ]);
        let error = rename(page, "index.html").unwrap_err().to_string();
        assert_eq!(error, "index.html, a.js, b.js refer to each other in a circle");
    }
}
