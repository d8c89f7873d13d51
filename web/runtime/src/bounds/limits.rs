//! Every limit of the runtime, in one place, each with the line that the built-in `docs` shows.

use proto::limits as wire;
use web_source::{PARSER_STACK, SOURCE_BYTES, SOURCE_HEIGHT};

/// Calls inside calls. Those that functions of the user make take heap alone.
pub(crate) const RECURSION: usize = 10_000;
/// Arguments and variables of all calls under way. The engine keeps some of each call that threw until the function
/// that caught it ends: a loop that catches a million errors is no recursion.
pub(crate) const STACK_VALUES: usize = 10_000_000;
/// The stack that a thread needs in order to run a realm: what recursion takes, and what can lie on top of it.
pub const THREAD_STACK: usize = 1024 * 1024 * 1024;
/// Generators that ask each other for a value.
pub(crate) const GENERATORS: usize = 128;
/// Frames that an error keeps.
pub(crate) const BACKTRACE: usize = 50;
/// UTF-16 code units of one string that is made at once.
pub(crate) const STRING_LENGTH: u64 = 32 * 1024 * 1024;
/// Bytes of one ArrayBuffer.
pub(crate) const BUFFER_BYTES: u64 = 256 * 1024 * 1024;
/// Elements that one call of an array's method visits.
pub(crate) const ARRAY_VISIT: u64 = 10_000_000;
/// Plain data inside data, where a built-in function walks it.
pub(crate) const DATA_DEPTH: usize = 500;
/// Bytes that the values of a realm take, where its program counts them.
pub(crate) const MEMORY: u64 = 512 * 1024 * 1024;
/// Bytes that a program with a realm takes before it ends. One stroke of a script may double the largest value, and the
/// old one is still there.
pub(crate) const MEMORY_AT_ONCE: usize = 2 * 1024 * 1024 * 1024;
/// The work of the engine between two looks at the stop flag and at the memory, in its own units: some 20 µs. A prime: else
/// a short loop would always be stopped at the same step, which may be one without a place.
pub(crate) const OPCODE_BUDGET: u32 = 2_003;
/// How often these are looked at before the program around has its turn, which costs as much as some hundred steps of the
/// engine.
pub(crate) const BUDGETS_PER_PAUSE: u32 = 50;
/// A limit, as people are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// A word or two.
    pub name: &'static str,
    /// The bound.
    pub value: u64,
    /// What happens at the bound.
    pub text: &'static str,
}

/// All limits, for people.
pub const LIMITS: &[Limit] = &[
    Limit {
        name: "source size",
        value: SOURCE_BYTES as u64,
        text: "bytes of one cell or document; a larger one is a SyntaxError",
    },
    Limit {
        name: "source depth",
        value: PARSER_STACK as u64,
        text: "bytes of stack that reading a source takes, in a browser less where its own stack is short; deeper is a SyntaxError",
    },
    Limit {
        name: "source height",
        value: SOURCE_HEIGHT as u64,
        text: "units of what stands in or behind each other, 10 for an operator, 12 for a call, 16 for an access and 46 for a function; more is a SyntaxError",
    },
    Limit {
        name: "calls",
        value: RECURSION as u64,
        text: "calls inside calls; more is a RangeError that ends the cell, and that a script cannot catch",
    },
    Limit {
        name: "generators",
        value: GENERATORS as u64,
        text: "that ask each other for a value, counted in the page for all and in the terminal for async ones; more is a RangeError",
    },
    Limit {
        name: "arguments and variables",
        value: STACK_VALUES as u64,
        text: "of all calls under way; more ends the cell, and a script cannot catch it",
    },
    Limit {
        name: "memory",
        value: MEMORY,
        text: "bytes of all values; more is a RangeError, which a script can catch where one function takes much, and which ends the cell otherwise",
    },
    Limit {
        name: "memory at once",
        value: MEMORY_AT_ONCE as u64,
        text: "bytes, with what one operator or function takes at once; more ends the engine, and the page and the prompt start a new one",
    },
    Limit {
        name: "string length",
        value: STRING_LENGTH,
        text: "code units of a string made by repeat, padStart or padEnd; more is a RangeError",
    },
    Limit {
        name: "buffer size",
        value: BUFFER_BYTES,
        text: "bytes of an ArrayBuffer; more is a RangeError",
    },
    Limit {
        name: "array visit",
        value: ARRAY_VISIT,
        text: "elements that one call of an array's method visits; more is a RangeError",
    },
    Limit {
        name: "data depth",
        value: DATA_DEPTH as u64,
        text: "arrays and objects inside each other, for JSON.parse and structuredClone; more is an error",
    },
    Limit {
        name: "value depth",
        value: wire::MAX_DEPTH as u64,
        text: "levels of a value that crosses to a plugin; more is a RangeError",
    },
    Limit {
        name: "value size",
        value: wire::MAX_NODES as u64,
        text: "parts of a value that crosses to a plugin; more is a RangeError",
    },
];
