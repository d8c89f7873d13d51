//! [`HandshakeLine`]: the first line of a plugin's standard output,
//! `CORE|APP|NETWORK|ADDRESS|PROTOCOL|CERTIFICATE[|MULTIPLEXING]`. Plugins print it with `Display`, hosts read it
//! with [`HandshakeLine::parse`].

mod certificate;
mod error;
mod parse;
#[cfg(test)]
mod tests;

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

pub use error::{CertificateError, HandshakeError, NumberError, TcpAddressError};

use crate::CORE_PROTOCOL_VERSION;

/// Where a plugin serves gRPC, and which version of the services.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandshakeLine {
    /// The version of the services, as [`crate::negotiate`] chose it.
    pub app_version: u32,
    /// The socket that the plugin listens on.
    pub network: Network,
    /// The certificate that the plugin will show, in DER; present when the host offered TLS. Only its outer
    /// form is checked here: whoever connects compares it byte for byte.
    pub certificate: Option<Vec<u8>>,
    /// The answer to a host that asked for multiplexing. Nothing to a host that did not: an old one would stumble
    /// over a seventh field. A host that did not ask ignores it.
    pub multiplexing: Option<bool>,
}

/// A socket's address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Network {
    /// A Unix socket's path, not empty. To be printed it must be UTF-8 without `|` and line breaks.
    Unix(PathBuf),
    /// A TCP address. Whether it is on this machine is for the host to judge.
    Tcp(SocketAddr),
}

impl fmt::Display for HandshakeLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            app_version,
            network,
            certificate,
            multiplexing,
        } = self;
        write!(f, "{CORE_PROTOCOL_VERSION}|{app_version}|{network}|grpc|")?;
        if let Some(der) = certificate {
            f.write_str(&certificate::encode(der))?;
        }
        match multiplexing {
            Some(answer) => write!(f, "|{answer}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unix(path) => write!(f, "unix|{}", path.display()),
            Self::Tcp(address) => write!(f, "tcp|{address}"),
        }
    }
}
