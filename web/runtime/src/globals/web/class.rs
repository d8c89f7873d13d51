//! Classes that are written in Rust: what they have, how they become globals, and how their objects are made.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use boa_engine::builtins::object::OrdinaryObject;
use boa_engine::native_function::NativeFunctionPointer;
use boa_engine::object::{FunctionObjectBuilder, NativeObject};
use boa_engine::property::{Attribute, PropertyDescriptor};
use boa_engine::{Context, JsObject, JsResult, JsString, JsSymbol, JsValue, NativeFunction, js_string};

use super::argument::type_error;
use crate::bounds::stoppable;

/// Makes an object from the arguments of `new`, with the given prototype.
pub(super) type Construct = fn(&[JsValue], JsObject, &mut Context) -> JsResult<JsObject>;

/// What a class has.
pub(super) struct Definition {
    pub(super) name: &'static str,
    /// How many arguments `new` must have.
    pub(super) length: usize,
    pub(super) construct: Construct,
    pub(super) parent: Option<&'static str>,
    /// Name, number of arguments, function.
    pub(super) methods: &'static [(&'static str, usize, NativeFunctionPointer)],
    pub(super) statics: &'static [(&'static str, usize, NativeFunctionPointer)],
    /// Name, getter, setter.
    pub(super) properties: &'static [(&'static str, NativeFunctionPointer, Option<NativeFunctionPointer>)],
}

