//! What a `package.json` says about the documents of a package.

use proto::value::Value;

/// The file.
pub(crate) const FILE: &str = "package.json";

/// Who asks, which decides between the variants of a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Conditions {
    Require,
    Import,
}

impl Conditions {
    fn hold(self, condition: &str) -> bool {
        match condition {
            "default" | "node" | "module-sync" => true,
            "require" => self == Self::Require,
            "import" => self == Self::Import,
            _ => false,
        }
    }
}

/// `@scope/name/sub/path` as `@scope/name` and `./sub/path`; the second is empty without a path.
pub(crate) fn split(specifier: &str) -> (&str, &str) {
    let mut slashes = specifier.match_indices('/').map(|(at, _)| at);
    let end = if specifier.starts_with('@') {
        slashes.nth(1)
    } else {
        slashes.next()
    };
    match end {
        Some(end) => (&specifier[..end], &specifier[end + 1..]),
        None => (specifier, ""),
    }
}

/// The document that stands for the package where it says nothing of exports.
pub(crate) fn main(package: &Value) -> Option<String> {
    text(field(package, "main")?)
}

/// Whether its `.js` documents are ECMAScript modules; `None` if it does not say.
pub(crate) fn is_module(package: &Value) -> Option<bool> {
    Some(text(field(package, "type")?)? == "module")
}

/// Whether the package says that browsers do without something of it, or of Node's: `"browser": { "fs": false }`.
pub(crate) fn is_left_out(package: &Value, name: &str) -> bool {
    let browser = field(package, "browser");
    matches!(
        browser.and_then(|browser| field(browser, name)),
        Some(Value::Bool(false))
    )
}

/// What the package exports for a path in it: `None` if it restricts nothing, `Some(None)` if it exports nothing there.
pub(crate) fn exported(package: &Value, subpath: &str, conditions: Conditions) -> Option<Option<String>> {
    let exports = field(package, "exports").filter(|exports| !matches!(exports, Value::Null))?;
    let key = match subpath {
        "" => ".".to_owned(),
        subpath => format!("./{subpath}"),
    };
    let Value::Object(entries) = exports else {
        return Some(target(exports, "", conditions).filter(|_| key == "."));
    };
    if !entries.keys().any(|name| name.starts_with('.')) {
        return Some(target(exports, "", conditions).filter(|_| key == "."));
    }
    if let Some(exact) = field(exports, &key) {
        return Some(target(exact, "", conditions));
    }
    // The longest pattern that fits.
    let fits = entries.iter().filter_map(|(pattern, value)| {
        let (before, after) = pattern.split_once('*')?;
        let star = key.strip_prefix(before)?.strip_suffix(after)?;
        Some((before.len(), star, value))
    });
    let best = fits.max_by_key(|(length, ..)| *length);
    Some(best.and_then(|(_, star, value)| target(value, star, conditions)))
}

/// The path that an entry of `exports` leads to.
fn target(value: &Value, star: &str, conditions: Conditions) -> Option<String> {
    match value {
        Value::String(path) => Some(path.replace('*', star)),
        Value::List(list) => list.iter().find_map(|value| target(value, star, conditions)),
        Value::Object(entries) => entries
            .iter()
            .filter(|(condition, _)| conditions.hold(condition))
            .find_map(|(_, value)| target(value, star, conditions)),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

fn field<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    match value {
        Value::Object(entries) => entries.get(name),
        _ => None,
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        _ => None,
    }
}
