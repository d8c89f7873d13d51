//! What somebody may have meant who asked for a name or property that is not there.

use std::collections::BTreeSet;

use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsValue};
use web_source::{Missing, is_identifier, without_marks};

use crate::trace::known_values;
use crate::trace::sources::Sources;
use crate::values::lookup::{self, Slot, key_of};
use crate::values::most_similar;
use crate::values::property::array_length;

/// Names beyond this many are not compared.
const MAX_NAMES: usize = 5_000;

/// The name that is there and most like the missing one.
pub(super) fn suggestion(missing: &Missing, context: &mut Context) -> Option<String> {
    let name = without_marks(&missing.name);
    let names: BTreeSet<String> = match &missing.owner {
        Some(owner) => {
            let owner = known_values::at(&owner.as_path(), context)?;
            let Slot::Absent = lookup::property(&owner, &key_of(&missing.name), context) else {
                return None;
            };
            properties(&owner, context)
        }
        None => {
            let mut names = properties(&context.global_object().into(), context);
            names.extend(missing.visible.iter().map(|visible| without_marks(visible)));
            if let Some(sources) = Sources::of(context) {
                names.extend(sources.declared());
            }
            names
        }
    };
    let tolerated = name.chars().count() / 3;
    most_similar(&name, tolerated, names.iter().map(String::as_str)).map(str::to_owned)
}

/// The names of a value's own and inherited properties.
fn properties(value: &JsValue, context: &mut Context) -> BTreeSet<String> {
    let holders: Vec<JsObject> = lookup::chain(value, context).collect();
    let mut names = BTreeSet::new();
    for holder in holders {
        // Elements are no names, and there may be millions. The prototype of arrays is one without.
        if holder.is_array() && array_length(&holder) > 0 {
            continue;
        }
        let keys = holder.own_property_keys(context).unwrap_or_default();
        names.extend(keys.into_iter().take(MAX_NAMES).filter_map(|key| match key {
            PropertyKey::String(name) => {
                Some(name.to_std_string_escaped()).filter(|name| is_identifier(name))
            }
            PropertyKey::Index(_) | PropertyKey::Symbol(_) => None,
        }));
    }
    names
}
