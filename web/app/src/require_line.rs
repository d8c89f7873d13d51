//! The line of JavaScript that brings a plugin module into a script. Pure.

use web_editor::Place;

/// What has to happen so that the script has the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RequireLine {
    /// The script asks for it already, here.
    There(Place),
    /// This line is missing.
    Missing(String),
}

/// Looks for the module in a script, and makes the line if it is not there. The variable takes the last part of
/// the module's name and never one that the script declares already.
pub(crate) fn require_line(module: &str, script: &str) -> RequireLine {
    let place = ['"', '\'', '`'].iter().find_map(|quote| {
        let call = format!("require({quote}{module}{quote})");
        script.find(&call).map(|offset| place_of(script, offset))
    });
    match place {
        Some(place) => RequireLine::There(place),
        None => RequireLine::Missing(format!(
            "const {} = require(\"{module}\");\n",
            variable(module, script)
        )),
    }
}

fn place_of(script: &str, offset: usize) -> Place {
    let before = &script[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Place {
        line: count(before.matches('\n').count() + 1),
        column: count(before[line_start..].encode_utf16().count() + 1),
        end: None,
    }
}

fn variable(module: &str, script: &str) -> String {
    let name = camel_case(module.rsplit(':').next().unwrap_or(module));
    let candidates = std::iter::once(name.clone()).chain((2_u32..).map(|number| format!("{name}{number}")));
    let mut free = candidates.filter(|candidate| !is_reserved(candidate) && !declares(script, candidate));
    free.next().unwrap_or(name)
}

/// `system-info` becomes `systemInfo`; what cannot stand in a variable's name ends a word.
fn camel_case(text: &str) -> String {
    let words = text
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut name = String::new();
    for word in words {
        let (first, rest) = word.split_at(1);
        if name.is_empty() {
            name.push_str(&first.to_ascii_lowercase());
        } else {
            name.push_str(&first.to_ascii_uppercase());
        }
        name.push_str(rest);
    }
    match name.chars().next() {
        None => "plugin".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("plugin{name}"),
        Some(_) => name,
    }
}

fn declares(script: &str, name: &str) -> bool {
    let words: Vec<&str> = script
        .split(|character: char| !(character.is_alphanumeric() || character == '_' || character == '$'))
        .filter(|word| !word.is_empty())
        .collect();
    words
        .windows(2)
        .any(|pair| matches!(pair, ["const" | "let" | "var" | "function" | "class", word] if *word == name))
}

fn is_reserved(name: &str) -> bool {
    const RESERVED: &[&str] = &[
        "arguments",
        "await",
        "break",
        "case",
        "catch",
        "class",
        "const",
        "continue",
        "debugger",
        "default",
        "delete",
        "do",
        "else",
        "enum",
        "eval",
        "export",
        "extends",
        "false",
        "finally",
        "for",
        "function",
        "if",
        "implements",
        "import",
        "in",
        "instanceof",
        "interface",
        "let",
        "new",
        "null",
        "package",
        "private",
        "protected",
        "public",
        "require",
        "return",
        "static",
        "super",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "undefined",
        "var",
        "void",
        "while",
        "with",
        "yield",
    ];
    RESERVED.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(module: &str, script: &str, line: &str) {
        assert_eq!(
            require_line(module, script),
            RequireLine::Missing(line.to_owned())
        );
    }

    #[test]
    fn the_variable_is_the_last_part_of_the_name() {
        check(
            "plugin:examples:greeter",
            "",
            "const greeter = require(\"plugin:examples:greeter\");\n",
        );
        check(
            "plugin:system-info",
            "",
            "const systemInfo = require(\"plugin:system-info\");\n",
        );
    }

    #[test]
    fn the_line_is_always_valid_javascript() {
        check(
            "plugin:delete",
            "",
            "const delete2 = require(\"plugin:delete\");\n",
        );
        check("plugin:2d", "", "const plugin2d = require(\"plugin:2d\");\n");
        check(
            "plugin:kv",
            "let kv = 1;",
            "const kv2 = require(\"plugin:kv\");\n",
        );
        check(
            "plugin:kv",
            "kv + kvStore",
            "const kv = require(\"plugin:kv\");\n",
        );
    }

    #[test]
    fn a_script_that_has_the_module_gets_no_second_line() {
        let script = "// ü\nlet ü = 1, k = require('plugin:kv');";
        assert_eq!(
            require_line("plugin:kv", script),
            RequireLine::There(Place {
                line: 2,
                column: 16,
                end: None
            })
        );
    }
}
