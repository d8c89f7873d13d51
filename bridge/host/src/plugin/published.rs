//! A plugin's manifest as it was published, for those who want to know every rule that it breaks.

use proto::contract::ModuleManifest;

use super::{CallError, Plugin};

impl Plugin {
    /// Reads the manifest and checks nothing.
    pub(crate) async fn published(&self) -> Result<ModuleManifest, CallError> {
        match self.client.manifest().await {
            Ok(manifest) => Ok(manifest),
            Err(error) => Err(self.explain(error).await),
        }
    }
}