#[derive(Default)]
struct Classes(RefCell<HashMap<&'static str, JsObject>>);

/// Defines a class in the context's global scope, and gives its constructor and prototype.
///
/// # Errors
/// When the engine cannot define a property, or the parent is not there.
pub(super) fn define(class: &Definition, context: &mut Context) -> JsResult<(JsObject, JsObject)> {
    let parent = class
        .parent
        .map(|parent| prototype(parent, context))
        .transpose()?;
    let object = context.intrinsics().constructors().object().prototype();
    let proto = JsObject::from_proto_and_data(parent.clone().unwrap_or(object), OrdinaryObject);
    let constructor = constructor(class, &proto, context);
    if let Some(parent) = parent {
        let parent = parent.get(js_string!("constructor"), context)?;
        constructor.set_prototype(parent.as_object());
    }
    hidden(&proto, js_string!("constructor"), constructor.clone(), context)?;
    let fixed = PropertyDescriptor::builder()
        .value(proto.clone())
        .writable(false)
        .enumerable(false)
        .configurable(false);
    constructor.define_property_or_throw(js_string!("prototype"), fixed, context)?;
    let tag = PropertyDescriptor::builder()
        .value(JsString::from(class.name))
        .writable(false)
        .enumerable(false)
        .configurable(true);
    proto.define_property_or_throw(JsSymbol::to_string_tag(), tag, context)?;
    for (name, length, method) in class.methods {
        add_method(&proto, name, *length, *method, context)?;
    }
    for (name, length, method) in class.statics {
        add_method(&constructor, name, *length, *method, context)?;
    }
    for (name, getter, setter) in class.properties {
        let accessor = PropertyDescriptor::builder()
            .get(function(&format!("get {name}"), 0, *getter, context))
            .maybe_set(setter.map(|setter| function(&format!("set {name}"), 1, setter, context)))
            .enumerable(true)
            .configurable(true);
        proto.define_property_or_throw(JsString::from(*name), accessor, context)?;
    }
    if context.get_data::<Rc<Classes>>().is_none() {
        context.insert_data(Rc::new(Classes::default()));
    }
    if let Some(classes) = context.get_data::<Rc<Classes>>() {
        classes.0.borrow_mut().insert(class.name, proto.clone());
    }
    context.register_global_property(
        JsString::from(class.name),
        constructor.clone(),
        Attribute::WRITABLE | Attribute::CONFIGURABLE,
    )?;
    Ok((constructor, proto))
}

/// The prototype of a class that was defined before.
///
/// # Errors
/// When it was not.
pub(super) fn prototype(class: &str, context: &Context) -> JsResult<JsObject> {
    let classes = context.get_data::<Rc<Classes>>();
    classes
        .and_then(|classes| classes.0.borrow().get(class).cloned())
        .ok_or_else(|| type_error(format!("the class {class} is not set up")))
}

/// An object of a class that was defined before.
///
/// # Errors
/// When it was not.
pub(super) fn instance(class: &str, data: impl NativeObject, context: &Context) -> JsResult<JsObject> {
    Ok(JsObject::from_proto_and_data(prototype(class, context)?, data))
}

/// Reads the data of the object that a method was called on.
///
/// # Errors
/// A `TypeError` if the object is none of that class.
pub(super) fn data<T: NativeObject, R>(
    this: &JsValue,
    class: &str,
    read: impl FnOnce(&T) -> R,
) -> JsResult<R> {
    this.as_object()
        .and_then(|object| object.downcast_ref::<T>().map(|data| read(&data)))
        .ok_or_else(|| wrong_object(class))
}

/// Changes the data of the object that a method was called on. What it does must not run scripts.
///
/// # Errors
/// A `TypeError` if the object is none of that class.
pub(super) fn data_mut<T: NativeObject, R>(
    this: &JsValue,
    class: &str,
    change: impl FnOnce(&mut T) -> R,
) -> JsResult<R> {
    this.as_object()
        .and_then(|object| object.downcast_mut::<T>().map(|mut data| change(&mut data)))
        .ok_or_else(|| wrong_object(class))
}

pub(super) fn wrong_object(class: &str) -> boa_engine::JsError {
    type_error(format!("this method was called on something that is no {class}"))
}

/// A property that is not listed.
///
/// # Errors
/// When the engine cannot define it.
pub(super) fn hidden(
    object: &JsObject,
    name: impl Into<boa_engine::property::PropertyKey>,
    value: impl Into<JsValue>,
    context: &mut Context,
) -> JsResult<()> {
    let property = PropertyDescriptor::builder()
        .value(value)
        .writable(true)
        .enumerable(false)
        .configurable(true);
    object.define_property_or_throw(name, property, context).map(drop)
}

/// A function object.
pub(super) fn function(
    name: &str,
    length: usize,
    native: NativeFunctionPointer,
    context: &Context,
) -> JsObject {
    FunctionObjectBuilder::new(context.realm(), stoppable(native))
        .name(JsString::from(name))
        .length(length)
        .build()
        .into()
}

/// For classes that scripts cannot make objects of.
pub(super) fn illegal(_: &[JsValue], _: JsObject, _: &mut Context) -> JsResult<JsObject> {
    Err(type_error("Illegal constructor"))
}

fn add_method(
    holder: &JsObject,
    name: &str,
    length: usize,
    method: NativeFunctionPointer,
    context: &mut Context,
) -> JsResult<()> {
    let property = PropertyDescriptor::builder()
        .value(function(name, length, method, context))
        .writable(true)
        .enumerable(true)
        .configurable(true);
    holder
        .define_property_or_throw(JsString::from(name), property, context)
        .map(drop)
}

fn constructor(class: &Definition, proto: &JsObject, context: &Context) -> JsObject {
    let (name, length, construct) = (class.name, class.length, class.construct);
    let native = NativeFunction::from_copy_closure_with_captures(
        move |new_target, args, proto: &JsObject, context| {
            let Some(new_target) = new_target.as_object() else {
                return Err(type_error(format!("the class {name} is called with new")));
            };
            if args.len() < length {
                super::argument::required(args, length - 1, &format!("new {name}"))?;
            }
            // A class that extends this one has a prototype of its own.
            let own = new_target.get(js_string!("prototype"), context)?.as_object();
            construct(args, own.unwrap_or_else(|| proto.clone()), context).map(JsValue::from)
        },
        proto.clone(),
    );
    FunctionObjectBuilder::new(context.realm(), native)
        .name(JsString::from(name))
        .length(length)
        .constructor(true)
        .build()
        .into()
}
