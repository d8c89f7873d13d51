//! `docs/javascript.md` says the truth: its examples, entered at a prompt with a real plugin, show what it says.

use std::fs;
use std::path::Path;

use crate::support::World;

/// What begins the comment at the end of a line.
const SHOWS: &str = " // ";

#[test]
fn the_examples_show_what_the_page_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/javascript.md");
    let page = fs::read_to_string(path).unwrap();
    let examples: Vec<&str> = page
        .split("\n```js\n")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("```")?.0))
        .collect();
    assert!(examples.len() >= 6, "only {} examples", examples.len());
    for example in examples {
        let world = World::with_greeter();
        let expected: Vec<&str> = example
            .lines()
            .filter_map(|line| Some(line.split_once(SHOWS)?.1))
            .collect();
        let (errors, values): (Vec<_>, Vec<_>) = expected
            .into_iter()
            .partition(|text| text.starts_with("Uncaught "));
        let said = world.pontoon_reading(&["repl"], example);
        assert_eq!(said.text.lines().collect::<Vec<_>>(), values, "{example}");
        let told: Vec<&str> = said
            .errors
            .lines()
            .filter(|line| line.starts_with("Uncaught "))
            .collect();
        assert_eq!(told.len(), errors.len(), "{example}{}", said.errors);
        for (told, error) in told.iter().zip(errors) {
            assert!(told.starts_with(error), "{told}");
        }
    }
}
