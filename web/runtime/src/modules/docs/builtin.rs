//! What this runtime says of its own functions and limits.

use super::entry::{Entry, Fact, Kind, RUNTIME};
use crate::bounds::limits::LIMITS;

/// Name, parameters, one line, and more where a line is not enough.
const SYMBOLS: &[(&str, &str, &str, &str)] = &[
    (
        "require",
        "(name)",
        "The module of a plugin, or docs",
        "require(\"plugin:examples:greeter\") gives an object with the plugin's functions. The same name gives the same object every time.",
    ),
    (
        "help",
        "(what)",
        "Describes a module, a function, or a name",
        "help() lists what is available; help(greeter), help(greeter.strings.upper), help(\"plugin:examples:kv\") and help(\"display.bar\") describe one thing; help(\"limits\") lists the limits.",
    ),
    (
        "display",
        "(value, options)",
        "Shows a value in the way that fits it: a picture, a table of objects, or a tree",
        "Every display method takes options; title is one of them.",
    ),
    (
        "display.table",
        "(rows, { columns, title })",
        "Shows an array, object, map or set of rows as a table",
        "",
    ),
    (
        "display.tree",
        "(value, { title })",
        "Shows a value that opens level by level",
        "",
    ),
    (
        "display.json",
        "(value, { title })",
        "The same as display.tree",
        "",
    ),
    (
        "display.image",
        "(bytes, { title })",
        "Shows a PNG, JPEG, GIF, WebP or BMP image",
        "bytes is a Uint8Array, an ArrayBuffer, Base64 as plugins give bytes, or a data URL.",
    ),
    (
        "display.svg",
        "(markup, { title })",
        "Shows SVG markup as an image",
        "",
    ),
    (
        "display.html",
        "(markup, { height = 240, title })",
        "Shows HTML in a frame that cannot reach the page",
        "Scripts, forms and styles of the markup do nothing there, and it loads nothing.",
    ),
    (
        "display.line",
        "(data, { x, y, xLabel, yLabel, title })",
        "Draws lines",
        "data is an array of numbers, of [x, y] pairs, or of objects; or an object of such arrays, one for each line. With objects, x and y name their properties; y may be an array of names.",
    ),
    (
        "display.bar",
        "(data, { x, y, xLabel, yLabel, title })",
        "Draws bars",
        "data is an object of numbers such as { apples: 3 }, or what display.line takes.",
    ),
    (
        "display.scatter",
        "(data, { x, y, xLabel, yLabel, title })",
        "Draws dots",
        "data is what display.line takes.",
    ),
    (
        "console.log",
        "(...values)",
        "Writes values to the output",
        "A first string may hold %s %d %i %f %o %O %c and %%.",
    ),
    ("console.table", "(rows, columns)", "Writes rows as a table", ""),
    (
        "console.group",
        "(...title)",
        "Moves what follows to the right, until console.groupEnd()",
        "",
    ),
    (
        "console.time",
        "(label)",
        "Starts a stopwatch that console.timeEnd(label) reads",
        "",
    ),
    ("console.count", "(label)", "Counts how often it is called", ""),
    (
        "console.trace",
        "(...values)",
        "Writes values and the calls that led here",
        "",
    ),
    (
        "console.assert",
        "(condition, ...values)",
        "Writes values as an error unless the condition holds",
        "",
    ),
    (
        "setTimeout",
        "(callback, milliseconds, ...args)",
        "Calls a function later, once",
        "",
    ),
    (
        "setInterval",
        "(callback, milliseconds, ...args)",
        "Calls a function again and again",
        "",
    ),
    (
        "setImmediate",
        "(callback, ...args)",
        "Calls a function once the script and its promises leave room",
        "",
    ),
    ("clearTimeout", "(id)", "Ends a timer of either kind", ""),
    (
        "queueMicrotask",
        "(callback)",
        "Calls a function when the present code is done",
        "",
    ),
    (
        "structuredClone",
        "(value, { transfer })",
        "Copies a value, cycles included",
        "",
    ),
    (
        "MessageChannel",
        "()",
        "Two ports; what is posted at one arrives at the other; a class",
        "",
    ),
    (
        "Blob",
        "(parts, { type })",
        "Bytes with a media type, in memory; a class",
        "",
    ),
    ("atob", "(text)", "Base64 to text whose characters are bytes", ""),
    ("btoa", "(text)", "Text whose characters are bytes to Base64", ""),
    ("URL", "(address, base)", "The parts of an address; a class", ""),
    (
        "URLSearchParams",
        "(query)",
        "The names and values of a query; a class",
        "",
    ),
    ("TextEncoder", "()", "Text to bytes in UTF-8; a class", ""),
    (
        "TextDecoder",
        "(encoding = \"utf-8\", { fatal, ignoreBOM })",
        "Bytes to text; a class",
        "",
    ),
    (
        "AbortController",
        "()",
        "Cancels calls and removes listeners, by its signal; a class",
        "const call = greeter.greet.async(\"hello\", { signal: controller.signal }) ends when controller.abort() is called: the promise is rejected, and the plugin's handler is cancelled.",
    ),
    (
        "AbortSignal.timeout",
        "(milliseconds)",
        "Returns a signal that aborts after a time",
        "",
    ),
    (
        "AbortSignal.any",
        "(signals)",
        "Returns a signal that aborts with the first of several",
        "",
    ),
    ("crypto.randomUUID", "()", "A random UUID", ""),
    (
        "crypto.getRandomValues",
        "(array)",
        "Fills a typed array with random numbers",
        "",
    ),
    (
        "performance.now",
        "()",
        "Milliseconds since the start, with fractions",
        "",
    ),
];

/// All entries.
pub(crate) fn entries() -> impl Iterator<Item = Entry> {
    SYMBOLS.iter().map(symbol).chain([limits()])
}

/// The names, in the order in which they are listed.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    SYMBOLS.iter().map(|(name, ..)| *name)
}

fn symbol((name, parameters, summary, more): &(&str, &str, &str, &str)) -> Entry {
    Entry {
        parameters: Some((*parameters).to_owned()),
        summary: (*summary).to_owned(),
        body: (*if more.is_empty() { summary } else { more }).to_owned(),
        ..Entry::new(RUNTIME, Kind::Symbol, (*name).to_owned())
    }
}

fn limits() -> Entry {
    let width = LIMITS
        .iter()
        .map(|limit| limit.name.len())
        .max()
        .unwrap_or_default();
    let lines: Vec<String> = LIMITS
        .iter()
        .map(|limit| format!("{:<width$}  {:>10} {}", limit.name, limit.value, limit.text))
        .collect();
    Entry {
        title: "Limits".to_owned(),
        summary: "How much a script may do at once".to_owned(),
        body: lines.join("\n"),
        topics: vec!["javascript".to_owned(), "limits".to_owned()],
        metadata: LIMITS
            .iter()
            .map(|limit| (limit.name, Fact::Number(limit.value as f64)))
            .collect(),
        ..Entry::new(RUNTIME, Kind::Section, "limits".to_owned())
    }
}
