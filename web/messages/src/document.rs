//! Sources of the user beside the one that runs.

use serde::{Deserialize, Serialize};

/// What `import` and `require` find by its name, such as `shapes.js` or `lib/main.js`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its path from the top of the user's documents.
    pub name: String,
    /// The whole source.
    pub text: String,
}
