//! [`Module`]: the definition of a plugin's module, as an author writes it.

mod error;
mod wire;

use std::collections::HashMap;

use proto::manifest::Manifest;

pub use error::DefinitionError;

use crate::plugin::{Entry, Plugin};
use crate::{Function, Object};

/// A module in the making. Spaces around names, texts and labels are dropped, and so are repeated labels.
#[derive(Debug)]
#[must_use = "a module does nothing until it is served"]
pub struct Module {
    name: String,
    version: String,
    doc: String,
    capabilities: Vec<String>,
    exports: Vec<Export>,
}

#[derive(Debug)]
enum Export {
    Function(Function),
    Object(Object),
}

impl Module {
    /// A module that JavaScript requires by this name, which begins with `plugin:`.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            version: String::new(),
            doc: String::new(),
            capabilities: Vec::new(),
            exports: Vec::new(),
        }
    }

    /// The module's version, free text.
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = version.into();
        self
    }

    /// What the module is for, for people.
    pub fn doc(mut self, doc: impl Into<String>) -> Self {
        self.doc = doc.into();
        self
    }

    /// Free labels.
    pub fn capabilities<T: Into<String>>(mut self, labels: impl IntoIterator<Item = T>) -> Self {
        self.capabilities.extend(labels.into_iter().map(Into::into));
        self
    }

    /// Adds a function. `Object.keys(module)` lists the exports in the order in which they were added.
    pub fn function(mut self, function: Function) -> Self {
        self.exports.push(Export::Function(function));
        self
    }

    /// Adds an object with methods.
    pub fn object(mut self, object: Object) -> Self {
        self.exports.push(Export::Object(object));
        self
    }

    /// Checks the definition by the rules that hosts apply. [`crate::serve()`] does it too, and so does
    /// [`crate::testing::Harness::new`].
    ///
    /// ```
    /// use pontoon_sdk::{Module, Object};
    ///
    /// let error = Module::new("plugin:empty").object(Object::new("math")).build().unwrap_err();
    /// assert_eq!(
    ///     pontoon_sdk::Error::from(error).message(),
    ///     "sdk module definition invalid: object export \"math\" in module \"plugin:empty\" must define methods",
    /// );
    /// ```
    ///
    /// # Errors
    /// The first rule that is broken.
    pub fn build(self) -> Result<Plugin, DefinitionError> {
        let manifest = Manifest::parse(self.to_wire()?)?;
        let entries = self.exports.into_iter().map(Export::into_entry).collect();
        Ok(Plugin::new(manifest, entries))
    }
}

impl Export {
    fn into_entry(self) -> (String, Entry) {
        match self {
            Self::Function(function) => (trimmed(&function.name), Entry::Function(function.action)),
            Self::Object(object) => {
                let methods: HashMap<_, _> = object
                    .methods
                    .into_iter()
                    .map(|method| (trimmed(&method.name), method.action))
                    .collect();
                (trimmed(&object.name), Entry::Object(methods))
            }
        }
    }
}

fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use proto::manifest::ExportKind;

    use super::*;
    use crate::error::chain;
    use crate::{Call, Method};

    fn nothing(_: &Call) -> bool {
        true
    }

    #[test]
    fn the_manifest_says_what_the_author_wrote_trimmed_and_in_order() {
        let plugin = Module::new(" plugin:x ")
            .version("v1 ")
            .doc("\n  Doc. ")
            .capabilities(["b", " a ", "", "b"])
            .function(Function::new(" f ", nothing).doc(" f() "))
            .object(
                Object::new("o").doc("O.").method(
                    Method::new("m ", nothing)
                        .summary(" s")
                        .doc("d ")
                        .tags(["t", "t", " "]),
                ),
            )
            .build()
            .unwrap();
        insta::assert_debug_snapshot!(plugin.manifest(), @r#"
        Manifest {
            module: ModuleName(
                "plugin:x",
            ),
            version: "v1",
            doc: "Doc.",
            capabilities: [
                "b",
                "a",
            ],
            exports: [
                Export {
                    name: "f",
                    doc: "f()",
                    kind: Function,
                },
                Export {
                    name: "o",
                    doc: "O.",
                    kind: Object(
                        [
                            Method {
                                name: "m",
                                summary: "s",
                                doc: "d",
                                tags: [
                                    "t",
                                ],
                            },
                        ],
                    ),
                },
            ],
        }
        "#);
    }

    #[test]
    fn broken_definitions_are_refused_in_the_hosts_words() {
        let function = |name: &str| Function::new(name, nothing);
        let method = |name: &str| Method::new(name, nothing);
        let modules = [
            Module::new(" "),
            Module::new("echo"),
            Module::new("plugin:x").function(function(" ")),
            Module::new("plugin:x")
                .function(function("f"))
                .function(function(" f")),
            Module::new("plugin:x").object(Object::new("o")),
            Module::new("plugin:x").object(Object::new("o").method(method(""))),
            Module::new("plugin:x").object(Object::new("o").method(method("m")).method(method("m "))),
        ];
        let texts: Vec<String> = modules
            .into_iter()
            .map(|module| chain(&module.build().unwrap_err()))
            .collect();
        insta::assert_snapshot!(texts.join("\n"), @r#"
        sdk module definition invalid: plugin manifest module name is empty
        sdk module definition invalid: plugin module "echo" must use namespace "plugin:"
        sdk module definition invalid: plugin module "plugin:x" has an export with empty name
        sdk module definition invalid: plugin module "plugin:x" has duplicate export "f"
        sdk module definition invalid: object export "o" in module "plugin:x" must define methods
        sdk module definition invalid: object export "o" in module "plugin:x" has an empty method name
        sdk module definition invalid: object export "o" in module "plugin:x" has duplicate method "m"
        "#);
    }

    #[test]
    fn parameters_stand_before_the_text_once() {
        let plugin = Module::new("plugin:x")
            .function(Function::new("named", |_: f64, _: Option<bool>| ()).parameters("score, strict?"))
            .function(
                Function::new("raw", nothing)
                    .parameters("...all")
                    .doc(" raw(x): takes all.\nAnd more. "),
            )
            .function(Function::new("none", || ()).doc("takes nothing."))
            .function(Function::new("no name to call", || ()).doc("takes nothing."))
            .function(Function::new("unnamed", |_: f64| ()).doc("says nothing of it."))
            .object(
                Object::new("o").method(
                    Method::new("m", nothing)
                        .parameters("options = {a: [1, 2]}")
                        .summary("the summary")
                        .doc("the doc"),
                ),
            )
            .build()
            .unwrap();
        let exports = &plugin.manifest().exports;
        let docs: Vec<&str> = exports.iter().map(|export| export.doc.as_str()).collect();
        insta::assert_snapshot!(docs.join("\n"), @"
        named(score, strict?)
        raw(...all): takes all.
        And more.
        none(): takes nothing.
        takes nothing.
        says nothing of it.
        ");
        let ExportKind::Object(methods) = &exports[5].kind else {
            panic!("not an object")
        };
        assert_eq!(methods[0].summary, "m(options = {a: [1, 2]}): the summary");
        assert_eq!(methods[0].doc, "the doc");
    }

    #[test]
    fn parameters_that_are_none_too_few_or_lost_are_refused() {
        let function = |list: &str| Function::new("f", |_: f64, _: f64| ()).parameters(list);
        let method = Method::new("m", || ()).parameters("a");
        let modules = [
            Module::new("plugin:x").function(function("a, 1b")),
            Module::new("plugin:x").function(function("a, a")),
            Module::new("plugin:x").function(function("a")),
            Module::new("plugin:x").object(Object::new("o").method(method)),
            Module::new("plugin:x").function(function("a, b = {")),
            Module::new("plugin:x").function(Function::new("my f", nothing).parameters("a")),
        ];
        let texts: Vec<String> = modules
            .into_iter()
            .map(|module| chain(&module.build().unwrap_err()))
            .collect();
        insta::assert_snapshot!(texts.join("\n"), @r#"
        sdk parameters of "f" invalid: "1b" is no parameter; write `name`, `name?`, `name = default` or `...name`
        sdk parameters of "f" invalid: parameter "a" stands twice
        sdk handler of "f" takes 2 arguments, and its parameters name 1
        sdk handler of "o.m" takes 0 arguments, and its parameters name 1
        sdk parameters of "f" cannot be read back from "f(a, b = {)"; keep them in one line with all brackets and quotes closed, and a name without spaces and brackets
        sdk parameters of "my f" cannot be read back from "my f(a)"; keep them in one line with all brackets and quotes closed, and a name without spaces and brackets
        "#);
    }
}
