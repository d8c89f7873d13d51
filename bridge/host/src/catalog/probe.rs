//! The one start of a plugin that reads its manifest.

use std::path::Path;
use std::sync::Arc;

use super::CatalogModule;
use super::program::Program;
use super::report::Reason;
use crate::config::Allowlist;
use crate::plugin::{ManifestReadError, StartError, Starter, accept, with_stderr};
use crate::text::chain;

/// What a plugin said of itself.
pub(super) struct Probed {
    pub(super) module: Arc<CatalogModule>,
    /// Whether the hash of the file stands for all that it said.
    pub(super) may_be_recorded: bool,
}

/// Starts the plugin, reads its manifest, ends it.
pub(super) async fn probe(
    program: &Program,
    starter: &Starter,
    allowlist: &Allowlist,
) -> Result<Probed, Reason> {
    let advice = format!(
        "run `pontoon plugins check {}`, or move the file out of the folder",
        program.path().display()
    );
    let not_started = |error: StartError| Reason::new(error.to_text(), advice.clone());
    let executable = program.executable(starter).await.map_err(not_started)?;
    let plugin = starter.start(&executable).await.map_err(not_started)?;
    let published = plugin.published().await;
    let stderr = plugin.stderr();
    plugin.stop().await;
    let accepted = published
        .map_err(ManifestReadError::Call)
        .and_then(|published| accept(published, allowlist));
    match accepted {
        Ok(manifest) => Ok(Probed {
            // An interpreter reads more files than the one that was hashed.
            may_be_recorded: !executable.is_script(),
            module: Arc::new(CatalogModule {
                path: program.path().to_owned(),
                manifest,
                program: program.clone(),
            }),
        }),
        Err(error) => Err(rejected(program.path(), &error, &stderr)),
    }
}

/// Why a manifest keeps a plugin out.
pub(super) fn rejected(path: &Path, error: &ManifestReadError, stderr: &str) -> Reason {
    let text = match error {
        ManifestReadError::Call(cause) => format!("read plugin manifest from {path:?}: {}", chain(cause)),
        _ => format!("validate plugin manifest from {path:?}: {}", chain(error)),
    };
    Reason::new(with_stderr(text, stderr), error.advice())
}
