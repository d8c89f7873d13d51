//! Which plugins exist and may run. Each executable is started once to read its manifest; the knowledge is
//! kept until its bytes change, and every session gets a snapshot of it.

mod discover;
mod permissions;
mod report;
mod survey;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures_util::{StreamExt as _, stream};
use proto::manifest::{Manifest, ModuleName};
use tokio::sync::Mutex;
use tokio::task;

pub(crate) use discover::PATTERN_PREFIX;
use discover::{FileMark, FoundKind, Scan};
pub use report::{Candidate, Outcome, Reason, Report};
pub(crate) use survey::stands;
pub use survey::{Standing, survey};

use crate::config::{Allowlist, Directories, HostConfig};
use crate::plugin::{Executable, ManifestReadError, Starter, with_stderr};
use crate::text::chain;

/// One module that may run.
#[derive(Debug, Clone)]
pub struct CatalogModule {
    /// Where the executable was found.
    pub path: PathBuf,
    /// What it published.
    pub manifest: Manifest,
    /// The bytes that published it, and that every session runs.
    pub(crate) executable: Executable,
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
    known: Mutex<Known>,
}

/// What is known of files and of their contents. A failure is never kept: it may have been the machine's mood.
#[derive(Debug, Default)]
struct Known {
    files: HashMap<FileKey, Executable>,
    modules: HashMap<ContentKey, Arc<CatalogModule>>,
}

/// A file that was not touched since.
type FileKey = (PathBuf, FileMark);

/// Bytes under a name: a program may look at the name that it was started by.
type ContentKey = (PathBuf, [u8; 32]);

impl Catalog {
    pub(crate) fn new(config: &HostConfig, starter: Starter) -> Self {
        Self {
            directories: config.directories.clone(),
            allowlist: config.allowlist.clone(),
            parallel_probes: config.limits.parallel_probes,
            starter,
            known: Mutex::default(),
        }
    }

    /// Looks at the directories again, probes what is new, and says what there is now.
    pub(crate) async fn refresh(&self) -> Snapshot {
        let mut known = self.known.lock().await;
        let directories = self.directories.clone();
        let scan = task::spawn_blocking(move || discover::scan(&directories))
            .await
            .unwrap_or_default();

        let files: Vec<FileKey> = scan
            .found
            .iter()
            .filter_map(|found| match &found.kind {
                FoundKind::Executable(mark) => Some((found.path.clone(), *mark)),
                FoundKind::Unusable(_) | FoundKind::Unsafe(_) => None,
            })
            .collect();
        known.files.retain(|key, _| files.contains(key));
        let mut failures = HashMap::new();
        let new: Vec<FileKey> = files
            .into_iter()
            .filter(|key| !known.files.contains_key(key))
            .collect();
        let loading = stream::iter(new).map(async |key| (self.load(&key.0).await, key));
        for (result, key) in loading
            .buffer_unordered(self.parallel_probes)
            .collect::<Vec<_>>()
            .await
        {
            match result {
                Ok(executable) => drop(known.files.insert(key, executable)),
                Err(reason) => drop(failures.insert(key.0, reason)),
            }
        }

        let contents: Vec<ContentKey> = known.files.values().map(content_key).collect();
        known.modules.retain(|key, _| contents.contains(key));
        let mut unknown: Vec<Executable> = known.files.values().cloned().collect();
        unknown.retain(|executable| !known.modules.contains_key(&content_key(executable)));
        let probing =
            stream::iter(unknown).map(async |executable| (self.probe(&executable).await, executable));
        for (result, executable) in probing
            .buffer_unordered(self.parallel_probes)
            .collect::<Vec<_>>()
            .await
        {
            match result {
                Ok(module) => drop(known.modules.insert(content_key(&executable), module)),
                Err(reason) => drop(failures.insert(executable.path().to_owned(), reason)),
            }
        }
        known.snapshot(scan, failures)
    }

    async fn load(&self, path: &Path) -> Result<Executable, Reason> {
        let (starter, path) = (self.starter.clone(), path.to_owned());
        let loading = task::spawn_blocking(move || starter.load(&path)).await;
        let advice = "mend the file, or move it away";
        match loading {
            Ok(result) => result.map_err(|error| Reason::new(chain(&error), advice)),
            Err(error) => Err(Reason::new(chain(&error), advice)),
        }
    }

    /// Starts the plugin, reads its manifest, ends it.
    async fn probe(&self, executable: &Executable) -> Result<Arc<CatalogModule>, Reason> {
        let plugin = self
            .starter
            .start(executable)
            .await
            .map_err(|error| Reason::new(error.to_text(), "mend the plugin, or move the file away"))?;
        let manifest = plugin.manifest(&self.allowlist).await;
        let stderr = plugin.stderr();
        plugin.stop().await;
        let path = executable.path().to_owned();
        match manifest {
            Ok(manifest) => Ok(Arc::new(CatalogModule {
                path,
                manifest,
                executable: executable.clone(),
            })),
            Err(error) => {
                let text = match &error {
                    ManifestReadError::Call(cause) => {
                        format!("read plugin manifest from {path:?}: {}", chain(cause))
                    }
                    _ => format!("validate plugin manifest from {path:?}: {}", chain(&error)),
                };
                Err(Reason::new(with_stderr(text, &stderr), error.advice()))
            }
        }
    }
}

impl Known {
    /// What there is, candidate by candidate.
    fn snapshot(&self, scan: Scan, mut failures: HashMap<PathBuf, Reason>) -> Snapshot {
        let mut modules = HashMap::new();
        let candidates = scan
            .found
            .into_iter()
            .map(|found| {
                let outcome = match found.kind {
                    FoundKind::Unusable(reason) => Outcome::Skipped(reason.to_reason(&found.path)),
                    FoundKind::Unsafe(found) => Outcome::Refused(found.to_reason()),
                    FoundKind::Executable(mark) => match failures.remove(&found.path) {
                        Some(reason) => Outcome::Refused(reason),
                        None => admit(&mut modules, self.module(&(found.path.clone(), mark))),
                    },
                };
                Candidate {
                    path: found.path,
                    outcome,
                }
            })
            .collect();
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

    fn module(&self, file: &FileKey) -> Option<&Arc<CatalogModule>> {
        self.modules.get(&content_key(self.files.get(file)?))
    }
}

fn content_key(executable: &Executable) -> ContentKey {
    (executable.path().to_owned(), executable.digest())
}

/// Applies the rule that concerns the catalog as a whole: one module for each name.
fn admit(
    modules: &mut HashMap<ModuleName, Arc<CatalogModule>>,
    module: Option<&Arc<CatalogModule>>,
) -> Outcome {
    let Some(module) = module else {
        return Outcome::Refused(Reason::new(
            "plugin changed while it was looked at",
            "open the session again",
        ));
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
