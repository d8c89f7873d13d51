//! [`List`] and [`Object`]: the two values that hold others. They exist so that dropping a value that is
//! thousands of levels deep does not recurse.

use std::mem;
use std::ops::{Deref, DerefMut};

use indexmap::IndexMap;

use super::Value;

/// The items of an array.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct List(Vec<Value>);

impl List {
    /// Moves the items out.
    #[must_use]
    pub fn into_vec(mut self) -> Vec<Value> {
        mem::take(&mut self.0)
    }
}

impl From<Vec<Value>> for List {
    fn from(items: Vec<Value>) -> Self {
        Self(items)
    }
}

impl FromIterator<Value> for List {
    fn from_iter<I: IntoIterator<Item = Value>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

impl Deref for List {
    type Target = Vec<Value>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for List {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl Drop for List {
    fn drop(&mut self) {
        dismantle(mem::take(&mut self.0).into_iter());
    }
}

/// The fields of an object, in the order in which they were first set.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Object(IndexMap<String, Value>);

impl Object {
    /// Moves the fields out.
    #[must_use]
    pub fn into_map(mut self) -> IndexMap<String, Value> {
        mem::take(&mut self.0)
    }
}

impl From<IndexMap<String, Value>> for Object {
    fn from(fields: IndexMap<String, Value>) -> Self {
        Self(fields)
    }
}

impl FromIterator<(String, Value)> for Object {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(fields: I) -> Self {
        Self(fields.into_iter().collect())
    }
}

impl Deref for Object {
    type Target = IndexMap<String, Value>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Object {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl Drop for Object {
    fn drop(&mut self) {
        dismantle(mem::take(&mut self.0).into_values());
    }
}

/// Drops values level by level: each container is emptied into `pending` before it goes.
fn dismantle(values: impl Iterator<Item = Value>) {
    let mut pending: Vec<Value> = values.filter(is_nested).collect();
    while let Some(value) = pending.pop() {
        match value {
            Value::List(list) => pending.extend(list.into_vec().into_iter().filter(is_nested)),
            Value::Object(object) => pending.extend(object.into_map().into_values().filter(is_nested)),
            _ => {}
        }
    }
}

fn is_nested(value: &Value) -> bool {
    matches!(value, Value::List(_) | Value::Object(_))
}
