//! The thread that starts every process. A parent-death signal fires when the *thread* that spawned a child
//! ends, so no thread of a pool may do it; this one ends with the last handle, and takes the plugins along.

use std::io;
use std::sync::mpsc;
use std::thread;

use rustix::process::Pid;
use tokio::process::{Child, Command};
use tokio::runtime::Handle;
use tokio::sync::oneshot;

use super::orphans::Family;

/// A handle to the thread; cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Spawner {
    requests: mpsc::Sender<Request>,
}

struct Request {
    command: Command,
    answer: oneshot::Sender<io::Result<Child>>,
}

impl Spawner {
    /// Starts the thread. Call it within a tokio runtime: children are reaped by it.
    pub(super) fn new(family: Family) -> io::Result<Self> {
        let (requests, inbox) = mpsc::channel::<Request>();
        let runtime = Handle::current();
        thread::Builder::new()
            .name("pontoon-spawner".to_owned())
            .spawn(move || {
                let _runtime = runtime.enter();
                for Request { mut command, answer } in inbox {
                    let mut known = family.known();
                    let child = command.spawn();
                    known.extend(child.as_ref().ok().and_then(leader));
                    drop(known);
                    // Nobody waits any more: the child is dropped, which kills it.
                    let _ = answer.send(child);
                }
            })?;
        Ok(Self { requests })
    }

    /// Starts the command; its process is known to the family before anybody looks.
    pub(super) async fn spawn(&self, command: Command) -> io::Result<Child> {
        let (answer, child) = oneshot::channel();
        let gone = || io::Error::other("the spawner's thread has ended");
        self.requests
            .send(Request { command, answer })
            .map_err(|_| gone())?;
        child.await.map_err(|_| gone())?
    }
}

/// The child's process id, as long as it is not reaped.
pub(super) fn leader(child: &Child) -> Option<Pid> {
    child.id().and_then(|id| Pid::from_raw(i32::try_from(id).ok()?))
}
