//! The modules that Node has built in, none of which is here.

const NAMES: [&str; 42] = [
    "assert",
    "async_hooks",
    "buffer",
    "child_process",
    "cluster",
    "console",
    "constants",
    "crypto",
    "dgram",
    "diagnostics_channel",
    "dns",
    "domain",
    "events",
    "fs",
    "http",
    "http2",
    "https",
    "inspector",
    "module",
    "net",
    "os",
    "path",
    "perf_hooks",
    "process",
    "punycode",
    "querystring",
    "readline",
    "repl",
    "stream",
    "string_decoder",
    "sys",
    "timers",
    "tls",
    "tty",
    "url",
    "util",
    "v8",
    "vm",
    "wasi",
    "worker_threads",
    "zlib",
    "test",
];

/// Why a module of Node's own cannot be had; `None` for any other name.
pub(crate) fn explain(specifier: &str) -> Option<String> {
    let name = specifier.strip_prefix("node:").unwrap_or(specifier);
    let top = name.split('/').next().unwrap_or(name);
    (specifier.starts_with("node:") || NAMES.contains(&top)).then(|| {
        format!(
            "Cannot find module '{specifier}': Node's own modules are not here. Files, processes and the network are \
             reached through plugins; console, timers, URL, TextEncoder, crypto and the like are globals, which help() lists"
        )
    })
}
