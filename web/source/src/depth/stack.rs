//! How much of its stack the parser takes. It recurses for whatever lies inside something else, and it asks a reader for
//! the next byte from the midst of that: the reader looks at the stack, and ends the source where too little is left.

use std::cell::Cell;
use std::hint::black_box;
use std::io::{self, Read};
use std::ptr;
use std::rc::Rc;
use std::sync::OnceLock;

use super::room::{LEAST_ROOM, Rooms};

/// Bytes of stack that the parser takes at most, from where it is called. In a browser this is the smaller of two
/// bounds: compiled code has a stack of the browser's own, which [`ask_for_room`] is about.
pub const PARSER_STACK: usize = if cfg!(target_family = "wasm") {
    6 << 20
} else {
    48 << 20
};

/// Bytes that need no question: in no form of nesting does the browser's stack end before twice as many.
const UNASKED: usize = 384 << 10;
/// Bytes that need no question even where much must be left.
const NEXT_TO_NOTHING: usize = 24 << 10;
/// Bytes between two questions.
const STEP: usize = 32 << 10;

static HAS_ROOM: OnceLock<fn(u32) -> bool> = OnceLock::new();

/// Names the function that tells whether so many percent of the stack are left. Only a browser needs it, whose stack has
/// no address; later calls change nothing.
pub fn ask_for_room(has_room: fn(u32) -> bool) {
    HAS_ROOM.get_or_init(|| has_room);
}

/// Whether so many percent of a browser's stack are left. Elsewhere all that is needed always is.
pub(super) fn has_room(percent: u32) -> bool {
    HAS_ROOM.get().is_none_or(|has_room| has_room(percent))
}

/// A source, as the parser reads it.
#[derive(Debug)]
pub struct Watched<'a> {
    rest: &'a [u8],
    trace: Rc<Trace>,
    /// The stack at the call of the parser.
    entry: usize,
    rooms: Rooms,
    /// What the latest question was about, and what may be in use before the next, as long as no more must be left.
    room: u32,
    unasked: usize,
}

/// What is known of a source once the parser is done with it.
#[derive(Debug, Default)]
pub(super) struct Trace {
    /// How many bytes the parser has read.
    read: Cell<usize>,
    /// Whether the parser asked for more than there is.
    reached_end: Cell<bool>,
    is_too_deep: Cell<bool>,
}

impl Trace {
    pub(super) fn reached_end(&self) -> bool {
        self.reached_end.get()
    }

    /// The last byte that was read before the stack ran out.
    pub(super) fn too_deep(&self) -> Option<usize> {
        self.is_too_deep.get().then(|| self.read.get().saturating_sub(1))
    }
}

impl<'a> Watched<'a> {
    pub(super) fn new(source: &'a str, rooms: Rooms, trace: Rc<Trace>) -> Self {
        Self {
            rest: source.as_bytes(),
            trace,
            entry: stack_pointer(),
            rooms,
            room: LEAST_ROOM,
            unasked: STEP,
        }
    }

    fn has_room(&mut self) -> bool {
        let used = self.entry.saturating_sub(stack_pointer());
        let room = self.rooms.at(self.trace.read.get());
        // What had room in one form of nesting may not have it in another: a stack that shrank is asked about anew.
        self.unasked = self.unasked.min(used + STEP);
        let free = if room == LEAST_ROOM {
            UNASKED
        } else {
            NEXT_TO_NOTHING
        };
        if used <= free || (used <= self.unasked && room <= self.room) {
            return true;
        }
        self.unasked = used + STEP;
        self.room = room;
        used <= PARSER_STACK && has_room(room)
    }
}

impl Read for Watched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // The parser passes over some errors, so this one comes again.
        if self.trace.is_too_deep.get() || !self.has_room() {
            self.trace.is_too_deep.set(true);
            return Err(io::Error::other("nested too deeply"));
        }
        let (Some(place), Some((next, rest))) = (buffer.first_mut(), self.rest.split_first()) else {
            self.trace.reached_end.set(true);
            return Ok(0);
        };
        *place = *next;
        self.rest = rest;
        self.trace.read.set(self.trace.read.get() + 1);
        Ok(1)
    }
}

/// About where the stack ends now. It grows downwards on every machine that Rust runs on.
#[inline(never)]
fn stack_pointer() -> usize {
    let mark = 0_u8;
    ptr::from_ref(black_box(&mark)).addr()
}
