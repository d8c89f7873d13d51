//! Real plugin processes, spoken to over their real socket as a host would.

#![expect(
    clippy::unwrap_used,
    reason = "what goes wrong here fails the test that asked for it"
)]

mod calls;
mod clients;
mod life;
mod process;
mod reflection;
#[cfg_attr(not(feature = "tls"), path = "tls_disabled.rs")]
mod tls;
