//! From [`Value`]: a deserializer that consumes it. It says which type was asked for before serde can say it in
//! Rust's words.

mod nested;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::{Deserializer, IntoDeserializer as _, Visitor};
use serde::forward_to_deserialize_any;

use self::nested::{Fields, Variant, visit_list};
use super::number::{MAX_SAFE, safe_integer, shown};
use super::{ConvertError, Value};
use crate::limits::MAX_TYPED_DEPTH;

type Result<T> = std::result::Result<T, ConvertError>;

/// A value that is being read.
pub(super) struct Reader {
    value: Value,
    /// How much deeper serde may recurse.
    depth: usize,
}

/// What an argument is that was not given.
pub(super) struct Nothing;

impl Reader {
    pub(super) const fn new(value: Value) -> Self {
        Self {
            value,
            depth: MAX_TYPED_DEPTH,
        }
    }

    /// The value with one level less to go.
    fn enter(self) -> Result<(Value, usize)> {
        match self.depth.checked_sub(1) {
            Some(depth) => Ok((self.value, depth)),
            None => Err(ConvertError::other(format!(
                "nested more than {MAX_TYPED_DEPTH} levels deep"
            ))),
        }
    }

    fn inner(self) -> Result<Self> {
        let (value, depth) = self.enter()?;
        Ok(Self { value, depth })
    }

    fn integer<'de, V: Visitor<'de>>(self, min: i64, max: i64, visitor: V) -> Result<V::Value> {
        let Value::Number(number) = self.value else {
            return Err(ConvertError::wrong_type("number", &self.value));
        };
        match safe_integer(number) {
            Some(integer) if (min..=max).contains(&integer) => visitor.visit_i64(integer),
            _ => Err(ConvertError::unexpected(
                format!("an integer from {min} to {max}"),
                shown(number),
            )),
        }
    }

    fn list<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.enter()? {
            (Value::List(items), depth) => visit_list(items, depth, visitor),
            (other, _) => Err(ConvertError::wrong_type("array", &other)),
        }
    }

    fn tuple<'de, V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        match &self.value {
            Value::List(items) if items.len() != len => Err(ConvertError::unexpected(
                format!("an array of {len}"),
                format!("one of {}", items.len()),
            )),
            _ => self.list(visitor),
        }
    }

    fn object<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.enter()? {
            (Value::Object(fields), depth) => visitor.visit_map(Fields::new(fields, depth)),
            (other, _) => Err(ConvertError::wrong_type("object", &other)),
        }
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.value {
            Value::String(text) => visitor.visit_string(text),
            other => Err(ConvertError::wrong_type("string", &other)),
        }
    }

    fn bytes<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.enter()? {
            (Value::String(text), _) => match STANDARD.decode(&text) {
                Ok(bytes) => visitor.visit_byte_buf(bytes),
                Err(error) => Err(ConvertError::other(format!("expected bytes in base64: {error}"))),
            },
            (Value::List(items), depth) => visit_list(items, depth, visitor),
            (other, _) => Err(ConvertError::wrong_type("bytes", &other)),
        }
    }

    fn null<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.value {
            Value::Null => visitor.visit_unit(),
            other => Err(ConvertError::wrong_type("null", &other)),
        }
    }
}

/// Integers, each with its range as far as doubles tell integers apart.
macro_rules! integers {
    ($($method:ident: $min:expr, $max:expr;)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            self.integer($min, $max, visitor)
        })*
    };
}

/// Names of serde's data model that are one in JavaScript's.
macro_rules! alike {
    ($($($method:ident)* => $read:ident;)*) => {
        $($(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            self.$read(visitor)
        })*)*
    };
}

impl<'de> Deserializer<'de> for Reader {
    type Error = ConvertError;

    integers! {
        deserialize_i8: i8::MIN.into(), i8::MAX.into();
        deserialize_i16: i16::MIN.into(), i16::MAX.into();
        deserialize_i32: i32::MIN.into(), i32::MAX.into();
        deserialize_i64: -MAX_SAFE, MAX_SAFE;
        deserialize_i128: -MAX_SAFE, MAX_SAFE;
        deserialize_u8: 0, u8::MAX.into();
        deserialize_u16: 0, u16::MAX.into();
        deserialize_u32: 0, u32::MAX.into();
        deserialize_u64: 0, MAX_SAFE;
        deserialize_u128: 0, MAX_SAFE;
    }

    alike! {
        deserialize_char deserialize_str deserialize_string deserialize_identifier => text;
        deserialize_bytes deserialize_byte_buf => bytes;
        deserialize_seq => list;
        deserialize_map => object;
        deserialize_unit => null;
        deserialize_f32 => deserialize_f64;
    }

    /// For types that take what comes. An integer is given as one, so that fields of integers are found in it.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.enter()? {
            (Value::Null, _) => visitor.visit_unit(),
            (Value::Bool(value), _) => visitor.visit_bool(value),
            (Value::Number(number), _) => match safe_integer(number) {
                Some(integer) if integer != 0 || number.is_sign_positive() => visitor.visit_i64(integer),
                _ => visitor.visit_f64(number),
            },
            (Value::String(text), _) => visitor.visit_string(text),
            (Value::List(items), depth) => visit_list(items, depth, visitor),
            (Value::Object(fields), depth) => visitor.visit_map(Fields::new(fields, depth)),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.value {
            Value::Bool(value) => visitor.visit_bool(value),
            other => Err(ConvertError::wrong_type("boolean", &other)),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.value {
            Value::Number(number) => visitor.visit_f64(number),
            other => Err(ConvertError::wrong_type("number", &other)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self.inner()?),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        self.null(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        visitor.visit_newtype_struct(self.inner()?)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        self.tuple(len, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.tuple(len, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.object(visitor)
    }

    /// A variant without content is its name; one with content is an object with the name as its only key.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        match self.enter()? {
            (Value::String(name), _) => visitor.visit_enum(name.into_deserializer()),
            (Value::Object(fields), depth) => {
                let keys = fields.len();
                match fields.into_map().into_iter().next() {
                    Some((name, value)) if keys == 1 => visitor.visit_enum(Variant { name, value, depth }),
                    _ => Err(ConvertError::unexpected(
                        "an object with one key, the name of a variant",
                        format!("one with {keys}"),
                    )),
                }
            }
            (other, _) => Err(ConvertError::wrong_type("string or object", &other)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }
}

impl<'de> Deserializer<'de> for Nothing {
    type Error = ConvertError;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value> {
        Err(ConvertError::other("nothing was given"))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_none()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}
