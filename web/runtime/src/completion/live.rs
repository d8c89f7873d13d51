//! The values of a realm as they are now, read without running anything.

use std::collections::HashSet;

use boa_engine::builtins::typed_array::TypedArray;
use boa_engine::property::PropertyKey;
use boa_engine::{JsObject, JsString, JsValue, js_string};

use super::{Candidate, plain};
use crate::realm::Realm;
use crate::values::lookup::{self, chain, key_of};
use crate::values::property::own_value;
use web_source::{Path, Root, is_identifier};

/// Candidates beyond this many help nobody.
const MAX_CANDIDATES: usize = 500;

impl Realm {
    /// The value at the end of a path.
    pub(super) fn look_up(&mut self, path: &Path<'_>) -> Option<JsValue> {
        let root = match path.root {
            Root::Name(name) => self.global(name)?,
            Root::Module(name) => self.module(name)?.into(),
            Root::Text => JsString::default().into(),
        };
        let context = self.context();
        path.steps.iter().try_fold(root, |value, step| {
            lookup::property(&value, &key_of(step), context).value()
        })
    }

    /// The properties of the value at the end of a path that begin with `prefix`.
    pub(super) fn members(&mut self, path: &Path<'_>, prefix: &str) -> Vec<Candidate> {
        let Some(value) = self.look_up(path) else {
            return Vec::new();
        };
        let holders: Vec<JsObject> = chain(&value, self.context()).collect();
        let mut seen = HashSet::new();
        let mut candidates = Vec::new();
        let count = holders.len();
        for (index, holder) in holders.into_iter().enumerate() {
            // What every object has is offered to those who ask for it.
            if index > 0 && index + 1 == count && prefix.is_empty() {
                break;
            }
            let mut names = self.names(&holder, prefix);
            if index > 0 {
                names.sort();
            }
            names.retain(|name| seen.insert(name.clone()));
            names.truncate(MAX_CANDIDATES - candidates.len());
            candidates.extend(names.into_iter().map(|text| {
                let value = own_value(&holder, &key_of(&text));
                let called = value.and_then(|value| self.describe(&value));
                Candidate { text, called }
            }));
        }
        candidates
    }

    /// The names that can be written anywhere and begin with `prefix`.
    pub(super) fn globals(&mut self, prefix: &str) -> Vec<Candidate> {
        let mut declared: Vec<String> = self.declared().map(str::to_owned).collect();
        declared.sort();
        let global = self.context().global_object();
        let mut builtin = self.names(&global, prefix);
        builtin.retain(|name| !declared.contains(name));
        builtin.sort();
        let mut candidates = plain(declared, prefix);
        candidates.extend(plain(builtin, prefix));
        candidates.truncate(MAX_CANDIDATES);
        for candidate in &mut candidates {
            candidate.called = self
                .global(&candidate.text)
                .and_then(|value| self.describe(&value));
        }
        candidates
    }

    /// The value of a name, unless code would have to run for it.
    fn global(&mut self, name: &str) -> Option<JsValue> {
        let inside = self.inside_name(name);
        lookup::global(&inside, self.context())
    }

    /// The own properties that can be written after a dot.
    fn names(&mut self, holder: &JsObject, prefix: &str) -> Vec<String> {
        if has_elements(holder) {
            return ["length"]
                .into_iter()
                .filter(|name| name.starts_with(prefix))
                .map(str::to_owned)
                .collect();
        }
        let keys = holder.own_property_keys(self.context()).unwrap_or_default();
        let is_asked_for = |name: &String| {
            is_identifier(name)
                && name.starts_with(prefix)
                && (!name.starts_with('_') || prefix.starts_with('_'))
        };
        keys.into_iter()
            .filter_map(|key| match key {
                PropertyKey::String(name) => Some(name.to_std_string_escaped()).filter(is_asked_for),
                PropertyKey::Index(_) | PropertyKey::Symbol(_) => None,
            })
            .collect()
    }
}

/// Whether an object has a key for each element, which may be millions. The prototypes of arrays and strings are an array
/// and a string themselves, and have none.
fn has_elements(object: &JsObject) -> bool {
    let length = || own_value(object, &js_string!("length").into()).and_then(|length| length.as_number());
    object.is::<TypedArray>()
        || (object.is_array() || object.is::<JsString>()) && length().is_some_and(|length| length > 0.0)
}
