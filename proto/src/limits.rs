//! Every limit of what may cross a wire, in one place. A limit is a named error, never a crash.

/// How deep lists and objects may nest. protobuf-go accepts 4,999 nested lists and refuses 5,000.
pub const MAX_DEPTH: usize = 4_999;

/// How deep a value may nest that is read as, or made from, a Rust type through serde, which recurses.
pub const MAX_TYPED_DEPTH: usize = 128;

/// How many values one argument or result may hold, itself and all nested ones counted.
pub const MAX_NODES: usize = 2_000_000;

/// The largest message between browser and bridge, in bytes.
pub const MAX_BROWSER_MESSAGE: usize = 16 * 1024 * 1024;

/// The largest message between bridge and plugin, in bytes.
pub const MAX_PLUGIN_MESSAGE: usize = 64 * 1024 * 1024;

/// The largest header list between bridge and plugin, in bytes. An error's text travels in a header, where a byte
/// may take three; a text of 2 MiB arrives, and is then cut to [`MAX_ERROR_TEXT`].
pub const MAX_PLUGIN_HEADER_LIST: u32 = 8 * 1024 * 1024;

/// The longest error text of a plugin that is sent or passed on, in bytes.
pub const MAX_ERROR_TEXT: usize = 64 * 1024;

/// The largest manifest that is read, in bytes.
pub const MAX_MANIFEST_MESSAGE: usize = 1024 * 1024;

/// How many exports a module may have, and how many methods an object.
pub const MAX_EXPORTS: usize = 1_000;

/// The longest name of a module, an export or a method, in bytes; also the longest version, capability or tag.
pub const MAX_NAME: usize = 256;

/// The longest doc or summary, in bytes.
pub const MAX_DOC: usize = 64 * 1024;

/// How many capabilities a module may have, and how many tags a method.
pub const MAX_LABELS: usize = 100;
