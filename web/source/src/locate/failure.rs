//! [`Failure`]: what an error of the engine says, read from its message. The messages are those of Boa 0.22.

/// What went wrong, as far as the engine's words tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failure {
    /// A name that is not declared, or whose declaration was not reached yet.
    NotDefined(String),
    /// A local name whose declaration was not reached yet; the engine does not say which.
    Uninitialized,
    /// An assignment to a name that is not declared (in strict code), or whose declaration was not reached yet.
    NotAssignable(String),
    /// An assignment to a constant.
    Constant(String),
    /// Something was asked of `null` or `undefined`.
    Nothing,
    /// A pattern met `null` or `undefined`; the word says which.
    Destructure(String),
    /// A value of this type has no iterator.
    NotIterable(String),
    /// An iterator, or what it gives, is not what the protocol wants.
    Iterator,
    /// What was called is no function.
    NotCallable,
    /// What `new` was given is no constructor.
    NotConstructor,
    /// A class was called without `new`.
    ClassCalled,
    /// An operator between a big integer and another number.
    MixedBigInt,
    /// An operator that big integers do not have, or not for these values.
    BigIntOperator,
    /// A big integer where a number must be.
    BigIntToNumber,
    /// A symbol where a number must be.
    SymbolToNumber,
    /// A symbol where a string must be.
    SymbolToString,
    /// An object that becomes neither a number nor a string.
    NoPrimitive,
    /// The right-hand side of `in`.
    In,
    /// The right-hand side of `instanceof`, which is no object.
    InstanceOfNoObject,
    /// The right-hand side of `instanceof`, which is no function.
    InstanceOfNoFunction,
    /// What a class extends is no constructor.
    Extends,
    /// A property that cannot be written.
    ReadOnly(String),
    /// A property that cannot be deleted.
    NotDeletable,
    /// A private name that the object does not have, or not for this use.
    Private,
    /// `this` before `super()`.
    BeforeSuper,
    /// `super()` where the base is no constructor.
    SuperCall,
    /// Something that no expression does: `return` in a constructor, fields of a new object.
    NoExpression,
    /// Anything else: thrown by the program or by a function of the engine.
    Other,
}

impl Failure {
    /// Reads an error's message.
    pub(super) fn of(message: &str) -> Self {
        let between = |start: &str, end: &str| {
            let inner = message.strip_prefix(start)?.strip_suffix(end)?;
            Some(inner.to_owned())
        };
        if let Some(name) = between("", " is not defined") {
            return Self::NotDefined(name);
        }
        if let Some(name) = between("cannot mutate an immutable binding '", "'") {
            return Self::Constant(name);
        }
        if let Some(type_name) = between("value with type `", "` is not iterable") {
            return Self::NotIterable(type_name);
        }
        if let Some(key) = between("cannot set non-writable property: ", "") {
            return Self::ReadOnly(key);
        }
        if let Some(word) = between("Cannot destructure '", "' value") {
            return Self::Destructure(word);
        }
        if let Some(name) = message
            .strip_prefix("cannot assign to uninitialized ")
            .and_then(|rest| rest.strip_suffix('`')?.rsplit('`').next())
        {
            return Self::NotAssignable(name.to_owned());
        }
        if message.starts_with("right-hand side of 'in' should be an object") {
            return Self::In;
        }
        if message.starts_with("right-hand side of 'instanceof' should be an object") {
            return Self::InstanceOfNoObject;
        }
        if message.starts_with("Must call super constructor") {
            return Self::BeforeSuper;
        }
        if message.starts_with("value with type `") && message.ends_with("` is not callable") {
            return Self::Iterator;
        }
        Self::exactly(message)
    }

    fn exactly(message: &str) -> Self {
        match message {
            "access of uninitialized binding" => Self::Uninitialized,
            "cannot convert 'null' or 'undefined' to object"
            | "cannot convert null or undefined to Object" => Self::Nothing,
            "returned iterator is not an object"
            | "next value should be an object"
            | "inner result was not an object" => Self::Iterator,
            "not a callable function" => Self::NotCallable,
            "not a constructor" => Self::NotConstructor,
            "class constructor cannot be invoked without 'new'" => Self::ClassCalled,
            "cannot mix BigInt and other types, use explicit conversions" => Self::MixedBigInt,
            "BigInt division by zero"
            | "BigInt negative exponent"
            | "Maximum BigInt size exceeded"
            | "BigInts have no unsigned right shift, use >> instead" => Self::BigIntOperator,
            "argument must not be a bigint" => Self::BigIntToNumber,
            "argument must not be a symbol" => Self::SymbolToNumber,
            "can't convert symbol to string" => Self::SymbolToString,
            "cannot convert object to primitive value" => Self::NoPrimitive,
            "right-hand side of 'instanceof' is not callable"
            | "function has non-object prototype in instanceof check" => Self::InstanceOfNoFunction,
            "superclass must be a constructor" | "superclass prototype must be an object or null" => {
                Self::Extends
            }
            "Cannot delete property" => Self::NotDeletable,
            "Private element does not exist on object"
            | "private property was defined without a getter"
            | "private property was defined without a setter"
            | "private method is not writable" => Self::Private,
            "super constructor object must be constructor" => Self::SuperCall,
            "derived constructor can only return an Object or undefined"
            | "cannot delete a property of `super`"
            | "failed to defined own property"
            | "private field already exists on prototype"
            | "private accessor already exists on class instance"
            | "private method already exists on class instance"
            | "cannot add private field to non-extensible class instance"
            | "cannot add private accessor to non-extensible class instance"
            | "cannot add private method to non-extensible class instance" => Self::NoExpression,
            _ => Self::Other,
        }
    }
}
