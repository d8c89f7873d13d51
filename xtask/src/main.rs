//! Automation for this repository: `cargo xtask --help`.

mod arguments;
mod bench;
mod bridge;
mod bundle;
mod codegen;
mod content_hash;
mod go;
mod imports;
mod install_plugins;
mod page;
mod plugins;
mod process;
mod screenshot;
mod serve;
mod setup;
mod step;
mod test;
mod tidy;
mod workspace;

fn main() -> std::process::ExitCode {
    arguments::run()
}
