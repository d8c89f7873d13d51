//! The rules of manifests. Those that a host enforces are the parser's alone: what it complains about is fixed
//! in a copy, and the copy parsed again, until nothing is left to say.

use proto::contract::ModuleManifest;
use proto::manifest::{ExportKind, Manifest, ManifestError, Method, NAMESPACE};

use super::Rule;
use super::repair::repair;

/// So many broken rules are listed; a manifest with more has another problem.
const MOST: usize = 50;

/// Every rule that the manifest breaks, each as often as it is broken, in the order in which a host meets them.
pub(super) fn broken(published: &ModuleManifest) -> Vec<ManifestError> {
    let mut copy = published.clone();
    let mut found = Vec::new();
    while found.len() < MOST {
        let Err(error) = Manifest::parse(copy.clone()) else {
            break;
        };
        let before = copy.clone();
        repair(&mut copy, &error);
        found.push(error);
        if copy == before {
            break;
        }
    }
    found
}

/// What no host refuses, and what will surprise whoever writes or reads scripts.
pub(super) fn odd(manifest: &Manifest) -> Vec<Rule> {
    let mut rules = Vec::new();
    let module = manifest.module.as_str();
    odd_name(
        "module",
        module,
        module.strip_prefix(NAMESPACE).unwrap_or(module),
        &mut rules,
    );
    if manifest.version.is_empty() {
        rules.push(Rule::new("the module has no version", "set one, such as v0.1.0"));
    }
    undocumented("the module", &[&manifest.doc], &mut rules);
    if manifest.exports.is_empty() {
        rules.push(Rule::new(
            "the module has no exports, so it can do nothing",
            "export a function",
        ));
    }
    for export in &manifest.exports {
        let place = format!("export {:?}", export.name);
        odd_key(&place, &export.name, &mut rules);
        match &export.kind {
            ExportKind::Function => undocumented(&place, &[&export.doc], &mut rules),
            ExportKind::Object(methods) => {
                for method in methods {
                    odd_method(&export.name, method, &mut rules);
                }
            }
        }
    }
    rules
}

fn odd_method(export: &str, method: &Method, rules: &mut Vec<Rule>) {
    let place = format!("method {:?}", format!("{export}.{}", method.name));
    odd_key(&place, &method.name, rules);
    undocumented(&place, &[&method.doc, &method.summary], rules);
}

fn undocumented(place: &str, texts: &[&str], rules: &mut Vec<Rule>) {
    if texts.iter().all(|text| text.trim().is_empty()) {
        rules.push(Rule::new(
            format!("{place} has no documentation"),
            "say in a sentence what it does",
        ));
    }
}

/// A name that scripts write after a dot.
fn odd_key(place: &str, name: &str, rules: &mut Vec<Rule>) {
    odd_name(place, name, name, rules);
    if is_inherited(name) {
        rules.push(Rule::new(
            format!("{place} hides what every JavaScript object has under that name"),
            "choose another name",
        ));
    } else if !is_identifier(name.trim()) {
        rules.push(Rule::new(
            format!("{place} is not an identifier, so scripts must write module[{name:?}]"),
            "use letters, digits, _ and $",
        ));
    }
}

fn odd_name(place: &str, name: &str, after_prefix: &str, rules: &mut Vec<Rule>) {
    if after_prefix.is_empty() {
        rules.push(Rule::new(
            format!("the name of the module is {NAMESPACE:?} alone"),
            "put a name behind it",
        ));
    }
    if name != name.trim() {
        rules.push(Rule::new(
            format!("{place} has spaces around its name {name:?}, and scripts must write them too"),
            "remove them",
        ));
    }
}

fn is_inherited(name: &str) -> bool {
    const INHERITED: [&str; 8] = [
        "constructor",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "prototype",
        "toLocaleString",
        "toString",
        "valueOf",
    ];
    INHERITED.contains(&name)
}

fn is_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    let begins = |c: char| c.is_alphabetic() || c == '_' || c == '$';
    characters.next().is_some_and(begins) && characters.all(|c| begins(c) || c.is_numeric())
}
