//! Rust code of every proto, for the crate `proto`, and the descriptors of what a plugin serves.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

const PROTOS: [&str; 5] = [
    "hashiplugin/contract/v1/jsmodule.proto",
    "plugin/grpc_broker.proto",
    "plugin/grpc_controller.proto",
    "plugin/grpc_stdio.proto",
    "pontoon/v1/browser.proto",
];

/// What a plugin serves, among [`PROTOS`].
const PLUGIN_PROTOS: [&str; 4] = [
    "hashiplugin/contract/v1/jsmodule.proto",
    "plugin/grpc_broker.proto",
    "plugin/grpc_controller.proto",
    "plugin/grpc_stdio.proto",
];

/// Writes one file for each proto package into `out`, and `plugin.binpb`, for plugins that are asked what they serve.
pub(crate) fn generate(protos: &Path, out: &Path) -> Result<()> {
    let descriptors = protox::compile(PROTOS, [protos]).context("compile the protos")?;
    tonic_prost_build::configure()
        .build_transport(false)
        .out_dir(out)
        .extern_path(".google.protobuf.Value", "crate::value::EncodedValue")
        .compile_fds(descriptors)
        .context("generate Rust code")?;
    let served = protox::Compiler::new([protos])
        .context("find the protos")?
        .include_imports(true)
        .open_files(PLUGIN_PROTOS)
        .context("compile the protos of plugins")?
        .encode_file_descriptor_set();
    fs::write(out.join("plugin.binpb"), served).context("write the descriptors of plugins")
}
