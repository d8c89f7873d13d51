//! What the user typed about plugins, resolved into the host's configuration.

use std::time::Duration;

use anyhow::Result;
use bridge_host::config::{Allowlist, HostConfig, Limits};

use crate::args::PluginArgs;
use crate::folders;

/// A terminal's session ends with its program, however long nobody types.
const LEASE_OF_A_TERMINAL: Duration = Duration::from_secs(365 * 24 * 60 * 60);

impl PluginArgs {
    /// For a program that is one session, and is to begin at once.
    pub(crate) fn resolve_for_terminal(self) -> Result<HostConfig> {
        let config = self.resolve()?;
        Ok(HostConfig {
            records: folders::cache().map(|cache| cache.join("manifests")),
            limits: Limits {
                lease: LEASE_OF_A_TERMINAL,
                ..config.limits
            },
            ..config
        })
    }

    /// The same for every command that starts plugins.
    pub(crate) fn resolve(self) -> Result<HostConfig> {
        Ok(HostConfig {
            directories: folders::plugin_directories(&self.plugin_dir)?,
            allowlist: Allowlist::from_names(self.allow_plugin_module),
            on_invalid: self.on_invalid.into(),
            runtime_folder: folders::runtime(),
            records: None,
            environment: self.plugin_env.into(),
            tls: self.plugin_tls.into(),
            // The browser that --open starts may end as our child too; it is reaped, and never killed.
            adopt_orphans: true,
            limits: Limits {
                start_timeout: self.plugin_start_timeout,
                call_timeout: self.plugin_call_timeout,
                ..Limits::default()
            },
        })
    }
}
