//! Chains that the engine follows by recursion: proxies of proxies, functions bound again and again, prototypes of
//! prototypes, iterators over iterators. The link that would make one too long is refused when it is made.
//!
//! Only functions that make links are watched: classes that extend, `new`, and `__proto__` in a literal are not.

use boa_engine::builtins::function::BoundFunction;
use boa_engine::builtins::proxy::Proxy;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsWeakMap;
use boa_engine::property::{Attribute, PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsArgs as _, JsObject, JsResult, JsValue, NativeFunction, js_string};

use super::{range, replace_method};
use crate::limits::CHAIN_LENGTH;

/// A proxy or bound function that is not in the table has at most so many links. Most never get there.
const SHORT: usize = 8;

/// The lengths of chains that begin at a proxy, a bound function or an iterator.
#[derive(Clone)]
struct Lengths(JsWeakMap);

/// What a function links its result, or its first argument, to.
#[derive(Clone, Copy)]
enum Link {
    This,
    First,
    Second,
}

/// Puts the checks in front of the functions.
///
/// # Errors
/// When the engine cannot define a property.
pub(super) fn register(context: &mut Context) -> JsResult<()> {
    let lengths = Lengths(JsWeakMap::new(context));
    context.insert_data(lengths);
    let constructors = context.intrinsics().constructors();
    let object = constructors.object().clone();
    let function = constructors.function().prototype();
    let iterator = constructors.iterator().prototype();
    let reflect = context.intrinsics().objects().reflect();

    watch(&object.constructor(), "create", Link::First, context)?;
    watch(&object.constructor(), "setPrototypeOf", Link::Second, context)?;
    watch(&reflect, "setPrototypeOf", Link::Second, context)?;
    watch_setter(&object.prototype(), context)?;
    watch(&function, "bind", Link::This, context)?;
    for name in ["drop", "filter", "flatMap", "map", "take"] {
        watch(&iterator, name, Link::This, context)?;
    }
    watch_proxies(context)
}

/// Checks the chain that a method would make longer, and remembers what came of it.
fn watch(object: &JsObject, name: &str, link: Link, context: &mut Context) -> JsResult<()> {
    replace_method(object, name, context, |method| {
        NativeFunction::from_copy_closure_with_captures(
            move |this, args, method, context| {
                let to = match link {
                    Link::This => this,
                    Link::First => args.get_or_undefined(0),
                    Link::Second => args.get_or_undefined(1),
                };
                let length = checked(to, context)?;
                let made = method.call(this, args, context)?;
                // A prototype is found without the table.
                if matches!(link, Link::This) {
                    remember(&made, length, context)?;
                }
                Ok(made)
            },
            method,
        )
    })
}

/// The setter of `Object.prototype.__proto__`.
fn watch_setter(prototype: &JsObject, context: &mut Context) -> JsResult<()> {
    let key = PropertyKey::from(js_string!("__proto__"));
    let Some(property) = prototype.borrow().properties().get(&key) else {
        return Ok(());
    };
    let Some(setter) = property.set().and_then(JsValue::as_object) else {
        return Ok(());
    };
    let guarded = NativeFunction::from_copy_closure_with_captures(
        |this, args, setter, context| {
            checked(args.get_or_undefined(0), context)?;
            setter.call(this, args, context)
        },
        setter,
    );
    let guarded = FunctionObjectBuilder::new(context.realm(), guarded)
        .name(js_string!("set __proto__"))
        .length(1)
        .build();
    let property = PropertyDescriptor::builder()
        .maybe_get(property.get().cloned())
        .set(guarded)
        .enumerable(false)
        .configurable(true);
    prototype
        .define_property_or_throw(key, property, context)
        .map(drop)
}

/// `Proxy`, and `Proxy.revocable`.
fn watch_proxies(context: &mut Context) -> JsResult<()> {
    let original = context.intrinsics().constructors().proxy().constructor();
    let name = js_string!("revocable");
    replace_method(&original, "revocable", context, |method| {
        NativeFunction::from_copy_closure_with_captures(
            |this, args, method, context| {
                let length = checked_proxy(args, context)?;
                let made = method.call(this, args, context)?;
                if let Some(pair) = made.as_object() {
                    remember(&pair.get(js_string!("proxy"), context)?, length, context)?;
                }
                Ok(made)
            },
            method,
        )
    })?;
    let revocable = original.borrow().properties().get(&name.clone().into());
    let construct = NativeFunction::from_copy_closure_with_captures(
        |new_target, args, original, context| {
            if new_target.is_undefined() {
                return original.call(new_target, args, context);
            }
            let length = checked_proxy(args, context)?;
            let made = original.construct(args, None, context)?.into();
            remember(&made, length, context)?;
            Ok(made)
        },
        original,
    );
    let proxy = FunctionObjectBuilder::new(context.realm(), construct)
        .name(js_string!("Proxy"))
        .length(2)
        .constructor(true)
        .build();
    if let Some(revocable) = revocable {
        proxy.define_property_or_throw(name, revocable, context)?;
    }
    let hidden = Attribute::WRITABLE | Attribute::CONFIGURABLE;
    context.register_global_property(js_string!("Proxy"), proxy, hidden)
}

/// The length of a chain with one more link.
fn checked_proxy(args: &[JsValue], context: &mut Context) -> JsResult<usize> {
    let target = checked(args.get_or_undefined(0), context)?;
    let handler = checked(args.get_or_undefined(1), context)?;
    Ok(target.max(handler))
}

/// The length of a chain with one more link.
///
/// # Errors
/// A `RangeError` if it is too long.
fn checked(to: &JsValue, context: &mut Context) -> JsResult<usize> {
    let lengths = context.get_data::<Lengths>().cloned();
    let mut next = to.as_object();
    let mut length = 1;
    while let Some(object) = next {
        let is_link = object.is::<Proxy>() || object.is::<BoundFunction>();
        // An iterator matters only where the chain begins.
        let known = match &lengths {
            Some(Lengths(table)) if is_link || length == 1 => table.get(&object, context)?.as_number(),
            _ => None,
        };
        if let Some(known) = known {
            length += known as usize;
            break;
        }
        if is_link {
            length += SHORT;
            break;
        }
        length += 1;
        if length > CHAIN_LENGTH {
            break;
        }
        next = object.prototype();
    }
    if length > CHAIN_LENGTH {
        return Err(range(format!(
            "this would make a chain of more than {CHAIN_LENGTH} proxies, bound functions, prototypes or iterators"
        )));
    }
    Ok(length)
}

/// Keeps the length of the chain that begins at an object.
fn remember(made: &JsValue, length: usize, context: &mut Context) -> JsResult<()> {
    let Some(object) = made.as_object() else {
        return Ok(());
    };
    let is_implied = length <= SHORT && (object.is::<Proxy>() || object.is::<BoundFunction>());
    match context.get_data::<Lengths>().cloned() {
        Some(Lengths(table)) if !is_implied => table.set(&object, (length as f64).into(), context).map(drop),
        _ => Ok(()),
    }
}
