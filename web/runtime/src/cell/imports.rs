//! Top-level `import` statements of a cell, found by their tokens because a script's grammar has none. Each becomes
//! one statement on the same lines: `import { a as b } from "m"` is `const {a: b} = import‌(import("m"), "m", ["a"])`.

use crate::cell::{Bindings, MARK};
use crate::rewritten::Edit;
use crate::tokens::{Token, TokenKind, Tokens};

/// One statement.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Import<'a> {
    start: usize,
    end: usize,
    /// The whole module, as `* as name` asks for it.
    namespace: Option<&'a str>,
    /// The name in the module, as it is written, and the name in the cell.
    named: Vec<(&'a str, &'a str)>,
    /// In its quotes.
    specifier: &'a str,
    /// In its braces.
    attributes: Option<&'a str>,
}

/// The statements, in their order. What looks like one but is none is left for the parser to complain about.
pub(crate) fn find(source: &str) -> Vec<Import<'_>> {
    if !source.contains("import") {
        return Vec::new();
    }
    let tokens: Vec<Token<'_>> = Tokens::of(source).collect();
    let mut depth = 0usize;
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(token) = tokens.get(next) {
        match token.kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth = depth.saturating_sub(1),
            TokenKind::Word if depth == 0 && token.is("import") => {
                let follows_dot = next > 0 && matches!(tokens[next - 1].text, "." | "?.");
                let mut clause = Clause {
                    source,
                    tokens: &tokens,
                    next: next + 1,
                };
                if let Some(import) = clause.read(token.start).filter(|_| !follows_dot) {
                    found.push(import);
                    next = clause.next;
                    continue;
                }
            }
            _ => {}
        }
        next += 1;
    }
    found
}

/// Whether the source ends in the midst of a statement.
pub(crate) fn is_open(source: &str) -> bool {
    let tokens: Vec<Token<'_>> = Tokens::of(source).collect();
    let Some(last) = tokens.iter().rposition(|token| token.is("import")) else {
        return false;
    };
    let is_call = tokens
        .get(last + 1)
        .is_some_and(|token| token.is("(") || token.is("."));
    let mut clause = Clause {
        source,
        tokens: &tokens,
        next: last + 1,
    };
    !is_call && clause.read(last).is_none() && clause.next == tokens.len()
}

impl<'a> Import<'a> {
    /// The names that the statement declares.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.namespace
            .into_iter()
            .chain(self.named.iter().map(|(_, local)| *local))
    }

    /// Spaces in place of the statement.
    pub(crate) fn blank(&self, source: &str) -> Edit {
        let text = source[self.start..self.end].chars();
        self.replaced_by(
            text.map(|next| if next.is_whitespace() { next } else { ' ' })
                .collect(),
        )
    }

    /// The statement that takes its place, on as many lines.
    pub(crate) fn edit(&self, source: &str, bindings: &Bindings) -> Edit {
        let local = |name: &str| bindings.alias(name).unwrap_or_else(|| name.to_owned());
        let wanted: Vec<String> = self.named.iter().map(|(name, _)| quoted(name)).collect();
        let attributes = self
            .attributes
            .map_or_else(String::new, |with| format!(", {{ with: {with} }}"));
        let specifier = self.specifier;
        let wanted = wanted.join(", ");
        let module = format!("import{MARK}(import({specifier}{attributes}), {specifier}, [{wanted}])");
        let named: Vec<String> = self
            .named
            .iter()
            .map(|(name, own)| format!("{name}: {}", local(own)))
            .collect();
        let named = format!("{{{}}}", named.join(", "));
        let mut text = match (self.namespace, self.named.is_empty()) {
            (None, true) => format!("{module};"),
            (None, false) => format!("const {named} = {module};"),
            (Some(whole), true) => format!("const {} = {module};", local(whole)),
            (Some(whole), false) => format!("const {0} = {module}, {named} = {0};", local(whole)),
        };
        text.extend(source[self.start..self.end].chars().filter(|next| *next == '\n'));
        self.replaced_by(text)
    }

    fn replaced_by(&self, text: String) -> Edit {
        Edit {
            start: self.start,
            end: self.end,
            text,
        }
    }
}

