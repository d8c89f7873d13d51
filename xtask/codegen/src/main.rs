//! `xtask-codegen rust PROTOS OUT` and `xtask-codegen go PROTOS MODULE OUT`: code from the protos in one folder,
//! through protox, into another folder. It knows no repository; `cargo xtask codegen` names the folders and
//! compares the result.

mod go;
mod rust;

use std::path::PathBuf;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    match arguments.as_slice() {
        [language, protos, out] if language.as_os_str() == "rust" => rust::generate(protos, out),
        [language, protos, module, out] if language.as_os_str() == "go" => go::generate(protos, module, out),
        _ => bail!("say `rust PROTOS OUT` or `go PROTOS MODULE OUT`"),
    }
}
