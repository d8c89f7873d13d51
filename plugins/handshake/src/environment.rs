//! The names of the variables that a host sets for a plugin. What they mean is the business of whoever reads or
//! writes them; a host removes every inherited variable with [`RESERVED_PREFIX`] before it sets its own.

/// Tells a plugin that a host started it, not a person: the cookie's name.
pub const COOKIE_KEY: &str = "GO_GO_GOJA_PLUGIN";

/// Tells a plugin that the right kind of host started it: the cookie's value.
pub const COOKIE_VALUE: &str = "js-module";

/// What every other variable of the handshake begins with.
pub const RESERVED_PREFIX: &str = "PLUGIN_";

/// The application protocol versions that the host speaks: decimal, comma-separated, in no order.
pub const PROTOCOL_VERSIONS: &str = "PLUGIN_PROTOCOL_VERSIONS";

/// The directory for the plugin's Unix socket.
pub const UNIX_SOCKET_DIR: &str = "PLUGIN_UNIX_SOCKET_DIR";

/// The group, by name or number, that may connect to the Unix socket.
pub const UNIX_SOCKET_GROUP: &str = "PLUGIN_UNIX_SOCKET_GROUP";

/// The lowest TCP port to listen on, for plugins that have no Unix sockets.
pub const MIN_PORT: &str = "PLUGIN_MIN_PORT";

/// The highest TCP port to listen on, for plugins that have no Unix sockets.
pub const MAX_PORT: &str = "PLUGIN_MAX_PORT";

/// Set when the host would like to multiplex all connections over the first one.
pub const MULTIPLEX_GRPC: &str = "PLUGIN_MULTIPLEX_GRPC";

/// The host's certificate in PEM, when both sides shall use TLS.
pub const CLIENT_CERT: &str = "PLUGIN_CLIENT_CERT";
