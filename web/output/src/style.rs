//! [`Style`]: what `%c` may do to a text. Script authors write CSS; only a few properties with plain values get through,
//! so that a style can neither load anything nor cover the page.

use serde::{Deserialize, Serialize};

/// Longer values are no colour.
const MAX_VALUE: usize = 60;
/// The functions that a colour may be written with.
const COLOUR_FUNCTIONS: [&str; 10] = [
    "rgb",
    "rgba",
    "hsl",
    "hsla",
    "hwb",
    "lab",
    "lch",
    "oklab",
    "oklch",
    "light-dark",
];

/// Declarations in the order in which they were written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Style(Vec<(StyleProperty, String)>);

/// The properties that get through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StyleProperty {
    /// `color`
    Colour,
    /// `background-color`, or `background` with a colour.
    Background,
    /// `font-weight`
    Weight,
    /// `font-style`
    Slant,
    /// `text-decoration`
    Decoration,
}

impl Style {
    /// Reads CSS declarations, and leaves out whatever is not allowed.
    #[must_use]
    pub fn parse(css: &str) -> Self {
        Self(css.split(';').filter_map(declaration).collect())
    }

    /// Whether nothing was allowed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names and values as CSS writes them.
    pub fn declarations(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0
            .iter()
            .map(|(property, value)| (property.css_name(), value.as_str()))
    }
}

impl StyleProperty {
    const fn css_name(self) -> &'static str {
        match self {
            Self::Colour => "color",
            Self::Background => "background-color",
            Self::Weight => "font-weight",
            Self::Slant => "font-style",
            Self::Decoration => "text-decoration",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "color" => Self::Colour,
            "background" | "background-color" => Self::Background,
            "font-weight" => Self::Weight,
            "font-style" => Self::Slant,
            "text-decoration" => Self::Decoration,
            _ => return None,
        })
    }

    fn allows(self, value: &str) -> bool {
        match self {
            Self::Colour | Self::Background => is_colour(value),
            Self::Weight => {
                matches!(value, "normal" | "bold" | "bolder" | "lighter")
                    || value
                        .parse()
                        .is_ok_and(|weight: u16| (1..=1000).contains(&weight))
            }
            Self::Slant => matches!(value, "normal" | "italic" | "oblique"),
            Self::Decoration => value
                .split_whitespace()
                .all(|word| matches!(word, "none" | "underline" | "overline" | "line-through")),
        }
    }
}

fn declaration(text: &str) -> Option<(StyleProperty, String)> {
    let (name, value) = text.split_once(':')?;
    let property = StyleProperty::named(&name.trim().to_ascii_lowercase())?;
    let value = value.trim().to_ascii_lowercase();
    let is_allowed = !value.is_empty() && value.len() <= MAX_VALUE && property.allows(&value);
    is_allowed.then_some((property, value))
}

/// A name, a hexadecimal colour, or one function of numbers.
fn is_colour(value: &str) -> bool {
    if let Some(digits) = value.strip_prefix('#') {
        return digits.chars().all(|digit| digit.is_ascii_hexdigit());
    }
    let Some((function, arguments)) = value.split_once('(') else {
        return value.chars().all(|letter| letter.is_ascii_lowercase());
    };
    let is_plain =
        |next: char| next.is_ascii_alphanumeric() || matches!(next, ' ' | ',' | '.' | '%' | '/' | '-');
    COLOUR_FUNCTIONS.contains(&function)
        && arguments
            .strip_suffix(')')
            .is_some_and(|arguments| arguments.chars().all(is_plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(css: &str, expected: &[(&str, &str)]) {
        let style = Style::parse(css);
        assert_eq!(style.declarations().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_colours_and_weighs_gets_through() {
        check(
            "color: RED; background: #ff00aa80; font-weight: 700; font-style: italic; text-decoration: underline",
            &[
                ("color", "red"),
                ("background-color", "#ff00aa80"),
                ("font-weight", "700"),
                ("font-style", "italic"),
                ("text-decoration", "underline"),
            ],
        );
        check("color: rgb(1 2 3 / 50%)", &[("color", "rgb(1 2 3 / 50%)")]);
    }

    #[test]
    fn what_loads_moves_or_hides_does_not() {
        check("background: url(https://example.org/x)", &[]);
        check("background: red url(x)", &[]);
        check("position: fixed; inset: 0; font-size: 900px; display: none", &[]);
        check(
            "color: var(--secret); color: expression(alert(1)); color: image-set('x')",
            &[],
        );
        check("color: rgb(calc(1 + (2)))", &[]);
        check("no declaration; : ; color:", &[]);
    }
}
