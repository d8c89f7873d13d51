//! Who may speak to the bridge: one-time codes for the launch link, and the tokens they are exchanged for.
//! Only digests are kept, and looked up by digest, so no comparison depends on a secret's bytes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bridge_host::Principal;
use sha2::{Digest as _, Sha256};
use thiserror::Error;

/// How long a printed link works if nobody opens it.
const CODE_LIFETIME: Duration = Duration::from_secs(600);

/// The codes and tokens of one run of the bridge; cheap to clone. All end with the program.
#[derive(Debug, Clone, Default)]
pub struct Gate(Arc<Mutex<Secrets>>);

#[derive(Debug, Default)]
struct Secrets {
    codes: HashMap<Sha256Digest, Instant>,
    tokens: HashMap<Sha256Digest, Principal>,
}

type Sha256Digest = [u8; 32];

/// The system gave no random bytes.
#[derive(Debug, Error)]
#[error("make a secret")]
pub struct RandomError(#[source] getrandom::Error);

impl Gate {
    /// A new code for a launch link; it can be exchanged once, within ten minutes.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn issue_code(&self, now: Instant) -> Result<String, RandomError> {
        let code = secret()?;
        let mut secrets = self.secrets();
        secrets.codes.retain(|_, expires| *expires > now);
        secrets.codes.insert(digest(&code), now + CODE_LIFETIME);
        Ok(code)
    }

    /// Turns a code into a token of a new principal; `None` if the code is unknown, used or too old.
    pub(crate) fn exchange(&self, code: &str, now: Instant) -> Result<Option<String>, RandomError> {
        let token = secret()?;
        let mut secrets = self.secrets();
        let valid = secrets
            .codes
            .remove(&digest(code))
            .is_some_and(|expires| expires > now);
        if !valid {
            return Ok(None);
        }
        let principal = Principal(secrets.tokens.len() as u64 + 1);
        secrets.tokens.insert(digest(&token), principal);
        Ok(Some(token))
    }

    /// Whose token this is.
    pub(crate) fn principal(&self, token: &str) -> Option<Principal> {
        self.secrets().tokens.get(&digest(token)).copied()
    }

    fn secrets(&self) -> MutexGuard<'_, Secrets> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// 256 random bits, as text that may stand in a URL.
fn secret() -> Result<String, RandomError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(RandomError)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

fn digest(secret: &str) -> Sha256Digest {
    Sha256::digest(secret).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_works_once_and_not_too_late() {
        let (gate, now) = (Gate::default(), Instant::now());
        let code = gate.issue_code(now).unwrap();
        let token = gate.exchange(&code, now).unwrap().unwrap();
        assert_eq!(gate.principal(&token), Some(Principal(1)));
        assert_eq!(gate.exchange(&code, now).unwrap(), None);

        let late = gate.issue_code(now).unwrap();
        assert_eq!(gate.exchange(&late, now + CODE_LIFETIME).unwrap(), None);
        assert_eq!(gate.exchange("guess", now).unwrap(), None);
    }

    #[test]
    fn each_exchange_makes_another_principal() {
        let (gate, now) = (Gate::default(), Instant::now());
        let principals: Vec<_> = (0..3)
            .map(|_| {
                let code = gate.issue_code(now).unwrap();
                gate.principal(&gate.exchange(&code, now).unwrap().unwrap())
                    .unwrap()
            })
            .collect();
        assert_eq!(principals, [Principal(1), Principal(2), Principal(3)]);
        assert_eq!(gate.principal("guess"), None);
    }
}
