//! Arrays and objects while they are built. An error on the way out learns here where it was.

use indexmap::IndexMap;
use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::{ConvertError, Result, Value, Writer};
use crate::value::typed::key::KeyWriter;

/// The most places that are kept ready, whatever length a type announces.
const MAX_RESERVED: usize = 1024;

/// An array.
pub(in crate::value::typed) struct ListWriter {
    items: Vec<Value>,
    writer: Writer,
    /// The variant that it is the content of.
    variant: Option<&'static str>,
}

impl ListWriter {
    pub(super) fn new(writer: Writer, len: Option<usize>, variant: Option<&'static str>) -> Self {
        Self {
            items: Vec::with_capacity(len.unwrap_or(0).min(MAX_RESERVED)),
            writer,
            variant,
        }
    }

    fn push<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<()> {
        let index = self.items.len();
        let item = item.serialize(self.writer).map_err(|error| {
            let error = error.in_item(index);
            in_variant(self.variant, error)
        })?;
        self.items.push(item);
        Ok(())
    }

    fn finish(self) -> Value {
        tagged(self.variant, Value::from(self.items))
    }
}

/// An object.
pub(in crate::value::typed) struct ObjectWriter {
    fields: IndexMap<String, Value>,
    /// The key of a map whose value is still to come.
    key: String,
    writer: Writer,
    /// The variant that it is the content of.
    variant: Option<&'static str>,
}

impl ObjectWriter {
    pub(super) fn new(writer: Writer, len: Option<usize>, variant: Option<&'static str>) -> Self {
        Self {
            fields: IndexMap::with_capacity(len.unwrap_or(0).min(MAX_RESERVED)),
            key: String::new(),
            writer,
            variant,
        }
    }

    fn insert<T: Serialize + ?Sized>(&mut self, key: String, value: &T) -> Result<()> {
        let value = value.serialize(self.writer).map_err(|error| {
            let error = error.in_field(&key);
            in_variant(self.variant, error)
        })?;
        self.fields.insert(key, value);
        Ok(())
    }

    fn finish(self) -> Value {
        tagged(self.variant, Value::Object(self.fields.into()))
    }
}

/// The two ends that all kinds of arrays share.
macro_rules! list {
    ($($trait:ident: $method:ident;)*) => {
        $(impl $trait for ListWriter {
            type Ok = Value;
            type Error = ConvertError;

            fn $method<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<()> {
                self.push(item)
            }

            fn end(self) -> Result<Value> {
                Ok(self.finish())
            }
        })*
    };
}

list! {
    SerializeSeq: serialize_element;
    SerializeTuple: serialize_element;
    SerializeTupleStruct: serialize_field;
    SerializeTupleVariant: serialize_field;
}

/// The two ends that all kinds of structs share.
macro_rules! object {
    ($($trait:ident)*) => {
        $(impl $trait for ObjectWriter {
            type Ok = Value;
            type Error = ConvertError;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<()> {
                self.insert(key.to_owned(), value)
            }

            fn end(self) -> Result<Value> {
                Ok(self.finish())
            }
        })*
    };
}

object! { SerializeStruct SerializeStructVariant }

impl SerializeMap for ObjectWriter {
    type Ok = Value;
    type Error = ConvertError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        self.key = key.serialize(KeyWriter)?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        let key = std::mem::take(&mut self.key);
        self.insert(key, value)
    }

    fn end(self) -> Result<Value> {
        Ok(self.finish())
    }
}

fn in_variant(variant: Option<&str>, error: ConvertError) -> ConvertError {
    match variant {
        Some(variant) => error.in_field(variant),
        None => error,
    }
}

/// The content under its variant's name.
fn tagged(variant: Option<&'static str>, content: Value) -> Value {
    match variant {
        Some(variant) => Value::from_iter([(variant.to_owned(), content)]),
        None => content,
    }
}
