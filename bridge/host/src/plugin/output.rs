//! A plugin's standard streams: always drained, by bytes, so that it never blocks on a full pipe; of standard
//! error the last part is kept for error texts.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncRead, AsyncReadExt as _};

/// How much of standard error is kept, in bytes (go-go-goja's ring).
const KEPT: usize = 4096;

/// The end of what was written to a stream.
#[derive(Debug, Clone, Default)]
pub(super) struct Tail(Arc<Mutex<VecDeque<u8>>>);

impl Tail {
    /// The text, trimmed; bytes that are no UTF-8 show as replacement characters.
    pub(super) fn text(&self) -> String {
        let bytes: Vec<u8> = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .copied()
            .collect();
        String::from_utf8_lossy(&bytes).trim().to_owned()
    }

    pub(super) fn push(&self, bytes: &[u8]) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.extend(&bytes[bytes.len().saturating_sub(KEPT)..]);
        let excess = kept.len().saturating_sub(KEPT);
        kept.drain(..excess);
    }
}

/// Reads the stream to its end in the background and keeps its tail.
pub(super) fn drain_into(stream: Option<impl AsyncRead + Unpin + Send + 'static>, tail: Tail) {
    let Some(mut stream) = stream else { return };
    tokio::spawn(async move {
        let mut buffer = vec![0; 8 * 1024];
        while let Ok(read @ 1..) = stream.read(&mut buffer).await {
            tail.push(&buffer[..read]);
        }
    });
}

/// Reads the stream to its end in the background and keeps nothing.
pub(super) fn drain(mut stream: impl AsyncRead + Unpin + Send + 'static) {
    tokio::spawn(async move {
        let mut buffer = vec![0; 8 * 1024];
        while let Ok(1..) = stream.read(&mut buffer).await {}
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_keeps_the_last_bytes_only() {
        let tail = Tail::default();
        tail.push(b"first\n");
        tail.push(&vec![b'x'; KEPT * 3]);
        tail.push(b"last\n");
        let text = tail.text();
        assert_eq!(text.len(), KEPT - 1);
        assert!(text.starts_with('x') && text.ends_with("xlast"));
    }
}
