//! `plugin:examples:kv`: what a plugin keeps between calls. Its handlers are plain Rust functions: serde reads their
//! arguments and writes their answers, and a wrong argument never reaches them.
//!
//! ```js
//! const { store } = require("plugin:examples:kv");
//! store.set("name", "Ada");  // { key: "name", value: "Ada", size: 1 }
//! store.get("name");         // "Ada"
//! store.get("age");          // null
//! ```
//!
//! Each session runs a process of its own, so that each has a store of its own, which ends with it.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::{Mutex, MutexGuard, PoisonError};

use pontoon_sdk::{Method, Module, Object};
use serde::Serialize;

fn main() -> ExitCode {
    pontoon_sdk::serve(module())
}

fn module() -> Module {
    // The store lives as long as the process, so that every handler may hold on to it.
    let store: &'static Store = Box::leak(Box::default());
    Module::new("plugin:examples:kv")
        .version("v1")
        .doc("Keeps texts under keys, for as long as the session lasts.")
        .capabilities(["examples", "stateful", "object-methods"])
        .object(
            Object::new("store")
                .doc("The one store of this session.")
                .method(
                    Method::new("set", |key: String, value: String| store.set(key, value))
                        .parameters("key, value")
                        .summary("keeps the value under the key, in place of what was there")
                        .doc("Both are strings; the answer says what was kept, and how many keys there are now.")
                        .tags(["state", "write"]),
                )
                .method(
                    Method::new("get", |key: String| store.get(&key))
                        .parameters("key")
                        .summary("the value under the key, or null")
                        .tags(["state", "read"]),
                )
                .method(
                    Method::new("delete", |key: String| store.delete(&key))
                        .parameters("key")
                        .summary("forgets the key")
                        .doc("The answer says whether there was something to forget.")
                        .tags(["state", "write"]),
                )
                .method(
                    Method::new("keys", || store.keys())
                        .summary("all keys, sorted")
                        .tags(["state", "read"]),
                )
                .method(
                    Method::new("clear", || store.clear())
                        .summary("forgets everything, and says how much it was")
                        .tags(["state", "write"]),
                )
                .method(
                    Method::new("size", || store.size())
                        .summary("how many keys there are")
                        .tags(["state", "read"]),
                ),
        )
}

/// Texts under keys. Several calls may come at once, so that a lock guards them.
#[derive(Default)]
struct Store(Mutex<BTreeMap<String, String>>);

#[derive(Serialize)]
struct Kept {
    key: String,
    value: String,
    size: usize,
}

#[derive(Serialize)]
struct Deleted {
    deleted: bool,
    size: usize,
}

#[derive(Serialize)]
struct Cleared {
    cleared: usize,
}

impl Store {
    fn set(&self, key: String, value: String) -> Kept {
        let mut entries = self.entries();
        entries.insert(key.clone(), value.clone());
        let size = entries.len();
        Kept { key, value, size }
    }

    /// `None` is `null` in JavaScript.
    fn get(&self, key: &str) -> Option<String> {
        self.entries().get(key).cloned()
    }

    fn delete(&self, key: &str) -> Deleted {
        let mut entries = self.entries();
        Deleted {
            deleted: entries.remove(key).is_some(),
            size: entries.len(),
        }
    }

    fn keys(&self) -> Vec<String> {
        self.entries().keys().cloned().collect()
    }

    fn clear(&self) -> Cleared {
        let cleared = std::mem::take(&mut *self.entries()).len();
        Cleared { cleared }
    }

    fn size(&self) -> usize {
        self.entries().len()
    }

    /// A handler that panicked while it held the lock has left the map whole.
    fn entries(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use pontoon_sdk::testing::Harness;
    use pontoon_sdk::{Result, value};

    use super::*;

    #[test]
    fn what_is_set_is_there_until_it_is_deleted() -> Result<()> {
        let kv = Harness::new(module())?;
        assert_eq!(kv.call("store.get", ("b",))?, value!(null));
        assert_eq!(
            kv.call("store.set", ("b", "1"))?,
            value!({ "key": "b", "value": "1", "size": 1 })
        );
        kv.call("store.set", ("a", ""))?;
        kv.call("store.set", ("b", "2"))?;
        assert_eq!(kv.call("store.get", ("b",))?, value!("2"));
        assert_eq!(kv.call("store.get", ("a",))?, value!(""));
        assert_eq!(kv.call("store.keys", ())?, value!(["a", "b"]));
        assert_eq!(
            kv.call("store.delete", ("a",))?,
            value!({ "deleted": true, "size": 1 })
        );
        assert_eq!(
            kv.call("store.delete", ("a",))?,
            value!({ "deleted": false, "size": 1 })
        );
        assert_eq!(kv.call("store.clear", ())?, value!({ "cleared": 1 }));
        assert_eq!(kv.call("store.size", ())?, value!(0));
        Ok(())
    }

    #[test]
    fn keys_and_values_are_strings() {
        let kv = Harness::new(module()).unwrap();
        let refused = |arguments| kv.call("store.set", arguments).unwrap_err().to_string();
        assert_eq!(
            refused(value!(["a"])),
            "sdk call argument 1 out of range (have 1)"
        );
        assert_eq!(
            refused(value!(["a", 1])),
            "sdk call argument 1 expected string, got number"
        );
    }
}
