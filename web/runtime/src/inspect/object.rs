//! How an object is shown: as a collection, as one piece, or by its properties.

use boa_engine::builtins::proxy::Proxy;
use boa_engine::{JsObject, JsSymbol};
use web_output::{ObjectKind, ObjectPreview, Preview};

use super::handles::Kept;
use super::inspector::Inspector;
use super::{collection, whole};
use crate::values::property;

impl Inspector<'_> {
    pub(super) fn object(&mut self, object: &JsObject) -> Preview {
        if self.ancestors.contains(object) {
            return Preview::Circular;
        }
        let mut preview = if object.is::<Proxy>() {
            whole::proxy(object)
        } else if self.ancestors.len() > self.bounds.depth {
            closed(object)
        } else {
            self.ancestors.push(object.clone());
            let preview = self.opened(object);
            self.ancestors.pop();
            preview
        };
        let is_partly_shown = !preview.is_open || preview.hidden > 0 || self.ancestors.is_empty();
        if is_partly_shown && preview.kind != ObjectKind::Proxy {
            preview.handle = self.keep(Kept::Object(object.clone()));
        }
        Preview::Object(Box::new(preview))
    }

    /// The object with its entries.
    fn opened(&mut self, object: &JsObject) -> ObjectPreview {
        let mut preview = collection::preview(object, self)
            .or_else(|| whole::preview(object, self))
            .unwrap_or_else(|| plain(object));
        self.properties(object, &mut preview);
        preview
    }
}

/// An object that is only named.
fn closed(object: &JsObject) -> ObjectPreview {
    let class = property::constructor_name(object).unwrap_or_default();
    let kind = if object.is_array() {
        ObjectKind::Array
    } else {
        ObjectKind::Plain
    };
    ObjectPreview {
        class: if matches!(class.as_str(), "Object" | "Array") {
            String::new()
        } else {
            class
        },
        is_open: false,
        ..ObjectPreview::new(kind)
    }
}

fn plain(object: &JsObject) -> ObjectPreview {
    let name = property::constructor_name(object);
    let tag = property::own_value(object, &JsSymbol::to_string_tag().into()).and_then(|tag| tag.as_string());
    let tag = tag.map(|tag| tag.to_std_string_escaped());
    let kind = match (&name, object.prototype()) {
        (None, None) if tag.is_none() => ObjectKind::NullPrototype,
        _ => ObjectKind::Plain,
    };
    let class = match (name, tag) {
        (Some(name), Some(tag)) if name != tag => format!("{name} [{tag}]"),
        (None, Some(tag)) => tag,
        (Some(name), _) if name != "Object" => name,
        _ => String::new(),
    };
    ObjectPreview {
        class,
        ..ObjectPreview::new(kind)
    }
}
