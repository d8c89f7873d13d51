//! [`EncodedValue`]: a `google.protobuf.Value` that was not read further than it must be. The generated
//! messages hold this type, so that passing a value on costs no walk over it.

use std::mem;

use bytes::{Buf, BufMut, Bytes};
use prost::encoding::{self, DecodeContext, WireType};
use prost::{DecodeError, Message};

/// One value in its wire form. Whether nested bytes are well-formed shows when it is decoded.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EncodedValue(pub(super) Kind);

/// The kinds of `google.protobuf.Value`, with their field numbers.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Kind {
    /// No field at all; read as null.
    #[default]
    Unset,
    /// Field 1.
    Null,
    /// Field 2.
    Number(f64),
    /// Field 3; not checked to be UTF-8 yet.
    Text(Bytes),
    /// Field 4.
    Bool(bool),
    /// Field 5: the content of a `google.protobuf.Struct`.
    Struct(Bytes),
    /// Field 6: the content of a `google.protobuf.ListValue`.
    List(Bytes),
}

/// A value in the place of a message field. The doc-hidden parts of prost used here are what its own derive
/// expands to.
impl Message for EncodedValue {
    fn encode_raw(&self, buf: &mut impl BufMut) {
        match &self.0 {
            Kind::Unset => {}
            Kind::Null => encoding::int32::encode(1, &0, buf),
            Kind::Number(number) => encoding::double::encode(2, number, buf),
            Kind::Text(text) => encoding::bytes::encode(3, text, buf),
            Kind::Bool(value) => encoding::bool::encode(4, value, buf),
            Kind::Struct(content) => encoding::bytes::encode(5, content, buf),
            Kind::List(content) => encoding::bytes::encode(6, content, buf),
        }
    }

    fn merge_field(
        &mut self,
        tag: u32,
        wire_type: WireType,
        buf: &mut impl Buf,
        ctx: DecodeContext,
    ) -> Result<(), DecodeError> {
        let mut bytes = Bytes::new();
        self.0 = match tag {
            1 => {
                encoding::int32::merge(wire_type, &mut 0, buf, ctx)?;
                Kind::Null
            }
            2 => {
                let mut number = 0.0;
                encoding::double::merge(wire_type, &mut number, buf, ctx)?;
                Kind::Number(number)
            }
            3 => {
                encoding::bytes::merge(wire_type, &mut bytes, buf, ctx)?;
                Kind::Text(bytes)
            }
            4 => {
                let mut value = false;
                encoding::bool::merge(wire_type, &mut value, buf, ctx)?;
                Kind::Bool(value)
            }
            5 => {
                encoding::bytes::merge(wire_type, &mut bytes, buf, ctx)?;
                match mem::take(&mut self.0) {
                    Kind::Struct(content) => Kind::Struct(joined(&content, &bytes)),
                    _ => Kind::Struct(bytes),
                }
            }
            6 => {
                encoding::bytes::merge(wire_type, &mut bytes, buf, ctx)?;
                match mem::take(&mut self.0) {
                    Kind::List(content) => Kind::List(joined(&content, &bytes)),
                    _ => Kind::List(bytes),
                }
            }
            _ => return encoding::skip_field(wire_type, tag, buf, ctx),
        };
        Ok(())
    }

    fn encoded_len(&self) -> usize {
        match &self.0 {
            Kind::Unset => 0,
            Kind::Null => encoding::int32::encoded_len(1, &0),
            Kind::Number(number) => encoding::double::encoded_len(2, number),
            Kind::Text(text) => encoding::bytes::encoded_len(3, text),
            Kind::Bool(value) => encoding::bool::encoded_len(4, value),
            Kind::Struct(content) => encoding::bytes::encoded_len(5, content),
            Kind::List(content) => encoding::bytes::encoded_len(6, content),
        }
    }

    fn clear(&mut self) {
        self.0 = Kind::Unset;
    }
}

/// Two parts of one message: in protobuf, one after the other is both.
fn joined(content: &Bytes, more: &Bytes) -> Bytes {
    [&content[..], more].concat().into()
}
