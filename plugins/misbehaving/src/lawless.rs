//! What the SDK would not let a plugin do, written on the contract itself.

mod answers;
pub(crate) mod manifests;
mod server;
mod stdio;

use std::future::pending;
use std::io::{self, Write as _};
use std::process::ExitCode;

use proto::contract::ModuleManifest;
use tokio::runtime;
use tonic::Status;

pub(crate) use server::Health;
use server::Listens;

/// How this plugin differs from one that follows the rules.
pub(crate) struct Lawless {
    line: fn(String) -> String,
    listens: Listens,
    health: Health,
    manifest: Publishes,
    manners: Manners,
    /// Whether it has go-plugin's stdio service, which then says much.
    floods_stdio: bool,
}

/// What comes of the question for the manifest.
#[derive(Clone, Copy)]
enum Publishes {
    Manifest(fn() -> ModuleManifest),
    Failure(fn() -> Status),
    Nothing,
}

/// What the plugin does when it is told to stop.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Manners {
    /// Ends.
    Obeys,
    /// Catches SIGTERM too, and goes on.
    Ignores,
    /// Answers and goes on.
    WaitsForSignal,
    /// Does not even answer.
    BlocksShutdown,
}

const LAWFUL: Lawless = Lawless {
    line: |line| line,
    listens: Listens::Unix,
    health: Health::Unimplemented,
    manifest: Publishes::Manifest(manifests::good),
    manners: Manners::Obeys,
    floods_stdio: false,
};

pub(crate) fn announces(line: fn(String) -> String) -> ExitCode {
    run(Lawless { line, ..LAWFUL })
}

pub(crate) fn tcp() -> ExitCode {
    run(Lawless {
        listens: Listens::Tcp,
        ..LAWFUL
    })
}

pub(crate) fn health(health: Health) -> ExitCode {
    run(Lawless { health, ..LAWFUL })
}

pub(crate) fn publishes(manifest: fn() -> ModuleManifest) -> ExitCode {
    run(Lawless {
        manifest: Publishes::Manifest(manifest),
        ..LAWFUL
    })
}

pub(crate) fn hides_its_manifest() -> ExitCode {
    run(Lawless {
        manifest: Publishes::Nothing,
        ..LAWFUL
    })
}

pub(crate) fn fails_its_manifest() -> ExitCode {
    run(Lawless {
        manifest: Publishes::Failure(|| Status::unknown("no database; ".repeat(1_540))),
        ..LAWFUL
    })
}

pub(crate) fn stops(manners: Manners) -> ExitCode {
    run(Lawless { manners, ..LAWFUL })
}

pub(crate) fn floods_stdio() -> ExitCode {
    run(Lawless {
        floods_stdio: true,
        ..LAWFUL
    })
}

pub(crate) fn answers() -> ExitCode {
    run(LAWFUL)
}

fn run(plugin: Lawless) -> ExitCode {
    let runtime = runtime::Builder::new_current_thread().enable_all().build();
    let served = match runtime {
        Ok(runtime) => runtime.block_on(server::serve(plugin)),
        Err(error) => Err(error.into()),
    };
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _nobody_listens = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

impl Publishes {
    async fn answer(self) -> Result<ModuleManifest, Status> {
        match self {
            Self::Manifest(manifest) => Ok(manifest()),
            Self::Failure(failure) => Err(failure()),
            Self::Nothing => pending().await,
        }
    }
}
