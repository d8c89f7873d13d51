//! [`Plugin`]: a checked module, and the way from a call's names to its handler. No I/O.

use std::collections::HashMap;
use std::error::Error as StdError;

use proto::manifest::Manifest;
use proto::value::{EncodedValue, Value, ValueError};
use thiserror::Error;

use crate::action::Action;
use crate::futures::Futures;
use crate::outcome::HandlerError;
use crate::threads::Threads;
use crate::{Call, Error};

type BoxError = Box<dyn StdError + Send + Sync>;

/// A module whose definition follows every rule, ready to be served.
#[derive(Debug)]
pub struct Plugin {
    manifest: Manifest,
    entries: HashMap<String, Entry>,
    threads: Threads,
    futures: Futures,
}

/// What an export's name leads to.
#[derive(Debug)]
pub(crate) enum Entry {
    Function(Action),
    Object(HashMap<String, Action>),
}

impl Plugin {
    pub(crate) fn new(manifest: Manifest, entries: HashMap<String, Entry>) -> Self {
        Self {
            manifest,
            entries,
            threads: Threads::default(),
            futures: Futures::default(),
        }
    }

    /// What hosts are told about the module.
    #[must_use]
    pub const fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Answers one call as it came over the wire; the method is empty for a function.
    pub(crate) async fn invoke(
        &self,
        export: &str,
        method: &str,
        arguments: &[EncodedValue],
    ) -> Result<EncodedValue, InvokeError> {
        let (export, method) = (export.trim(), method.trim());
        let action = self
            .action(export, method)
            .ok_or_else(|| InvokeError::Unsupported {
                export: export.to_owned(),
                method: method.to_owned(),
            })?;
        let arguments =
            decode(arguments).map_err(|(index, source)| InvokeError::Argument { index, source })?;
        let unencodable = |source: BoxError| InvokeError::Result {
            export: export.to_owned(),
            method: method.to_owned(),
            source,
        };
        match action
            .run(Call::new(arguments), &self.threads, &self.futures)
            .await
        {
            Ok(result) => EncodedValue::try_from(result).map_err(|error| unencodable(error.into())),
            Err(HandlerError::Failed(error)) => Err(InvokeError::Handler(error)),
            Err(HandlerError::Encode(error)) => Err(unencodable(error.into())),
        }
    }

    fn action(&self, export: &str, method: &str) -> Option<&Action> {
        match self.entries.get(export)? {
            Entry::Function(action) if method.is_empty() => Some(action),
            Entry::Function(_) => None,
            Entry::Object(methods) => methods.get(method),
        }
    }
}

fn decode(arguments: &[EncodedValue]) -> Result<Vec<Value>, (usize, ValueError)> {
    arguments
        .iter()
        .enumerate()
        .map(|(index, argument)| Value::try_from(argument).map_err(|source| (index, source)))
        .collect()
}

/// Why a call has no result. The texts are those of go-go-goja's SDK.
#[derive(Debug, Error)]
pub(crate) enum InvokeError {
    #[error("sdk invoke: unsupported export {export:?} method {method:?}")]
    Unsupported { export: String, method: String },
    #[error("sdk call argument {index}: sdk decode argument")]
    Argument { index: usize, source: ValueError },
    #[error("{0}")]
    Handler(Error),
    #[error("sdk invoke {export:?}/{method:?}: sdk encode result")]
    Result {
        export: String,
        method: String,
        source: BoxError,
    },
}
