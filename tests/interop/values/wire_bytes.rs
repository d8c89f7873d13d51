//! The bytes of `google.protobuf.Value`, made by hand: also those that no encoder makes.

/// The keys of the fields of `Value`: number and wire type.
const NULL: u8 = 0x08;
const NUMBER: u8 = 0x11;
const TEXT: u8 = 0x1a;
const BOOL: u8 = 0x20;
const STRUCT: u8 = 0x2a;
const LIST: u8 = 0x32;
/// Field 1 of `Struct`, of `ListValue` and of an entry; field 2 of an entry.
const FIRST: u8 = 0x0a;
const SECOND: u8 = 0x12;

pub(crate) fn null(enumerator: u8) -> Vec<u8> {
    vec![NULL, enumerator]
}

pub(crate) fn number(number: f64) -> Vec<u8> {
    [&[NUMBER][..], &number.to_le_bytes()].concat()
}

pub(crate) fn text(text: impl AsRef<[u8]>) -> Vec<u8> {
    field(TEXT, text.as_ref())
}

pub(crate) fn boolean(varint: u8) -> Vec<u8> {
    vec![BOOL, varint]
}

pub(crate) fn list(items: &[Vec<u8>]) -> Vec<u8> {
    let items: Vec<_> = items.iter().map(|item| field(FIRST, item)).collect();
    field(LIST, &items.concat())
}

pub(crate) fn object(fields: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let entries: Vec<_> = fields
        .iter()
        .map(|(key, value)| entry(&[key_of_entry(key), value_of_entry(value)]))
        .collect();
    object_of_entries(&entries)
}

/// An object of entries that were made from parts.
pub(crate) fn object_of_entries(entries: &[Vec<u8>]) -> Vec<u8> {
    field(STRUCT, &entries.concat())
}

pub(crate) fn entry(parts: &[Vec<u8>]) -> Vec<u8> {
    field(FIRST, &parts.concat())
}

pub(crate) fn key_of_entry(key: impl AsRef<[u8]>) -> Vec<u8> {
    field(FIRST, key.as_ref())
}

pub(crate) fn value_of_entry(value: &[u8]) -> Vec<u8> {
    field(SECOND, value)
}

/// Lists in each other.
pub(crate) fn nested_lists(depth: usize) -> Vec<u8> {
    nested(depth, &[FIRST], LIST)
}

/// Objects in each other, each under the key `k`.
pub(crate) fn nested_objects(depth: usize) -> Vec<u8> {
    nested(depth, &[SECOND, FIRST], STRUCT)
}

/// A field with a length, the key being one byte.
pub(crate) fn field(key: u8, content: &[u8]) -> Vec<u8> {
    let mut bytes = vec![key];
    bytes.extend(varint(content.len()));
    bytes.extend(content);
    bytes
}

/// From the inside out, but written from the back to the front: a copy for each level would take for ever.
fn nested(depth: usize, around: &[u8], container: u8) -> Vec<u8> {
    let mut backwards: Vec<u8> = Vec::new();
    for level in 0..depth {
        if level > 0 {
            for &key in around {
                prepend_head(&mut backwards, key);
                if key == SECOND {
                    backwards.extend([b'k', 1, FIRST]);
                }
            }
        }
        prepend_head(&mut backwards, container);
    }
    backwards.reverse();
    backwards
}

fn prepend_head(backwards: &mut Vec<u8>, key: u8) {
    let mut head = vec![key];
    head.extend(varint(backwards.len()));
    backwards.extend(head.iter().rev());
}

fn varint(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
    bytes
}
