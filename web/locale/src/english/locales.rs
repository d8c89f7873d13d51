//! [`Requested`]: the locales that a script asks for, of which one is there.

use crate::english::options::text_of;
use crate::{Data, IntlError};

/// What came of the request.
#[derive(Debug, Clone)]
pub(crate) struct Requested {
    /// The locale that is used: `en-US`, or `en` if that was asked for.
    pub(crate) locale: &'static str,
    /// The keywords behind `-u-`, such as `hc` and `kn`, with their values.
    keywords: Vec<(String, String)>,
}

impl Requested {
    /// Looks through the list of locales.
    ///
    /// # Errors
    /// A `RangeError` if one of them is no language tag, a `TypeError` if it is no text.
    pub(crate) fn of(locales: &Data) -> Result<Self, IntlError> {
        let tags = tags(locales)?;
        let found = tags.iter().find_map(|tag| Some((available(tag)?, tag)));
        Ok(match found {
            Some((locale, tag)) => Self {
                locale,
                keywords: keywords(tag),
            },
            None => Self {
                locale: "en-US",
                keywords: Vec::new(),
            },
        })
    }

    /// The value of a keyword; empty if it stands alone.
    pub(crate) fn keyword(&self, name: &str) -> Option<&str> {
        let found = self.keywords.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// The canonical forms of the tags, each once.
///
/// # Errors
/// A `RangeError` if one of them is no language tag, a `TypeError` if it is no text.
pub(crate) fn canonical(locales: &Data) -> Result<Data, IntlError> {
    Ok(Data::List(tags(locales)?.into_iter().map(Data::Text).collect()))
}

/// Those of the tags that are there.
///
/// # Errors
/// A `RangeError` if one of them is no language tag, a `TypeError` if it is no text.
pub(crate) fn supported(locales: &Data) -> Result<Data, IntlError> {
    let tags = tags(locales)?.into_iter();
    Ok(Data::List(
        tags.filter(|tag| available(tag).is_some())
            .map(Data::Text)
            .collect(),
    ))
}

fn tags(locales: &Data) -> Result<Vec<String>, IntlError> {
    let list = match locales {
        Data::Undefined => return Ok(Vec::new()),
        Data::List(list) => list.as_slice(),
        Data::Object(_) | Data::Text(_) => std::slice::from_ref(locales),
        _ => &[],
    };
    let mut tags = Vec::new();
    for item in list {
        let (Data::Text(_) | Data::Object(_)) = item else {
            return Err(IntlError::typ("Incorrect locale information provided"));
        };
        let tag = canonical_tag(&text_of(item)).ok_or_else(|| {
            IntlError::range(format!(
                "Incorrect locale information provided: {}",
                text_of(item)
            ))
        })?;
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Ok(tags)
}

/// Writes a tag with the usual case, if it is one.
fn canonical_tag(tag: &str) -> Option<String> {
    let mut parts = Vec::new();
    let mut is_extension = false;
    for (place, part) in tag.split('-').enumerate() {
        if part.is_empty() || part.len() > 8 || !part.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        let is_word = part.bytes().all(|byte| byte.is_ascii_alphabetic());
        let lower = part.to_ascii_lowercase();
        parts.push(match part.len() {
            2 | 3 | 5..=8 if place == 0 && is_word => lower,
            _ if place == 0 => return None,
            1 => {
                is_extension = true;
                lower
            }
            _ if is_extension => lower,
            2 if is_word => part.to_ascii_uppercase(),
            4 if is_word => part[..1].to_ascii_uppercase() + &lower[1..],
            _ => lower,
        });
    }
    let ends_open = parts.last().is_some_and(|last| last.len() == 1);
    (!ends_open).then(|| parts.join("-"))
}

fn available(tag: &str) -> Option<&'static str> {
    let language = tag.split_once("-u-").map_or(tag, |(language, _)| language);
    match language {
        "en" => Some("en"),
        "en-US" | "en-Latn-US" => Some("en-US"),
        _ => None,
    }
}

fn keywords(tag: &str) -> Vec<(String, String)> {
    let mut keywords: Vec<(String, String)> = Vec::new();
    let extension = tag.split_once("-u-").map_or("", |(_, extension)| extension);
    for part in extension.split('-').take_while(|part| part.len() != 1) {
        match (part.len(), keywords.last_mut()) {
            (2, _) => keywords.push((part.to_owned(), String::new())),
            (_, Some((_, value))) if value.is_empty() => part.clone_into(value),
            _ => {}
        }
    }
    keywords
}
