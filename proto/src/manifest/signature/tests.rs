//! Signatures in texts of our own SDK, of Go's, and in texts that have none.

use super::{Parameter, Signature};

/// The signature as a page shows it: the head, the number of required parameters, and the text after it.
fn read(name: &str, text: &str) -> String {
    match Signature::parse(name, text) {
        Some(signature) => format!(
            "{} [{}] {}",
            signature.head(name),
            signature.required(),
            signature.text
        ),
        None => "none".to_owned(),
    }
}

#[test]
fn parameters_of_every_kind_are_read() {
    let texts = [
        "greet(): a greeting",
        "greet(name): a greeting",
        "greet(name = \"world\"): a greeting for the name.",
        " greet( name, excited? ):a greeting ",
        "greet(name, ...others): greets all",
        "greet(options = {a: 1, b: [2, (3)]}, text = \"a, b) \\\" c\", last = 'it, is') - does it",
        "greet(first?, second) → third",
        "greet(names = [\"]\"], $x_1 = `,`) -> a text",
        "greet(größe = f(1, 2)) — in cm\nA second line (with brackets): kept.\n",
        "greeter.greet(name) returns a greeting",
    ];
    let read: Vec<String> = texts.iter().map(|text| read("greet", text)).collect();
    insta::assert_snapshot!(read.join("\n"), @r#"
    greet() [0] a greeting
    greet(name) [1] a greeting
    greet(name = "world") [0] a greeting for the name.
    greet(name, excited?) [1] a greeting
    greet(name, ...others) [1] greets all
    greet(options = {a: 1, b: [2, (3)]}, text = "a, b) \" c", last = 'it, is') [0] does it
    greet(first?, second) [0] → third
    greet(names = ["]"], $x_1 = `,`) [0] -> a text
    greet(größe = f(1, 2)) [0] in cm
    A second line (with brackets): kept.
    greet(name) [1] returns a greeting
    "#);
}

#[test]
fn a_text_that_is_no_call_of_the_name_has_no_signature() {
    let texts = [
        "",
        "Greets people.",
        "Greets people (or not).",
        "greet",
        "greet (name): a greeting",
        "other(name): a greeting",
        "greets(name): a greeting",
        "greet(name: a greeting",
        "greet(\nname): a greeting",
        "greet(name, name)",
        "greet(name,)",
        "greet(name: string)",
        "greet({a, b})",
        "greet([name])",
        "greet(a b)",
        "greet(...all, name)",
        "greet(1)",
        "greet(name = )",
        "greet(name = a = b)",
        "greet(name = \"world)",
        "greet(name = [1)",
        "greet(name).upper()",
    ];
    for text in texts {
        assert_eq!(read("greet", text), "none", "{text:?}");
    }
}

#[test]
fn what_an_author_wrote_wrongly_is_named() {
    let lists = ["a, 1b", "a,,b", "a?b", "a, b, a?", "...a, b", "a = "];
    let errors: Vec<String> = lists
        .iter()
        .map(|list| Parameter::parse_list(list).unwrap_err().to_string())
        .collect();
    insta::assert_snapshot!(errors.join("\n"), @r#"
    "1b" is no parameter; write `name`, `name?`, `name = default` or `...name`
    "" is no parameter; write `name`, `name?`, `name = default` or `...name`
    "a?b" is no parameter; write `name`, `name?`, `name = default` or `...name`
    parameter "a" stands twice
    rest parameter "a" must be the last
    "a =" is no parameter; write `name`, `name?`, `name = default` or `...name`
    "#);
}

#[test]
fn the_text_of_a_signature_is_read_back() {
    let signature = Signature {
        parameters: Parameter::parse_list("a, b?, c = {d: \"e\"}, ...f").unwrap(),
        text: "does it.\n\nIn two paragraphs.".to_owned(),
    };
    let text = signature.to_text("call");
    assert_eq!(
        text,
        "call(a, b?, c = {d: \"e\"}, ...f): does it.\n\nIn two paragraphs."
    );
    assert_eq!(Signature::parse("call", &text), Some(signature));
    assert_eq!(Signature::default().to_text("call"), "call()");
}

#[test]
fn a_hostile_text_is_read_in_one_pass() {
    let deep = format!("f(a = {}", "[".repeat(60_000));
    assert_eq!(Signature::parse("f", &deep), None);
    let many = format!("f({})", "a = '\\\\',".repeat(6_000));
    assert_eq!(Signature::parse("f", &many), None);
}
