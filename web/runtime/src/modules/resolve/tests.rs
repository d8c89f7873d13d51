//! Specifiers and the documents that they mean, as Node has it.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use proto::value::Value;

use super::{join, package_of, resolve};
use crate::modules::documents::Documents;
use crate::modules::package::{Conditions, is_module};

struct Names(BTreeMap<&'static str, &'static str>);

impl Documents for Names {
    fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    fn read(&self, name: &str) -> Result<String, String> {
        self.0
            .get(name)
            .map(|text| (*text).to_owned())
            .ok_or_else(|| self.alternatives())
    }

    fn alternatives(&self) -> String {
        "no such document".to_owned()
    }
}

fn names() -> Names {
    Names(BTreeMap::from([
        ("main.js", ""),
        ("lib/a.js", ""),
        ("lib/data.json", ""),
        ("lib/index.js", ""),
        ("lib/deep/b.cjs", ""),
        ("kit/package.json", "main=./src/start"),
        ("kit/src/start.js", ""),
        ("node_modules/old/package.json", "main=dist"),
        ("node_modules/old/dist/index.js", ""),
        ("node_modules/old/extra.js", ""),
        ("node_modules/plain/index.js", ""),
        ("node_modules/@scope/new/package.json", "type=module exports"),
        ("node_modules/@scope/new/dist/new.mjs", ""),
        ("node_modules/@scope/new/dist/new.cjs", ""),
        ("node_modules/@scope/new/dist/parts/one.js", ""),
        ("lib/node_modules/plain/index.js", ""),
    ]))
}

/// A package in the short form of these tests.
fn package(text: &str) -> Value {
    let object = |fields: Vec<(&str, Value)>| {
        let fields = fields.into_iter().map(|(key, value)| (key.to_owned(), value));
        Value::Object(fields.collect::<IndexMap<_, _>>().into())
    };
    let mut fields = Vec::new();
    for word in text.split(' ') {
        match word.split_once('=') {
            Some((key, value)) => fields.push((key, value.into())),
            None => fields.push((
                "exports",
                object(vec![
                    (
                        ".",
                        object(vec![
                            ("types", "./dist/new.d.ts".into()),
                            ("import", "./dist/new.mjs".into()),
                            ("default", object(vec![("require", "./dist/new.cjs".into())])),
                        ]),
                    ),
                    ("./parts/*", "./dist/parts/*.js".into()),
                ]),
            )),
        }
    }
    object(fields)
}

#[test]
fn a_specifier_means_what_it_means_to_node() {
    use Conditions::{Import, Require};
    let names = names();
    for (specifier, referrer, conditions, expected) in [
        ("./lib/a.js", "main.js", Require, Ok("lib/a.js")),
        ("./lib/a", "main.js", Import, Ok("lib/a.js")),
        ("./lib/data", "main.js", Require, Ok("lib/data.json")),
        ("./lib", "main.js", Require, Ok("lib/index.js")),
        (".", "lib/a.js", Require, Ok("lib/index.js")),
        ("..", "lib/deep/b.cjs", Require, Ok("lib/index.js")),
        ("./deep/b", "lib/a.js", Require, Ok("lib/deep/b.cjs")),
        ("./kit", "main.js", Require, Ok("kit/src/start.js")),
        ("old", "main.js", Require, Ok("node_modules/old/dist/index.js")),
        (
            "old/extra",
            "lib/deep/b.cjs",
            Require,
            Ok("node_modules/old/extra.js"),
        ),
        ("plain", "main.js", Require, Ok("node_modules/plain/index.js")),
        (
            "plain",
            "lib/deep/b.cjs",
            Require,
            Ok("lib/node_modules/plain/index.js"),
        ),
        (
            "@scope/new",
            "main.js",
            Import,
            Ok("node_modules/@scope/new/dist/new.mjs"),
        ),
        (
            "@scope/new",
            "main.js",
            Require,
            Ok("node_modules/@scope/new/dist/new.cjs"),
        ),
        (
            "@scope/new/parts/one",
            "main.js",
            Import,
            Ok("node_modules/@scope/new/dist/parts/one.js"),
        ),
        (
            "@scope/new/dist/new.cjs",
            "main.js",
            Require,
            Err("does not export it"),
        ),
        (
            "./gone",
            "lib/a.js",
            Require,
            Err("Cannot find module 'lib/gone' (no such document)"),
        ),
        ("gone", "main.js", Require, Err("there is no 'node_modules/gone'")),
    ] {
        let mut read = |name: &str| names.read(name).ok().map(|text| package(&text));
        let found = resolve(specifier, Some(referrer), conditions, &names, &mut read);
        match (found, expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected, "{specifier}"),
            (Err(error), Err(words)) => assert!(error.contains(words), "{specifier}: {error}"),
            (found, expected) => panic!("{specifier}: {found:?} instead of {expected:?}"),
        }
    }
}

#[test]
fn a_document_belongs_to_the_nearest_package() {
    let names = names();
    let mut read = |name: &str| names.read(name).ok().map(|text| package(&text));
    let mut kind =
        |name: &str| package_of(name, &names, &mut read).and_then(|(_, package)| is_module(&package));
    assert_eq!(kind("node_modules/@scope/new/dist/parts/one.js"), Some(true));
    assert_eq!(kind("node_modules/old/dist/index.js"), None);
    assert_eq!(kind("main.js"), None);
}

#[test]
fn paths_lead_back_as_far_as_there_is_something() {
    for (folder, path, expected) in [
        ("scripts", "./a.js", Some("scripts/a.js")),
        ("scripts", "../a.js", Some("a.js")),
        ("scripts", "../../a.js", Some("../a.js")),
        ("../x", "../a.js", Some("../a.js")),
        ("/lib", "./x/../a.js", Some("/lib/a.js")),
        ("/", "../a.js", None),
        ("anywhere", "/b.js", Some("/b.js")),
    ] {
        assert_eq!(join(folder, path).as_deref(), expected, "{folder} {path}");
    }
}
