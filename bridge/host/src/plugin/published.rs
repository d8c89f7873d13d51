//! A plugin's manifest as it was published, and what makes it acceptable to this host.

use proto::contract::ModuleManifest;
use proto::manifest::{Manifest, ModuleName};

use super::{CallError, ManifestReadError, Plugin};
use crate::config::Allowlist;

impl Plugin {
    /// Reads the manifest and checks nothing.
    pub(crate) async fn published(&self) -> Result<ModuleManifest, CallError> {
        match self.client.manifest().await {
            Ok(manifest) => Ok(manifest),
            Err(error) => Err(self.explain(error).await),
        }
    }
}

/// Checks a manifest in go-go-goja's order: name, allowlist, exports.
pub(crate) fn accept(
    published: ModuleManifest,
    allowlist: &Allowlist,
) -> Result<Manifest, ManifestReadError> {
    let module = ModuleName::parse(published.module_name.as_str())?;
    if !allowlist.allows(module.as_str()) {
        return Err(ManifestReadError::NotAllowed(module));
    }
    Ok(Manifest::parse(published)?)
}
