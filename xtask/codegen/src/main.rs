//! `xtask-codegen PROTOS OUT`: Rust code from the protos in one folder, through protox, into another folder.
//! It knows no repository; `cargo xtask codegen` names the folders and compares the result.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

const PROTOS: [&str; 5] = [
    "hashiplugin/contract/v1/jsmodule.proto",
    "plugin/grpc_broker.proto",
    "plugin/grpc_controller.proto",
    "plugin/grpc_stdio.proto",
    "pontoon/v1/browser.proto",
];

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let protos = arguments.next().context("name the folder of the protos")?;
    let out = arguments.next().context("name the folder to write to")?;

    let descriptors = protox::compile(PROTOS, [protos]).context("compile the protos")?;
    tonic_prost_build::configure()
        .build_transport(false)
        .out_dir(out)
        .extern_path(".google.protobuf.Value", "crate::value::EncodedValue")
        .compile_fds(descriptors)
        .context("generate Rust code")
}
