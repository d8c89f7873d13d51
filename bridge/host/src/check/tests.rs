//! What the check reports to an author about a manifest.

use proto::contract::{ExportSpec, MethodSpec, ModuleManifest};
use proto::manifest::Manifest;

use super::rules;

const FUNCTION: i32 = 1;
const OBJECT: i32 = 2;

fn export(name: &str, kind: i32, methods: &[&str]) -> ExportSpec {
    let method_specs = methods.iter().map(|name| MethodSpec {
        name: (*name).to_owned(),
        doc: "Documented.".to_owned(),
        ..Default::default()
    });
    ExportSpec {
        name: name.to_owned(),
        kind,
        doc: "Documented.".to_owned(),
        method_specs: method_specs.collect(),
    }
}

fn manifest(module: &str, exports: Vec<ExportSpec>) -> ModuleManifest {
    ModuleManifest {
        module_name: module.to_owned(),
        version: "v1".to_owned(),
        doc: "Documented.".to_owned(),
        exports,
        ..Default::default()
    }
}

#[test]
fn every_broken_rule_is_named_at_once() {
    let published = manifest(
        "echo",
        vec![
            export(" ", FUNCTION, &[]),
            export("a", FUNCTION, &["x"]),
            export("a", OBJECT, &["", "x", "x"]),
            export("b", 0, &[]),
            export("c", 7, &["y"]),
            export("d", OBJECT, &[]),
            export("__proto__", FUNCTION, &[]),
            export("bell\u{7}", OBJECT, &["__proto__", ""]),
            export("fine", FUNCTION, &[]),
        ],
    );
    let texts: Vec<String> = rules::broken(&published)
        .iter()
        .map(ToString::to_string)
        .collect();
    insta::assert_snapshot!(texts.join("\n"), @r#"
    plugin module "echo" must use namespace "plugin:"
    plugin module "plugin:echo" has an export with empty name
    function export "a" in module "plugin:echo" must not define methods
    plugin module "plugin:echo" has duplicate export "a"
    object export "a (again)" in module "plugin:echo" has an empty method name
    object export "a (again)" in module "plugin:echo" has duplicate method "x"
    plugin module "plugin:echo" export "b" has unspecified kind
    plugin module "plugin:echo" export "c" has unsupported kind "7"
    object export "d" in module "plugin:echo" must define methods
    name of an export of module "plugin:echo" is "__proto__", which is reserved in JavaScript
    name of an export of module "plugin:echo" is "bell\u{7}", which holds a control character
    name of a method of object export "bell" in module "plugin:echo" is "__proto__", which is reserved in JavaScript
    object export "bell" in module "plugin:echo" has an empty method name
    "#);
}

#[test]
fn everything_that_is_too_large_is_named_at_once() {
    let mut published = manifest(
        "plugin:x",
        vec![
            export("a", OBJECT, &["m"]),
            export(&"n".repeat(300), FUNCTION, &[]),
        ],
    );
    published.version = "v".repeat(300);
    published.capabilities = vec!["c".to_owned(); 101];
    published.exports[0].doc = "d".repeat(70_000);
    published.exports[0].method_specs[0].tags = vec!["t".repeat(300)];
    let texts: Vec<String> = rules::broken(&published)
        .iter()
        .map(ToString::to_string)
        .collect();
    insta::assert_snapshot!(texts.join("\n"), @r#"
    version of module "plugin:x" has 300 bytes, and may have 256
    capabilities of module "plugin:x" has 101 labels, and may have 100
    doc of export "a" in module "plugin:x" has 70000 bytes, and may have 65536
    a label in the tags of method "m" of object export "a" in module "plugin:x" has 300 bytes, and may have 256
    name of an export of module "plugin:x" has 300 bytes, and may have 256
    "#);
}

#[test]
fn a_manifest_that_breaks_one_rule_a_thousand_times_is_told_in_bounds() {
    let published = manifest("plugin:x", (0..1000).map(|_| export("", FUNCTION, &[])).collect());
    assert_eq!(rules::broken(&published).len(), 50);
}

#[test]
fn a_faultless_manifest_is_left_in_peace() {
    let published = manifest(
        "plugin:examples:greeter",
        vec![
            export("greet", FUNCTION, &[]),
            export("strings", OBJECT, &["upper"]),
        ],
    );
    assert_eq!(rules::broken(&published), []);
    assert_eq!(rules::odd(&Manifest::parse(published).unwrap()), []);
}

#[test]
fn what_will_surprise_somebody_is_a_warning() {
    let mut published = manifest(
        "plugin:x",
        vec![
            export("toString", FUNCTION, &[]),
            export("to-upper", FUNCTION, &[]),
            export("spaced ", FUNCTION, &[]),
            export("o", OBJECT, &["constructor"]),
        ],
    );
    published.version.clear();
    published.exports[1].doc.clear();
    let rules = rules::odd(&Manifest::parse(published).unwrap());
    let texts: Vec<&str> = rules.iter().map(|rule| rule.text.as_str()).collect();
    insta::assert_snapshot!(texts.join("\n"), @r#"
    the module has no version
    export "toString" hides what every JavaScript object has under that name
    export "to-upper" is not an identifier, so scripts must write module["to-upper"]
    export "to-upper" has no documentation
    export "spaced " has spaces around its name "spaced ", and scripts must write them too
    method "o.constructor" hides what every JavaScript object has under that name
    "#);
    let empty = rules::odd(&Manifest::parse(manifest("plugin:", vec![])).unwrap());
    assert_eq!(empty.len(), 2, "{empty:?}");
}
