//! [`Inspector`]: walks a value within its bounds.

use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsString, JsValue, JsVariant};
use web_output::{Accessor, Entry, ObjectKind, ObjectPreview, Preview, Primitive};

use super::bounds::Bounds;
use super::handles::{self, Kept};
use super::text;
use crate::values::property;

pub(super) struct Inspector<'a> {
    pub(super) context: &'a mut Context,
    pub(super) bounds: Bounds,
    /// Whether objects that are not shown in full are kept for later.
    keeps: bool,
    /// The objects around the one that is being shown.
    pub(super) ancestors: Vec<JsObject>,
    entries_left: usize,
    text_left: usize,
}

impl<'a> Inspector<'a> {
    pub(super) fn new(bounds: Bounds, keeps: bool, context: &'a mut Context) -> Self {
        Self {
            context,
            bounds,
            keeps,
            ancestors: Vec::new(),
            entries_left: bounds.entries_in_all,
            text_left: bounds.text_in_all,
        }
    }

    pub(super) fn value(&mut self, value: &JsValue) -> Preview {
        let kind = match value.variant() {
            JsVariant::String(text) => return self.text(&text),
            JsVariant::Object(object) => return self.object(&object),
            JsVariant::Undefined => Primitive::Undefined,
            JsVariant::Null => Primitive::Null,
            JsVariant::Boolean(_) => Primitive::Boolean,
            JsVariant::Integer32(_) | JsVariant::Float64(_) => Primitive::Number,
            JsVariant::BigInt(_) => Primitive::BigInt,
            JsVariant::Symbol(_) => Primitive::Symbol,
        };
        let mut text = value.display().to_string();
        if text.len() > self.bounds.text {
            // A big integer can be as long as a string.
            let more = text.len() - self.bounds.text;
            text.truncate(self.bounds.text);
            text.push_str(&format!("… {more} more digits"));
        }
        Preview::Primitive(kind, text)
    }

    /// Whether one more entry may be shown of an object that shows `shown`.
    pub(super) fn spend(&mut self, shown: usize) -> bool {
        let may = shown < self.bounds.entries && self.entries_left > 0;
        self.entries_left -= usize::from(may);
        may
    }

    /// How many entries one object shows at most.
    pub(super) fn max_entries(&self) -> usize {
        self.bounds.entries
    }

    /// The value of a property, or what kind of accessor it is.
    pub(super) fn slot(
        &mut self,
        holder: &JsObject,
        key: &PropertyKey,
        slot: &PropertyDescriptor,
    ) -> Preview {
        if let Some(value) = slot.value() {
            return self.value(value);
        }
        let is_there = |function: Option<&JsValue>| function.is_some_and(|function| !function.is_undefined());
        let accessor = match (is_there(slot.get()), is_there(slot.set())) {
            (true, true) => Accessor::Both,
            (true, false) => Accessor::Getter,
            _ => Accessor::Setter,
        };
        let handle = match accessor {
            Accessor::Setter => None,
            Accessor::Getter | Accessor::Both => self.keep(Kept::Getter(holder.clone(), key.clone())),
        };
        Preview::Accessor { accessor, handle }
    }

    fn text(&mut self, text: &JsString) -> Preview {
        let limit = self.bounds.text.min(self.text_left);
        let preview = text::beginning(text, limit);
        if let Preview::Text { text, .. } = &preview {
            self.text_left -= limit.min(text.len());
        }
        preview
    }

    /// The own enumerable properties without elements, and what an error hides.
    pub(super) fn properties(&mut self, object: &JsObject, preview: &mut ObjectPreview) {
        let properties = property::own_enumerable(object, self.context);
        let total = properties.len();
        let already = preview.entries.len();
        for (shown, key) in properties.into_iter().enumerate() {
            if !self.spend(shown) {
                preview.hidden += (total - shown) as u64;
                break;
            }
            if let Some(entry) = self.property(object, &key) {
                preview.entries.push(entry);
            }
        }
        if preview.kind == ObjectKind::Error {
            for name in ["cause", "errors"] {
                if let Some(key) = property::own_hidden(object, name)
                    && self.spend(preview.entries.len() - already)
                    && let Some(entry) = self.property(object, &key)
                {
                    preview.entries.push(entry);
                }
            }
        }
    }

    pub(super) fn property(&mut self, object: &JsObject, key: &PropertyKey) -> Option<Entry> {
        let slot = property::own_property(object, key)?;
        Some(Entry::Property {
            name: text::shown_key(key, slot.enumerable() == Some(true)),
            value: self.slot(object, key, &slot),
        })
    }

    pub(super) fn keep(&self, kept: Kept) -> Option<web_output::Handle> {
        self.keeps.then(|| handles::keep(kept, self.context)).flatten()
    }
}
