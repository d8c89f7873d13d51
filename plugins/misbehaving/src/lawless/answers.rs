//! Answers that no SDK gives: bytes that are no value, values without end. `call(what)` chooses; what is not known
//! is answered with the argument itself.

use prost::Message as _;
use prost::bytes::{BufMut as _, Bytes, BytesMut};
use prost::encoding::encode_varint;
use proto::value::{EncodedValue, Value};
use tonic::Status;
use tonic::metadata::MetadataMap;

/// The header by which an error asks for a message that is no UTF-8; see [`super::server`].
pub(super) const BROKEN_MESSAGE: &str = "x-broken-message";

const STRUCT: u8 = 0x2a;
const LIST: u8 = 0x32;
const TEXT: u8 = 0x1a;
/// Field 1 of a list or struct, and of a struct's entry; field 2 of an entry.
const FIRST: u8 = 0x0a;
const SECOND: u8 = 0x12;

pub(super) fn answer(argument: &EncodedValue) -> Result<Option<EncodedValue>, Status> {
    let Ok(Value::String(asked)) = Value::try_from(argument) else {
        return Ok(Some(argument.clone()));
    };
    let (what, number) = asked.split_once(' ').unwrap_or((&asked, "0"));
    let number: usize = number.parse().unwrap_or(0);
    let bytes = match what {
        "absent" => return Ok(None),
        "kindless" => Bytes::new(),
        "deep" => nested(number),
        "text" => return Ok(EncodedValue::try_from(Value::from("x".repeat(number))).ok()),
        "broken-text" => field(TEXT, b"a\xff"),
        "broken-key" => field(STRUCT, &field(FIRST, &entry(b"\xff", 1.0))),
        "two-keys-of-one-name" => {
            let entries = [entry(b"k", 1.0), entry(b"k", 2.0)].map(|entry| field(FIRST, &entry));
            field(STRUCT, &entries.concat())
        }
        // Field 15, and then a known one.
        "unknown-field" => [field(0x7a, b"?"), field(TEXT, b"known")].concat().into(),
        // Says that 100 bytes follow.
        "junk" => field(LIST, &[FIRST, 100, 1]),
        "error" => return Err(Status::unknown("x".repeat(number))),
        "broken-error" => {
            let mut metadata = MetadataMap::new();
            metadata.insert(BROKEN_MESSAGE, tonic::metadata::MetadataValue::from_static("yes"));
            return Err(Status::with_metadata(tonic::Code::Unknown, "", metadata));
        }
        _ => return Ok(Some(argument.clone())),
    };
    EncodedValue::decode(bytes)
        .map(Some)
        .map_err(|error| Status::internal(error.to_string()))
}

/// So many lists in each other.
fn nested(depth: usize) -> Bytes {
    // From the inside out, but written from the back to the front: a copy for each level would take for ever.
    let mut backwards: Vec<u8> = Vec::new();
    for level in 0..depth {
        if level > 0 {
            prepend_head(&mut backwards, FIRST);
        }
        prepend_head(&mut backwards, LIST);
    }
    backwards.reverse();
    backwards.into()
}

fn prepend_head(backwards: &mut Vec<u8>, tag: u8) {
    let mut head = vec![tag];
    encode_varint(backwards.len() as u64, &mut head);
    backwards.extend(head.iter().rev());
}

fn entry(key: &[u8], number: f64) -> Bytes {
    let mut value = BytesMut::from(&[0x11][..]);
    value.put_f64_le(number);
    [field(FIRST, key), field(SECOND, &value)].concat().into()
}

fn field(tag: u8, content: &[u8]) -> Bytes {
    let mut bytes = BytesMut::new();
    bytes.put_u8(tag);
    encode_varint(content.len() as u64, &mut bytes);
    bytes.put_slice(content);
    bytes.freeze()
}
