//! [`Reader`]: builds the value of a JSON text. Incomplete arrays and objects lie on an explicit stack.

use std::collections::HashMap;
use std::ops::Range;

use boa_engine::object::builtins::JsArray;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsValue};

use super::scanner::{Scanner, Unit};
use crate::bounds::limits::DATA_DEPTH;

/// Why a text is refused.
pub(super) enum Refusal {
    /// It nests deeper than data may.
    Depth,
    /// The unit at `place` is wrong; it is inside so many arrays and objects.
    Syntax { place: usize, depth: usize },
}

/// Where the parts of a value stand in the text, for `context.source` of a reviver. The last one is the whole value.
#[derive(Default)]
pub(super) struct Sources(pub(super) Vec<Source>);

/// Where a value stands; its parts are indices of other sources.
pub(super) enum Source {
    Primitive(Range<usize>, JsValue),
    Array(Vec<usize>),
    Object(HashMap<PropertyKey, usize>),
}

pub(super) struct Reader<'a, U> {
    text: Scanner<'a, U>,
    open: Vec<Open>,
    keeps_sources: bool,
    sources: Sources,
}

/// An incomplete array or object.
enum Open {
    Array(Vec<JsValue>, Vec<usize>),
    /// With the name of the property whose value is next.
    Object(JsObject, PropertyKey, HashMap<PropertyKey, usize>),
}

type Read<T> = Result<T, Refusal>;

impl<'a, U: Unit> Reader<'a, U> {
    pub(super) fn new(units: &'a [U], keeps_sources: bool) -> Self {
        Self {
            text: Scanner::new(units),
            open: Vec::new(),
            keeps_sources,
            sources: Sources::default(),
        }
    }

    /// Reads the whole text. The sources are empty unless they are to be kept.
    ///
    /// # Errors
    /// A [`Refusal`] if it is not JSON or nests too deep.
    pub(super) fn read(mut self, context: &mut Context) -> Read<(JsValue, Sources)> {
        loop {
            let mut complete = self.begin(context)?;
            // Each turn adds a complete value to the array or object around it, which may complete that one.
            while let Some(value) = complete {
                if self.open.is_empty() {
                    self.text.skip_space();
                    return match self.text.peek() {
                        None => Ok((value, self.sources)),
                        Some(_) => Err(self.refusal()),
                    };
                }
                self.add(value);
                complete = self.advance(context)?;
            }
        }
    }

    /// Reads a primitive value or an empty array or object, or opens one that is not empty.
    fn begin(&mut self, context: &mut Context) -> Read<Option<JsValue>> {
        self.text.skip_space();
        match self.text.peek() {
            Some(b'[') => {
                self.open(Open::Array(Vec::new(), Vec::new()))?;
                match self.text.skip(b']') {
                    true => Ok(Some(self.close(context))),
                    false => Ok(None),
                }
            }
            Some(b'{') => {
                let object = JsObject::with_object_proto(context.intrinsics());
                self.open(Open::Object(object, PropertyKey::from(0), HashMap::new()))?;
                match self.text.skip(b'}') {
                    true => Ok(Some(self.close(context))),
                    false => self.name().map(|()| None),
                }
            }
            _ => self.primitive().map(Some),
        }
    }

    /// Reads what follows a value: a comma, or the bracket that completes the array or object.
    fn advance(&mut self, context: &mut Context) -> Read<Option<JsValue>> {
        self.text.skip_space();
        let is_object = matches!(self.open.last(), Some(Open::Object(..)));
        if self.text.skip(b',') {
            if is_object {
                self.text.skip_space();
                self.name()?;
            }
            return Ok(None);
        }
        match self.text.skip(if is_object { b'}' } else { b']' }) {
            true => Ok(Some(self.close(context))),
            false => Err(self.refusal()),
        }
    }

    fn open(&mut self, open: Open) -> Read<()> {
        if self.open.len() == DATA_DEPTH {
            return Err(Refusal::Depth);
        }
        self.open.push(open);
        self.text.advance();
        self.text.skip_space();
        Ok(())
    }

    /// Reads the name of a property, and its colon.
    fn name(&mut self) -> Read<()> {
        let string = match self.text.peek() {
            Some(b'"') => self.text.string(),
            _ => None,
        };
        let key = PropertyKey::from(string.ok_or_else(|| self.refusal())?);
        self.text.skip_space();
        if !self.text.skip(b':') {
            return Err(self.refusal());
        }
        if let Some(Open::Object(_, name, _)) = self.open.last_mut() {
            *name = key;
        }
        Ok(())
    }

    /// Adds a value to the innermost array or object.
    fn add(&mut self, value: JsValue) {
        let source = self.sources.0.len().checked_sub(1);
        match self.open.last_mut() {
            Some(Open::Array(values, sources)) => {
                values.push(value);
                sources.extend(source);
            }
            Some(Open::Object(object, name, sources)) => {
                let property = PropertyDescriptor::builder()
                    .value(value)
                    .writable(true)
                    .enumerable(true)
                    .configurable(true);
                object.insert_property(name.clone(), property);
                sources.extend(source.map(|source| (name.clone(), source)));
            }
            None => {}
        }
    }

    /// Completes the innermost array or object.
    fn close(&mut self, context: &mut Context) -> JsValue {
        let (value, source) = match self.open.pop() {
            Some(Open::Array(values, sources)) => {
                let array = JsArray::from_iter(values, context);
                (array.into(), Source::Array(sources))
            }
            Some(Open::Object(object, _, sources)) => (object.into(), Source::Object(sources)),
            None => return JsValue::undefined(),
        };
        if self.keeps_sources {
            self.sources.0.push(source);
        }
        value
    }

    fn primitive(&mut self) -> Read<JsValue> {
        let start = self.text.place();
        let value = match self.text.peek() {
            Some(b'"') => self.text.string().map(JsValue::from),
            Some(b'-' | b'0'..=b'9') => self.text.number(),
            Some(b't') => self.text.word(b"true", true.into()),
            Some(b'f') => self.text.word(b"false", false.into()),
            Some(b'n') => self.text.word(b"null", JsValue::null()),
            _ => None,
        };
        let value = value.ok_or_else(|| self.refusal())?;
        if self.keeps_sources {
            let source = Source::Primitive(start..self.text.place(), value.clone());
            self.sources.0.push(source);
        }
        Ok(value)
    }

    fn refusal(&self) -> Refusal {
        Refusal::Syntax {
            place: self.text.place(),
            depth: self.open.len(),
        }
    }
}
