//! Each rule of the seed's surface reference, and the text that names it.

use super::Manifest;
use crate::contract::{ExportSpec, MethodSpec, ModuleManifest};

const FUNCTION: i32 = 1;
const OBJECT: i32 = 2;

fn export(name: &str, kind: i32, methods: &[&str]) -> ExportSpec {
    let method_specs = methods
        .iter()
        .map(|name| MethodSpec {
            name: (*name).to_owned(),
            ..Default::default()
        })
        .collect();
    ExportSpec {
        name: name.to_owned(),
        kind,
        method_specs,
        ..Default::default()
    }
}

fn manifest(module: &str, exports: Vec<ExportSpec>) -> ModuleManifest {
    ModuleManifest {
        module_name: module.to_owned(),
        exports,
        ..Default::default()
    }
}

#[test]
fn a_valid_manifest_comes_back_as_published() {
    let mut wire = manifest(
        "plugin:examples:greeter",
        vec![
            export("greet", FUNCTION, &[]),
            export("strings", OBJECT, &["upper", "lower"]),
        ],
    );
    wire.version = "v1".to_owned();
    assert_eq!(Manifest::parse(wire.clone()).unwrap().to_wire(), wire);
}

#[test]
fn each_broken_rule_has_its_text() {
    let cases = [
        (manifest("  ", vec![]), "plugin manifest module name is empty"),
        (
            manifest("echo", vec![]),
            r#"plugin module "echo" must use namespace "plugin:""#,
        ),
        (
            manifest("plugin:x", vec![export(" ", FUNCTION, &[])]),
            r#"plugin module "plugin:x" has an export with empty name"#,
        ),
        (
            manifest(
                "plugin:x",
                vec![export("a", FUNCTION, &[]), export("a ", OBJECT, &[])],
            ),
            r#"plugin module "plugin:x" has duplicate export "a ""#,
        ),
        (
            manifest("plugin:x", vec![export("a", 0, &[])]),
            r#"plugin module "plugin:x" export "a" has unspecified kind"#,
        ),
        (
            manifest("plugin:x", vec![export("a", 7, &[])]),
            r#"plugin module "plugin:x" export "a" has unsupported kind "7""#,
        ),
        (
            manifest("plugin:x", vec![export("a", FUNCTION, &["b"])]),
            r#"function export "a" in module "plugin:x" must not define methods"#,
        ),
        (
            manifest("plugin:x", vec![export("a", OBJECT, &[])]),
            r#"object export "a" in module "plugin:x" must define methods"#,
        ),
        (
            manifest("plugin:x", vec![export("a", OBJECT, &[""])]),
            r#"object export "a" in module "plugin:x" has an empty method name"#,
        ),
        (
            manifest("plugin:x", vec![export("a", OBJECT, &["b", "b"])]),
            r#"object export "a" in module "plugin:x" has duplicate method "b""#,
        ),
    ];
    for (wire, text) in cases {
        assert_eq!(Manifest::parse(wire).unwrap_err().to_string(), text);
    }
}
