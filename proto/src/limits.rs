//! Every limit of what may cross a wire, in one place. A limit is a named error, never a crash.

/// How deep lists and objects may nest. protobuf-go accepts 4,999 nested lists and refuses 5,000.
pub const MAX_DEPTH: usize = 4_999;

/// How many values one argument or result may hold, itself and all nested ones counted.
pub const MAX_NODES: usize = 2_000_000;

/// The largest message between browser and bridge, in bytes.
pub const MAX_BROWSER_MESSAGE: usize = 16 * 1024 * 1024;

/// The largest message between bridge and plugin, in bytes.
pub const MAX_PLUGIN_MESSAGE: usize = 64 * 1024 * 1024;

/// The largest header list between bridge and plugin, in bytes. An error's text travels in a header.
pub const MAX_PLUGIN_HEADER_LIST: u32 = 1024 * 1024;
