//! The value of the last cell in full, for programs rather than people: a preview may be cut.

use boa_engine::{JsValue, js_string};
use web_output::ScriptError;

use crate::errors;
use crate::realm::Realm;
use crate::values::property::own_value;

impl Realm {
    /// The last cell's value, if it is a string.
    #[must_use]
    pub fn last_text(&self) -> Option<String> {
        self.last.as_string().map(|text| text.to_std_string_lossy())
    }

    /// The last cell's value as `JSON.stringify` writes it; `None` for what it leaves out, such as `undefined`.
    ///
    /// # Errors
    /// What `JSON.stringify` throws, for a cycle say.
    pub fn last_json(&mut self) -> Result<Option<String>, Box<ScriptError>> {
        let context = &mut self.context;
        let json = context.intrinsics().objects().json();
        let stringify =
            own_value(&json, &js_string!("stringify").into()).and_then(|function| function.as_callable());
        let Some(stringify) = stringify else {
            return Ok(None);
        };
        stringify
            .call(&JsValue::undefined(), std::slice::from_ref(&self.last), context)
            .map(|text| text.as_string().map(|text| text.to_std_string_lossy()))
            .map_err(|error| errors::from_thrown(error, context))
    }
}
