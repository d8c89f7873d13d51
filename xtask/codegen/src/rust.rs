//! Rust code of every proto, for the crate `proto`.

use std::path::Path;

use anyhow::{Context as _, Result};

const PROTOS: [&str; 5] = [
    "hashiplugin/contract/v1/jsmodule.proto",
    "plugin/grpc_broker.proto",
    "plugin/grpc_controller.proto",
    "plugin/grpc_stdio.proto",
    "pontoon/v1/browser.proto",
];

/// Writes one file for each proto package into `out`.
pub(crate) fn generate(protos: &Path, out: &Path) -> Result<()> {
    let descriptors = protox::compile(PROTOS, [protos]).context("compile the protos")?;
    tonic_prost_build::configure()
        .build_transport(false)
        .out_dir(out)
        .extern_path(".google.protobuf.Value", "crate::value::EncodedValue")
        .compile_fds(descriptors)
        .context("generate Rust code")
}
