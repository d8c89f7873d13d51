//! [`Driver`]: the tokio runtime in which the plugin host lives. The engine's thread drives it whenever it waits, so
//! that a call and its answer wake no other thread of this program, which on most machines takes longer than all the
//! rest. While JavaScript runs, another thread, the keeper, polls it from time to time.

use std::io;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};
use tokio::task::yield_now;

use super::spin_policy::{Spin, SpinPolicy};

/// How often the keeper polls the runtime while JavaScript runs: the output of plugins must not fill their pipes.
const KEEPER_INTERVAL: Duration = Duration::from_millis(10);

/// How often the tasks of the runtime are polled at each interval.
const POLLS_PER_TICK: usize = 8;

/// How long to spin for an answer before the thread sleeps: waking up takes about as long as most answers do. The first
/// answers of a plugin that slept take longest, so the limit is generous.
const SPIN_LIMIT: Duration = Duration::from_micros(250);

/// The runtime; the engine's thread is the one that made it.
#[derive(Debug)]
pub(super) struct Driver {
    runtime: Runtime,
    /// Whether the engine's thread drives it now.
    is_driven: AtomicBool,
    /// The thread that polls while JavaScript runs, once there is a plugin.
    keeper: OnceLock<Option<Thread>>,
    keeper_sleeps: AtomicBool,
}

impl Driver {
    pub(super) fn new() -> io::Result<Arc<Self>> {
        Ok(Arc::new(Self {
            runtime: Builder::new_current_thread().enable_all().build()?,
            is_driven: AtomicBool::new(false),
            keeper: OnceLock::new(),
            keeper_sleeps: AtomicBool::new(false),
        }))
    }

    /// The runtime, for other threads.
    pub(super) fn runtime(&self) -> &Runtime {
        &self.runtime
    }

    /// Runs the work and the tasks of the runtime until the work is done. For the engine's thread.
    pub(super) fn drive<T>(&self, work: impl Future<Output = T>) -> T {
        self.is_driven.store(true, Ordering::SeqCst);
        let done = self.runtime.block_on(work);
        self.is_driven.store(false, Ordering::SeqCst);
        if self.keeper_sleeps.swap(false, Ordering::SeqCst)
            && let Some(Some(keeper)) = self.keeper.get()
        {
            keeper.unpark();
        }
        done
    }

    /// As [`Driver::drive`], for work that mostly takes less time than waking from a sleep: spins for a while first.
    pub(super) fn drive_spinning<T>(&self, work: impl Future<Output = T>, spin_policy: &SpinPolicy) -> T {
        if !spin_policy.should_spin() {
            return self.drive(work);
        }
        self.drive(async {
            let mut work = pin!(work);
            let begun = Instant::now();
            while begun.elapsed() < SPIN_LIMIT {
                tokio::select! {
                    biased;
                    done = &mut work => {
                        spin_policy.record(Spin::Answered);
                        return done;
                    }
                    () = yield_now() => {}
                }
            }
            spin_policy.record(Spin::TimedOut);
            work.await
        })
    }

    /// Spawns a task that makes progress even while JavaScript runs.
    pub(super) fn spawn(self: &Arc<Self>, work: impl Future<Output = ()> + Send + 'static) {
        self.keep();
        self.runtime.spawn(work);
        self.poll_tasks();
    }

    /// Starts the keeper, from the first plugin on.
    pub(super) fn keep(self: &Arc<Self>) {
        self.keeper.get_or_init(|| {
            let driver = Arc::clone(self);
            let keeper = thread::Builder::new().name("pontoon-keeper".to_owned());
            match keeper.spawn(move || driver.run_keeper()) {
                Ok(keeper) => Some(keeper.thread().clone()),
                Err(error) => {
                    tracing::warn!(%error, "start the thread that polls plugins while scripts run");
                    None
                }
            }
        });
    }

    /// Polls the tasks of the runtime a few times.
    fn poll_tasks(&self) {
        self.runtime.block_on(async {
            for _ in 0..POLLS_PER_TICK {
                yield_now().await;
            }
        });
    }

    /// Polls the runtime whenever the engine's thread does not, until the program ends.
    fn run_keeper(&self) {
        loop {
            thread::park_timeout(KEEPER_INTERVAL);
            if !self.is_driven.load(Ordering::SeqCst) {
                self.poll_tasks();
                continue;
            }
            self.keeper_sleeps.store(true, Ordering::SeqCst);
            // Between these lines the engine's thread may have gone back to its script, and seen nobody asleep.
            while self.is_driven.load(Ordering::SeqCst) && self.keeper_sleeps.load(Ordering::SeqCst) {
                thread::park();
            }
            self.keeper_sleeps.store(false, Ordering::SeqCst);
        }
    }
}
