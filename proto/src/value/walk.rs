//! Copies and comparisons of values, with a stack of their own in place of recursion: a plugin that clones an argument
//! must not end because the argument is deep.

use std::slice;

use indexmap::{IndexMap, map};

use super::Value;

impl Clone for Value {
    fn clone(&self) -> Self {
        let mut open: Vec<Open<'_>> = Vec::new();
        let mut next = self;
        loop {
            let mut finished = match next {
                Self::Null => Some(Self::Null),
                Self::Bool(value) => Some(Self::Bool(*value)),
                Self::Number(number) => Some(Self::Number(*number)),
                Self::String(text) => Some(Self::String(text.clone())),
                Self::List(items) => {
                    open.push(Open::List(items.iter(), Vec::with_capacity(items.len())));
                    None
                }
                Self::Object(fields) => {
                    let copied = IndexMap::with_capacity(fields.len());
                    open.push(Open::Object(fields.iter(), copied, String::new()));
                    None
                }
            };
            next = loop {
                let Some(parent) = open.last_mut() else {
                    return finished.unwrap_or_default();
                };
                if let Some(child) = finished.take() {
                    parent.accept(child);
                }
                match parent.next_child() {
                    Some(child) => break child,
                    None => finished = open.pop().map(Open::close),
                }
            };
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = vec![(self, other)];
        while let Some(pair) = pairs.pop() {
            let alike = match pair {
                (Self::Null, Self::Null) => true,
                (Self::Bool(one), Self::Bool(other)) => one == other,
                (Self::Number(one), Self::Number(other)) => one == other,
                (Self::String(one), Self::String(other)) => one == other,
                (Self::List(one), Self::List(other)) => {
                    pairs.extend(one.iter().zip(other.iter()));
                    one.len() == other.len()
                }
                // As in a map, the order of the keys does not count.
                (Self::Object(one), Self::Object(other)) => {
                    let known = pairs.len() + one.len();
                    let fields = one
                        .iter()
                        .filter_map(|(key, field)| Some((field, other.get(key)?)));
                    pairs.extend(fields);
                    one.len() == other.len() && pairs.len() == known
                }
                _ => false,
            };
            if !alike {
                return false;
            }
        }
        true
    }
}

/// A list or object that is being copied.
enum Open<'a> {
    List(slice::Iter<'a, Value>, Vec<Value>),
    /// The key belongs to the child that is being copied.
    Object(map::Iter<'a, String, Value>, IndexMap<String, Value>, String),
}

impl<'a> Open<'a> {
    fn next_child(&mut self) -> Option<&'a Value> {
        match self {
            Self::List(rest, _) => rest.next(),
            Self::Object(rest, _, key) => rest.next().map(|(name, value)| {
                key.clone_from(name);
                value
            }),
        }
    }

    fn accept(&mut self, child: Value) {
        match self {
            Self::List(_, items) => items.push(child),
            Self::Object(_, fields, key) => {
                fields.insert(std::mem::take(key), child);
            }
        }
    }

    fn close(self) -> Value {
        match self {
            Self::List(_, items) => Value::List(items.into()),
            Self::Object(_, fields, _) => Value::Object(fields.into()),
        }
    }
}
