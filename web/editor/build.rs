//! Looks for the JavaScript bundle and says how to make it; wasm-bindgen's own message would only name the file.

use std::path::Path;

const BUNDLE: &str = "dist/editor.js";

fn main() {
    println!("cargo::rerun-if-changed={BUNDLE}");
    if !Path::new(BUNDLE).is_file() {
        println!("cargo::error=the editor's bundle web/editor/{BUNDLE} is missing");
        println!(
            "cargo::error=run `cargo xtask page` (or `npm ci && npm run build` in web/editor) to build it"
        );
    }
}
