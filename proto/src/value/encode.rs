//! [`Value`] to its wire form, without recursion: one walk measures every nested message, a second one writes.

use std::slice;

use bytes::{BufMut as _, Bytes};
use indexmap::map;
use prost::encoding::{encode_varint, encoded_len_varint};

use super::encoded::Kind;
use super::{EncodedValue, Value, ValueError};
use crate::limits::{MAX_DEPTH, MAX_NODES};

impl TryFrom<&Value> for EncodedValue {
    type Error = ValueError;

    /// # Errors
    /// When the value is deeper or larger than [`crate::limits`] allows.
    fn try_from(value: &Value) -> Result<Self, ValueError> {
        Ok(Self(match value {
            Value::Null => Kind::Null,
            Value::Bool(value) => Kind::Bool(*value),
            Value::Number(number) => Kind::Number(*number),
            Value::String(text) => Kind::Text(Bytes::copy_from_slice(text.as_bytes())),
            Value::List(_) => Kind::List(content(value)?),
            Value::Object(_) => Kind::Struct(content(value)?),
        }))
    }
}

impl TryFrom<Value> for EncodedValue {
    type Error = ValueError;

    /// # Errors
    /// When the value is deeper or larger than [`crate::limits`] allows.
    fn try_from(value: Value) -> Result<Self, ValueError> {
        match value {
            Value::String(text) => Ok(Self(Kind::Text(text.into()))),
            other => Self::try_from(&other),
        }
    }
}

/// The children of a nested value that are still to be visited.
enum Children<'a> {
    List(slice::Iter<'a, Value>),
    Object(map::Iter<'a, String, Value>),
}

impl<'a> Children<'a> {
    fn of(value: &'a Value) -> Option<Self> {
        match value {
            Value::List(items) => Some(Self::List(items.iter())),
            Value::Object(fields) => Some(Self::Object(fields.iter())),
            _ => None,
        }
    }
}

impl<'a> Iterator for Children<'a> {
    type Item = (Option<&'a str>, &'a Value);

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::List(items) => items.next().map(|item| (None, item)),
            Self::Object(fields) => fields.next().map(|(key, value)| (Some(key.as_str()), value)),
        }
    }
}

/// The bytes inside the `ListValue` or `Struct` that stands for `root`.
fn content(root: &Value) -> Result<Bytes, ValueError> {
    let lengths = measure(root)?;
    let mut out = Vec::with_capacity(lengths.first().copied().unwrap_or(0));
    write(root, &lengths, &mut out);
    Ok(out.into())
}

/// The content length of every nested value, in the order in which a walk from `root` meets them.
fn measure(root: &Value) -> Result<Vec<usize>, ValueError> {
    struct Open<'a> {
        children: Children<'a>,
        /// Where the length goes.
        slot: usize,
        length: usize,
        /// The key of the child that is being measured.
        key: Option<&'a str>,
    }

    let mut lengths = vec![0];
    let mut nodes = 1usize;
    let mut open = Vec::new();
    let mut current = Children::of(root).map(|children| Open {
        children,
        slot: 0,
        length: 0,
        key: None,
    });
    while let Some(mut parent) = current.take() {
        let Some((key, child)) = parent.children.next() else {
            lengths[parent.slot] = parent.length;
            current = open.pop().map(|mut outer: Open<'_>| {
                outer.length += child_len(outer.key, nested_len(parent.length));
                outer
            });
            continue;
        };
        nodes += 1;
        if nodes > MAX_NODES {
            return Err(ValueError::TooManyNodes);
        }
        match Children::of(child) {
            None => {
                parent.length += child_len(key, scalar_len(child));
                current = Some(parent);
            }
            Some(children) => {
                if open.len() + 2 > MAX_DEPTH {
                    return Err(ValueError::TooDeep);
                }
                parent.key = key;
                open.push(parent);
                lengths.push(0);
                current = Some(Open {
                    children,
                    slot: lengths.len() - 1,
                    length: 0,
                    key: None,
                });
            }
        }
    }
    Ok(lengths)
}

fn write(root: &Value, lengths: &[usize], out: &mut Vec<u8>) {
    let mut nested_lengths = lengths.iter().skip(1);
    let mut open: Vec<Children<'_>> = Children::of(root).into_iter().collect();
    while let Some(children) = open.last_mut() {
        let Some((key, child)) = children.next() else {
            open.pop();
            continue;
        };
        match Children::of(child) {
            None => {
                write_child_head(key, scalar_len(child), out);
                write_scalar(child, out);
            }
            Some(grandchildren) => {
                let length = nested_lengths.next().copied().unwrap_or(0);
                write_child_head(key, nested_len(length), out);
                out.put_u8(if matches!(child, Value::Object(_)) {
                    0x2a
                } else {
                    0x32
                });
                encode_varint(length as u64, out);
                open.push(grandchildren);
            }
        }
    }
}

/// Everything before the content of a child's `Value` message of `value_len` bytes.
fn write_child_head(key: Option<&str>, value_len: usize, out: &mut Vec<u8>) {
    match key {
        None => {
            out.put_u8(0x0a);
            encode_varint(value_len as u64, out);
        }
        Some(key) => {
            out.put_u8(0x0a);
            encode_varint(entry_len(key, value_len) as u64, out);
            out.put_u8(0x0a);
            encode_varint(key.len() as u64, out);
            out.put_slice(key.as_bytes());
            out.put_u8(0x12);
            encode_varint(value_len as u64, out);
        }
    }
}

fn write_scalar(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Bool(value) => out.put_slice(&[0x20, u8::from(*value)]),
        Value::Number(number) => {
            out.put_u8(0x11);
            out.put_f64_le(*number);
        }
        Value::String(text) => {
            out.put_u8(0x1a);
            encode_varint(text.len() as u64, out);
            out.put_slice(text.as_bytes());
        }
        Value::Null | Value::List(_) | Value::Object(_) => out.put_slice(&[0x08, 0]),
    }
}

fn scalar_len(value: &Value) -> usize {
    match value {
        Value::Number(_) => 9,
        Value::String(text) => delimited_len(text.len()),
        _ => 2,
    }
}

/// The length of a `Value` message around a nested content.
fn nested_len(content: usize) -> usize {
    delimited_len(content)
}

fn child_len(key: Option<&str>, value_len: usize) -> usize {
    delimited_len(key.map_or(value_len, |key| entry_len(key, value_len)))
}

fn entry_len(key: &str, value_len: usize) -> usize {
    delimited_len(key.len()) + delimited_len(value_len)
}

/// A length-delimited field with a one-byte key.
fn delimited_len(content: usize) -> usize {
    1 + encoded_len_varint(content as u64) + content
}
