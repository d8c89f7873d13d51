//! [`Records`]: manifests that earlier runs read, in a file of this user. They save starting a plugin to ask it what
//! it said before; which bytes run is never taken from them ([`super::program`] compares).

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use prost::Message as _;
use proto::contract::ModuleManifest;
use rustix::process::getuid;

use super::discover::FileMark;
use super::permissions;
use crate::config::HostConfig;

/// Changes when a record means something else than before.
const FORMAT: u32 = 2;

/// The largest file that is read, in bytes.
const MAX_SIZE: u64 = 16 * 1024 * 1024;

/// Files that are remembered.
const MAX_RECORDS: usize = 512;

/// The file, and what a record must agree with to count.
#[derive(Debug, Clone)]
pub(crate) struct Records {
    file: PathBuf,
    /// How plugins are asked: what one says may depend on it.
    asked: String,
}

/// What was learnt of one file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Learnt {
    pub(super) digest: [u8; 32],
    pub(super) manifest: ModuleManifest,
}

/// By file and its mark.
pub(super) type Known = HashMap<(PathBuf, String), Learnt>;

/// The content of the file.
#[derive(Clone, PartialEq, prost::Message)]
struct Book {
    #[prost(uint32, tag = "1")]
    format: u32,
    #[prost(message, repeated, tag = "2")]
    records: Vec<Record>,
}

#[derive(Clone, PartialEq, prost::Message)]
struct Record {
    #[prost(bytes = "vec", tag = "1")]
    path: Vec<u8>,
    #[prost(string, tag = "2")]
    mark: String,
    #[prost(string, tag = "3")]
    asked: String,
    #[prost(bytes = "vec", tag = "4")]
    digest: Vec<u8>,
    #[prost(message, optional, tag = "5")]
    manifest: Option<ModuleManifest>,
}

impl Records {
    /// The records of this configuration, if it has any.
    pub(super) fn of(config: &HostConfig) -> Option<Self> {
        Some(Self {
            file: config.records.clone()?,
            asked: format!("{:?} {:?}", config.environment, config.tls),
        })
    }

    /// What is known; nothing where the file cannot be trusted or read. Blocking.
    pub(super) fn read(&self) -> Known {
        let records = self.book().records.into_iter();
        records
            .filter(|record| record.asked == self.asked)
            .filter_map(|record| {
                let learnt = Learnt {
                    digest: record.digest.try_into().ok()?,
                    manifest: record.manifest?,
                };
                Some(((path_of(record.path), record.mark), learnt))
            })
            .collect()
    }

    /// Adds what was learnt now, in place of what was known of the same files. Nobody depends on it, so trouble is
    /// logged only. Blocking.
    pub(super) fn add(&self, learnt: Vec<((PathBuf, FileMark), Learnt)>) {
        let mut book = self.book();
        book.format = FORMAT;
        book.records.retain(|record| {
            let path = Path::new(std::ffi::OsStr::from_bytes(&record.path));
            let is_renewed =
                record.asked == self.asked && learnt.iter().any(|((renewed, _), _)| renewed == path);
            !is_renewed && path.exists()
        });
        book.records
            .extend(learnt.into_iter().map(|((path, mark), learnt)| Record {
                path: path.into_os_string().into_vec(),
                mark: mark.to_string(),
                asked: self.asked.clone(),
                digest: learnt.digest.to_vec(),
                manifest: Some(learnt.manifest),
            }));
        let excess = book.records.len().saturating_sub(MAX_RECORDS);
        book.records.drain(..excess);
        if let Err(error) = self.write(&book) {
            tracing::debug!(%error, file = %self.file.display(), "keep manifests for the next run");
        }
    }

    /// Forgets everything.
    pub(super) fn clear(&self) {
        if let Err(error) = fs::remove_file(&self.file) {
            tracing::debug!(%error, file = %self.file.display(), "drop the manifests of earlier runs");
        }
    }

    fn book(&self) -> Book {
        match self.trusted() {
            Ok(bytes) => Book::decode(bytes.as_slice())
                .ok()
                .filter(|book| book.format == FORMAT)
                .unwrap_or_default(),
            Err(error) => {
                tracing::debug!(%error, file = %self.file.display(), "no manifests of earlier runs");
                Book::default()
            }
        }
    }

    /// The bytes, if only this user can have written them: the rule for plugins, and no access for others.
    fn trusted(&self) -> io::Result<Vec<u8>> {
        let refuse = |why: String| Err(io::Error::new(io::ErrorKind::PermissionDenied, why));
        let nofollow = i32::try_from(rustix::fs::OFlags::NOFOLLOW.bits()).unwrap_or_default();
        let file = File::options()
            .read(true)
            .custom_flags(nofollow)
            .open(&self.file)?;
        let metadata = file.metadata()?;
        if !metadata.is_file() || metadata.uid() != getuid().as_raw() || metadata.mode() & 0o077 != 0 {
            return refuse("not a file of this user alone".to_owned());
        }
        if let Err(found) = permissions::check(&self.file)? {
            return refuse(found.to_string());
        }
        let mut bytes = Vec::new();
        file.take(MAX_SIZE).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Whoever reads meanwhile finds the old file or the new one, never half of it.
    fn write(&self, book: &Book) -> io::Result<()> {
        let folder = self.file.parent().unwrap_or(Path::new("/"));
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        let mut file = tempfile::Builder::new()
            .prefix(".manifests-")
            .make_in(folder, |path| {
                OpenOptions::new()
                    .write(true)
                    .create_new(true)
                    .mode(0o600)
                    .open(path)
            })?;
        file.write_all(&book.encode_to_vec())?;
        file.persist(&self.file)?;
        Ok(())
    }
}

fn path_of(bytes: Vec<u8>) -> PathBuf {
    std::ffi::OsString::from_vec(bytes).into()
}
