//! [`value!`](crate::value!): values written as JSON writes them.

use proto::value::{Value, to_value};
use serde::Serialize;

/// A [`Value`] written as JSON, in which anything that serde serialises may stand.
///
/// ```
/// use pontoon_sdk::{Value, value};
///
/// let tags = ["new", "red"];
/// let item = value!({ "name": "box", "size": [2 * 3, 1.5], "tags": tags, "owner": null });
/// let Value::Object(fields) = &item else { panic!("not an object") };
/// assert_eq!(fields["size"], value!([6, 1.5]));
/// ```
///
/// # Panics
/// When an expression in it has no place in a value, such as an integer beyond 2^53.
#[macro_export]
macro_rules! value {
    (null) => { $crate::Value::Null };
    ([]) => { $crate::Value::List($crate::value::List::default()) };
    ({}) => { $crate::Value::Object($crate::value::Object::default()) };
    ([ $($items:tt)+ ]) => {{
        let mut list = $crate::value::List::default();
        $crate::value!(@items list $($items)+);
        $crate::Value::List(list)
    }};
    ({ $($fields:tt)+ }) => {{
        let mut object = $crate::value::Object::default();
        $crate::value!(@fields object $($fields)+);
        $crate::Value::Object(object)
    }};
    // A nested value is one token; an expression may be many, and is tried last.
    (@items $list:ident) => {};
    (@items $list:ident null $(, $($rest:tt)*)?) => {
        $list.push($crate::value!(null));
        $($crate::value!(@items $list $($rest)*);)?
    };
    (@items $list:ident [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $list.push($crate::value!([ $($inner)* ]));
        $($crate::value!(@items $list $($rest)*);)?
    };
    (@items $list:ident { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $list.push($crate::value!({ $($inner)* }));
        $($crate::value!(@items $list $($rest)*);)?
    };
    (@items $list:ident $item:expr $(, $($rest:tt)*)?) => {
        $list.push($crate::value!($item));
        $($crate::value!(@items $list $($rest)*);)?
    };
    (@fields $object:ident) => {};
    (@fields $object:ident $key:literal : null $(, $($rest:tt)*)?) => {
        $object.insert($key.into(), $crate::value!(null));
        $($crate::value!(@fields $object $($rest)*);)?
    };
    (@fields $object:ident $key:literal : [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $object.insert($key.into(), $crate::value!([ $($inner)* ]));
        $($crate::value!(@fields $object $($rest)*);)?
    };
    (@fields $object:ident $key:literal : { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $object.insert($key.into(), $crate::value!({ $($inner)* }));
        $($crate::value!(@fields $object $($rest)*);)?
    };
    (@fields $object:ident $key:literal : $value:expr $(, $($rest:tt)*)?) => {
        $object.insert($key.into(), $crate::value!($value));
        $($crate::value!(@fields $object $($rest)*);)?
    };
    ($value:expr) => { $crate::expression(&$value) };
}

/// The value of an expression in [`value!`](crate::value!).
///
/// # Panics
/// When it is none.
#[doc(hidden)]
pub fn expression<T: Serialize + ?Sized>(expression: &T) -> Value {
    to_value(expression).unwrap_or_else(|error| panic!("value!: {error}"))
}
