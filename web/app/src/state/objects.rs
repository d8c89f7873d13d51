//! [`Objects`]: what the worker said about objects that somebody opened in the output.

use std::collections::HashMap;
use std::rc::Rc;

use web_output::{Entry, Handle, Opened, Preview};

/// By handle. A copy is cheap, and equal to another only if nothing was said in between.
#[derive(Debug, Clone, Default)]
pub(crate) struct Objects(Rc<HashMap<Handle, Looked>>);

/// What is known of one object or getter.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Looked {
    /// The entries so far.
    Entries {
        /// From the first on.
        entries: Vec<Entry>,
        /// Where to go on.
        next: Option<u64>,
        /// More were asked for.
        is_pending: bool,
    },
    /// What a getter gave.
    Value(Preview),
    /// What a getter threw.
    Threw(Preview),
    /// Why a getter had to end.
    Failed(String),
    /// The engine does not have it any more.
    Gone,
}

impl PartialEq for Objects {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Objects {
    /// What is known; nothing before it was asked for.
    pub(crate) fn get(&self, handle: Handle) -> Option<&Looked> {
        self.0.get(&handle)
    }

    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Nobody will answer what was asked.
    pub(super) fn give_up(&mut self) {
        for looked in Rc::make_mut(&mut self.0).values_mut() {
            if let Looked::Entries { is_pending: true, .. } = looked {
                *looked = Looked::Gone;
            }
        }
    }

    /// Answers whether to ask the worker.
    pub(super) fn ask(&mut self, handle: Handle) -> bool {
        let looked = Rc::make_mut(&mut self.0)
            .entry(handle)
            .or_insert(Looked::Entries {
                entries: Vec::new(),
                next: Some(0),
                is_pending: false,
            });
        match looked {
            Looked::Entries { is_pending, .. } => !std::mem::replace(is_pending, true),
            _ => false,
        }
    }

    pub(super) fn answer(&mut self, handle: Handle, opened: Opened) {
        let objects = Rc::make_mut(&mut self.0);
        let looked = match opened {
            Opened::Entries { entries: more, next } => {
                let before = objects.remove(&handle);
                let mut entries = match before {
                    Some(Looked::Entries { entries, .. }) => entries,
                    _ => Vec::new(),
                };
                entries.extend(more);
                Looked::Entries {
                    entries,
                    next,
                    is_pending: false,
                }
            }
            Opened::Value(value) => Looked::Value(value),
            Opened::Threw(error) => Looked::Threw(error),
            Opened::Failed(reason) => Looked::Failed(reason),
            Opened::Gone => Looked::Gone,
        };
        objects.insert(handle, looked);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(index: u64, next: Option<u64>) -> Opened {
        let entries = vec![Entry::Holes { index, count: 1 }];
        Opened::Entries { entries, next }
    }

    #[test]
    fn pages_follow_each_other_and_none_is_asked_for_twice() {
        let (mut objects, handle) = (Objects::default(), Handle(1));
        assert!(objects.ask(handle));
        assert!(!objects.ask(handle));
        objects.answer(handle, page(0, Some(1)));
        assert!(objects.ask(handle));
        objects.answer(handle, page(1, None));
        let Some(Looked::Entries {
            entries,
            next,
            is_pending,
        }) = objects.get(handle)
        else {
            panic!("no entries");
        };
        assert_eq!((entries.len(), *next, *is_pending), (2, None, false));
    }

    #[test]
    fn what_a_lost_engine_was_asked_is_gone() {
        let (mut objects, handle) = (Objects::default(), Handle(1));
        objects.ask(handle);
        objects.give_up();
        assert_eq!(objects.get(handle), Some(&Looked::Gone));
    }
}
