//! `help(what)`: readable text about a module, one of its functions, or a function of this runtime, given as itself or
//! by its name. A name that is not known suggests one that is.

use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue, js_string};
use web_output::{ConsoleContent, Piece, harmless};

use crate::bounds::stoppable;
use crate::globals::console;
use crate::inspect;
use crate::modules::docs::entry::{Entry, Fact, Kind};
use crate::modules::docs::{Docs, builtin};
use crate::modules::require;
use crate::values::most_similar;
use crate::values::property::{self, own_value};

/// Defines `help` in the context's global scope.
///
/// # Errors
/// When the engine cannot define the property.
pub(crate) fn register(context: &mut Context) -> JsResult<()> {
    context.register_global_builtin_callable(js_string!("help"), 0, stoppable(help))
}

/// Shows what is known, and returns nothing.
fn help(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(docs) = Docs::of(context) {
        let text = match args.first() {
            None => docs.overview(),
            Some(asked) => match asked.as_string() {
                Some(name) => docs.about_name(name.to_std_string_lossy().trim()),
                None => docs.about_value(asked, context),
            },
        };
        console::show(
            ConsoleContent::Message(vec![Piece::plain(harmless(&text))]),
            context,
        );
    }
    Ok(JsValue::undefined())
}

/// How a function is called and what it does, if that is written anywhere.
pub(crate) fn described(function: &JsValue, context: &mut Context) -> Option<(String, String)> {
    let docs = Docs::of(context)?;
    let entry = docs.of_value(function, context)?;
    Some((entry.parameters.clone()?, entry.summary.clone()))
}

impl Docs {
    fn overview(&self) -> String {
        let modules: Vec<String> = self
            .entries()
            .iter()
            .filter(|entry| entry.kind == Kind::Module)
            .map(|entry| listed(&entry.id, "", &entry.summary))
            .collect();
        let modules = match modules.as_slice() {
            [] => "  none (no plugins are loaded)".to_owned(),
            modules => modules.join("\n"),
        };
        let mut names: Vec<&str> = builtin::names()
            .map(|name| name.split('.').next().unwrap_or(name))
            .collect();
        names.dedup();
        format!(
            "Plugin modules, for require(name):\n{modules}\n\nAlso available: {}\n\n\
             help(name) or help(value) describes one of them; help(\"limits\") lists the limits.",
            names.join(", ")
        )
    }

    fn about_name(&self, name: &str) -> String {
        match self.named(name) {
            Some(entry) => self.about(entry),
            None => match self.closest(name) {
                Some(near) => format!("No help for {name:?}. Did you mean {near:?}?"),
                None => format!("No help for {name:?}. help() lists what is available."),
            },
        }
    }

    /// A name in full, or one that only one module can mean: `greeter.strings.upper`, `strings.upper`.
    fn named(&self, name: &str) -> Option<&Entry> {
        let exact = self.entries().iter().find(|entry| {
            entry.id == name
                || entry
                    .module_and_path()
                    .is_some_and(|(module, path)| !path.is_empty() && name == format!("{module}.{path}"))
        });
        exact.or_else(|| {
            let mut short = self.entries().iter().filter(|entry| is_short_for(name, entry));
            short.next().filter(|_| short.next().is_none())
        })
    }

    fn closest(&self, name: &str) -> Option<&str> {
        let tolerated = (name.chars().count() / 3).max(1);
        let names = self.entries().iter();
        let names = names.flat_map(|entry| [entry.id.as_str(), entry.title.as_str()]);
        most_similar(name, tolerated, names)
    }

    fn about_value(&self, value: &JsValue, context: &mut Context) -> String {
        match self.of_value(value, context) {
            Some(entry) => self.about(entry),
            None => {
                let shown = inspect::cell(value, context).to_string();
                format!("No help for {shown}. help() lists what is available.")
            }
        }
    }

    /// The entry of a module, of a function in one, or of a function of this runtime.
    pub(super) fn of_value(&self, value: &JsValue, context: &mut Context) -> Option<&Entry> {
        let object = value.as_object()?;
        let id = plugin_id(&object, context).or_else(|| builtin_name(&object, context))?;
        self.entries().iter().find(|entry| entry.id == id)
    }

