//! Wire form to [`Value`], with a stack of its own in place of recursion.

use std::str;

use indexmap::IndexMap;

use super::encoded::Kind;
use super::reader::{Payload, Reader};
use super::{EncodedValue, Value, ValueError};
use crate::limits::{MAX_DEPTH, MAX_NODES};

impl TryFrom<&EncodedValue> for Value {
    type Error = ValueError;

    /// # Errors
    /// When the bytes are malformed, a string is not UTF-8, or a limit of [`crate::limits`] is exceeded.
    fn try_from(encoded: &EncodedValue) -> Result<Self, ValueError> {
        Decoder::default().run(match &encoded.0 {
            Kind::Unset | Kind::Null => Shallow::Done(Self::Null),
            Kind::Number(number) => Shallow::Done(Self::Number(*number)),
            Kind::Text(text) => Shallow::Done(Self::String(utf8(text)?)),
            Kind::Bool(value) => Shallow::Done(Self::Bool(*value)),
            Kind::Struct(content) => Shallow::Struct(Reader::new(content)),
            Kind::List(content) => Shallow::List(Reader::new(content)),
        })
    }
}

impl TryFrom<EncodedValue> for Value {
    type Error = ValueError;

    /// # Errors
    /// See the conversion from a reference.
    fn try_from(encoded: EncodedValue) -> Result<Self, ValueError> {
        Self::try_from(&encoded)
    }
}

/// A value of which nothing nested has been read.
enum Shallow<'a> {
    Done(Value),
    Struct(Reader<'a>),
    List(Reader<'a>),
}

/// A list or object whose children are being read.
enum Open<'a> {
    List(Reader<'a>, Vec<Value>),
    /// The key belongs to the child that is being read.
    Object(Reader<'a>, IndexMap<String, Value>, String),
}

#[derive(Default)]
struct Decoder<'a> {
    open: Vec<Open<'a>>,
    nodes: usize,
}

impl<'a> Decoder<'a> {
    fn run(mut self, root: Shallow<'a>) -> Result<Value, ValueError> {
        let mut finished = self.enter(root)?;
        loop {
            if let Some(value) = finished.take() {
                match self.open.last_mut() {
                    None => return Ok(value),
                    Some(Open::List(_, items)) => items.push(value),
                    Some(Open::Object(_, fields, key)) => {
                        fields.insert(std::mem::take(key), value);
                    }
                }
            }
            finished = match self.next_child()? {
                Some(child) => self.enter(child)?,
                None => self.leave(),
            };
        }
    }

    /// Counts the value; a nested one is opened, any other is finished.
    fn enter(&mut self, value: Shallow<'a>) -> Result<Option<Value>, ValueError> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(ValueError::TooManyNodes);
        }
        let opened = match value {
            Shallow::Done(value) => return Ok(Some(value)),
            Shallow::Struct(content) => Open::Object(content, IndexMap::new(), String::new()),
            Shallow::List(content) => Open::List(content, Vec::new()),
        };
        if self.open.len() == MAX_DEPTH {
            return Err(ValueError::TooDeep);
        }
        self.open.push(opened);
        Ok(None)
    }

    fn next_child(&mut self) -> Result<Option<Shallow<'a>>, ValueError> {
        match self.open.last_mut() {
            None => Ok(None),
            Some(Open::List(reader, _)) => next_bytes(reader)?.map(shallow).transpose(),
            Some(Open::Object(reader, _, key)) => {
                let Some(entry) = next_bytes(reader)? else {
                    return Ok(None);
                };
                let (entry_key, value) = map_entry(entry)?;
                *key = entry_key;
                Ok(Some(value))
            }
        }
    }

    fn leave(&mut self) -> Option<Value> {
        self.open.pop().map(|closed| match closed {
            Open::List(_, items) => Value::List(items.into()),
            Open::Object(_, fields, _) => Value::Object(fields.into()),
        })
    }
}

/// The next occurrence of field 1, which both `Struct` and `ListValue` repeat; other fields are passed over.
fn next_bytes<'a>(reader: &mut Reader<'a>) -> Result<Option<&'a [u8]>, ValueError> {
    while let Some((number, payload)) = reader.field()? {
        match (number, payload) {
            (1, Payload::Bytes(bytes)) => return Ok(Some(bytes)),
            (1, _) => return Err(ValueError::Malformed("list item or field is not a message")),
            _ => {}
        }
    }
    Ok(None)
}

/// An entry of `Struct.fields`: the key is field 1, the value field 2; either may be absent.
fn map_entry(entry: &[u8]) -> Result<(String, Shallow<'_>), ValueError> {
    let mut reader = Reader::new(entry);
    let mut key = String::new();
    let mut value = Shallow::Done(Value::Null);
    while let Some(field) = reader.field()? {
        match field {
            (1, Payload::Bytes(bytes)) => key = utf8(bytes)?,
            (2, Payload::Bytes(bytes)) => value = shallow(bytes)?,
            (1 | 2, _) => return Err(ValueError::Malformed("map entry has a field of a wrong type")),
            _ => {}
        }
    }
    Ok((key, value))
}

/// Reads the fields of one `Value`; the last kind wins, as proto3 says of a oneof, and one that is a message and
/// occurs again is joined.
fn shallow(message: &[u8]) -> Result<Shallow<'_>, ValueError> {
    let mut reader = Reader::new(message);
    let mut value = Shallow::Done(Value::Null);
    while let Some((number, payload)) = reader.field()? {
        value = match (number, payload, value) {
            (5, Payload::Bytes(more), Shallow::Struct(mut content)) => {
                content.join(more);
                Shallow::Struct(content)
            }
            (6, Payload::Bytes(more), Shallow::List(mut content)) => {
                content.join(more);
                Shallow::List(content)
            }
            (1, Payload::Varint(_), _) => Shallow::Done(Value::Null),
            (2, Payload::Fixed64(bytes), _) => Shallow::Done(Value::Number(f64::from_le_bytes(bytes))),
            (3, Payload::Bytes(text), _) => Shallow::Done(Value::String(utf8(text)?)),
            (4, Payload::Varint(value), _) => Shallow::Done(Value::Bool(value != 0)),
            (5, Payload::Bytes(content), _) => Shallow::Struct(Reader::new(content)),
            (6, Payload::Bytes(content), _) => Shallow::List(Reader::new(content)),
            (1..=6, ..) => return Err(ValueError::Malformed("value has a field of a wrong type")),
            (_, _, value) => value,
        };
    }
    Ok(value)
}

fn utf8(bytes: &[u8]) -> Result<String, ValueError> {
    str::from_utf8(bytes)
        .map(str::to_owned)
        .map_err(|_| ValueError::InvalidUtf8)
}
