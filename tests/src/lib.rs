//! The harness of the end-to-end tests: it starts what people start and looks at what people see. It links no crate
//! under test but the contracts between their parts; everything goes through processes, sockets and the browser.
//!
//! `cargo xtask test browser`, `interop` and `conformance` build the programs and name them in the environment
//! ([`environment`]). A test starts [`bridge_process::Bridge`], opens its link in a [`browser::Browser`] and speaks to
//! the [`page::Page`]. Whatever a test starts ends with it, also when it fails.
//!
//! # Layout
//!
//! - [`environment`]: where the programs under test lie
//! - [`process_log`]: what a program prints, to wait for and to show when a test fails
//! - [`bridge_process`]: `pontoon serve` on a free port
//! - [`browser`]: a headless Chromium with a fresh profile
//! - [`page`]: the page, by the contract that it keeps for tests
//! - `complaints`: what the browser complains about while a page is open
//! - [`worker`]: the page's worker without the page
//! - [`wire`]: HTTP and gRPC-Web by hand, for what no browser would send
//! - [`go_host`]: a plugin host on the genuine go-plugin
//! - [`canonical`]: the one text that equal values share
//! - [`os_process`]: whether a process lives, for the promise that none is left behind

pub mod bridge_process;
pub mod browser;
pub mod canonical;
mod complaints;
pub mod environment;
pub mod go_host;
pub mod os_process;
pub mod page;
pub mod process_log;
pub mod wire;
pub mod worker;
