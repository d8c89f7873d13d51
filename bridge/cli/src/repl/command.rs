//! [`Command`]: the commands of the prompt, which begin with a colon.

/// A command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Command {
    /// What there is.
    Help,
    /// The modules, and what their plugins are doing.
    Plugins,
    /// The profile, or another one.
    Profile(Option<String>),
    /// Forget what was declared.
    Clear,
    /// Run a file as if it were typed.
    Load(String),
    /// Leave.
    Quit,
}

/// A name, what follows it, and what it does.
type Line = (&'static str, &'static str, &'static str);

const COMMANDS: [Line; 6] = [
    ("help", "", "this list"),
    ("plugins", "", "list the plugins, their functions and their state"),
    (
        "profile",
        "[NAME]",
        "show the profile, or switch to raw, interactive or persistent",
    ),
    ("clear", "", "forget all variables (Ctrl-L clears the screen)"),
    ("load", "FILE", "run a file as if it were typed here"),
    ("quit", "", "leave (also Ctrl-D)"),
];

const KEYS: [(&str, &str); 6] = [
    ("Tab", "complete names, properties, and modules in require(\"…\")"),
    (
        "Ctrl-C",
        "stop the running code, or clear the line; variables are kept",
    ),
    ("Ctrl-R", "search the history"),
    (
        "Enter",
        "run the input, or continue it on the next line if it is incomplete",
    ),
    ("_  _error", "the last value, and the last error"),
    (
        "help(x)",
        "help for a module, a function or a name; help() lists them",
    ),
];

impl Command {
    /// What an entry asks for; `None` if it is JavaScript.
    ///
    /// # Errors
    /// When there is no such command: what to say.
    pub(super) fn parse(entry: &str) -> Option<Result<Self, String>> {
        let entry = entry.trim();
        if let Some(habit) = entry
            .strip_prefix('.')
            .filter(|habit| Self::names(habit).any(|name| name == *habit))
        {
            return Some(Err(format!("Commands begin with a colon: :{habit}")));
        }
        let (name, rest) = match entry.strip_prefix(':')?.split_once(char::is_whitespace) {
            Some((name, rest)) => (name, rest.trim()),
            None => (&entry[1..], ""),
        };
        Some(match (name, rest) {
            ("help" | "h" | "?", _) => Ok(Self::Help),
            ("plugins", _) => Ok(Self::Plugins),
            ("profile", "") => Ok(Self::Profile(None)),
            ("profile", name) => Ok(Self::Profile(Some(name.to_owned()))),
            ("clear", _) => Ok(Self::Clear),
            ("load", "") => Err(":load needs a file, such as :load script.js".to_owned()),
            ("load", file) => Ok(Self::Load(file.to_owned())),
            ("quit" | "q" | "exit", _) => Ok(Self::Quit),
            _ => Err(format!("Unknown command :{name}. :help lists all commands")),
        })
    }

    /// The beginning of a command's name, if the line holds nothing else.
    pub(super) fn beginning(line: &str) -> Option<&str> {
        line.strip_prefix(':')
            .filter(|typed| typed.chars().all(char::is_alphanumeric))
    }

    /// The names that begin like this.
    pub(super) fn names(typed: &str) -> impl Iterator<Item = &'static str> {
        COMMANDS
            .iter()
            .map(|(name, _, _)| *name)
            .filter(move |name| name.starts_with(typed))
    }

    /// The answer to `:help`.
    pub(super) fn help() -> String {
        let commands = COMMANDS.iter().map(|(name, args, text)| {
            let head = format!(":{name} {args}");
            format!("  {head:16}{text}")
        });
        let keys = KEYS.iter().map(|(key, text)| format!("  {key:16}{text}"));
        commands.chain(keys).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_distinguished_from_javascript() {
        for (entry, expected) in [
            (":quit", Some(Ok(Command::Quit))),
            ("  :load  a b.js ", Some(Ok(Command::Load("a b.js".to_owned())))),
            (":profile raw", Some(Ok(Command::Profile(Some("raw".to_owned()))))),
            (
                ":load",
                Some(Err(":load needs a file, such as :load script.js".to_owned())),
            ),
            (
                ":nothing",
                Some(Err(
                    "Unknown command :nothing. :help lists all commands".to_owned()
                )),
            ),
            (
                ".help",
                Some(Err("Commands begin with a colon: :help".to_owned())),
            ),
            (".5 + 1", None),
            ("a ? b : c", None),
        ] {
            assert_eq!(Command::parse(entry), expected, "{entry}");
        }
    }
}
