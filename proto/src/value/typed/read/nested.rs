//! What is inside a value that is being read: items, fields, and the content of a variant. An error on the way out
//! learns here where it was.

use std::vec;

use indexmap::map;
use serde::de::{
    DeserializeSeed, Deserializer as _, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::{ConvertError, Reader, Result, Value};
use crate::value::typed::key::KeyReader;
use crate::value::{List, Object};

/// Reads the items of an array, all of them.
pub(super) fn visit_list<'de, V: Visitor<'de>>(items: List, depth: usize, visitor: V) -> Result<V::Value> {
    let mut items = Items {
        left: items.into_vec().into_iter(),
        index: 0,
        depth,
    };
    let read = visitor.visit_seq(&mut items)?;
    match items.left.len() {
        0 => Ok(read),
        left => Err(ConvertError::unexpected(
            format!("an array of {}", items.index),
            format!("one of {}", items.index + left),
        )),
    }
}

struct Items {
    left: vec::IntoIter<Value>,
    index: usize,
    depth: usize,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = ConvertError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        let Some(value) = self.left.next() else {
            return Ok(None);
        };
        let index = self.index;
        self.index += 1;
        let depth = self.depth;
        seed.deserialize(Reader { value, depth })
            .map(Some)
            .map_err(|error| error.in_item(index))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left.len())
    }
}

/// The fields of an object.
pub(super) struct Fields {
    left: map::IntoIter<String, Value>,
    /// The field whose key has been read.
    current: Option<(String, Value)>,
    depth: usize,
}

impl Fields {
    pub(super) fn new(fields: Object, depth: usize) -> Self {
        Self {
            left: fields.into_map().into_iter(),
            current: None,
            depth,
        }
    }
}

impl<'de> MapAccess<'de> for Fields {
    type Error = ConvertError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        self.current = self.left.next();
        let Some((key, _)) = &self.current else {
            return Ok(None);
        };
        seed.deserialize(KeyReader(key))
            .map(Some)
            .map_err(|error| error.in_field(key))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        let Some((key, value)) = self.current.take() else {
            return Err(ConvertError::other("the type asked for a field twice"));
        };
        let depth = self.depth;
        seed.deserialize(Reader { value, depth })
            .map_err(|error| error.in_field(&key))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left.len())
    }
}

/// A variant with content.
pub(super) struct Variant {
    pub(super) name: String,
    pub(super) value: Value,
    pub(super) depth: usize,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = ConvertError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self)> {
        let variant = seed.deserialize(KeyReader(&self.name))?;
        Ok((variant, self))
    }
}

impl Variant {
    fn read<T>(self, read: impl FnOnce(Reader) -> Result<T>) -> Result<T> {
        let Self { name, value, depth } = self;
        read(Reader { value, depth }).map_err(|error| error.in_field(&name))
    }
}

impl<'de> VariantAccess<'de> for Variant {
    type Error = ConvertError;

    fn unit_variant(self) -> Result<()> {
        self.read(|content| match content.value {
            Value::Null => Ok(()),
            other => Err(ConvertError::wrong_type("null", &other)),
        })
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value> {
        self.read(|content| seed.deserialize(content))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        self.read(|content| content.deserialize_tuple(len, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.read(|content| content.deserialize_struct("", fields, visitor))
    }
}
