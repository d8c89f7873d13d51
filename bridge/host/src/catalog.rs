//! Which plugins exist and may run. Each executable is started once to read its manifest; the knowledge is
//! kept until its bytes change, over runs of the program where records are kept, and every session gets a snapshot.

mod discover;
mod permissions;
mod probe;
mod program;
mod records;
mod report;
mod survey;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use futures_util::{StreamExt as _, stream};
use proto::manifest::{Manifest, ModuleName};
use tokio::sync::Mutex;
use tokio::task;

pub(crate) use discover::PATTERN_PREFIX;
use discover::{FileMark, FoundKind, Scan};
use probe::{probe, rejected};
pub(crate) use program::Program;
use records::{Learnt, Records};
pub use report::{Candidate, Outcome, Reason, Report};
pub(crate) use survey::stands;
pub use survey::{Standing, survey};

use crate::config::{Allowlist, Directories, HostConfig};
use crate::plugin::{Executable, ManifestReadError, Starter, accept};
use crate::text::chain;

/// One module that may run.
#[derive(Debug, Clone)]
pub struct CatalogModule {
    /// Where the executable was found.
    pub path: PathBuf,
    /// What it published.
    pub manifest: Manifest,
    /// What published it, and what every session runs.
    pub(crate) program: Program,
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
    /// What earlier runs learnt.
    records: Option<Records>,
    /// Held during a refresh, so that sessions that open together probe a new file once.
    known: Mutex<Known>,
}

/// What is known of files and of their contents. A failure is never kept: it may have been the machine's mood.
#[derive(Debug, Default)]
struct Known {
    files: HashMap<FileKey, Program>,
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
            records: Records::of(config),
            known: Mutex::default(),
        }
    }

    /// Looks at the directories again, probes what is new, and says what there is now.
    pub(crate) async fn refresh(&self) -> Snapshot {
        let mut known = self.known.lock().await;
        let look = self.look().await;
        let files: Vec<FileKey> = look
            .scan
            .found
            .iter()
            .filter_map(|found| match &found.kind {
                FoundKind::Executable(mark) => Some((found.path.clone(), *mark)),
                FoundKind::Unusable(_) | FoundKind::Unsafe(_) => None,
            })
            .collect();
        known.files.retain(|key, _| files.contains(key));
        let mut failures = HashMap::new();
        let mut new: Vec<FileKey> = files
            .into_iter()
            .filter(|key| !known.files.contains_key(key))
            .collect();
        new.retain(|key| match self.recall(key, &look.recorded, &mut known) {
            Recalled::Module => false,
            Recalled::Rejected(reason) => {
                failures.insert(key.0.clone(), reason);
                false
            }
            Recalled::Nothing => true,
        });
        let loading = stream::iter(new).map(async |key| (self.load(&key.0).await, key));
        for (result, key) in loading
            .buffer_unordered(self.parallel_probes)
            .collect::<Vec<_>>()
            .await
        {
            match result {
                Ok(executable) => drop(known.files.insert(key, Program::loaded(executable))),
                Err(reason) => drop(failures.insert(key.0, reason)),
            }
        }

        let contents: Vec<ContentKey> = known.files.values().map(content_key).collect();
        known.modules.retain(|key, _| contents.contains(key));
        let mut unknown: Vec<(FileKey, Program)> = known.files.clone().into_iter().collect();
        unknown.retain(|(_, program)| !known.modules.contains_key(&content_key(program)));
        let probing = stream::iter(unknown).map(async |(key, program)| {
            let probed = probe(&program, &self.starter, &self.allowlist).await;
            (probed, key, program)
        });
        let mut learnt = Vec::new();
        for (result, key, program) in probing
            .buffer_unordered(self.parallel_probes)
            .collect::<Vec<_>>()
            .await
        {
            match result {
                Ok(probed) => {
                    if probed.may_be_recorded && key.1.is_settled(look.at) {
                        let digest = program.digest();
                        let manifest = probed.module.manifest.to_wire();
                        learnt.push((key, Learnt { digest, manifest }));
                    }
                    known.modules.insert(content_key(&program), probed.module);
                }
                Err(reason) => drop(failures.insert(program.path().to_owned(), reason)),
            }
        }
        self.record(learnt).await;
        known.snapshot(look.scan, failures)
    }

    /// Lets go of the bytes of every program, unless the catalog is being refreshed. Whoever needs them reads them again.
    pub(crate) fn release(&self) {
        if let Ok(known) = self.known.try_lock() {
            known.files.values().for_each(Program::release);
        }
    }

    /// Looks at the directories, and at what earlier runs knew.
    async fn look(&self) -> Look {
        let (directories, records) = (self.directories.clone(), self.records.clone());
        let at = SystemTime::now();
        let looking = task::spawn_blocking(move || {
            let recorded = records.map(|records| records.read()).unwrap_or_default();
            (discover::scan(&directories), recorded)
        });
        let (scan, recorded) = looking.await.unwrap_or_default();
        Look { at, scan, recorded }
    }

    /// Takes a file's module from the records, if they know it.
    fn recall(&self, key: &FileKey, recorded: &records::Known, known: &mut Known) -> Recalled {
        let (path, mark) = key;
        let (Some(records), Some(learnt)) = (&self.records, recorded.get(&(path.clone(), mark.to_string())))
        else {
            return Recalled::Nothing;
        };
        match accept(learnt.manifest.clone(), &self.allowlist) {
            Ok(manifest) => {
                let program = Program::recorded(path, learnt.digest, records.clone());
                let module = CatalogModule {
                    path: path.clone(),
                    manifest,
                    program: program.clone(),
                };
                known.modules.insert(content_key(&program), Arc::new(module));
                known.files.insert(key.clone(), program);
                Recalled::Module
            }
            Err(error @ ManifestReadError::NotAllowed(_)) => Recalled::Rejected(rejected(path, &error, "")),
            // This program knows other rules than the one that wrote the record.
            Err(_) => Recalled::Nothing,
        }
    }

    async fn record(&self, learnt: Vec<(FileKey, Learnt)>) {
        if let Some(records) = self.records.clone()
            && !learnt.is_empty()
        {
            // Only a panic is an error here, and it has been printed.
            let _ = task::spawn_blocking(move || records.add(learnt)).await;
        }
    }

    async fn load(&self, path: &Path) -> Result<Executable, Reason> {
        let (starter, path) = (self.starter.clone(), path.to_owned());
        let loading = task::spawn_blocking(move || starter.load(&path)).await;
        let advice = "fix the file, or move it out of the folder";
        match loading {
            Ok(result) => result.map_err(|error| Reason::new(chain(&error), advice)),
            Err(error) => Err(Reason::new(chain(&error), advice)),
        }
    }
}

/// What one look gave.
struct Look {
    at: SystemTime,
    scan: Scan,
    recorded: records::Known,
}

/// What the records say of a file.
enum Recalled {
    Module,
    Rejected(Reason),
    Nothing,
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

fn content_key(program: &Program) -> ContentKey {
    (program.path().to_owned(), program.digest())
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
