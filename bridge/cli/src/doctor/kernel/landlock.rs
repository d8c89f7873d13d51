//! Landlock could keep a plugin out of the user's files. Pontoon does not use it; this says whether the kernel
//! would let it, by restricting a thread that ends at once.

use std::fs;
use std::thread;

use landlock::{ABI, Access as _, AccessFs, LandlockStatus, Ruleset, RulesetAttr as _, RulesetError};

use crate::doctor::finding::Finding;

pub(super) fn examine() -> Finding {
    judge(
        &thread::spawn(restrict_this_thread)
            .join()
            .unwrap_or(Trial::Failed("the trial broke off".to_owned())),
    )
}

/// What came of the trial.
#[derive(Debug)]
enum Trial {
    /// The thread could not open a file any more.
    Restricted {
        abi: String,
    },
    /// The kernel has none of it, or it is switched off.
    Unavailable,
    Failed(String),
}

fn judge(tried: &Trial) -> Finding {
    let kernel = match tried {
        Trial::Restricted { abi } => format!("the kernel offers Landlock ABI {abi}"),
        Trial::Unavailable => "the kernel offers no Landlock".to_owned(),
        Trial::Failed(why) => format!("Landlock could not be tried: {why}"),
    };
    Finding::warn(
        "files and network",
        format!("plugins can read and change all files of this user ({kernel}; Pontoon does not use it yet)"),
        "allow only plugins that you trust: --allow-plugin-module",
    )
}

fn restrict_this_thread() -> Trial {
    let restricted = || -> Result<LandlockStatus, RulesetError> {
        let status = Ruleset::default()
            .handle_access(AccessFs::from_all(ABI::V1))?
            .create()?
            .restrict_self()?;
        Ok(status.landlock)
    };
    match restricted() {
        Ok(LandlockStatus::Available { .. }) if fs::read_dir("/").is_ok() => {
            Trial::Failed("a restricted thread could still read a folder".to_owned())
        }
        Ok(LandlockStatus::Available {
            effective_abi,
            kernel_abi,
        }) => Trial::Restricted {
            abi: kernel_abi.map_or_else(|| effective_abi.to_string(), |abi| abi.to_string()),
        },
        Ok(LandlockStatus::NotEnabled | LandlockStatus::NotImplemented) => Trial::Unavailable,
        Err(error) => Trial::Failed(error.to_string()),
    }
}
