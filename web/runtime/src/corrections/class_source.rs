//! `Function.prototype.toString` of classes. Boa 0.22 keeps the source of each function but those of classes, and writes
//! `function A() { [native code] }` (`bytecompiler/class.rs` gives the constructor no span). No issue found; the one for
//! functions was <https://github.com/boa-dev/boa/issues/3780>.
//!
//! The class is looked up in the source of its file: by its name, and among several by its methods, whose sources the
//! engine has. Where that is not certain, and in `eval`, it stays `class A { [native code] }`.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::rc::Rc;

use boa_engine::builtins::function::OrdinaryFunction;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsResult, JsString, NativeFunction, js_string};
use web_source::{Class, classes, without_marks};

use crate::bounds::replace_method;
use crate::trace::Sources;

/// What the engine writes of a function without a source.
const NATIVE: &str = "() { [native code] }";

/// The classes of the files that were asked about.
#[derive(Default)]
struct Known(RefCell<HashMap<String, Hashed>>);

/// The classes of a text with this hash.
struct Hashed(u64, Rc<Vec<Class>>);

/// Replaces the method.
///
/// # Errors
/// When the engine cannot define the property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    context.insert_data(Rc::new(Known::default()));
    let function = context.intrinsics().constructors().function().prototype();
    replace_method(&function, "toString", context, |engine| {
        NativeFunction::from_copy_closure_with_captures(
            |this, args, engine, context| {
                let source = engine.call(this, args, context)?;
                let (Some(function), Some(text)) = (this.as_object(), source.as_string()) else {
                    return Ok(source);
                };
                if !function.is::<OrdinaryFunction>() {
                    return Ok(source);
                }
                let text = text.to_std_string_lossy();
                let text = match text.ends_with(NATIVE) && is_class(&function) {
                    true => class_text(&function, engine, context)?,
                    false => text,
                };
                Ok(JsString::from(without_marks(&text)).into())
            },
            engine,
        )
    })
}

/// Only a class has a prototype that nobody can replace, and no source.
fn is_class(function: &JsObject) -> bool {
    let key = PropertyKey::from(js_string!("prototype"));
    let property = function.borrow().properties().get(&key);
    property.is_some_and(|property| property.writable() == Some(false))
}

fn class_text(class: &JsObject, engine: &JsObject, context: &mut Context) -> JsResult<String> {
    let Some((name, file)) = class.downcast_ref::<OrdinaryFunction>().map(|function| {
        let code = function.codeblock();
        // Of `eval` this is no file.
        (code.name().to_std_string_lossy(), code.path().to_string())
    }) else {
        return Ok(format!("class {NATIVE}"));
    };
    let live = methods(class, engine, context)?;
    let found = find(&name, &file, &live, context);
    Ok(found.unwrap_or_else(|| match name.as_str() {
        "" => "class { [native code] }".to_owned(),
        name => format!("class {name} {{ [native code] }}"),
    }))
}

/// Finds the text of a class as the user wrote it.
fn find(name: &str, file: &str, live: &HashSet<String>, context: &Context) -> Option<String> {
    let known = context.get_data::<Rc<Known>>().cloned()?;
    Sources::of(context)?.with(file, |source| {
        let all = known.classes(file, source.text());
        let named: Vec<&Class> = all.iter().filter(|class| class.name == name).collect();
        let is_likely = |class: &&Class| class.methods.iter().all(|method| live.contains(method));
        let likely: Vec<&Class> = named.iter().copied().filter(is_likely).collect();
        // A method may have been deleted since.
        let likely = if likely.is_empty() { named } else { likely };
        let most = likely.iter().map(|class| class.methods.len()).max();
        let mut texts: Vec<&str> = likely
            .iter()
            .filter(|class| Some(class.methods.len()) == most)
            .map(|class| {
                let [start, end] =
                    [class.span.start, class.span.end].map(|byte| source.original_offset(byte));
                &source.original().text()[start..end]
            })
            .collect();
        texts.sort_unstable();
        texts.dedup();
        match texts[..] {
            [text] => Some(text.to_owned()),
            _ => None,
        }
    })?
}

/// The sources of the methods that a class and its objects have now.
fn methods(class: &JsObject, engine: &JsObject, context: &mut Context) -> JsResult<HashSet<String>> {
    let prototype = class.get(js_string!("prototype"), context)?.as_object();
    let mut sources = HashSet::new();
    for holder in prototype.iter().chain([class]) {
        let mut functions = Vec::new();
        for key in holder.own_property_keys(context)? {
            if let Some(property) = holder.borrow().properties().get(&key) {
                let parts = [property.value(), property.get(), property.set()];
                functions.extend(parts.into_iter().flatten().cloned());
            }
        }
        for function in functions {
            if function
                .as_object()
                .is_some_and(|function| function.is::<OrdinaryFunction>())
            {
                let source = engine.call(&function, &[], context)?;
                sources.extend(source.as_string().map(|source| source.to_std_string_lossy()));
            }
        }
    }
    Ok(sources)
}

impl Known {
    fn classes(&self, file: &str, text: &str) -> Rc<Vec<Class>> {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let hash = hasher.finish();
        let mut known = self.0.borrow_mut();
        match known.get(file) {
            Some(Hashed(same, classes)) if *same == hash => Rc::clone(classes),
            _ => {
                let found = Rc::new(classes(text));
                known.insert(file.to_owned(), Hashed(hash, Rc::clone(&found)));
                found
            }
        }
    }
}
