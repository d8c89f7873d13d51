//! [`Driver`]: the tokio runtime in which the plugin host lives. The engine's thread drives it whenever it waits, so
//! that a call and its answer wake no other thread of this program: on most machines that takes longer than all the
//! rest. While JavaScript runs, another thread looks after it from time to time.

use std::io;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};
use tokio::task::yield_now;

use super::patience::Patience;

/// How often plugins are looked after while JavaScript runs: their output must not fill their pipes.
const CARE: Duration = Duration::from_millis(10);

/// How many turns the tasks of the runtime have then.
const TURNS: usize = 8;

/// How long an answer is watched for before the thread sleeps: to be woken takes about as long as most answers do. The
/// first ones of a plugin that slept take longest, and are to begin a row that pays.
const WATCH: Duration = Duration::from_micros(250);

/// The runtime; the engine's thread is the one that made it.
#[derive(Debug)]
pub(super) struct Driver {
    runtime: Runtime,
    /// Whether the engine's thread drives it now.
    is_driven: AtomicBool,
    /// The other thread, once there is anything to look after.
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

    /// Does the work, and all that the tasks of the runtime can do meanwhile. For the engine's thread.
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

    /// The same for work that mostly takes less time than to be woken from a sleep.
    pub(super) fn drive_watching<T>(&self, work: impl Future<Output = T>, patience: &Patience) -> T {
        if !patience.watches() {
            return self.drive(work);
        }
        self.drive(async {
            let mut work = pin!(work);
            let begun = Instant::now();
            while begun.elapsed() < WATCH {
                tokio::select! {
                    biased;
                    done = &mut work => {
                        patience.watched(false);
                        return done;
                    }
                    () = yield_now() => {}
                }
            }
            patience.watched(true);
            work.await
        })
    }

    /// Begins something that goes on by itself, even while JavaScript runs.
    pub(super) fn spawn(self: &Arc<Self>, work: impl Future<Output = ()> + Send + 'static) {
        self.keep();
        self.runtime.spawn(work);
        self.turn();
    }

    /// From now on there is something to look after.
    pub(super) fn keep(self: &Arc<Self>) {
        self.keeper.get_or_init(|| {
            let driver = Arc::clone(self);
            let keeper = thread::Builder::new().name("pontoon-keeper".to_owned());
            match keeper.spawn(move || driver.look_after()) {
                Ok(keeper) => Some(keeper.thread().clone()),
                Err(error) => {
                    tracing::warn!(%error, "look after plugins while scripts run");
                    None
                }
            }
        });
    }

    /// Gives the tasks of the runtime a few turns.
    fn turn(&self) {
        self.runtime.block_on(async {
            for _ in 0..TURNS {
                yield_now().await;
            }
        });
    }

    /// Until the program ends.
    fn look_after(&self) {
        loop {
            thread::park_timeout(CARE);
            if !self.is_driven.load(Ordering::SeqCst) {
                self.turn();
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
