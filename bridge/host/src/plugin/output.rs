//! A plugin's output: always drained, by bytes, so that it never blocks on a full pipe. What it writes to
//! standard error, on its pipe or through go-plugin's stream, becomes log events, and its end is kept for errors.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::io::{AsyncRead, AsyncReadExt as _};
use tokio::sync::watch;
use tokio::time::{sleep_until, timeout};

use super::log::{LogEvent, LogLevel, LogReader, RateLimit, printable};

/// How much of standard error is kept, in bytes (go-go-goja's ring).
const KEPT: usize = 4096;

/// What is known of a plugin's standard error; cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Stderr {
    plugin: Arc<PathBuf>,
    kept: Arc<Mutex<Kept>>,
    /// Becomes true when the pipe has ended.
    ended: watch::Sender<bool>,
}

#[derive(Debug)]
struct Kept {
    tail: VecDeque<u8>,
    panic: Option<String>,
    rate: RateLimit,
}

impl Stderr {
    pub(super) fn of(plugin: &Path) -> Self {
        let kept = Kept {
            tail: VecDeque::new(),
            panic: None,
            rate: RateLimit::new(Instant::now()),
        };
        Self {
            plugin: Arc::new(plugin.to_owned()),
            kept: Arc::new(Mutex::new(kept)),
            ended: watch::Sender::new(false),
        }
    }

    /// The last lines, trimmed and printable: what would deceive a reader in a terminal is spelled out.
    pub(super) fn text(&self) -> String {
        let bytes: Vec<u8> = self.kept().tail.iter().copied().collect();
        let lines: Vec<String> = bytes
            .trim_ascii()
            .split(|byte| *byte == b'\n')
            .map(|line| printable(line.strip_suffix(b"\r").unwrap_or(line)))
            .collect();
        lines.join("\n")
    }

    /// The text of the last panic.
    pub(super) fn panic(&self) -> Option<String> {
        self.kept().panic.clone()
    }

    /// Reads the pipe to its end in the background.
    pub(super) fn follow(&self, pipe: Option<impl AsyncRead + Unpin + Send + 'static>) {
        let Some(mut pipe) = pipe else { return };
        let stderr = self.clone();
        tokio::spawn(async move {
            let mut source = stderr.source();
            let mut buffer = vec![0; 8 * 1024];
            loop {
                let due = stderr.kept().rate.report_due();
                tokio::select! {
                    read = pipe.read(&mut buffer) => match read {
                        Ok(count @ 1..) => source.push(&buffer[..count]),
                        Ok(0) | Err(_) => break,
                    },
                    () = async { sleep_until(due.unwrap_or_else(Instant::now).into()).await }, if due.is_some() => {
                        stderr.report_dropped();
                    }
                }
            }
            drop(source);
            stderr.ended.send_replace(true);
        });
    }

    /// Waits until the pipe has ended, but no longer than the limit: a grandchild may hold it open.
    pub(super) async fn settled(&self, limit: Duration) {
        let mut ended = self.ended.subscribe();
        // Both outcomes mean that there is nothing more to wait for.
        let _ = timeout(limit, ended.wait_for(|ended| *ended)).await;
    }

    /// One of the streams that standard error arrives by; their lines are not mixed.
    pub(super) fn source(&self) -> Source {
        Source {
            stderr: self.clone(),
            reader: LogReader::default(),
        }
    }

    fn tell(&self, event: &LogEvent) {
        let now = Instant::now();
        self.report_dropped();
        if self.kept().rate.admit(now, event.message.len()) {
            emit(&self.plugin, event);
        }
    }

    fn report_dropped(&self) {
        if let Some(count) = self.kept().rate.take_dropped(Instant::now()) {
            tracing::warn!(target: "plugin", plugin = %self.plugin.display(), count, "log lines dropped");
        }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes the bytes of one stream.
#[derive(Debug)]
pub(super) struct Source {
    stderr: Stderr,
    reader: LogReader,
}

impl Source {
    pub(super) fn push(&mut self, bytes: &[u8]) {
        let Self { stderr, reader } = self;
        stderr.kept().keep(bytes);
        reader.push(bytes, |event| stderr.tell(&event));
        if let Some(panic) = reader.crash_report() {
            stderr.kept().panic = Some(panic.to_owned());
        }
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        let Self { stderr, reader } = self;
        reader.finish(|event| stderr.tell(&event));
    }
}

impl Kept {
    fn keep(&mut self, bytes: &[u8]) {
        self.tail.extend(&bytes[bytes.len().saturating_sub(KEPT)..]);
        let excess = self.tail.len().saturating_sub(KEPT);
        self.tail.drain(..excess);
    }
}

/// Reads the stream to its end in the background and keeps nothing.
pub(super) fn drain(mut stream: impl AsyncRead + Unpin + Send + 'static) {
    tokio::spawn(async move {
        let mut buffer = vec![0; 8 * 1024];
        while let Ok(1..) = stream.read(&mut buffer).await {}
    });
}

/// tracing wants the level at compile time.
fn emit(plugin: &Path, event: &LogEvent) {
    macro_rules! emit_at {
        ($level:ident) => {
            tracing::$level!(
                target: "plugin",
                plugin = %plugin.display(),
                module = event.module,
                fields = ?event.fields,
                "{}",
                event.message
            )
        };
    }
    match event.level {
        LogLevel::Trace => emit_at!(trace),
        LogLevel::Debug => emit_at!(debug),
        LogLevel::Info => emit_at!(info),
        LogLevel::Warn => emit_at!(warn),
        LogLevel::Error => emit_at!(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_bytes_and_the_last_panic_are_kept() {
        let stderr = Stderr::of(Path::new("goja-plugin-x"));
        let mut source = stderr.source();
        source.push(b"first\n");
        source.push(&vec![b'x'; KEPT * 3]);
        source.push(b"\npanic: boom\n\ngoroutine 1 [running]:\n");
        let text = stderr.text();
        assert!(
            text.len() <= KEPT && text.starts_with('x') && text.ends_with("[running]:"),
            "{text}"
        );
        assert!(stderr.panic().unwrap().starts_with("panic: boom"));
    }
}
