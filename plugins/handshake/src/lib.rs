//! go-plugin's handshake line and environment; pure.
