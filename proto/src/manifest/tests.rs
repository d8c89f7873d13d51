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

#[test]
fn what_is_too_large_or_unfit_is_named_and_bounded() {
    let long = "x".repeat(1_000_000);
    let with_doc = ExportSpec {
        doc: long.clone(),
        ..export("a", FUNCTION, &[])
    };
    let many: Vec<ExportSpec> = (0..1_001)
        .map(|number| export(&format!("e{number}"), FUNCTION, &[]))
        .collect();
    let cases = [
        (
            manifest(&format!("plugin:{long}"), vec![]),
            "name of the module has 1000007 bytes, and may have 256",
        ),
        (
            manifest("plugin:a\nb", vec![]),
            r#"name of the module is "plugin:a\nb", which holds a control character"#,
        ),
        (
            manifest("plugin:x", vec![export(&long, FUNCTION, &[])]),
            r#"name of an export of module "plugin:x" has 1000000 bytes, and may have 256"#,
        ),
        (
            manifest("plugin:x", vec![export("__proto__", FUNCTION, &[])]),
            r#"name of an export of module "plugin:x" is "__proto__", which is reserved in JavaScript"#,
        ),
        (
            manifest("plugin:x", vec![export("a", OBJECT, &["b\0"])]),
            r#"name of a method of object export "a" in module "plugin:x" is "b\0", which holds a control character"#,
        ),
        (
            manifest("plugin:x", vec![with_doc]),
            r#"doc of export "a" in module "plugin:x" has 1000000 bytes, and may have 65536"#,
        ),
        (
            manifest("plugin:x", many),
            r#"module "plugin:x" has 1001 exports, and may have 1000"#,
        ),
    ];
    for (wire, text) in cases {
        assert_eq!(Manifest::parse(wire).unwrap_err().to_string(), text);
    }
}
