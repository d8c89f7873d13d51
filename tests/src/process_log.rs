//! What a program prints, on both of its streams: kept to be shown when a test fails, and to be waited for.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use tokio::io::{AsyncBufReadExt as _, AsyncRead, BufReader};
use tokio::process::Child;
use tokio::sync::watch;
use tokio::time::timeout;

/// The lines so far. Clones see the same lines.
#[derive(Debug, Clone)]
pub struct ProcessLog {
    text: watch::Receiver<String>,
}

impl ProcessLog {
    /// Reads what `child` prints from now on. Both streams must be piped.
    ///
    /// # Errors
    /// A stream is not piped.
    pub fn follow(child: &mut Child) -> Result<Self> {
        let (sender, text) = watch::channel(String::new());
        let sender = Arc::new(sender);
        let stdout = child
            .stdout
            .take()
            .context("read the program's standard output: it is not piped")?;
        let stderr = child
            .stderr
            .take()
            .context("read the program's standard error: it is not piped")?;
        tokio::spawn(copy_lines(stdout, Arc::clone(&sender)));
        tokio::spawn(copy_lines(stderr, sender));
        Ok(Self { text })
    }

    /// Everything so far.
    #[must_use]
    pub fn text(&self) -> String {
        self.text.borrow().clone()
    }

    /// Waits for the first line from which `find` makes something.
    ///
    /// # Errors
    /// The program closed its output, or the time is over; the error holds all that the program printed.
    pub async fn wait_for<T>(
        &self,
        what: &str,
        within: Duration,
        find: impl Fn(&str) -> Option<T>,
    ) -> Result<T> {
        let mut text = self.text.clone();
        let seen = timeout(
            within,
            text.wait_for(|text| text.lines().any(|line| find(line).is_some())),
        )
        .await;
        let closed = match seen {
            Ok(Ok(text)) => {
                return text
                    .lines()
                    .find_map(find)
                    .context("the line that was just seen is gone");
            }
            Ok(Err(_)) => "the program closed its output",
            Err(_) => "the time is over",
        };
        Err(anyhow!("wait for {what}: {closed}; it printed:\n{}", self.text()))
    }
}

async fn copy_lines(stream: impl AsyncRead + Unpin, log: Arc<watch::Sender<String>>) {
    let mut lines = BufReader::new(stream).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        log.send_modify(|text| {
            text.push_str(&line);
            text.push('\n');
        });
    }
}
