//! [`Refusal`]: an object that cannot be passed to a plugin, and what a script can pass instead.

use boa_engine::builtins::array_buffer::{ArrayBuffer, SharedArrayBuffer};
use boa_engine::builtins::dataview::DataView;
use boa_engine::builtins::date::Date;
use boa_engine::builtins::error::Error;
use boa_engine::builtins::map::ordered_map::OrderedMap;
use boa_engine::builtins::promise::Promise;
use boa_engine::builtins::proxy::Proxy;
use boa_engine::builtins::regexp::RegExp;
use boa_engine::builtins::set::ordered_set::OrderedSet;
use boa_engine::builtins::typed_array::TypedArray;
use boa_engine::{JsObject, JsValue};

use crate::values::property::constructor_name;

/// A kind of value that cannot be passed, with its article, and what to pass instead.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) what: String,
    pub(super) way_out: &'static str,
}

impl Refusal {
    pub(super) fn new(what: &str, way_out: &'static str) -> Self {
        Self {
            what: what.to_owned(),
            way_out,
        }
    }

    /// Names an object that is neither plain, an array, a boxed primitive nor a `Uint8Array`.
    pub(super) fn of_object(object: &JsObject) -> Self {
        if object.is_callable() {
            return Self::new("a function", "plugins accept only data");
        }
        let known: &[(bool, &str, &'static str)] = &[
            (object.is::<Proxy>(), "a Proxy", "pass a copy such as {...proxy}"),
            (object.is::<Date>(), "a Date", "pass date.toISOString()"),
            (
                object.is::<OrderedMap<JsValue>>(),
                "a Map",
                "pass Object.fromEntries(map)",
            ),
            (object.is::<OrderedSet>(), "a Set", "pass [...set]"),
            (object.is::<RegExp>(), "a RegExp", "pass regexp.source"),
            (object.is::<Error>(), "an Error", "pass error.message"),
            (
                object.is::<Promise>(),
                "a Promise",
                "pass the value it resolves to",
            ),
            (
                object.is::<ArrayBuffer>() || object.is::<SharedArrayBuffer>(),
                "an ArrayBuffer",
                "pass new Uint8Array(buffer)",
            ),
            (
                object.is::<DataView>(),
                "a DataView",
                "pass new Uint8Array(view.buffer)",
            ),
        ];
        if let Some((_, what, way_out)) = known.iter().find(|(matches, ..)| *matches) {
            return Self::new(what, way_out);
        }
        let way_out = if object.is::<TypedArray>() {
            "pass Array.from(array), or a Uint8Array of its bytes"
        } else {
            "pass a plain object, an array, a string, a number, a boolean or null"
        };
        let name = constructor_name(object).filter(|name| name != "Object");
        Self {
            what: name.map_or_else(|| "not a plain object".to_owned(), |name| with_article(&name)),
            way_out,
        }
    }
}

/// A class name after "a" or "an".
fn with_article(name: &str) -> String {
    // "U" as in Uint8Array sounds like a consonant.
    let article = if name.starts_with(['A', 'E', 'I', 'O']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {name}")
}
