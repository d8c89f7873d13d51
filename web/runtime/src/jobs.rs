//! What a realm has yet to do: promise jobs, timers, and answers of plugins that come in while scripts go on.
//! One job at a time, so that the realm can look up between two of them.

mod call;
mod cancel;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::rc::Rc;
use std::task::{Poll, Waker};
use std::time::Duration;

use boa_engine::builtins::promise::ResolvingFunctions;
use boa_engine::context::time::JsInstant;
use boa_engine::job::{GenericJob, IntervalJob, Job, JobExecutor, NativeAsyncJob, PromiseJob, TimeoutJob};
use boa_engine::{Context, JsResult};
use futures_util::future::LocalBoxFuture;
use futures_util::stream::FuturesUnordered;
use futures_util::{FutureExt as _, StreamExt as _};

pub(crate) use call::{call_from_queue, register};
pub(crate) use cancel::{Cancel, cancellable};

/// Settles a promise with what came in from outside.
pub(crate) type Settle = Box<dyn FnOnce(&ResolvingFunctions, &mut Context) -> JsResult<()>>;

/// The queues of one realm.
#[derive(Default)]
pub(crate) struct Jobs {
    promises: RefCell<VecDeque<PromiseJob>>,
    asynchronous: RefCell<VecDeque<NativeAsyncJob>>,
    others: RefCell<VecDeque<GenericJob>>,
    timers: RefCell<BTreeMap<(JsInstant, u64), Timer>>,
    started_timers: RefCell<u64>,
    /// Work outside the engine, with the promise that waits for it.
    outside: RefCell<FuturesUnordered<LocalBoxFuture<'static, Arrival>>>,
    arrived: RefCell<VecDeque<Arrival>>,
    idle: Cell<Option<Rest>>,
}

type Arrival = (ResolvingFunctions, Settle);

enum Timer {
    Once(TimeoutJob),
    Again(IntervalJob),
    /// One that nothing needs to wait for.
    Aside(TimeoutJob),
}

impl fmt::Debug for Jobs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jobs").finish_non_exhaustive()
    }
}

impl Jobs {
    /// Adds work that goes on outside the engine and settles a promise when it is done.
    pub(crate) fn add_outside(&self, promise: ResolvingFunctions, work: LocalBoxFuture<'static, Settle>) {
        let arrival = work.map(|settle| (promise, settle)).boxed_local();
        self.outside.borrow_mut().push(arrival);
    }

    /// Starts a timer that a script may wait for, and that keeps nothing else from ending.
    pub(crate) fn add_timer_aside(&self, job: TimeoutJob, context: &Context) {
        let due = context.clock().now() + job.timeout();
        self.start_timer(due, Timer::Aside(job));
    }

    /// Does one thing that can be done now: a promise job if there is any, else what arrived, else a timer that is
    /// due. Answers whether there was any.
    ///
    /// # Errors
    /// What a timer's function threw, or a limit of the engine.
    pub(crate) fn step(&self, context: &mut Context) -> JsResult<bool> {
        if self.step_promise(context)? {
            return Ok(true);
        }
        let arrived = self.arrived.borrow_mut().pop_front();
        if let Some((promise, settle)) = arrived {
            settle(&promise, context)?;
            return Ok(true);
        }
        let other = self.others.borrow_mut().pop_front();
        if let Some(job) = other {
            return job.call(context).map(|_| true);
        }
        self.step_timer(context)
    }

    /// Does one promise job.
    ///
    /// # Errors
    /// A limit of the engine.
    pub(crate) fn step_promise(&self, context: &mut Context) -> JsResult<bool> {
        let job = self.asynchronous.borrow_mut().pop_front();
        if let Some(job) = job {
            // Modules are at hand, so these jobs never wait.
            let shared = RefCell::new(context);
            return job.call(&shared).now_or_never().transpose().map(|_| true);
        }
        let job = self.promises.borrow_mut().pop_front();
        match job {
            Some(job) => job.call(context).map(|_| true),
            None => Ok(false),
        }
    }

    /// Tells what the script under way waits for, when it does nothing else.
    pub(crate) fn set_idle(&self, waits_for: Option<Rest>) {
        self.idle.set(waits_for);
    }

    /// What the script under way waits for, when it does nothing else.
    pub(crate) fn idle_rest(&self) -> Option<Rest> {
        self.idle.get()
    }

