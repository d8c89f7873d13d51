//! What the example plugins answer, so that scripts show the same here and in the browser, where the real ones run.

use std::cell::RefCell;
use std::collections::BTreeMap;

use proto::manifest::Manifest;
use proto::value::Value;
use web_runtime::{Call, CallError, CallErrorCode};

use super::{function, module, object, text};

/// The examples, and what a test keeps in their store.
#[derive(Default)]
pub(crate) struct Examples {
    store: RefCell<BTreeMap<String, Value>>,
}

/// Those that answer here.
pub(crate) fn manifests() -> Vec<Manifest> {
    vec![
        module(
            "plugin:examples:greeter",
            vec![
                function("greet"),
                object("strings", &["upper", "lower"]),
                object("meta", &["pid"]),
            ],
        ),
        module(
            "plugin:examples:failing",
            vec![
                function("always"),
                function("sometimes"),
                object("checks", &["requirePositive"]),
            ],
        ),
        module(
            "plugin:examples:kv",
            vec![object(
                "store",
                &["set", "get", "delete", "keys", "clear", "size"],
            )],
        ),
    ]
}

impl Examples {
    pub(crate) fn invoke(&self, call: &Call) -> Result<Value, CallError> {
        let first = text(call.args.first());
        match (call.export.as_str(), call.method.as_deref()) {
            ("greet", None) => Ok(format!("hello, {first}").into()),
            ("strings", Some("upper")) => Ok(first.to_uppercase().into()),
            ("strings", Some("lower")) => Ok(first.to_lowercase().into()),
            ("meta", Some("pid")) => Ok(4711.0.into()),
            ("always", None) if first.is_empty() => Err(failed("always failed: forced failure")),
            ("always", None) => Err(failed(&format!("always failed: {first}"))),
            ("sometimes", None) if first == "fail" => Err(failed("sometimes failed because mode=\"fail\"")),
            ("sometimes", None) => Ok(fields([("ok", true.into()), ("mode", first.into())])),
            ("checks", Some("requirePositive")) => match call.args.first() {
                Some(Value::Number(number)) if *number > 0.0 => {
                    Ok(fields([("value", Value::Number(*number)), ("ok", true.into())]))
                }
                Some(Value::Number(number)) => Err(failed(&format!("value must be positive, got {number}"))),
                other => panic!("not for a fake: {other:?}"),
            },
            ("store", Some(method)) => Ok(self.store(method, first, call.args.get(1))),
            other => panic!("no such fake: {other:?}"),
        }
    }

    fn store(&self, method: &str, key: String, value: Option<&Value>) -> Value {
        let mut store = self.store.borrow_mut();
        let size = |store: &BTreeMap<_, _>| Value::Number(store.len() as f64);
        match (method, value) {
            ("set", Some(value)) => {
                store.insert(key.clone(), value.clone());
                fields([
                    ("key", key.into()),
                    ("value", value.clone()),
                    ("size", size(&store)),
                ])
            }
            ("get", None) => store.get(&key).cloned().unwrap_or_default(),
            ("delete", None) => {
                let deleted = store.remove(&key).is_some();
                fields([("deleted", deleted.into()), ("size", size(&store))])
            }
            ("keys", None) => store
                .keys()
                .map(|key| key.clone().into())
                .collect::<Vec<_>>()
                .into(),
            ("clear", None) => {
                let cleared = size(&store);
                store.clear();
                fields([("cleared", cleared)])
            }
            ("size", None) => size(&store),
            other => panic!("not for a fake: {other:?}"),
        }
    }
}

fn fields<const N: usize>(fields: [(&str, Value); N]) -> Value {
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn failed(message: &str) -> CallError {
    CallError {
        code: CallErrorCode::PluginFailed,
        message: message.to_owned(),
        stderr: String::new(),
    }
}
