//! Any JavaScript value as a [`Preview`]: the result of a cell, and what the console shows of objects. Bounded in
//! depth and length; reads no getter and asks no proxy, so that looking never runs code.

mod bounds;
mod collection;
mod handles;
mod inspector;
mod object;
mod opened;
mod text;
mod whole;

use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsValue};
use web_output::Preview;

use crate::values::property::{self, enumerable_keys};
use bounds::Bounds;
pub(crate) use handles::register;
use inspector::Inspector;
pub(crate) use opened::open;

/// The value as it is shown. Objects that are not shown in full can be opened later.
pub(crate) fn preview(value: &JsValue, context: &mut Context) -> Preview {
    Inspector::new(Bounds::WHOLE, true, context).value(value)
}

/// A value in a cell of a table.
pub(crate) fn cell(value: &JsValue, context: &mut Context) -> Preview {
    Inspector::new(Bounds::CELL, true, context).value(value)
}

/// The value as text: as a script would write it where that is possible, strings in quotes.
pub(crate) fn inspect(value: &JsValue, context: &mut Context) -> String {
    Inspector::new(Bounds::WHOLE, false, context)
        .value(value)
        .to_string()
}

/// The own enumerable properties by the names that code calls them, as far as there are no more than `at_most`.
pub(crate) fn properties(object: &JsObject, at_most: usize, context: &mut Context) -> Vec<(String, Preview)> {
    let keys = enumerable_keys(object, context);
    keys.into_iter()
        .filter(|key| !matches!(key, PropertyKey::Symbol(_)))
        .take(at_most)
        .filter_map(|key| {
            let slot = property::own_property(object, &key)?;
            let value = Inspector::new(Bounds::CELL, true, context).slot(object, &key, &slot);
            Some((property::plain_name(&key), value))
        })
        .collect()
}