    /// How long nothing can be done but wait; `None` if nothing will ever come.
    pub(crate) fn rest(&self, context: &Context) -> Option<Rest> {
        let mut timers = self.timers.borrow_mut();
        timers.retain(|_, timer| !timer.is_cancelled());
        let until_timer = timers.keys().next().map(|(due, _)| {
            let now = context.clock().now();
            let wait = if *due > now { (*due - now).as_nanos() } else { 0 };
            Duration::from_nanos(wait.try_into().unwrap_or(u64::MAX))
        });
        match until_timer {
            Some(wait) => Some(Rest::AtMost(wait)),
            None if !self.outside.borrow().is_empty() => Some(Rest::UntilArrival),
            None => None,
        }
    }

    /// The same, but nobody waits for timers that were started aside alone.
    pub(crate) fn rest_of_main(&self, context: &Context) -> Option<Rest> {
        let is_needed = |timer: &Timer| !timer.is_cancelled() && !matches!(timer, Timer::Aside(_));
        let has_main = self.timers.borrow().values().any(is_needed) || !self.outside.borrow().is_empty();
        self.rest(context).filter(|_| has_main)
    }

    /// Takes in what arrived from outside; ready when there was something.
    pub(crate) fn poll_outside(&self, waker: &Waker) -> Poll<()> {
        let mut cx = std::task::Context::from_waker(waker);
        let mut outside = self.outside.borrow_mut();
        let mut polled = Poll::Pending;
        while let Poll::Ready(Some(arrival)) = outside.poll_next_unpin(&mut cx) {
            self.arrived.borrow_mut().push_back(arrival);
            polled = Poll::Ready(());
        }
        polled
    }

    /// Forgets everything.
    pub(crate) fn clear(&self) {
        self.promises.borrow_mut().clear();
        self.asynchronous.borrow_mut().clear();
        self.others.borrow_mut().clear();
        self.timers.borrow_mut().clear();
        self.outside.borrow_mut().clear();
        self.arrived.borrow_mut().clear();
        self.idle.set(None);
    }

    fn step_timer(&self, context: &mut Context) -> JsResult<bool> {
        let now = context.clock().now();
        let due = {
            let mut timers = self.timers.borrow_mut();
            timers.retain(|_, timer| !timer.is_cancelled());
            match timers.first_entry() {
                Some(first) if first.key().0 <= now => first.remove(),
                _ => return Ok(false),
            }
        };
        match due {
            Timer::Once(job) | Timer::Aside(job) => job.call(context).map(|_| true),
            Timer::Again(job) => {
                let outcome = job.call(context);
                if !job.cancelled() {
                    self.start_timer(now + job.interval(), Timer::Again(job));
                }
                outcome.map(|_| true)
            }
        }
    }

    fn start_timer(&self, due: JsInstant, timer: Timer) {
        let mut started = self.started_timers.borrow_mut();
        *started += 1;
        self.timers.borrow_mut().insert((due, *started), timer);
    }
}

/// What a realm with nothing to do waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rest {
    /// A timer, or whatever arrives before.
    AtMost(Duration),
    /// An answer from outside.
    UntilArrival,
}

impl Timer {
    fn is_cancelled(&self) -> bool {
        match self {
            Self::Once(job) | Self::Aside(job) => job.cancelled(),
            Self::Again(job) => job.cancelled(),
        }
    }
}

impl JobExecutor for Jobs {
    fn enqueue_job(self: Rc<Self>, job: Job, context: &mut Context) {
        match job {
            Job::PromiseJob(job) => self.promises.borrow_mut().push_back(job),
            Job::AsyncJob(job) => self.asynchronous.borrow_mut().push_back(job),
            Job::TimeoutJob(job) => {
                let due = context.clock().now() + job.timeout();
                self.start_timer(due, Timer::Once(job));
            }
            Job::IntervalJob(job) => {
                let due = context.clock().now() + job.interval();
                self.start_timer(due, Timer::Again(job));
            }
            Job::GenericJob(job) => self.others.borrow_mut().push_back(job),
            // Objects that are collected are not announced: nothing may depend on it.
            _ => {}
        }
    }

    fn run_jobs(self: Rc<Self>, context: &mut Context) -> JsResult<()> {
        while self.step_promise(context)? {}
        Ok(())
    }
}
