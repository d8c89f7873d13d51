//! The host's reading of a handshake line, field by field in go-plugin's order: the first wrong field is the
//! error. Multiplexing is never asked for, so the seventh field cannot be wrong.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::num::IntErrorKind;
use std::path::PathBuf;

use super::error::{HandshakeError, NumberError, TcpAddressError};
use super::{HandshakeLine, Network, certificate};
use crate::{CORE_PROTOCOL_VERSION, Excerpt};

/// What stands in the certificate's place and is shorter comes from old plugins and means nothing.
const CERTIFICATE_MIN_CHARS: usize = 51;

impl HandshakeLine {
    /// Reads the line, for a host that speaks `app_versions`.
    ///
    /// Spaces and line endings around it do not matter, and neither do further fields.
    ///
    /// # Errors
    /// The first wrong field, in go-plugin's words.
    pub fn parse(line: &str, app_versions: &[u32]) -> Result<Self, HandshakeError> {
        let line = line.trim();
        let fields: Vec<&str> = line.split('|').collect();
        let [core, app, network, address, rest @ ..] = fields.as_slice() else {
            return Err(HandshakeError::Unrecognized {
                line: Excerpt::new(line),
            });
        };
        check_core_version(core)?;
        let app_version = parse_app_version(app, app_versions)?;
        let network = Network::parse(network, address)?;
        match rest.first().copied().unwrap_or("netrpc") {
            "grpc" => {}
            other => return Err(HandshakeError::UnsupportedProtocol(Excerpt::new(other))),
        }
        let certificate = rest
            .get(1)
            .filter(|field| field.len() >= CERTIFICATE_MIN_CHARS)
            .map(|field| certificate::decode(field))
            .transpose()
            .map_err(HandshakeError::Certificate)?;
        Ok(Self {
            app_version,
            network,
            certificate,
            multiplexing: rest.get(2).and_then(|field| parse_bool(field)),
        })
    }
}

impl Network {
    fn parse(network: &str, address: &str) -> Result<Self, HandshakeError> {
        match network {
            "unix" if address.is_empty() => Err(HandshakeError::EmptyUnixAddress),
            "unix" => Ok(Self::Unix(PathBuf::from(address))),
            "tcp" => parse_tcp(address)
                .map(Self::Tcp)
                .map_err(|reason| HandshakeError::TcpAddress {
                    address: Excerpt::new(address),
                    reason,
                }),
            _ => Err(HandshakeError::UnknownNetwork {
                network: Excerpt::new(network),
                address: Excerpt::new(address),
            }),
        }
    }
}

fn check_core_version(field: &str) -> Result<(), HandshakeError> {
    let version = parse_number(field).map_err(HandshakeError::CoreVersion)?;
    if version == i64::from(CORE_PROTOCOL_VERSION) {
        Ok(())
    } else {
        Err(HandshakeError::IncompatibleCore { plugin: version })
    }
}

fn parse_app_version(field: &str, spoken: &[u32]) -> Result<u32, HandshakeError> {
    let version = parse_number(field).map_err(|number| HandshakeError::AppVersion { number })?;
    u32::try_from(version)
        .ok()
        .filter(|version| spoken.contains(version))
        .ok_or_else(|| HandshakeError::IncompatibleApp {
            plugin: version,
            host: spoken.to_vec(),
        })
}

fn parse_number(field: &str) -> Result<i64, NumberError> {
    field.parse::<i64>().map_err(|error| match error.kind() {
        IntErrorKind::PosOverflow | IntErrorKind::NegOverflow => NumberError::OutOfRange(Excerpt::new(field)),
        _ => NumberError::Syntax(Excerpt::new(field)),
    })
}

/// Names are not looked up: a plugin is on this machine, so an IP address or `localhost` says it all.
fn parse_tcp(address: &str) -> Result<SocketAddr, TcpAddressError> {
    if let Ok(parsed) = address.parse() {
        return Ok(parsed);
    }
    let (host, port) = address.rsplit_once(':').ok_or(TcpAddressError::MissingPort)?;
    let port: u16 = port.parse().map_err(|_| TcpAddressError::InvalidPort)?;
    match host {
        "localhost" => Ok(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port)),
        _ => Err(TcpAddressError::NotAnIpAddress),
    }
}

/// The spellings that Go's `strconv.ParseBool` takes.
fn parse_bool(field: &str) -> Option<bool> {
    match field {
        "1" | "t" | "T" | "true" | "TRUE" | "True" => Some(true),
        "0" | "f" | "F" | "false" | "FALSE" | "False" => Some(false),
        _ => None,
    }
}
