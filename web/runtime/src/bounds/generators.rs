//! Generators that are asked for their next value. The engine runs each inside the one that asks, and does not count
//! them as calls inside calls as it counts others.

use std::cell::Cell;
use std::rc::Rc;

use boa_engine::{Context, JsObject, JsResult, NativeFunction};

use crate::bounds::guard::range;
use crate::bounds::limits::GENERATORS;
use crate::bounds::replace_method::replace_method;

const METHODS: [&str; 3] = ["next", "return", "throw"];

/// The generators under way.
#[derive(Debug, Default)]
pub(crate) struct Generators {
    all: Cell<usize>,
    asynchronous: Cell<usize>,
}

impl Generators {
    /// True while an async generator runs; Boa panics if an uncatchable error unwinds it.
    pub(crate) fn hold(context: &Context) -> bool {
        context
            .get_data::<Rc<Self>>()
            .is_some_and(|generators| generators.asynchronous.get() > 0)
    }
}

/// Counts generators.
///
/// # Errors
/// When the engine cannot define a property.
pub(crate) fn register(context: &mut Context) -> JsResult<()> {
    context.insert_data(Rc::new(Generators::default()));
    let objects = context.intrinsics().objects();
    let (generator, async_generator) = (objects.generator(), objects.async_generator());
    // Elsewhere the stack is large enough for as many as there are calls inside calls.
    if cfg!(target_family = "wasm") {
        count(&generator, |generators| &generators.all, context)?;
    }
    count(&async_generator, |generators| &generators.asynchronous, context)
}

fn count(object: &JsObject, counter: fn(&Generators) -> &Cell<usize>, context: &mut Context) -> JsResult<()> {
    for name in METHODS {
        replace_method(object, name, context, |method| {
            NativeFunction::from_copy_closure_with_captures(
                move |this, args, method, context| {
                    let Some(generators) = context.get_data::<Rc<Generators>>().cloned() else {
                        return method.call(this, args, context);
                    };
                    let under_way = counter(&generators);
                    if under_way.get() >= GENERATORS {
                        return Err(range(format!(
                            "Maximum call stack size exceeded: {GENERATORS} generators ask each other"
                        )));
                    }
                    under_way.set(under_way.get() + 1);
                    let given = method.call(this, args, context);
                    under_way.set(under_way.get() - 1);
                    given
                },
                method,
            )
        })?;
    }
    Ok(())
}
