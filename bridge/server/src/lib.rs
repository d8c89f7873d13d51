//! One loopback port: the page, gRPC-Web, health. Everything that arrives passes the `guard` first.
//!
//! # Reading order
//! [`serve`] accepts connections and drains them at the end. `router` puts the layers and routes together.
//! `guard` decides who may speak at all; [`Gate`] keeps the one-time codes and the tokens. `api` translates
//! between the browser's wire and [`bridge_host`]. `page` is the embedded front-end.
//!
//! # What never happens here
//! - No path is answered before Host and Origin have been checked, and none without a declared policy.
//! - No CORS header is ever sent, no cookie is set or read, and no request names a path, an argument or an
//!   environment variable of a program.
//! - Only `api` sees wire types and builds a `tonic::Status`.

mod api;
mod connection;
mod gate;
mod guard;
mod headers;
mod page;
mod router;

pub use connection::serve;
pub use gate::{Gate, RandomError};
