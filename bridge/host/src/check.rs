//! One plugin's file examined for its author: started once, timed, and every rule named that it breaks, not only
//! the first. The rules are those of discovery, of starting and of manifests; none is stated again here.

mod repair;
mod rules;
#[cfg(test)]
mod tests;

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use proto::manifest::Manifest;
use tokio::task;

use crate::catalog::{PATTERN_PREFIX, Reason, Standing, stands};
use crate::config::{Allowlist, HostConfig};
use crate::plugin::{Exit, ManifestReadError, Plugin, Starter};
use crate::text::chain;

/// What was found out about one file.
#[derive(Debug, Clone)]
pub struct Checkup {
    /// The file.
    pub path: PathBuf,
    /// SHA-256 of its bytes, when it could be read.
    pub sha256: Option<[u8; 32]>,
    /// What it published, when that is valid.
    pub manifest: Option<Manifest>,
    /// How long each step took, as far as it went.
    pub times: Times,
    /// The rules that it breaks; a host refuses it or passes it over.
    pub broken: Vec<Rule>,
    /// What is allowed, and will surprise somebody.
    pub warnings: Vec<Rule>,
    /// The last lines that it wrote to its standard error.
    pub stderr: String,
}

/// A rule that is broken, and what to do about it.
pub type Rule = Reason;

/// How long each step took; `None` where it did not come to that.
#[derive(Debug, Clone, Copy, Default)]
pub struct Times {
    /// Reading and hashing the file.
    pub load: Option<Duration>,
    /// From spawn over the handshake line to a connection.
    pub start: Option<Duration>,
    /// Asking for the manifest.
    pub manifest: Option<Duration>,
    /// From asking it to end to its end.
    pub stop: Option<Duration>,
}

/// Examines the file. Call it within a tokio runtime; of the configuration, where plugins are looked for does not
/// matter.
///
/// # Errors
/// When the host's private folder or the spawner's thread cannot be made. Whatever is wrong with the plugin is
/// in the result.
pub async fn check(path: &Path, config: &HostConfig) -> io::Result<Checkup> {
    let starter = Starter::new(config)?;
    let mut checkup = Checkup {
        path: path.to_owned(),
        sha256: None,
        manifest: None,
        times: Times::default(),
        broken: Vec::new(),
        warnings: file_name(path).into_iter().collect(),
        stderr: String::new(),
    };
    checkup.examine(&starter, &config.allowlist).await;
    Ok(checkup)
}

impl Checkup {
    /// Goes as far as the plugin lets it.
    async fn examine(&mut self, starter: &Starter, allowlist: &Allowlist) {
        let path = self.path.clone();
        let standing = task::spawn_blocking(move || stands(&path)).await;
        match standing.unwrap_or(Standing::Fit) {
            Standing::Fit => {}
            Standing::Unusable(reason) | Standing::Unsafe(reason) => return self.broken.push(reason),
        }

        let begun = Instant::now();
        let (loader, path) = (starter.clone(), self.path.clone());
        let executable = match task::spawn_blocking(move || loader.load(&path)).await {
            Ok(Ok(executable)) => executable,
            Ok(Err(error)) => return self.breaks(chain(&error), "fix the file"),
            Err(error) => return self.breaks(chain(&error), "try again"),
        };
        self.times.load = Some(begun.elapsed());
        let hashed = executable.clone();
        let sha256 = task::spawn_blocking(move || hashed.sha256()).await;
        self.sha256 = sha256.ok().and_then(Result::ok);

        let begun = Instant::now();
        let plugin = match starter.start(&executable).await {
            Ok(plugin) => plugin,
            Err(error) => {
                error.stderr().clone_into(&mut self.stderr);
                return self.breaks(
                    chain(&error),
                    "print nothing on standard output before the handshake line, and listen on the address in it",
                );
            }
        };
        self.times.start = Some(begun.elapsed());
        self.read_manifest(&plugin, allowlist).await;
        self.stop(&plugin).await;
        self.stderr = plugin.stderr();
    }

    async fn read_manifest(&mut self, plugin: &Plugin, allowlist: &Allowlist) {
        let begun = Instant::now();
        let published = match plugin.published().await {
            Ok(published) => published,
            Err(error) => {
                return self.breaks(
                    chain(&ManifestReadError::Call(error)),
                    "answer GetManifest of hashiplugin.contract.v1.JSModuleService",
                );
            }
        };
        self.times.manifest = Some(begun.elapsed());
        for error in rules::broken(&published) {
            self.breaks(error.to_string(), "fix the manifest");
        }
        if let Ok(manifest) = Manifest::parse(published) {
            if !allowlist.allows(manifest.module.as_str()) {
                let error = ManifestReadError::NotAllowed(manifest.module.clone());
                self.breaks(chain(&error), &error.advice());
            }
            self.warnings.extend(rules::odd(&manifest));
            self.manifest = Some(manifest);
        }
    }

    async fn stop(&mut self, plugin: &Plugin) {
        let begun = Instant::now();
        plugin.stop().await;
        self.times.stop = Some(begun.elapsed());
        match plugin.end().map(|end| end.exit) {
            Some(Exit::Code(0)) => {}
            Some(exit) => self.warnings.push(Rule::new(
                format!("it did not end by itself when it was asked to, but with {exit}"),
                "answer Shutdown of plugin.GRPCController, and exit with code 0",
            )),
            None => self.breaks(
                "it did not end, not even after SIGKILL".to_owned(),
                "look for what it waits for in the kernel",
            ),
        }
    }

    fn breaks(&mut self, text: String, advice: &str) {
        self.broken.push(Rule::new(text, advice));
    }
}

fn file_name(path: &Path) -> Option<Rule> {
    let name = path.file_name()?.to_string_lossy();
    (!name.starts_with(PATTERN_PREFIX)).then(|| {
        Rule::new(
            format!("its name does not begin with {PATTERN_PREFIX}, so no host finds it"),
            format!("rename it to {PATTERN_PREFIX}{name}"),
        )
    })
}
