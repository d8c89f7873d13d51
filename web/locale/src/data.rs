//! [`Data`]: values as they pass between an engine and its host.

/// A JavaScript value without identity.
#[derive(Debug, Clone, PartialEq)]
pub enum Data {
    /// No value.
    Undefined,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A BigInt, in decimal digits.
    BigInt(String),
    /// A text; lone surrogates are replaced, one for one.
    Text(String),
    /// An array.
    List(Vec<Self>),
    /// An object, in the order of its properties.
    Object(Vec<(String, Self)>),
}

impl Data {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// An object.
    #[must_use]
    pub fn object<const N: usize>(properties: [(&str, Self); N]) -> Self {
        let properties = properties.into_iter();
        Self::Object(properties.map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// The property of an object; undefined if it is not there.
    #[must_use]
    pub fn get(&self, name: &str) -> &Self {
        match self {
            Self::Object(properties) => properties
                .iter()
                .find(|(own, _)| own == name)
                .map_or(&Self::Undefined, |(_, value)| value),
            _ => &Self::Undefined,
        }
    }

    /// Whether this is no value.
    #[must_use]
    pub fn is_undefined(&self) -> bool {
        matches!(self, Self::Undefined)
    }
}
