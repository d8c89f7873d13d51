//! Whether a number stands before a singular or a plural.

/// The plural of a number as it is written: `1 apple`, `1.0 apples`.
pub(crate) fn cardinal(integer: &str, fraction: &str) -> &'static str {
    match (integer, fraction) {
        ("1", "") => "one",
        _ => "other",
    }
}
