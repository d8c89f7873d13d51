//! Which plugins exist and may run. Each executable is started once to read its manifest; the knowledge is
//! kept until the file changes, and every session gets a snapshot of it.

mod discover;
mod report;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures_util::{StreamExt as _, stream};
use proto::manifest::{Manifest, ModuleName};
use tokio::sync::Mutex;
use tokio::task;

use discover::{FileMark, FoundKind};
pub(crate) use report::Reason;
pub use report::{Candidate, Outcome, Report};

use crate::config::{Allowlist, Directories};
use crate::plugin::{Starter, with_stderr};
use crate::text::chain;

/// One module that may run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogModule {
    /// The executable.
    pub path: PathBuf,
    /// What it published.
    pub manifest: Manifest,
}

/// The catalog at one moment.
#[derive(Debug, Clone, Default)]
pub(crate) struct Snapshot {
    /// Sorted by module name.
    pub(crate) modules: Vec<Arc<CatalogModule>>,
    pub(crate) report: Arc<Report>,
}

/// Finds and probes plugins; remembers what it learnt.
#[derive(Debug)]
pub(crate) struct Catalog {
    directories: Directories,
    allowlist: Allowlist,
    parallel_probes: usize,
    starter: Starter,
    /// Held during a refresh, so that sessions that open together probe a new file once.
    probed: Mutex<HashMap<(PathBuf, FileMark), Probed>>,
}

/// What starting a file once has shown.
type Probed = Result<Arc<CatalogModule>, Reason>;

impl Catalog {
    pub(crate) fn new(
        directories: Directories,
        allowlist: Allowlist,
        parallel_probes: usize,
        starter: Starter,
    ) -> Self {
        Self {
            directories,
            allowlist,
            parallel_probes,
            starter,
            probed: Mutex::default(),
        }
    }

    /// Looks at the directories again, probes what is new, and says what there is now.
    pub(crate) async fn refresh(&self) -> Snapshot {
        let mut probed = self.probed.lock().await;
        let directories = self.directories.clone();
        let scan = task::spawn_blocking(move || discover::scan(&directories))
            .await
            .unwrap_or_default();

        let executables: Vec<(PathBuf, FileMark)> = scan
            .found
            .iter()
            .filter_map(|found| match &found.kind {
                FoundKind::Executable(mark) => Some((found.path.clone(), *mark)),
                FoundKind::Unusable(_) => None,
            })
            .collect();
        probed.retain(|key, _| executables.contains(key));
        let new: Vec<_> = executables
            .into_iter()
            .filter(|key| !probed.contains_key(key))
            .collect();
        let results: Vec<_> = stream::iter(new)
            .map(|key| async { (self.probe(&key.0).await, key) })
            .buffer_unordered(self.parallel_probes)
            .collect()
            .await;
        // A failed start may be the machine's mood; what a manifest says is a fact until the file changes.
        probed.extend(results.into_iter().map(|(result, key)| (key, result)));

        let mut modules = HashMap::<ModuleName, Arc<CatalogModule>>::new();
        let candidates = scan
            .found
            .into_iter()
            .map(|found| {
                let outcome = match found.kind {
                    FoundKind::Unusable(reason) => Outcome::Skipped(reason.to_reason(&found.path)),
                    FoundKind::Executable(mark) => {
                        admit(&mut modules, probed.get(&(found.path.clone(), mark)))
                    }
                };
                Candidate {
                    path: found.path,
                    outcome,
                }
            })
            .collect();
        probed.retain(|_, result| result.is_ok());

        let mut modules: Vec<_> = modules.into_values().collect();
        modules.sort_by(|a, b| a.manifest.module.cmp(&b.manifest.module));
        Snapshot {
            modules,
            report: Arc::new(Report {
                directories: scan.directories,
                candidates,
            }),
        }
    }

    /// Starts the file, reads its manifest, ends it.
    async fn probe(&self, path: &Path) -> Probed {
        let plugin = self
            .starter
            .start(path)
            .await
            .map_err(|error| Reason::new(error.to_text(), "mend the plugin, or move the file away"))?;
        let manifest = plugin.manifest(&self.allowlist).await;
        let stderr = plugin.stderr();
        plugin.stop().await;
        match manifest {
            Ok(manifest) => Ok(Arc::new(CatalogModule {
                path: path.to_owned(),
                manifest,
            })),
            Err(error) => Err(Reason::new(
                with_stderr(
                    format!("validate plugin manifest from {path:?}: {}", chain(&error)),
                    &stderr,
                ),
                error.advice(),
            )),
        }
    }
}

/// Applies the rule that concerns the catalog as a whole: one module for each name.
fn admit(modules: &mut HashMap<ModuleName, Arc<CatalogModule>>, probed: Option<&Probed>) -> Outcome {
    let module = match probed {
        Some(Ok(module)) => module,
        Some(Err(reason)) => return Outcome::Refused(reason.clone()),
        None => return Outcome::Refused(Reason::new("plugin was not probed", "open the session again")),
    };
    let name = &module.manifest.module;
    if let Some(first) = modules.get(name) {
        return Outcome::Refused(Reason::new(
            format!(
                "duplicate plugin module {:?} discovered at {:?} and {:?}",
                name.as_str(),
                first.path,
                module.path
            ),
            "keep one of the two files",
        ));
    }
    modules.insert(name.clone(), Arc::clone(module));
    Outcome::Loaded(name.clone())
}
