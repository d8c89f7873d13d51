//! trunk starts the page with an inline script, which a content security policy without `unsafe-inline` refuses.
//! This takes the script out into a file and makes sure that nothing else in the page is inline.

use anyhow::{Result, bail};

/// What trunk's own script always holds.
const MARK: &str = "TrunkApplicationStarted";

/// A page and the script that was part of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Parted {
    pub(crate) html: String,
    pub(crate) script: String,
}

/// Takes trunk's script out of `html`, which then loads it from `/{file}`.
pub(crate) fn part(html: &str, file: &str) -> Result<Parted> {
    const OPEN: &str = "<script type=\"module\">";
    const CLOSE: &str = "</script>";
    let mut scripts = html.match_indices(OPEN).filter_map(|(start, _)| {
        let body = start + OPEN.len();
        let end = body + html[body..].find(CLOSE)?;
        html[body..end].contains(MARK).then_some((start, body, end))
    });
    let (Some((start, body, end)), None) = (scripts.next(), scripts.next()) else {
        bail!(
            "index.html must hold exactly one inline module script that says {MARK}; has trunk changed its output?"
        );
    };
    let (before, after) = (&html[..start], &html[end + CLOSE.len()..]);
    Ok(Parted {
        html: format!("{before}<script type=\"module\" src=\"/{file}\"></script>{after}"),
        script: html[body..end].trim().to_owned() + "\n",
    })
}

/// Refuses what the bridge's content security policy would refuse in the browser, where nobody sees why.
pub(crate) fn refuse_inline_code(html: &str) -> Result<()> {
    for tag in tags(html) {
        let name = tag
            .split(|c: char| c.is_ascii_whitespace())
            .next()
            .unwrap_or_default();
        if name.eq_ignore_ascii_case("script") && !tag.contains(" src=") {
            bail!("index.html holds an inline script: <{tag}>");
        }
        if name.eq_ignore_ascii_case("style") || attributes(tag).any(|attribute| attribute == "style") {
            bail!("index.html holds an inline style: <{tag}>");
        }
        if let Some(handler) = attributes(tag).find(|attribute| attribute.starts_with("on")) {
            bail!("index.html holds an inline handler, {handler}: <{tag}>");
        }
    }
    Ok(())
}

/// What lies between `<` and `>`, end tags and comments left out. trunk writes no `>` inside an attribute.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    let pieces = html.split('<').skip(1).filter_map(|piece| piece.split_once('>'));
    pieces
        .map(|(tag, _)| tag)
        .filter(|tag| !tag.starts_with(['/', '!']))
}

/// The names of a tag's attributes that have a value.
fn attributes(tag: &str) -> impl Iterator<Item = &str> {
    let names = tag.match_indices("=\"").map(|(end, _)| &tag[..end]);
    names.filter_map(|text| text.rsplit(|c: char| c.is_ascii_whitespace()).next())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><script type=\"module\">\nimport init from '/a.js';\n\
                        dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\"));\n</script></head>";

    #[test]
    fn the_script_moves_to_a_file_that_the_page_names() {
        let parted = part(PAGE, "start.js").unwrap();
        assert_eq!(
            parted.html,
            "<head><script type=\"module\" src=\"/start.js\"></script></head>"
        );
        assert!(parted.script.starts_with("import init"), "{}", parted.script);
        assert!(parted.script.ends_with(");\n"), "{}", parted.script);
        refuse_inline_code(&parted.html).unwrap();
    }

    #[test]
    fn a_page_without_the_known_script_is_refused() {
        let changed = PAGE.replace(MARK, "Started");
        assert!(part(&changed, "start.js").is_err());
        assert!(part(&format!("{PAGE}{PAGE}"), "start.js").is_err());
    }

    #[test]
    fn inline_code_of_every_kind_is_refused() {
        for inline in [
            "<script>x()</script>",
            "<style>a{}</style>",
            "<p style=\"color:red\">",
            "<body class=\"a\" onload=\"x()\">",
        ] {
            assert!(refuse_inline_code(inline).is_err(), "{inline}");
        }
        refuse_inline_code("<!doctype html><meta content=\"on\"><script src=\"/a.js\"></script>").unwrap();
    }
}
