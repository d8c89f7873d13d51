//! What a realm's names are called inside the engine. A global `let`, `const` or `class` can be declared once, so
//! each further declaration of a name gets a binding of its own, under a name that looks the same.

use std::collections::HashMap;

use crate::names::alias;

/// Whether the realm cannot take another declaration of a name; the flag says whether it would be a `let`, a `const` or
/// a `class`.
pub type IsTaken<'a> = dyn Fn(&str, bool) -> bool + 'a;

/// How often each name was declared by the cells of a realm.
#[derive(Debug, Clone, Default)]
pub struct Bindings(HashMap<String, u32>);

impl Bindings {
    /// Makes room for what a cell declares. Returns what must be renamed in it: the new names, each with the user's own.
    pub(crate) fn declare(
        &mut self,
        lexical: &[String],
        hoisted: &[String],
        is_taken: &IsTaken<'_>,
    ) -> Vec<(String, String)> {
        let mut renamed = Vec::new();
        let names = lexical
            .iter()
            .map(|name| (name, true))
            .chain(hoisted.iter().map(|name| (name, false)));
        for (name, is_lexical) in names {
            if let Some(generation) = self.0.get_mut(name) {
                while is_taken(&alias(name, *generation), is_lexical) {
                    *generation += 1;
                }
                if *generation > 0 {
                    renamed.push((alias(name, *generation), name.clone()));
                }
            } else {
                self.0.insert(name.clone(), 0);
            }
        }
        renamed
    }

    /// What the engine calls a name, where that differs.
    #[must_use]
    pub fn alias(&self, name: &str) -> Option<String> {
        let generation = *self.0.get(name)?;
        (generation > 0).then(|| alias(name, generation))
    }

    /// Whatever was declared, as the user calls it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
