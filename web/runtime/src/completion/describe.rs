//! How a function is called, as people read it.

use boa_engine::builtins::function::OrdinaryFunction;
use boa_engine::{JsObject, JsString, JsValue, js_string};

use crate::globals::help;
use crate::realm::Realm;
use crate::values::property::own_value;
use web_source::parameters;
use web_source::without_marks;

/// How a function is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// Its name; may be empty.
    pub name: String,
    /// Its parameters with their brackets, as code, where anybody knows them.
    pub parameters: Option<String>,
    /// What it does, in a line; may be empty.
    pub doc: String,
}

impl Realm {
    /// `None` for what is no function.
    pub(super) fn describe(&mut self, value: &JsValue) -> Option<Called> {
        let function = value.as_object().filter(JsObject::is_callable)?;
        let name = own_value(&function, &js_string!("name").into())
            .and_then(|name| name.as_string())
            .map_or_else(String::new, |name| without_marks(&name.to_std_string_escaped()));
        let (parameters, doc) = match help::described(value, self.context()) {
            Some((parameters, doc)) => (Some(parameters), doc),
            None => (self.written(&function), String::new()),
        };
        Some(Called {
            name,
            parameters,
            doc,
        })
    }

    /// The parameters as the user wrote them.
    fn written(&mut self, function: &JsObject) -> Option<String> {
        if !function.is::<OrdinaryFunction>() {
            return None;
        }
        let context = self.context();
        let base = context.intrinsics().constructors().function().prototype();
        let to_string = own_value(&base, &js_string!("toString").into())?.as_callable()?;
        // A script may have put its own in this place.
        if to_string.is::<OrdinaryFunction>() {
            return None;
        }
        let source: JsString = to_string
            .call(&function.clone().into(), &[], context)
            .ok()?
            .as_string()?;
        parameters(&without_marks(&source.to_std_string_escaped()))
    }
}
