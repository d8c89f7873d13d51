//! [`Function`], [`Object`] and [`Method`]: the exports of a module, as an author writes them. Nothing is checked
//! here; [`crate::Module::build`] does it.

use crate::Handler;
use crate::action::Action;

/// A function on the module.
#[derive(Debug)]
pub struct Function {
    pub(crate) name: String,
    pub(crate) parameters: Option<String>,
    pub(crate) doc: String,
    pub(crate) action: Action,
}

impl Function {
    /// A function that JavaScript calls by this name.
    pub fn new<Kind>(name: impl Into<String>, handler: impl Handler<Kind>) -> Self {
        Self {
            name: name.into(),
            parameters: None,
            doc: String::new(),
            action: handler.into_action(),
        }
    }

    /// Its parameters as JavaScript would list them, for people: `name = "world", excited?, ...others`. They stand
    /// before the doc, after the function's name, and hosts show them where code is completed. A typed handler must
    /// take as many arguments; of one that takes none this need not be said.
    ///
    /// ```
    /// use pontoon_sdk::{Function, Module};
    ///
    /// fn greet(name: Option<String>) -> String {
    ///     format!("hello, {}", name.as_deref().unwrap_or("world"))
    /// }
    ///
    /// let greet = Function::new("greet", greet)
    ///     .parameters("name = \"world\"")
    ///     .doc("a greeting for the name.");
    /// let plugin = Module::new("plugin:greeter").function(greet).build()?;
    /// assert_eq!(plugin.manifest().exports[0].doc, "greet(name = \"world\"): a greeting for the name.");
    /// # Ok::<_, pontoon_sdk::DefinitionError>(())
    /// ```
    #[must_use]
    pub fn parameters(mut self, list: impl Into<String>) -> Self {
        self.parameters = Some(list.into());
        self
    }

    /// What it does, for people.
    #[must_use]
    pub fn doc(mut self, doc: impl Into<String>) -> Self {
        self.doc = doc.into();
        self
    }
}

/// An object on the module, with methods.
#[derive(Debug)]
pub struct Object {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) methods: Vec<Method>,
}

impl Object {
    /// An object of this name. It needs at least one method.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            doc: String::new(),
            methods: Vec::new(),
        }
    }

    /// What its methods have in common, for people.
    #[must_use]
    pub fn doc(mut self, doc: impl Into<String>) -> Self {
        self.doc = doc.into();
        self
    }

    /// Adds a method.
    #[must_use]
    pub fn method(mut self, method: Method) -> Self {
        self.methods.push(method);
        self
    }
}

/// One method of an object.
#[derive(Debug)]
pub struct Method {
    pub(crate) name: String,
    pub(crate) parameters: Option<String>,
    pub(crate) summary: String,
    pub(crate) doc: String,
    pub(crate) tags: Vec<String>,
    pub(crate) action: Action,
}

impl Method {
    /// A method that JavaScript calls by this name.
    pub fn new<Kind>(name: impl Into<String>, handler: impl Handler<Kind>) -> Self {
        Self {
            name: name.into(),
            parameters: None,
            summary: String::new(),
            doc: String::new(),
            tags: Vec::new(),
            action: handler.into_action(),
        }
    }

    /// Its parameters, as of a [`Function`]. They stand before the summary.
    #[must_use]
    pub fn parameters(mut self, list: impl Into<String>) -> Self {
        self.parameters = Some(list.into());
        self
    }

    /// One line for lists and completion.
    #[must_use]
    pub fn summary(mut self, summary: impl Into<String>) -> Self {
        self.summary = summary.into();
        self
    }

    /// What it does, for people.
    #[must_use]
    pub fn doc(mut self, doc: impl Into<String>) -> Self {
        self.doc = doc.into();
        self
    }

    /// Free labels.
    #[must_use]
    pub fn tags<T: Into<String>>(mut self, tags: impl IntoIterator<Item = T>) -> Self {
        self.tags.extend(tags.into_iter().map(Into::into));
        self
    }
}
