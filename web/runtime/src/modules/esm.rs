//! The user's documents as ECMAScript modules.

use std::path::Path;

use boa_engine::builtins::promise::PromiseState;
use boa_engine::{Context, JsError, JsNativeError, JsResult, JsValue, Module};
use web_source::{Rewritten, SyntaxError, check_module, input, wrap_commonjs};

use crate::errors::syntax_line;
use crate::modules::registry::Registry;
use crate::trace::{SourceKind, Sources};

/// How a document is read.
pub(crate) enum Kind {
    /// As an ECMAScript module.
    Module,
    /// As a CommonJS module, whose source became this.
    CommonJs(Result<Rewritten, SyntaxError>),
}

/// Reads a document as it or its package says, else as whatever it can be read as.
pub(crate) fn kind(name: &str, source: &str, registry: &Registry, context: &mut Context) -> Kind {
    let declared = registry.is_declared_module(name, context);
    if declared == Some(true) {
        return Kind::Module;
    }
    let wrapped = wrap_commonjs(source);
    match &wrapped {
        Err(as_script) if declared.is_none() && makes_more_sense_as_module(source, as_script) => Kind::Module,
        _ => Kind::CommonJs(wrapped),
    }
}

/// What is neither is what makes sense for longer.
fn makes_more_sense_as_module(source: &str, as_script: &SyntaxError) -> bool {
    check_module(source).map_or_else(
        |as_module| {
            let end = |error: &SyntaxError| error.position.map(|position| (position.line, position.column));
            end(&as_module) > end(as_script)
        },
        |()| true,
    )
}

/// The module of a document, made once.
///
/// # Errors
/// A `SyntaxError` with its place.
pub(crate) fn module(name: &str, source: &str, context: &mut Context) -> JsResult<Module> {
    let registry = Registry::of(context)?;
    if let Some(module) = registry.modules.borrow().get(name) {
        return Ok(module.clone());
    }
    // The engine's error of a whole document has no place, so the parser is asked first.
    check_module(source)
        .map_err(|error| JsNativeError::syntax().with_message(syntax_line(error, name, source)))?;
    let text = input(source).with_path(Path::new(name));
    let module = Module::parse(text, None, context)?;
    if let Some(sources) = Sources::of(context) {
        sources.add(name, Rewritten::unchanged(source), SourceKind::Module, context);
    }
    registry
        .modules
        .borrow_mut()
        .insert(name.to_owned(), module.clone());
    Ok(module)
}

/// The exports of a module that `require` asks for: it must not wait for anything.
///
/// # Errors
/// What its code throws, or that it waits.
pub(crate) fn exports(name: &str, module: &Module, context: &mut Context) -> JsResult<JsValue> {
    let evaluation = module.load_link_evaluate(context);
    context.run_jobs()?;
    match evaluation.state() {
        PromiseState::Fulfilled(_) => Ok(module.namespace(context).into()),
        PromiseState::Rejected(reason) => Err(JsError::from_opaque(reason)),
        PromiseState::Pending => Err(JsNativeError::error()
            .with_message(format!(
                "{name} waits at its top level, so that require cannot load it; import it"
            ))
            .into()),
    }
}
