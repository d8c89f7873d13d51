//! Embeds the page that `cargo xtask page` built: the folder in `PONTOON_PAGE`, else `target/page`. Without one,
//! the binary carries a page that says how to build it.

use std::path::{Path, PathBuf};
use std::{env, fs};

const MISSING: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Pontoon</title>\
    <h1>This pontoon was built without its page</h1>\
    <p>Run <code>cargo xtask serve</code>, which builds the page first and the bridge around it.</p></html>\n";

fn main() {
    println!("cargo::rerun-if-env-changed=PONTOON_PAGE");
    let page = env::var_os("PONTOON_PAGE").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/page"),
        PathBuf::from,
    );
    println!("cargo::rerun-if-changed={}", page.join("index.html").display());
    let page = if page.join("index.html").exists() {
        page
    } else {
        placeholder()
    };
    memory_serve::load_directory(page);
}

fn placeholder() -> PathBuf {
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("page");
    fs::create_dir_all(&folder).expect("create the placeholder's folder");
    fs::write(folder.join("index.html"), MISSING).expect("write the placeholder");
    folder
}
