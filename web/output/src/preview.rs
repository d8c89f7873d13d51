//! [`Preview`]: any JavaScript value as it is shown, bounded in depth and length. What is not in it can be asked for
//! with a [`Handle`].

mod text;

use serde::{Deserialize, Serialize};

use crate::frame::Frame;

/// A value, or the place of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Preview {
    /// A value that is neither a string nor an object, as JavaScript writes it.
    Primitive(Primitive, String),
    /// A string.
    Text {
        /// Its beginning; lone surrogates as `\uD800`.
        text: String,
        /// Where in it those begin, in bytes: elsewhere a backslash is one of the string's own.
        escapes: Vec<usize>,
        /// How many more characters it has.
        hidden: u64,
    },
    /// An object.
    Object(Box<ObjectPreview>),
    /// An object that is already being shown around this place.
    Circular,
    /// A property that runs code when it is read, and was therefore not read.
    Accessor {
        /// Which functions it has.
        accessor: Accessor,
        /// Opens to the value that the getter gives.
        handle: Option<Handle>,
    },
}

/// Kinds of primitive values, which differ in colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Primitive {
    /// `undefined`
    Undefined,
    /// `null`
    Null,
    /// `true` and `false`
    Boolean,
    /// A number, `-0` and `NaN` among them.
    Number,
    /// A number with an `n`.
    BigInt,
    /// `Symbol(description)`
    Symbol,
}

/// The functions of an accessor property.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Accessor {
    /// It can be read.
    Getter,
    /// It can be written.
    Setter,
    /// Both.
    Both,
}

/// Names an object that the runtime keeps for a while, so that its entries can be asked for later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Handle(pub u32);

/// An object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectPreview {
    /// What it is.
    pub kind: ObjectKind,
    /// The name of its class; empty where that says nothing, as with arrays and plain objects.
    pub class: String,
    /// The length or size of a collection.
    pub size: Option<u64>,
    /// What an object that is shown as one piece says: a date, a function's name, an error's name and message.
    pub text: String,
    /// An error's call stack, innermost first.
    pub frames: Vec<Frame>,
    /// What is inside, as far as it is shown.
    pub entries: Vec<Entry>,
    /// How many more entries there are.
    pub hidden: u64,
    /// Whether the entries were looked at; a closed object is only named.
    pub is_open: bool,
    /// Opens to all of its entries; absent where nothing is left to show.
    pub handle: Option<Handle>,
}

/// What an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ObjectKind {
    /// An object with properties; its class may have a name.
    Plain,
    /// The same without a prototype.
    NullPrototype,
    /// An array.
    Array,
    /// `Uint8Array` and its siblings.
    TypedArray,
    /// `ArrayBuffer`, `SharedArrayBuffer` and `DataView`; its first entry is the bytes.
    Bytes,
    /// `Map`
    Map,
    /// `Set`
    Set,
    /// `Error` and the classes made from it.
    Error,
    /// A function that is no class.
    Function,
    /// A class.
    Class,
    /// `Date` and Temporal's types.
    Date,
    /// `RegExp`
    RegExp,
    /// `Promise`
    Promise(PromiseState),
    /// A proxy, which is never asked anything.
    Proxy,
    /// A primitive in an object, as `new String("a")` makes it.
    Boxed,
}

/// How far a promise is; its value or reason is its first entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PromiseState {
    /// Neither.
    Pending,
    /// It has a value.
    Fulfilled,
    /// It has a reason.
    Rejected,
}

/// Something inside an object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// An element of an array or of bytes, or a member of a set.
    Element {
        /// Its place.
        index: u64,
        /// What is there.
        value: Preview,
    },
    /// Elements that do not exist.
    Holes {
        /// The place of the first.
        index: u64,
        /// How many.
        count: u64,
    },
    /// A property.
    Property {
        /// As code would write it: `name`, `"not a name"`, `[Symbol(key)]`; in brackets also if it is not enumerable.
        name: String,
        /// Its value.
        value: Preview,
    },
    /// An entry of a map.
    Pair {
        /// The key.
        key: Preview,
        /// The value.
        value: Preview,
    },
    /// Something that no property holds, such as the value of a promise.
    Inner {
        /// What it is called, such as `[[Value]]`.
        name: String,
        /// What it is.
        value: Preview,
    },
}

/// The answer to a request to open a [`Handle`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Opened {
    /// Entries of the object, from the place that was asked for.
    Entries {
        /// In the object's order.
        entries: Vec<Entry>,
        /// Where to go on; nothing after the last entry.
        next: Option<u64>,
    },
    /// What a getter gave.
    Value(Preview),
    /// What a getter threw.
    Threw(Preview),
    /// Why a getter had to end.
    Failed(String),
    /// The runtime does not keep the object any more.
    Gone,
}

impl ObjectPreview {
    /// An object of a kind, with nothing in it yet.
    #[must_use]
    pub fn new(kind: ObjectKind) -> Self {
        Self {
            kind,
            class: String::new(),
            size: None,
            text: String::new(),
            frames: Vec::new(),
            entries: Vec::new(),
            hidden: 0,
            is_open: true,
            handle: None,
        }
    }
}
