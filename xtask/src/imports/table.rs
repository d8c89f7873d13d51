//! Who may know whom: the table of `docs/architecture.md` as data. A new edge between our own crates is a reviewed
//! line here, and so is every exception.

use crate::imports::Ban::{self, EverythingBut, Family, Feature, Package, Source};
use crate::imports::tree::Target::{self, Native, Wasm};

/// What holds for one crate, or for every crate in a folder.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    /// The crate's name, or its folder with a final `/` for all crates in it.
    pub(crate) name: &'static str,
    /// The crates of ours that its manifest may name.
    pub(crate) may_import: &'static [&'static str],
    /// Those that only its tests may name.
    pub(crate) tests_may_import: &'static [&'static str],
    /// What it must not reach, even through others.
    pub(crate) never: &'static [Ban],
    /// What it is compiled for.
    pub(crate) targets: &'static [Target],
}

impl Rule {
    /// Whether this is the rule of the folder that the crate lies in.
    pub(crate) fn covers_folder(&self, folder: &str) -> bool {
        self.name.ends_with('/') && folder.starts_with(self.name)
    }
}

const BOA: Ban = Family("boa_");
const YEW: Ban = Family("yew");
const AXUM: Ban = Family("axum");
const TOKIO_RUNTIME: Ban = Feature("tokio", "rt");

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "proto",
        may_import: &[],
        tests_may_import: &[],
        never: &[
            Feature("tonic", "transport"),
            Feature("tonic", "channel"),
            Feature("tonic", "server"),
            Package("hyper"),
            Package("h2"),
            AXUM,
            BOA,
            YEW,
            TOKIO_RUNTIME,
        ],
        targets: &[Native, Wasm],
    },
    Rule {
        name: "plugins-handshake",
        may_import: &[],
        tests_may_import: &[],
        never: &[
            Family("tokio"),
            Family("tonic"),
            Source("std::fs"),
            Source("std::process"),
        ],
        targets: &[Native],
    },
    Rule {
        name: "plugins-tls",
        may_import: &[],
        tests_may_import: &[],
        never: &[
            Family("tokio"),
            Family("tonic"),
            Source("std::fs"),
            Source("std::net"),
            Source("std::process"),
        ],
        targets: &[Native],
    },
    Rule {
        name: "pontoon-sdk",
        may_import: &["proto", "plugins-handshake", "plugins-tls"],
        tests_may_import: &[],
        never: &[Family("bridge-"), BOA, AXUM],
        targets: &[Native],
    },
    Rule {
        name: "plugins/examples/",
        may_import: &["pontoon-sdk"],
        tests_may_import: &[],
        never: &[Family("bridge-"), Family("web-"), BOA, AXUM],
        targets: &[Native],
    },
    Rule {
        name: "goja-plugin-misbehaving",
        may_import: &["pontoon-sdk", "proto", "plugins-handshake"],
        tests_may_import: &[],
        never: &[],
        targets: &[Native],
    },
    Rule {
        name: "bridge-host",
        may_import: &["proto", "plugins-handshake", "plugins-tls"],
        tests_may_import: &[],
        never: &[BOA, YEW, AXUM, Package("pontoon-sdk")],
        targets: &[Native],
    },
    Rule {
        name: "bridge-server",
        may_import: &["proto", "bridge-host"],
        tests_may_import: &[],
        never: &[BOA, YEW],
        targets: &[Native],
    },
    Rule {
        name: "pontoon",
        may_import: &[
            "proto",
            "plugins-handshake",
            "bridge-host",
            "bridge-server",
            "web-locale",
            "web-output",
            "web-runtime",
            "web-source",
        ],
        tests_may_import: &[],
        never: &[YEW],
        targets: &[Native],
    },
    Rule {
        name: "web-output",
        may_import: &[],
        tests_may_import: &[],
        never: &[EverythingBut(&["serde", "serde_core"])],
        targets: &[Native, Wasm],
    },
    Rule {
        name: "web-source",
        may_import: &[],
        tests_may_import: &["nested-sources"],
        never: &[
            Package("boa_engine"),
            TOKIO_RUNTIME,
            Package("web-sys"),
            Source("std::process"),
            Source("std::fs"),
            Source("std::thread"),
        ],
        targets: &[Native, Wasm],
    },
    Rule {
        name: "web-runtime",
        may_import: &["proto", "web-locale", "web-output", "web-source"],
        tests_may_import: &[],
        never: &[
            TOKIO_RUNTIME,
            Package("web-sys"),
            Source("std::process"),
            Source("std::fs"),
            Source("std::thread"),
        ],
        targets: &[Native, Wasm],
    },
    Rule {
        name: "web-locale",
        may_import: &[],
        tests_may_import: &[],
        never: &[
            BOA,
            YEW,
            Family("tonic"),
            Family("tokio"),
            Package("web-sys"),
            Source("std::process"),
            Source("std::fs"),
            Source("std::thread"),
        ],
        targets: &[Native, Wasm],
    },
    Rule {
        name: "web-messages",
        may_import: &["web-output"],
        tests_may_import: &[],
        never: &[EverythingBut(&["serde", "serde_core", "web-output"])],
        targets: &[Native, Wasm],
    },
    Rule {
        name: "web-worker",
        may_import: &["proto", "web-locale", "web-runtime", "web-messages", "web-output"],
        tests_may_import: &[],
        never: &[YEW],
        targets: &[Wasm],
    },
    Rule {
        name: "web-app",
        may_import: &["web-messages", "web-output", "web-editor"],
        tests_may_import: &[],
        never: &[BOA, Family("tonic"), Package("proto"), Package("web-runtime")],
        targets: &[Native, Wasm],
    },
    Rule {
        name: "web-editor",
        may_import: &[],
        tests_may_import: &[],
        never: &[YEW, BOA, Family("tonic")],
        targets: &[Wasm],
    },
    Rule {
        name: "tests",
        may_import: &["nested-sources", "proto", "web-messages", "web-output"],
        tests_may_import: &[],
        never: &[
            Family("bridge-"),
            Package("web-app"),
            Package("web-editor"),
            Package("web-runtime"),
            Package("web-worker"),
            Package("pontoon"),
            Package("pontoon-sdk"),
            BOA,
            YEW,
        ],
        targets: &[Native],
    },
    Rule {
        name: "conformance",
        may_import: &["tests", "web-messages", "web-output", "web-runtime"],
        tests_may_import: &[],
        never: &[
            Family("bridge-"),
            Package("web-app"),
            Package("web-editor"),
            Package("web-worker"),
            Package("pontoon-sdk"),
            YEW,
        ],
        targets: &[Native],
    },
    Rule {
        name: "nested-sources",
        may_import: &[],
        tests_may_import: &[],
        never: &[],
        targets: &[Native],
    },
    Rule {
        name: "plain-boa",
        may_import: &[],
        tests_may_import: &[],
        never: &[],
        targets: &[Native],
    },
    Rule {
        name: "xtask",
        may_import: &[],
        tests_may_import: &[],
        never: &[],
        targets: &[Native],
    },
    Rule {
        name: "xtask-codegen",
        may_import: &[],
        tests_may_import: &[],
        never: &[],
        targets: &[Native],
    },
];
