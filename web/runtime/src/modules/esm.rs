//! The user's documents as ECMAScript modules.

use std::path::Path;

use boa_engine::builtins::promise::PromiseState;
use boa_engine::object::builtins::JsPromise;
use boa_engine::{Context, JsError, JsNativeError, JsResult, JsValue, Module, NativeFunction};
use web_source::{Rewritten, SyntaxError, input, prepare_module, wrap_commonjs};

use crate::modules::registry::Registry;
use crate::trace::{SourceKind, Sources};

/// A document as it is read, with what its source becomes.
pub(crate) enum Kind {
    Module(Rewritten),
    CommonJs(Rewritten),
}

/// Reads a document as it or its package says, else as whatever it can be read as.
///
/// # Errors
/// Where and why it is neither.
pub(crate) fn kind(
    name: &str,
    source: &str,
    registry: &Registry,
    context: &mut Context,
) -> Result<Kind, SyntaxError> {
    let declared = registry.is_declared_module(name, context);
    if declared == Some(true) {
        return prepare_module(source).map(Kind::Module);
    }
    let as_script = match wrap_commonjs(source) {
        Ok(wrapped) => return Ok(Kind::CommonJs(wrapped)),
        Err(error) => error,
    };
    if declared == Some(false) {
        return Err(as_script);
    }
    prepare_module(source)
        .map(Kind::Module)
        .map_err(|as_module| later(as_script, as_module))
}

/// What is neither is what makes sense for longer.
fn later(as_script: SyntaxError, as_module: SyntaxError) -> SyntaxError {
    let place = |error: &SyntaxError| error.position.map(|position| (position.line, position.column));
    if place(&as_module) > place(&as_script) {
        as_module
    } else {
        as_script
    }
}

/// Defines the module of a document.
///
/// # Errors
/// When the engine reads it as something else than the parser did.
pub(crate) fn define(name: &str, source: Rewritten, context: &mut Context) -> JsResult<Module> {
    let registry = Registry::of(context)?;
    let text = input(source.text()).with_path(Path::new(name));
    let module = Module::parse(text, None, context)?;
    if let Some(sources) = Sources::of(context) {
        sources.add(name, source, SourceKind::Module, context);
    }
    registry
        .modules
        .borrow_mut()
        .insert(name.to_owned(), module.clone());
    Ok(module)
}

/// Starts a module. Its rejection is reported by whoever started it, and not as one that nobody handles.
///
/// # Errors
/// When the engine cannot follow the evaluation.
pub(crate) fn evaluate(module: &Module, context: &mut Context) -> JsResult<JsPromise> {
    let evaluation = module.load_link_evaluate(context);
    let nothing = NativeFunction::from_copy_closure(|_, _, _| Ok(JsValue::undefined()));
    let nothing = nothing.to_js_function(context.realm());
    evaluation.then(Some(nothing.clone()), Some(nothing), context)?;
    Ok(evaluation)
}

/// The exports of a module that `require` asks for: it must not wait for anything.
///
/// # Errors
/// What its code throws, or that it waits.
pub(crate) fn exports(name: &str, module: &Module, context: &mut Context) -> JsResult<JsValue> {
    let evaluation = evaluate(module, context)?;
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
