//! Manifests, one of them good.

use proto::contract::{ExportKind, ExportSpec, MethodSpec, ModuleManifest};

use crate::program::module_name;

pub(crate) fn good() -> ModuleManifest {
    with_exports(["pid", "call"].map(function).into())
}

pub(crate) fn wrong_namespace() -> ModuleManifest {
    ModuleManifest {
        module_name: "echo".to_owned(),
        ..good()
    }
}

pub(crate) fn empty() -> ModuleManifest {
    ModuleManifest::default()
}

pub(crate) fn no_exports() -> ModuleManifest {
    with_exports(Vec::new())
}

pub(crate) fn duplicate_export() -> ModuleManifest {
    with_exports(vec![function("a"), function("a")])
}

pub(crate) fn duplicate_method() -> ModuleManifest {
    let method = || MethodSpec {
        name: "m".to_owned(),
        ..MethodSpec::default()
    };
    with_exports(vec![ExportSpec {
        kind: ExportKind::Object.into(),
        method_specs: vec![method(), method()],
        ..function("a")
    }])
}

pub(crate) fn no_kind() -> ModuleManifest {
    of_kind(0)
}

pub(crate) fn unknown_kind() -> ModuleManifest {
    of_kind(7)
}

pub(crate) fn many_exports() -> ModuleManifest {
    numbered(100_000)
}

pub(crate) fn too_many_exports() -> ModuleManifest {
    numbered(1_001)
}

pub(crate) fn huge() -> ModuleManifest {
    ModuleManifest {
        doc: "x".repeat(50 * 1000 * 1000),
        ..good()
    }
}

pub(crate) fn prototype() -> ModuleManifest {
    with_exports(vec![function("__proto__")])
}

pub(crate) fn line_break() -> ModuleManifest {
    ModuleManifest {
        module_name: "plugin:two\nlines".to_owned(),
        ..good()
    }
}

pub(crate) fn nul() -> ModuleManifest {
    with_exports(vec![function("a\0b")])
}

pub(crate) fn long_doc() -> ModuleManifest {
    with_exports(vec![ExportSpec {
        doc: "x".repeat(1000 * 1000),
        ..function("a")
    }])
}

pub(crate) fn escapes() -> ModuleManifest {
    const CLEARS: &str = "\x1b[2J\x1b]0;forged\x07\u{202e}";
    ModuleManifest {
        doc: format!("first {CLEARS}\nsecond"),
        ..with_exports(vec![ExportSpec {
            doc: format!("call(a = \"{CLEARS}\"): does {CLEARS}"),
            ..function("call")
        }])
    }
}

fn of_kind(kind: i32) -> ModuleManifest {
    with_exports(vec![ExportSpec {
        kind,
        ..function("a")
    }])
}

fn numbered(count: usize) -> ModuleManifest {
    with_exports((0..count).map(|number| function(&format!("e{number}"))).collect())
}

fn with_exports(exports: Vec<ExportSpec>) -> ModuleManifest {
    ModuleManifest {
        module_name: module_name(),
        version: "v1".to_owned(),
        exports,
        ..ModuleManifest::default()
    }
}

fn function(name: &str) -> ExportSpec {
    ExportSpec {
        name: name.to_owned(),
        kind: ExportKind::Function.into(),
        ..ExportSpec::default()
    }
}
