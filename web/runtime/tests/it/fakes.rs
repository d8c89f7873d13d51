//! Plugins and a console that live in the test, and documents that do not: the examples, and a probe that shows what reached it.

mod examples;

use std::cell::{Cell, RefCell};
use std::fmt::Write as _;
use std::path::Path;
use std::rc::Rc;

use examples::Examples;
use futures_util::FutureExt as _;
use futures_util::future::{LocalBoxFuture, pending, ready};
use proto::contract::{ExportKind, ExportSpec, MethodSpec, ModuleManifest};
use proto::manifest::Manifest;
use proto::value::Value;
use web_output::ConsoleEntry;
use web_runtime::{Call, CallError, CallErrorCode, Catalog, ConsoleSink, Documents, PluginModule, Transport};

use crate::read;

/// Answers as the plugins of [`FakePlugins::catalog`] would.
#[derive(Default)]
pub(crate) struct FakePlugins {
    examples: Examples,
    cancelled: Rc<Cell<u32>>,
}

/// Counts a call that is dropped before it is answered.
struct Hanging(Rc<Cell<u32>>);

impl Drop for Hanging {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

impl FakePlugins {
    pub(crate) fn catalog() -> Catalog {
        let probe = ["show", "echo", "make", "fail", "hang", "cancelled"];
        let own = [
            module("plugin:misbehaving", vec![function("call")]),
            module(
                "plugin:probe",
                probe.into_iter().map(function).chain([documented()]).collect(),
            ),
        ];
        let manifests = examples::manifests().into_iter().chain(own);
        Catalog::new(manifests.map(|manifest| PluginModule {
            path: format!("/plugins/{}", manifest.module.as_str().replace(':', "-")),
            manifest,
        }))
    }
}

impl Transport for FakePlugins {
    fn invoke(&self, call: Call) -> Result<Value, CallError> {
        if call.module.starts_with("plugin:examples:") {
            return self.examples.invoke(&call);
        }
        let first = text(call.args.first());
        match call.export.as_str() {
            "show" => Ok(call
                .args
                .iter()
                .map(describe)
                .collect::<Vec<_>>()
                .join(", ")
                .into()),
            "call" | "echo" => Ok(call.args.into_iter().next().unwrap_or_default()),
            "make" => Ok(made(&first)),
            "cancelled" => Ok(f64::from(self.cancelled.get()).into()),
            "fail" => Err(failure(&first, call.args.get(1))),
            other => panic!("no such fake: {other:?}"),
        }
    }

    fn start(&self, call: Call) -> LocalBoxFuture<'static, Result<Value, CallError>> {
        if call.export != "hang" {
            return ready(self.invoke(call)).boxed_local();
        }
        let hanging = Hanging(Rc::clone(&self.cancelled));
        async move {
            let _hanging = hanging;
            pending().await
        }
        .boxed_local()
    }
}

/// The documents of `tests/documents`, which import each other.
pub(crate) struct FakeDocuments;

impl FakeDocuments {
    const NAMES: &str = "bad.json, broken.js, counts.js, greets.js, lib/broken.cjs, lib/count.cjs, lib/main.js, \
                         lib/throws.cjs, lib/uses.cjs, shapes.js, table.json, throws.js";
}

impl Documents for FakeDocuments {
    fn contains(&self, name: &str) -> bool {
        Self::NAMES.split(", ").any(|known| known == name)
    }

    fn read(&self, name: &str) -> Result<String, String> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/documents")
            .join(name);
        self.contains(name)
            .then(|| read(&path))
            .ok_or_else(|| self.alternatives())
    }

    fn alternatives(&self) -> String {
        format!("your documents are: {}", Self::NAMES)
    }
}

/// Keeps console lines as `level: text`.
#[derive(Default)]
pub(crate) struct Recorder(RefCell<String>);

impl Recorder {
    pub(crate) fn take(&self) -> String {
        self.0.take()
    }
}

impl ConsoleSink for Recorder {
    fn write(&self, entry: ConsoleEntry) {
        let level = format!("{:?}", entry.level).to_lowercase();
        if let Some(text) = entry.text() {
            writeln!(self.0.borrow_mut(), "{level}: {text}").unwrap();
        }
    }
}

fn module(name: &str, exports: Vec<ExportSpec>) -> Manifest {
    Manifest::parse(ModuleManifest {
        module_name: name.to_owned(),
        exports,
        ..ModuleManifest::default()
    })
    .unwrap()
}

fn function(name: &str) -> ExportSpec {
    ExportSpec {
        name: name.to_owned(),
        kind: ExportKind::Function.into(),
        ..ExportSpec::default()
    }
}

fn object(name: &str, methods: &[&str]) -> ExportSpec {
    ExportSpec {
        kind: ExportKind::Object.into(),
        method_specs: methods
            .iter()
            .map(|method| MethodSpec {
                name: (*method).to_owned(),
                ..MethodSpec::default()
            })
            .collect(),
        ..function(name)
    }
}

/// Methods with texts.
fn documented() -> ExportSpec {
    let method = |name: &str, summary: &str, doc: &str, tags: &[&str]| MethodSpec {
        name: name.to_owned(),
        summary: summary.to_owned(),
        doc: doc.to_owned(),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
    };
    ExportSpec {
        kind: ExportKind::Object.into(),
        method_specs: vec![
            method(
                "fully",
                "fully(value): Does it all.",
                "Does it all.\n\nAnd more.",
                &["All", "most"],
            ),
            method("briefly", "briefly(): Does it\nshortly.", "", &["most"]),
        ],
        doc: "Texts to look up.".to_owned(),
        ..function("documented")
    }
}

/// The argument, if it is a text.
fn text(argument: Option<&Value>) -> String {
    match argument {
        Some(Value::String(text)) => text.clone(),
        _ => String::new(),
    }
}

/// The value as it arrived, in a form that shows keys in their order.
fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => format!("{number:?}"),
        Value::String(text) => format!("{text:?}"),
        Value::List(items) => format!("[{}]", items.iter().map(describe).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let fields: Vec<String> = fields
                .iter()
                .map(|(key, value)| format!("{key}: {}", describe(value)))
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
    }
}

fn made(what: &str) -> Value {
    match what {
        "nan" => f64::NAN.into(),
        "infinity" => f64::INFINITY.into(),
        "minus zero" => (-0.0).into(),
        "large" => 1e300.into(),
        "fraction" => 0.5.into(),
        "integer" => 42.0.into(),
        "text" => "a\0ü😀".into(),
        "list" => vec![1.0.into(), Value::Null, true.into(), vec![].into()].into(),
        "object" => [("b", 1.0), ("a", 2.0), ("10", 3.0), ("__proto__", 4.0)]
            .into_iter()
            .map(|(key, number)| (key.to_owned(), Value::Number(number)))
            .collect(),
        "deep" => (0..4_999).fold(Value::Null, |inner, _| vec![inner].into()),
        _ => Value::Null,
    }
}

fn failure(code: &str, message: Option<&Value>) -> CallError {
    let Some(Value::String(message)) = message else {
        panic!("fail takes a code and a message");
    };
    CallError {
        code: match code {
            "plugin-exited" => CallErrorCode::PluginExited,
            _ => CallErrorCode::PluginFailed,
        },
        message: message.clone(),
        stderr: "first line\nlast line\n".to_owned(),
    }
}
