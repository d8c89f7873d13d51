//! A thousand sessions later the bridge is as it was.

use std::fs;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use proto::value::Value;
use tests::bridge_process::Bridge;
use tests::os_process::{children_of, wait_until_gone};
use tests::wire::Session;

const CYCLES: usize = 1000;

/// What a process holds.
#[derive(Debug)]
struct Footprint {
    descriptors: usize,
    threads: usize,
    children: usize,
    resident_kib: usize,
}

impl Footprint {
    fn of(pid: u32) -> Result<Self> {
        let status = fs::read_to_string(format!("/proc/{pid}/status")).context("read the bridge's status")?;
        let number = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            line.split_whitespace().next()?.parse().ok()
        };
        Ok(Self {
            descriptors: fs::read_dir(format!("/proc/{pid}/fd"))
                .context("list its descriptors")?
                .count(),
            threads: number("Threads:").context("count its threads")?,
            children: children_of(pid)?.len(),
            resident_kib: number("VmRSS:").context("read its size")?,
        })
    }

    /// Nothing was left behind. tokio keeps a few idle threads for blocking work, and an allocator keeps memory.
    fn is_no_larger_than(&self, before: &Self) -> bool {
        self.children == 0
            && self.descriptors <= before.descriptors
            && self.threads <= before.threads + 4
            && self.resident_kib <= before.resident_kib + 4096
    }
}

#[tokio::test]
async fn a_thousand_starts_and_stops_leave_nothing_behind() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let authority = bridge.authority();
    let first = Session::open(authority, bridge.code()).await?;
    let token = first.token().to_owned();
    cycle(first).await?;
    for _ in 0..50 {
        cycle(Session::open_with_token(authority, &token).await?).await?;
    }

    let before = Footprint::of(bridge.pid())?;
    for _ in 0..CYCLES {
        cycle(Session::open_with_token(authority, &token).await?).await?;
    }
    // The last process is gone a moment before its pipes and its connection are.
    let deadline = Instant::now() + Duration::from_secs(10);
    let after = loop {
        let after = Footprint::of(bridge.pid())?;
        if after.is_no_larger_than(&before) || Instant::now() > deadline {
            break after;
        }
        tokio::task::yield_now().await;
    };
    println!("after {CYCLES} sessions: {before:?} -> {after:?}");
    assert!(after.is_no_larger_than(&before), "{before:?} -> {after:?}");
    assert!(bridge.stop().await?.success());
    Ok(())
}

/// One session with one plugin process, from start to gone.
async fn cycle(session: Session) -> Result<()> {
    let pid = session.invoke("plugin:examples:greeter", "meta.pid", &[]).await?;
    let Value::Number(pid) = pid else {
        anyhow::bail!("meta.pid answered {pid:?}")
    };
    session.close().await?;
    wait_until_gone(format!("{pid}").parse()?, Duration::from_secs(10))
        .await
        .map(drop)
}
