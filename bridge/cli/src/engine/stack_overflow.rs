//! Tells the end of a thread's stack apart from other faults, so that a script that nests without end is reported in a
//! sentence instead of a crash.

use std::io::{self, Read as _};
use std::os::fd::{AsRawFd as _, RawFd};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicI32, AtomicUsize, Ordering};
use std::{mem, ptr, thread};

/// Pages below a stack that fault instead of being written to, generously.
const GUARD: usize = 1024 * 1024;

/// Where the watched stack may end: the addresses from here to `TOP` are it or lie just below it.
static BOTTOM: AtomicUsize = AtomicUsize::new(0);
static TOP: AtomicUsize = AtomicUsize::new(0);
/// Written to when the stack has ended.
static ALARM: AtomicI32 = AtomicI32::new(-1);

/// Watches the stack of the present thread, which has `size` bytes. When it overflows, `end` is called on a thread of its
/// own, and the present thread never runs again.
///
/// # Errors
/// When the system refuses the thread or the signal handler.
pub(super) fn watch(size: usize, end: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let top = ptr::from_ref(&size) as usize;
    TOP.store(top, Ordering::Relaxed);
    BOTTOM.store(top.saturating_sub(size + GUARD), Ordering::Relaxed);
    let (alarm, mut heard) = UnixStream::pair()?;
    ALARM.store(alarm.as_raw_fd(), Ordering::Relaxed);
    thread::Builder::new()
        .name("pontoon-stack".to_owned())
        .spawn(move || {
            // Open for as long as the handler may write to it.
            let _alarm = alarm;
            if heard.read_exact(&mut [0]).is_ok() {
                end();
            }
        })?;
    handle_faults()
}

/// Rust's own handler aborts the program with words of its own; its alternate stacks serve this one, too.
#[expect(unsafe_code, reason = "a signal handler has no safe form")]
fn handle_faults() -> io::Result<()> {
    let handler: extern "C" fn(libc::c_int, *mut libc::siginfo_t, *mut libc::c_void) = on_fault;
    for signal in [libc::SIGSEGV, libc::SIGBUS] {
        // SAFETY: an all-zero action is a valid one with an empty mask.
        let mut action: libc::sigaction = unsafe { mem::zeroed() };
        action.sa_sigaction = handler as usize;
        action.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK;
        // SAFETY: the handler calls only what is safe in a signal handler, and the action outlives the call.
        if unsafe { libc::sigaction(signal, &raw const action, ptr::null_mut()) } != 0 {
            return Err(io::Error::last_os_error());
        }
    }
    Ok(())
}

#[expect(unsafe_code, reason = "a signal handler has no safe form")]
extern "C" fn on_fault(signal: libc::c_int, info: *mut libc::siginfo_t, _: *mut libc::c_void) {
    // SAFETY: the kernel hands over a valid description of the fault.
    let address = unsafe { (*info).si_addr() } as usize;
    let is_overflow = (BOTTOM.load(Ordering::Relaxed)..TOP.load(Ordering::Relaxed)).contains(&address);
    if is_overflow && raise(ALARM.load(Ordering::Relaxed)) {
        loop {
            // SAFETY: waits for a signal; the program ends from another thread.
            unsafe { libc::pause() };
        }
    }
    // Any other fault ends the program as it would have: it happens again without a handler.
    // SAFETY: restores the default action.
    unsafe { libc::signal(signal, libc::SIG_DFL) };
}

#[expect(unsafe_code, reason = "a signal handler has no safe form")]
fn raise(alarm: RawFd) -> bool {
    // SAFETY: writes one byte of a static; a closed descriptor is an error, not a fault.
    unsafe { libc::write(alarm, c"!".as_ptr().cast(), 1) == 1 }
}
