//! The engine with nothing of ours.

use anyhow::Result;
use boa_engine::{Context, JsError, Module, Script, Source};

use crate::suite::{Case, Verdict};
use crate::threads;

pub(crate) fn read_all(suite: &[Case]) -> Result<Vec<Verdict>> {
    threads::read_all(suite, |case| Ok(read(case)))
}

/// Parses a file, and compiles it if it is a script: that is when the engine finds some of the errors.
fn read(case: &Case) -> Verdict {
    let mut context = Context::default();
    let source = Source::from_bytes(&case.source);
    let outcome = if case.is_module() {
        Module::parse(source, None, &mut context).map(drop)
    } else {
        Script::parse(source, None, &mut context).and_then(|script| script.codeblock(&mut context).map(drop))
    };
    match outcome {
        Err(error) if is_syntax_error(&error) => Verdict::Refused,
        _ => Verdict::Parsed,
    }
}

fn is_syntax_error(error: &JsError) -> bool {
    error.as_native().is_some_and(|error| error.is_syntax())
}