    fn about(&self, entry: &Entry) -> String {
        let mut parts = vec![heading(entry)];
        if !entry.body.starts_with(&entry.summary) {
            parts.push(entry.summary.clone());
        }
        if !entry.body.is_empty() {
            parts.push(entry.body.clone());
        }
        let members = self.members(entry);
        if !members.is_empty() {
            parts.push(members.join("\n"));
        }
        if !entry.tags.is_empty() {
            parts.push(format!("Tags: {}", entry.tags.join(", ")));
        }
        if let Some((module, _)) = entry.module_and_path() {
            parts.push(format!("require({module:?})"));
        }
        parts.join("\n\n")
    }

    /// What lies in a module or object: each function on a line.
    fn members(&self, entry: &Entry) -> Vec<String> {
        let prefix = match entry.kind {
            Kind::Module => format!("{}/", entry.id),
            Kind::Export | Kind::Symbol => format!("{}.", entry.id),
            Kind::Method | Kind::Section => return Vec::new(),
        };
        self.entries()
            .iter()
            .filter(|member| member.source == entry.source && member.id.starts_with(&prefix))
            .filter_map(|member| {
                Some(listed(
                    &member.title,
                    member.parameters.as_ref()?,
                    &member.summary,
                ))
            })
            .collect()
    }
}

fn heading(entry: &Entry) -> String {
    let kind = entry.kind.label();
    let name = entry
        .module_and_path()
        .map_or(entry.id.as_str(), |(module, path)| match path {
            "" => module,
            path => path,
        });
    match &entry.parameters {
        Some(parameters) => format!("{name}{parameters}"),
        None if entry.kind == Kind::Section => entry.title.clone(),
        None => match entry.metadata.iter().find(|(name, _)| *name == "version") {
            Some((_, Fact::Text(version))) if !version.is_empty() => {
                format!("{name} ({}, {version})", kind.to_lowercase())
            }
            _ => format!("{name} ({})", kind.to_lowercase()),
        },
    }
}

fn listed(name: &str, parameters: &str, summary: &str) -> String {
    let head = format!("  {name}{parameters}");
    match summary {
        "" => head,
        summary => format!("{head:<34} {summary}"),
    }
}

/// Whether the name is the end of an entry's full one: a module's last part, and the path.
fn is_short_for(name: &str, entry: &Entry) -> bool {
    let Some((module, path)) = entry.module_and_path() else {
        return false;
    };
    let last = module.rsplit([':', '/']).next().unwrap_or(module);
    match path {
        "" => name == last,
        path => name == path || name.strip_prefix(last).and_then(|rest| rest.strip_prefix('.')) == Some(path),
    }
}

/// The identifier of a module, or of a function or object in it.
fn plugin_id(object: &JsObject, context: &mut Context) -> Option<String> {
    for (name, module) in require::made(context) {
        if module == *object {
            return Some(name);
        }
        for (export_name, export) in object_members(&module, context) {
            if is_or_twin(&export, object) {
                return Some(format!("{name}/{export_name}"));
            }
            for (method_name, method) in object_members(&export, context) {
                if is_or_twin(&method, object) {
                    return Some(format!("{name}/{export_name}.{method_name}"));
                }
            }
        }
    }
    None
}

/// Whether an object is this one, or the twin of this function that does not block.
fn is_or_twin(known: &JsObject, object: &JsObject) -> bool {
    let twin = || own_value(known, &PropertyKey::from(js_string!("async")));
    known == object || twin().is_some_and(|twin| twin.as_object().as_ref() == Some(object))
}

/// The name of a function of this runtime that is still where it was.
fn builtin_name(object: &JsObject, context: &Context) -> Option<String> {
    let global = context.global_object();
    builtin::names()
        .find(|name| {
            let mut holder = global.clone();
            name.split('.').all(|part| {
                let key = PropertyKey::from(JsString::from(part));
                match own_value(&holder, &key).and_then(|value| value.as_object()) {
                    Some(next) => {
                        holder = next;
                        true
                    }
                    None => false,
                }
            }) && holder == *object
        })
        .map(str::to_owned)
}

fn object_members(object: &JsObject, context: &mut Context) -> Vec<(String, JsObject)> {
    property::enumerable_keys(object, context)
        .into_iter()
        .filter_map(|key| {
            let member = own_value(object, &key)?.as_object()?;
            let PropertyKey::String(name) = key else {
                return None;
            };
            Some((name.to_std_string_lossy(), member))
        })
        .collect()
}
