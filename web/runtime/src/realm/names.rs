//! Names that a realm looks after: what the last cell gave, and functions that were declared again.

use boa_engine::property::{Attribute, PropertyDescriptor};
use boa_engine::{Context, JsString, JsValue, Script, js_string};
use web_source::input;

use super::Realm;
use crate::values::property::{own_property, own_value};

impl Realm {
    /// Keeps what came last, under a name that cells have not taken for themselves.
    pub(super) fn keep_last(&mut self, name: &str, value: JsValue) {
        let is_own = self.bindings.names().any(|declared| declared == name);
        if self.profile.has_cells() && !is_own && !value.is_undefined() {
            let hidden = Attribute::WRITABLE | Attribute::CONFIGURABLE;
            // A script that froze the global object wants no such thing.
            let _ = self
                .context
                .register_global_property(JsString::from(name), value, hidden);
        }
    }

    /// Functions and classes that were declared again are called as the user called them.
    pub(super) fn restore_names(&mut self, renamed: &[(String, String)]) {
        for (alias, name) in renamed {
            let read = Script::parse(input(alias), None, &mut self.context);
            let Some(function) = read
                .and_then(|script| script.evaluate(&mut self.context))
                .ok()
                .and_then(|value| value.as_object())
                .filter(|value| value.is_callable())
            else {
                continue;
            };
            let key = js_string!("name");
            let own = own_value(&function, &key.clone().into());
            if own.is_some_and(|own| own == JsString::from(alias.as_str()).into()) {
                let restored = PropertyDescriptor::builder()
                    .value(JsString::from(name.as_str()))
                    .writable(false)
                    .enumerable(false)
                    .configurable(true);
                // A class may have a static member of that name, which is then as the user wants it.
                let _ = function.define_property_or_throw(key, restored, &mut self.context);
            }
        }
    }
}

/// Whether the realm cannot take another declaration of a name.
pub(super) fn is_taken(name: &str, is_lexical: bool, context: &Context) -> bool {
    let name = JsString::from(name);
    if context.realm().scope().has_lex_binding(&name) {
        return true;
    }
    // A global `var` or function is a property that cannot be deleted, and stands in the way of a `let`.
    is_lexical
        && own_property(&context.global_object(), &name.into())
            .is_some_and(|property| property.configurable() == Some(false))
}
