//! To [`Value`]: a serializer that builds one.

mod nested;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::ser::{Serialize, Serializer};

use self::nested::{ListWriter, ObjectWriter};
use super::number::MAX_SAFE;
use super::{ConvertError, Problem, Value};
use crate::limits::MAX_TYPED_DEPTH;

type Result<T> = std::result::Result<T, ConvertError>;

/// Makes one value.
#[derive(Clone, Copy)]
pub(super) struct Writer {
    /// How much deeper serde may recurse.
    depth: usize,
}

impl Writer {
    pub(super) const fn new() -> Self {
        Self {
            depth: MAX_TYPED_DEPTH,
        }
    }

    const fn is_outermost(self) -> bool {
        self.depth == MAX_TYPED_DEPTH
    }

    fn inner(self) -> Result<Self> {
        match self.depth.checked_sub(1) {
            Some(depth) => Ok(Self { depth }),
            None => Err(ConvertError::other(format!(
                "nested more than {MAX_TYPED_DEPTH} levels deep"
            ))),
        }
    }
}

/// Integers that every double can hold.
macro_rules! small_integers {
    ($($method:ident: $type:ty;)*) => {
        $(fn $method(self, number: $type) -> Result<Value> {
            Ok(Value::Number(number.into()))
        })*
    };
}

/// Integers that a double may have to round.
macro_rules! large_integers {
    ($($method:ident: $type:ty;)*) => {
        $(fn $method(self, number: $type) -> Result<Value> {
            exactly(i64::try_from(number).ok(), &number)
        })*
    };
}

impl Serializer for Writer {
    type Ok = Value;
    type Error = ConvertError;
    type SerializeSeq = ListWriter;
    type SerializeTuple = ListWriter;
    type SerializeTupleStruct = ListWriter;
    type SerializeTupleVariant = ListWriter;
    type SerializeMap = ObjectWriter;
    type SerializeStruct = ObjectWriter;
    type SerializeStructVariant = ObjectWriter;

    small_integers! {
        serialize_i8: i8;
        serialize_i16: i16;
        serialize_i32: i32;
        serialize_u8: u8;
        serialize_u16: u16;
        serialize_u32: u32;
        serialize_f32: f32;
        serialize_f64: f64;
    }

    large_integers! {
        serialize_i64: i64;
        serialize_i128: i128;
        serialize_u64: u64;
        serialize_u128: u128;
    }

    fn serialize_bool(self, value: bool) -> Result<Value> {
        Ok(Value::Bool(value))
    }

    fn serialize_char(self, character: char) -> Result<Value> {
        Ok(Value::String(character.into()))
    }

    fn serialize_str(self, text: &str) -> Result<Value> {
        Ok(Value::from(text))
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<Value> {
        Ok(Value::String(STANDARD.encode(bytes)))
    }

    fn serialize_none(self) -> Result<Value> {
        Ok(Value::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value> {
        value.serialize(self.inner()?)
    }

    fn serialize_unit(self) -> Result<Value> {
        Ok(Value::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value> {
        Ok(Value::Null)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Value> {
        Ok(Value::from(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Value> {
        value.serialize(self.inner()?)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value> {
        let content = value.serialize(self.inner()?);
        match (name, variant) {
            ("Result", "Ok") if self.is_outermost() => content,
            ("Result", "Err") if self.is_outermost() => Err(failure(content?)),
            _ => {
                let content = content.map_err(|error| error.in_field(variant))?;
                Ok(Value::from_iter([(variant.to_owned(), content)]))
            }
        }
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<ListWriter> {
        Ok(ListWriter::new(self.inner()?, len, None))
    }

    fn serialize_tuple(self, len: usize) -> Result<ListWriter> {
        Ok(ListWriter::new(self.inner()?, Some(len), None))
    }

    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<ListWriter> {
        Ok(ListWriter::new(self.inner()?, Some(len), None))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<ListWriter> {
        Ok(ListWriter::new(self.inner()?, Some(len), Some(variant)))
    }

    fn serialize_map(self, len: Option<usize>) -> Result<ObjectWriter> {
        Ok(ObjectWriter::new(self.inner()?, len, None))
    }

    fn serialize_struct(self, _: &'static str, len: usize) -> Result<ObjectWriter> {
        Ok(ObjectWriter::new(self.inner()?, Some(len), None))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<ObjectWriter> {
        Ok(ObjectWriter::new(self.inner()?, Some(len), Some(variant)))
    }
}

/// The integer as a double that stands for no other integer.
fn exactly(integer: Option<i64>, shown: &dyn std::fmt::Display) -> Result<Value> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "integers in this range are not rounded"
    )]
    match integer {
        Some(safe) if (-MAX_SAFE..=MAX_SAFE).contains(&safe) => Ok(Value::Number(safe as f64)),
        _ => Err(ConvertError::other(format!(
            "{shown} cannot be a number: JavaScript rounds integers beyond {MAX_SAFE}; make it a string"
        ))),
    }
}

/// The `Err` of a `Result`.
fn failure(content: Value) -> ConvertError {
    let text = match content {
        Value::String(text) => text,
        other => format!(
            "failed with a {}; errors are told as text, so make it one or implement std::error::Error",
            other.type_name()
        ),
    };
    ConvertError::from(Problem::Failed(text))
}
