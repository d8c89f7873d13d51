//! [`Environment`]: who started this process and what it asks for, read once.

use std::ffi::OsString;
use std::os::unix::process::parent_id;
use std::path::PathBuf;

use plugins_handshake::{APP_PROTOCOL_VERSION, Negotiation, environment as names, negotiate};

/// The host and its wishes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Environment {
    /// The host's process id, as early as it could be asked for: a host that is gone by now has left its plugin to
    /// another parent, which will stay.
    pub(crate) host: u32,
    /// The version of the services to serve and to announce.
    pub(crate) version: Negotiation,
    /// Where to put the socket; otherwise in the system's folder for temporary files.
    pub(crate) socket_dir: Option<PathBuf>,
    /// The group, by name or number, that may connect besides the owner.
    pub(crate) socket_group: Option<String>,
    /// Whether the host would like to multiplex connections, which this SDK declines.
    pub(crate) asks_for_multiplexing: bool,
    /// The host's certificate in PEM, when it will only speak TLS.
    pub(crate) host_certificate: Option<String>,
}

impl Environment {
    /// Reads this process's variables; nothing when they do not say that a host started it.
    pub(crate) fn read() -> Option<Self> {
        Self::from_variables(parent_id(), |name| std::env::var_os(name))
    }

    fn from_variables(host: u32, variable: impl Fn(&str) -> Option<OsString>) -> Option<Self> {
        if variable(names::COOKIE_KEY)? != names::COOKIE_VALUE {
            return None;
        }
        let variable = |name| variable(name).filter(|value| !value.is_empty());
        let text = |name| variable(name).map(|value| value.to_string_lossy().into_owned());
        let own_versions = APP_PROTOCOL_VERSION..=APP_PROTOCOL_VERSION;
        Some(Self {
            host,
            version: negotiate(own_versions, text(names::PROTOCOL_VERSIONS).as_deref()),
            socket_dir: variable(names::UNIX_SOCKET_DIR).map(PathBuf::from),
            socket_group: text(names::UNIX_SOCKET_GROUP),
            asks_for_multiplexing: variable(names::MULTIPLEX_GRPC).is_some(),
            host_certificate: text(names::CLIENT_CERT),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Option<Environment> {
        Environment::from_variables(7, |name| {
            let found = variables.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| value.into())
        })
    }

    #[test]
    fn without_the_right_cookie_no_host_is_there() {
        assert_eq!(read(&[]), None);
        assert_eq!(read(&[("GO_GO_GOJA_PLUGIN", "")]), None);
        assert_eq!(read(&[("GO_GO_GOJA_PLUGIN", "js-module ")]), None);
        assert_eq!(read(&[("BASIC_PLUGIN", "hello")]), None);
    }

    #[test]
    fn the_hosts_wishes_are_read_and_empty_ones_are_none() {
        let cookie = ("GO_GO_GOJA_PLUGIN", "js-module");
        let bare = Environment {
            host: 7,
            version: Negotiation {
                version: 1,
                invalid: Vec::new(),
            },
            socket_dir: None,
            socket_group: None,
            asks_for_multiplexing: false,
            host_certificate: None,
        };
        assert_eq!(
            read(&[cookie, ("PLUGIN_UNIX_SOCKET_DIR", ""), ("PLUGIN_CLIENT_CERT", "")]),
            Some(bare)
        );
        let full = Environment {
            host: 7,
            version: Negotiation {
                version: 1,
                invalid: vec!["x".to_owned()],
            },
            socket_dir: Some("/run/p".into()),
            socket_group: Some("staff".to_owned()),
            asks_for_multiplexing: true,
            host_certificate: Some("-----BEGIN".to_owned()),
        };
        let variables = [
            cookie,
            ("PLUGIN_PROTOCOL_VERSIONS", "x,2,1"),
            ("PLUGIN_UNIX_SOCKET_DIR", "/run/p"),
            ("PLUGIN_UNIX_SOCKET_GROUP", "staff"),
            ("PLUGIN_MULTIPLEX_GRPC", "false"),
            ("PLUGIN_CLIENT_CERT", "-----BEGIN"),
        ];
        assert_eq!(read(&variables), Some(full));
    }
}
