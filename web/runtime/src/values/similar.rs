//! Names that are spelled alike.

/// The name that is spelled most like another, if one differs in few enough letters.
pub(crate) fn most_similar<'n>(
    name: &str,
    tolerated: usize,
    names: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    let wanted = name.to_lowercase();
    names
        .into_iter()
        .filter(|known| *known != name)
        .map(|known| (strsim::damerau_levenshtein(&known.to_lowercase(), &wanted), known))
        .filter(|(distance, _)| *distance <= tolerated)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found_and_none_that_is_far() {
        let names = ["greet", "greeting", "toString"];
        for (name, expected) in [
            ("great", Some("greet")),
            ("tostring", Some("toString")),
            ("greetings", Some("greeting")),
            ("x", None),
            ("greet", None),
        ] {
            assert_eq!(most_similar(name, name.len() / 3, names), expected, "{name}");
        }
    }
}
