//! Rules for source files: a header, a telling name, a bearable size, nothing left for later.

/// Names that say nothing about what is inside, and `mod.rs`, whose tabs all look the same.
const NAMELESS: [&str; 12] = [
    "mod", "util", "utils", "helper", "helpers", "common", "shared", "misc", "core", "types", "imp", "stuff",
];
const LONGEST: usize = 400;
/// Spelled in parts, or this file would break its own rule.
const LEFT_FOR_LATER: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX")];

/// What is wrong with a file, by its path from the root and its text.
pub(super) fn offences(name: &str, text: &str) -> Vec<String> {
    let mut offences = Vec::new();
    if let Some(mark) = LEFT_FOR_LATER.into_iter().find(|mark| has_word(text, mark)) {
        offences.push(format!("says {mark}; do it now, or open an issue"));
    }
    let generated = name.contains("/generated/");
    if !name.ends_with(".rs") || generated {
        return offences;
    }
    let parts = name.trim_end_matches(".rs").split('/');
    if let Some(nameless) = parts.into_iter().find(|part| NAMELESS.contains(part)) {
        offences.push(format!(
            "`{nameless}` says nothing about what is inside; name the role"
        ));
    }
    if !text.trim_start().starts_with("//!") {
        offences.push("starts without `//!`; say the file's job and limits in one to five lines".to_owned());
    }
    let lines = lines_without_tests(name, text);
    if lines > LONGEST {
        offences.push(format!(
            "has {lines} lines without tests, more than {LONGEST}; split it by role"
        ));
    }
    offences
}

fn lines_without_tests(name: &str, text: &str) -> usize {
    if name.ends_with("/tests.rs") || name.contains("/tests/") {
        return 0;
    }
    text.lines().take_while(|line| *line != "#[cfg(test)]").count()
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .any(|found| found == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tidy_file_passes() {
        assert!(offences("web/app/src/state.rs", "//! The state.\n\npub struct State;\n").is_empty());
        assert!(offences("proto/src/generated/a.rs", "pub struct A;\n").is_empty());
    }

    #[test]
    fn header_name_and_marks_are_each_told() {
        let text = format!("// {} later\n", LEFT_FOR_LATER[0]);
        assert_eq!(offences("web/app/src/utils/mod.rs", &text).len(), 3);
        assert_eq!(offences("web/editor/src/editor.js", &text).len(), 1);
    }

    #[test]
    fn only_lines_before_the_tests_count() {
        let code = |lines: usize| format!("//! Long.\n{}", "fn a() {}\n".repeat(lines));
        let tests = "#[cfg(test)]\nmod tests {}\n".to_owned() + &"// a\n".repeat(LONGEST);
        assert!(offences("a/src/a.rs", &(code(LONGEST - 1) + &tests)).is_empty());
        assert_eq!(offences("a/src/a.rs", &code(LONGEST)).len(), 1);
        assert!(offences("a/src/a/tests.rs", &code(LONGEST)).is_empty());
    }
}