/// Reads the tokens after `import`.
struct Clause<'a, 't> {
    source: &'a str,
    tokens: &'t [Token<'a>],
    next: usize,
}

impl<'a> Clause<'a, '_> {
    /// The statement whose first byte is at `start`; what is read lies before `next` then.
    fn read(&mut self, start: usize) -> Option<Import<'a>> {
        let mut import = Import {
            start,
            end: start,
            namespace: None,
            named: Vec::new(),
            specifier: "",
            attributes: None,
        };
        if !self.peek()?.text.starts_with(['"', '\'']) {
            self.names(&mut import)?;
            self.expect("from")?;
        }
        let specifier = self.take()?;
        import.specifier = specifier.text;
        import.end = specifier.end();
        if !specifier.text.starts_with(['"', '\'']) {
            return None;
        }
        if self.peek().is_some_and(|token| token.is("with")) {
            self.next += 1;
            let open = self.expect("{")?;
            while !self.peek()?.is("}") {
                self.next += 1;
            }
            import.end = self.take()?.end();
            import.attributes = Some(&self.source[open.start..import.end]);
        }
        if self.peek().is_some_and(|token| token.is(";")) {
            import.end = self.take()?.end();
        }
        Some(import)
    }

    fn names(&mut self, import: &mut Import<'a>) -> Option<()> {
        loop {
            let token = self.take()?;
            match (token.kind, token.text) {
                (TokenKind::Operator, "*") => {
                    self.expect("as")?;
                    import.namespace = Some(self.take()?.text);
                }
                (TokenKind::Open, "{") => self.list(import)?,
                (TokenKind::Word, name) => import.named.push(("default", name)),
                _ => return None,
            }
            if !self.peek()?.is(",") {
                return Some(());
            }
            self.next += 1;
        }
    }

    fn list(&mut self, import: &mut Import<'a>) -> Option<()> {
        loop {
            let name = self.take()?;
            if name.is("}") {
                return Some(());
            }
            let local = if self.peek()?.is("as") {
                self.next += 1;
                self.take()?
            } else {
                name
            };
            if local.kind != TokenKind::Word {
                return None;
            }
            import.named.push((name.text, local.text));
            if self.peek()?.is(",") {
                self.next += 1;
            }
        }
    }

    fn expect(&mut self, text: &str) -> Option<Token<'a>> {
        self.take().filter(|token| token.is(text))
    }

    fn take(&mut self) -> Option<Token<'a>> {
        let token = self.peek()?;
        self.next += 1;
        Some(token)
    }

    fn peek(&self) -> Option<Token<'a>> {
        self.tokens.get(self.next).copied()
    }
}

fn quoted(name: &str) -> String {
    if name.starts_with(['"', '\'']) {
        name.to_owned()
    } else {
        format!("\"{name}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rewritten::Rewritten;

    #[test]
    fn each_form_becomes_one_statement_on_its_lines() {
        for (source, expected) in [
            ("import 'm'", "import‌(import('m'), 'm', []);"),
            (
                "import d from \"m\";x",
                "const {default: d} = import‌(import(\"m\"), \"m\", [\"default\"]);x",
            ),
            (
                "import * as all from 'm'",
                "const all = import‌(import('m'), 'm', []);",
            ),
            (
                "import d, {a as b,\n 'c d' as e,} from 'm'\nf",
                "const {default: d, a: b, 'c d': e} = import‌(import('m'), 'm', [\"default\", \"a\", 'c d']);\n\nf",
            ),
            (
                "import d, * as all from 'm' with { type: 'json' }",
                "const all = import‌(import('m', { with: { type: 'json' } }), 'm', [\"default\"]), {default: d} = all;",
            ),
            ("import('m')", "import('m')"),
            ("a.import; f(import.meta)", "a.import; f(import.meta)"),
            ("function f() { import 'm' }", "function f() { import 'm' }"),
            ("import { a", "import { a"),
        ] {
            let edits = find(source)
                .iter()
                .map(|import| import.edit(source, &Bindings::default()))
                .collect();
            assert_eq!(Rewritten::new(source, edits).text(), expected);
        }
    }
}
