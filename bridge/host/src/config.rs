//! What the host was asked to do, resolved: no default is decided later, and nothing else reads settings.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

/// Everything a [`crate::Host`] needs to know.
#[derive(Debug, Clone)]
pub struct HostConfig {
    /// Where plugins are looked for.
    pub directories: Directories,
    /// Which modules may run.
    pub allowlist: Allowlist,
    /// Whether a session opens when a plugin is invalid.
    pub on_invalid: OnInvalid,
    /// A folder in which the host makes its private one; short, because a socket's path holds 107 bytes.
    pub runtime_folder: PathBuf,
    /// A file that keeps manifests from one run of the program to the next, so that a plugin whose file was not
    /// touched is not started to be asked again; `None` asks every plugin.
    pub records: Option<PathBuf>,
    /// What plugins see of this program's environment.
    pub environment: EnvironmentPolicy,
    /// Whether plugins are spoken to over TLS.
    pub tls: PluginTls,
    /// Whether this program starts nothing but plugins. It then becomes the parent of what they leave behind,
    /// and reaps every child that it does not know.
    pub adopt_orphans: bool,
    /// Bounds of waiting and of counts.
    pub limits: Limits,
}

/// Where plugins are looked for (the seed's discovery rules).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Directories {
    /// The named folders, without their sub-folders.
    Explicit(Vec<PathBuf>),
    /// One folder with all its sub-folders: `~/.go-go-goja/plugins` unless folders are named.
    Tree(PathBuf),
}

/// What an invalid plugin does to a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OnInvalid {
    /// None opens, as in go-go-goja.
    #[default]
    Refuse,
    /// It opens without that plugin; the report names it.
    Skip,
}

/// What plugins see of the host's own environment. Handshake variables are never passed on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EnvironmentPolicy {
    /// A short list: home, user, language, time zone, path.
    #[default]
    Clean,
    /// All of it, as go-go-goja does, secrets included.
    Inherit,
}

/// Whether plugins are spoken to over TLS. Either way their sockets lie in a folder of this user alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PluginTls {
    /// No, as in go-go-goja. A plugin that answers with a certificate is refused.
    #[default]
    Off,
    /// Yes, with certificates made for each process (go-plugin's AutoMTLS). A plugin that answers without one is
    /// refused.
    Auto,
}

/// Which modules may run, by exact name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Allowlist {
    /// Every module that discovery finds.
    #[default]
    Everything,
    /// These names only.
    Only(BTreeSet<String>),
}

impl Allowlist {
    /// An empty list allows everything, as in go-go-goja.
    #[must_use]
    pub fn from_names(names: impl IntoIterator<Item = String>) -> Self {
        let names: BTreeSet<_> = names.into_iter().collect();
        if names.is_empty() {
            Self::Everything
        } else {
            Self::Only(names)
        }
    }

    pub(crate) fn allows(&self, module: &str) -> bool {
        match self {
            Self::Everything => true,
            Self::Only(names) => names.contains(module),
        }
    }
}

/// Bounds of waiting and of counts. The time-outs are go-go-goja's.
#[derive(Debug, Clone)]
pub struct Limits {
    /// From spawn to a usable connection.
    pub start_timeout: Duration,
    /// For one call, the manifest included.
    pub call_timeout: Duration,
    /// A session without call or heartbeat for this long is closed.
    pub lease: Duration,
    /// Sessions open at once.
    pub sessions: usize,
    /// Calls under way at once in one plugin process.
    pub calls_per_plugin: usize,
    /// Plugins probed at once.
    pub parallel_probes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            start_timeout: Duration::from_secs(10),
            call_timeout: Duration::from_secs(5),
            // A hidden tab's timers run once a minute: the lease outlasts one such minute and a late beat.
            lease: Duration::from_secs(120),
            sessions: 32,
            calls_per_plugin: 64,
            parallel_probes: 4,
        }
    }
}
