//! What the page can prove itself with: the launch link's code first, then a token that was stored.

use web_messages::Credential;

/// The page's proofs, best first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Credentials {
    code: Option<String>,
    token: Option<String>,
}

/// What is left to do after a proof was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rejection {
    /// There is another proof to try.
    TryNext,
    /// The stored token was refused as well, or there was none.
    NothingLeft,
}

impl Credentials {
    /// From the address and from the storage.
    pub(crate) fn new(code: Option<String>, token: Option<String>) -> Self {
        Self { code, token }
    }

    /// The proof to show now.
    pub(super) fn next(&self) -> Option<Credential> {
        let code = self.code.clone().map(Credential::Code);
        code.or_else(|| self.token.clone().map(Credential::Token))
    }

    /// The bridge gave out a token: the code is spent.
    pub(super) fn issued(&mut self, token: String) {
        self.code = None;
        self.token = Some(token);
    }

    /// The bridge did not accept [`Credentials::next`].
    pub(super) fn rejected(&mut self) -> Rejection {
        if self.code.take().is_some() && self.token.is_some() {
            return Rejection::TryNext;
        }
        self.token = None;
        Rejection::NothingLeft
    }
}
