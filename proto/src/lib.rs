//! The contracts, in words that both ends of each wire share. No I/O and no transport: this crate builds for
//! wasm32 and for the native programs alike.
//!
//! Two wires meet at the bridge. [`browser`] is what the page's worker says to it over gRPC-Web; [`contract`]
//! (the plugin's module) and [`go_plugin`] (its process) are what the bridge says to a plugin. [`value`] and
//! [`manifest`] are the parsed forms that travel inward; generated types stay at the edges.

mod generated;
pub mod limits;
pub mod manifest;
pub mod value;

/// `hashiplugin.contract.v1`: a plugin's manifest and its calls. Wire-compatible with go-go-goja.
pub use generated::hashiplugin::contract::v1 as contract;
/// `plugin`: go-plugin's own services (controller, stdio, broker).
pub use generated::plugin as go_plugin;
/// `pontoon.v1`: what the browser says to the bridge.
pub use generated::pontoon::v1 as browser;

/// An encoded `google.protobuf.FileDescriptorSet` of [`contract`] and [`go_plugin`], with all that they import: what
/// a plugin answers when it is asked for its services.
pub const PLUGIN_DESCRIPTORS: &[u8] = include_bytes!("generated/plugin.binpb");
