//! The bytes of one plugin, hashed while they are copied to where nobody can change them. What runs is this
//! copy, never the path again: a file that is replaced or overwritten after the check does not matter.

#[cfg(test)]
mod tests;

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::os::fd::{AsFd as _, AsRawFd as _, BorrowedFd, OwnedFd};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use tempfile::TempPath;
use thiserror::Error;

use super::architecture;

/// The largest executable that is taken in, in bytes; a Go plugin has about 20 MiB.
const MAX_SIZE: u64 = 512 * 1024 * 1024;

/// One plugin's bytes; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Executable {
    path: PathBuf,
    digest: [u8; 32],
    /// The kernel starts the interpreter of a script first, which then opens the script again.
    is_script: bool,
    image: Arc<Image>,
}

#[derive(Debug)]
enum Image {
    /// A sealed anonymous file.
    Sealed(OwnedFd),
    /// A copy in the host's private folder, for systems that forbid the former.
    Copy(TempPath),
}

/// The file could not be taken in.
#[derive(Debug, Error)]
pub(crate) enum LoadError {
    /// It could not be read.
    #[error("read plugin {path:?}")]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It is larger than any plugin.
    #[error("plugin {path:?} is larger than {} MiB", MAX_SIZE / 1024 / 1024)]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// It is a program for other machines.
    #[error(
        "plugin {path:?} is built for {built_for}; this machine is {}",
        std::env::consts::ARCH
    )]
    Architecture {
        /// The file.
        path: PathBuf,
        /// The processor it is built for.
        built_for: String,
    },
    /// The system would refuse it, or give it to a shell.
    #[error(
        "plugin {path:?} is no program: neither an executable of this system nor a script that begins with `#!` and \
         an interpreter"
    )]
    NoProgram {
        /// The file.
        path: PathBuf,
    },
    /// There was no place for the copy.
    #[error("copy plugin {path:?} to where it cannot be changed")]
    Copy {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

impl Executable {
    /// Reads the file once: into the hash and into the copy. Blocking. `private` is for systems that forbid
    /// anonymous executables.
    pub(crate) fn load(path: &Path, private: &Path) -> Result<Self, LoadError> {
        let read = |source| LoadError::Read {
            path: path.to_owned(),
            source,
        };
        let copy = |source| LoadError::Copy {
            path: path.to_owned(),
            source,
        };
        let mut file = File::open(path).map_err(read)?;
        if file.metadata().map_err(read)?.len() > MAX_SIZE {
            return Err(LoadError::TooLarge {
                path: path.to_owned(),
            });
        }

        let mut target = Target::new(path, private).map_err(copy)?;
        let mut hash = blake3::Hasher::new();
        let mut head = Vec::new();
        let mut buffer = vec![0; 256 * 1024];
        loop {
            let count = match file.read(&mut buffer) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(read(error)),
            };
            let bytes = &buffer[..count];
            if head.len() < architecture::HEAD {
                head.extend_from_slice(&bytes[..count.min(architecture::HEAD)]);
            }
            hash.update(bytes);
            target.file.write_all(bytes).map_err(copy)?;
        }
        if !architecture::is_program(&head) {
            return Err(LoadError::NoProgram {
                path: path.to_owned(),
            });
        }
        if let Some(built_for) = architecture::foreign(&head) {
            return Err(LoadError::Architecture {
                path: path.to_owned(),
                built_for,
            });
        }
        let image = Arc::new(target.finish().map_err(copy)?);
        Ok(Self {
            path: path.to_owned(),
            digest: hash.finalize().into(),
            is_script: head.starts_with(b"#!"),
            image,
        })
    }

    /// Where the bytes were found.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// BLAKE3 of the bytes, by which hosts compare files.
    pub(crate) const fn digest(&self) -> [u8; 32] {
        self.digest
    }

    /// SHA-256 of the bytes, by which people compare files. Blocking; reads the copy again.
    pub(crate) fn sha256(&self) -> io::Result<[u8; 32]> {
        Ok(Sha256::digest(fs::read(self.image_path())?).into())
    }

    /// Whether an interpreter reads it, and with it whatever it likes.
    pub(crate) const fn is_script(&self) -> bool {
        self.is_script
    }

    /// What to execute, as the child will see it.
    pub(super) fn image_path(&self) -> PathBuf {
        match &*self.image {
            Image::Sealed(file) => PathBuf::from(format!("/proc/self/fd/{}", file.as_raw_fd())),
            Image::Copy(path) => path.to_path_buf(),
        }
    }

    /// The descriptor that must stay open over the start of an interpreter; else none is passed on.
    pub(super) fn inherited(&self) -> Option<BorrowedFd<'_>> {
        match &*self.image {
            Image::Sealed(file) if self.is_script => Some(file.as_fd()),
            Image::Sealed(_) | Image::Copy(_) => None,
        }
    }
}

/// Where the bytes go while they are read.
struct Target {
    file: File,
    /// Set where the copy lies in a folder.
    path: Option<TempPath>,
}

impl Target {
    fn new(path: &Path, private: &Path) -> io::Result<Self> {
        if let Ok(file) = anonymous(path) {
            return Ok(Self {
                file: file.into(),
                path: None,
            });
        }
        let path = tempfile::Builder::new()
            .prefix("image-")
            .tempfile_in(private)?
            .into_temp_path();
        fs::remove_file(&path)?;
        let file = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o700)
            .open(&path)?;
        Ok(Self {
            file,
            path: Some(path),
        })
    }

    fn finish(self) -> io::Result<Image> {
        match self.path {
            None => {
                seal(&self.file)?;
                Ok(Image::Sealed(self.file.into()))
            }
            // Closed first: nobody can execute a file that is open for writing.
            Some(path) => {
                drop(self.file);
                Ok(Image::Copy(path))
            }
        }
    }
}

#[cfg(target_os = "linux")]
fn anonymous(path: &Path) -> io::Result<OwnedFd> {
    use rustix::fs::{MemfdFlags, memfd_create};
    use rustix::io::Errno;

    let name = path.file_name().unwrap_or_default();
    let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
    match memfd_create(name, flags | MemfdFlags::EXEC) {
        // Before Linux 6.3 every anonymous file was executable, and the flag unknown.
        Err(Errno::INVAL) => Ok(memfd_create(name, flags)?),
        result => Ok(result?),
    }
}

#[cfg(not(target_os = "linux"))]
fn anonymous(_path: &Path) -> io::Result<OwnedFd> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(target_os = "linux")]
fn seal(file: &File) -> io::Result<()> {
    use rustix::fs::{SealFlags, fcntl_add_seals};

    Ok(fcntl_add_seals(
        file,
        SealFlags::WRITE | SealFlags::GROW | SealFlags::SHRINK | SealFlags::SEAL,
    )?)
}

#[cfg(not(target_os = "linux"))]
fn seal(_file: &File) -> io::Result<()> {
    Ok(())
}
