//! [`View`]: the bytes that a buffer, a typed array or a `DataView` shows.

use boa_engine::object::builtins::{JsArrayBuffer, JsDataView, JsSharedArrayBuffer, JsTypedArray};
use boa_engine::{Context, JsObject, JsResult};

/// A part of a buffer.
#[derive(Debug, Clone)]
pub(crate) struct View {
    buffer: Buffer,
    offset: usize,
    length: usize,
}

#[derive(Debug, Clone)]
enum Buffer {
    Own(JsArrayBuffer),
    Shared(JsSharedArrayBuffer),
}

impl View {
    /// What `object` shows, if it shows bytes at all.
    pub(crate) fn of(object: &JsObject, context: &mut Context) -> Option<Self> {
        if let Some(buffer) = Buffer::of(object) {
            let length = buffer.len();
            return Some(Self {
                buffer,
                offset: 0,
                length,
            });
        }
        Self::of_part(object, context).ok().flatten()
    }

    pub(crate) fn len(&self) -> usize {
        self.length
    }

    /// Whether the bytes were given away.
    pub(crate) fn is_detached(&self) -> bool {
        matches!(&self.buffer, Buffer::Own(buffer) if buffer.data().is_none())
    }

    /// The first bytes.
    pub(crate) fn read(&self, at_most: usize) -> Vec<u8> {
        let range = self.offset..self.offset + self.length.min(at_most);
        let part = |bytes: &[u8]| bytes.get(range.clone()).unwrap_or_default().to_vec();
        match &self.buffer {
            Buffer::Own(buffer) => buffer.data().map_or_else(Vec::new, |bytes| part(&bytes)),
            Buffer::Shared(buffer) => part(&buffer.to_vec()),
        }
    }

    /// Overwrites the first bytes of an unshared buffer. Answers how many were written.
    pub(crate) fn write(&self, bytes: &[u8]) -> usize {
        let Buffer::Own(buffer) = &self.buffer else {
            return 0;
        };
        let end = self.offset + self.length.min(bytes.len());
        match buffer
            .data_mut()
            .as_deref_mut()
            .and_then(|all| all.get_mut(self.offset..end))
        {
            Some(place) => {
                place.copy_from_slice(&bytes[..place.len()]);
                place.len()
            }
            None => 0,
        }
    }

    fn of_part(object: &JsObject, context: &mut Context) -> JsResult<Option<Self>> {
        let (buffer, offset, length) = if let Ok(array) = JsTypedArray::from_object(object.clone()) {
            (
                array.buffer(context)?,
                array.byte_offset(context)?,
                array.byte_length(context)?,
            )
        } else if let Ok(view) = JsDataView::from_object(object.clone()) {
            let (offset, length) = (view.byte_offset(context)?, view.byte_length(context)?);
            (view.buffer(context)?, offset as usize, length as usize)
        } else {
            return Ok(None);
        };
        let buffer = buffer.as_object().as_ref().and_then(Buffer::of);
        Ok(buffer.map(|buffer| Self {
            buffer,
            offset,
            length,
        }))
    }
}

impl Buffer {
    fn of(object: &JsObject) -> Option<Self> {
        let own = JsArrayBuffer::from_object(object.clone()).map(Self::Own);
        own.or_else(|_| JsSharedArrayBuffer::from_object(object.clone()).map(Self::Shared))
            .ok()
    }

    fn len(&self) -> usize {
        match self {
            Self::Own(buffer) => buffer.byte_length(),
            Self::Shared(buffer) => buffer.byte_length(),
        }
    }
}
