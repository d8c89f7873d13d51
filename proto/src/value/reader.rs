//! Reads protobuf's primitives from a byte slice. Knows no message.

use std::collections::VecDeque;

use super::ValueError;

/// What follows a field's key.
#[derive(Debug, Clone, Copy)]
pub(super) enum Payload<'a> {
    Varint(u64),
    Fixed64([u8; 8]),
    Bytes(&'a [u8]),
    /// A 32-bit field: no message here has one.
    Fixed32,
}

/// The unread rest of a message, which may have come in several parts.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    part: &'a [u8],
    later: VecDeque<&'a [u8]>,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(message: &'a [u8]) -> Self {
        Self {
            part: message,
            later: VecDeque::new(),
        }
    }

    /// Adds a part: a message field that occurs twice stands for one message with the fields of both.
    pub(super) fn join(&mut self, part: &'a [u8]) {
        self.later.push_back(part);
    }

    /// The next field's number and payload; `None` at the end of the message.
    pub(super) fn field(&mut self) -> Result<Option<(u64, Payload<'a>)>, ValueError> {
        while self.part.is_empty() {
            match self.later.pop_front() {
                Some(part) => self.part = part,
                None => return Ok(None),
            }
        }
        let key = self.varint()?;
        let payload = match key & 7 {
            0 => Payload::Varint(self.varint()?),
            1 => Payload::Fixed64(self.array()?),
            2 => {
                let len = usize::try_from(self.varint()?)
                    .map_err(|_| ValueError::Malformed("length exceeds the message"))?;
                Payload::Bytes(self.take(len)?)
            }
            5 => {
                self.array::<4>()?;
                Payload::Fixed32
            }
            _ => return Err(ValueError::Malformed("unknown wire type")),
        };
        Ok(Some((key >> 3, payload)))
    }

    fn varint(&mut self) -> Result<u64, ValueError> {
        let mut value = 0u64;
        for (index, &byte) in self.part.iter().take(10).enumerate() {
            value |= u64::from(byte & 0x7f) << (7 * index);
            if byte < 0x80 {
                self.part = &self.part[index + 1..];
                return Ok(value);
            }
        }
        Err(ValueError::Malformed("invalid varint"))
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ValueError> {
        let (head, rest) = self
            .part
            .split_first_chunk::<N>()
            .ok_or(ValueError::Malformed("message ends within a field"))?;
        self.part = rest;
        Ok(*head)
    }

    fn take(&mut self, len: usize) -> Result<&'a [u8], ValueError> {
        let (head, rest) = self
            .part
            .split_at_checked(len)
            .ok_or(ValueError::Malformed("length exceeds the message"))?;
        self.part = rest;
        Ok(head)
    }
}
