//! The output of `cargo xtask codegen`, nested as the protos' packages are. Never edited by hand.

#![expect(
    missing_docs,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason,
    reason = "written by the generator"
)]

pub(crate) mod hashiplugin {
    pub(crate) mod contract {
        pub mod v1 {
            include!("generated/hashiplugin.contract.v1.rs");
        }
    }
}

pub mod plugin {
    include!("generated/plugin.rs");
}

pub(crate) mod pontoon {
    pub mod v1 {
        include!("generated/pontoon.v1.rs");
    }
}
