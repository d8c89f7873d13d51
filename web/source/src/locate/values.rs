//! [`Values`]: how whoever ran a source tells what its names stand for now.

use crate::cursor::{Path, Root};

/// A kind of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueKind {
    /// `undefined`
    Undefined,
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number that is no big integer.
    Number,
    /// A big integer.
    BigInt,
    /// A string.
    String,
    /// A symbol.
    Symbol,
    /// A function or class.
    Function,
    /// Any other object.
    Object,
}

impl ValueKind {
    /// Whether it is `undefined` or `null`.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        matches!(self, Self::Undefined | Self::Null)
    }

    /// Whether it is a function or another object.
    #[must_use]
    pub fn is_object(self) -> bool {
        matches!(self, Self::Function | Self::Object)
    }

    /// What `typeof` says.
    pub(super) fn type_name(self) -> &'static str {
        match self {
            Self::Undefined => "undefined",
            Self::Null | Self::Object => "object",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::BigInt => "bigint",
            Self::String => "string",
            Self::Symbol => "symbol",
            Self::Function => "function",
        }
    }
}

/// A value as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its kind.
    pub kind: ValueKind,
    /// Whether it has an iterator, if that is known.
    pub is_iterable: Option<bool>,
    /// A number, string or boolean as `String(value)` gives it.
    pub text: Option<String>,
}

impl From<ValueKind> for Known {
    fn from(kind: ValueKind) -> Self {
        Self {
            kind,
            is_iterable: (!kind.is_object()).then_some(kind == ValueKind::String),
            text: None,
        }
    }
}

/// The values of names and their properties as they are now.
pub trait Values {
    /// The value at the end of a path, read without running anything; `None` if nobody knows.
    fn value(&self, path: &ValuePath) -> Option<Known>;
}

/// No values are known.
#[derive(Debug, Clone, Copy)]
pub struct NoValues;

impl Values for NoValues {
    fn value(&self, _: &ValuePath) -> Option<Known> {
        None
    }
}

/// A value by the way to it, without calls: from a global name or a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValuePath {
    root: PathRoot,
    pub(super) steps: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum PathRoot {
    Name(String),
    Module(String),
}

impl ValuePath {
    pub(super) fn name(name: String) -> Self {
        Self {
            root: PathRoot::Name(name),
            steps: Vec::new(),
        }
    }

    pub(super) fn module(name: String) -> Self {
        Self {
            root: PathRoot::Module(name),
            steps: Vec::new(),
        }
    }

    /// The path, borrowed.
    #[must_use]
    pub fn as_path(&self) -> Path<'_> {
        Path {
            root: match &self.root {
                PathRoot::Name(name) => Root::Name(name),
                PathRoot::Module(name) => Root::Module(name),
            },
            steps: self.steps.iter().map(String::as_str).collect(),
        }
    }
}
