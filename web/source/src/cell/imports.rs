//! Top-level `import` statements of a cell. A script's grammar has none, so the parser stops at each: there it is read,
//! covered by a statement that a script may have, and the parser is asked again. Each then becomes one statement on the
//! same lines: `import { a as b } from "m"` is `const {a: b} = import‌(import("m"), "m", ["a"])`.

use std::collections::HashSet;

use boa_ast::expression::Expression;
use boa_ast::function::FunctionBody;
use boa_ast::statement::Statement;
use boa_ast::{Spanned as _, StatementListItem};
use boa_interner::Interner;
use boa_parser::Error;

use crate::async_names::parse_with_names;
use crate::cell::Bindings;
use crate::depth::Refused;
use crate::lines::Lines;
use crate::names::MARK;
use crate::parse::parse_body;
use crate::rewritten::Edit;
use crate::syntax_error;
use crate::tokens::{Token, TokenKind, Tokens};

const KEYWORD: &str = "import";

/// A cell as the parser read it.
pub(crate) struct Parsed<'a> {
    pub(crate) body: FunctionBody,
    pub(crate) imports: Vec<Import<'a>>,
    /// The text that was parsed: of the same length as the source.
    pub(crate) masked: String,
    /// Changes that the engine's parser needs.
    pub(crate) edits: Vec<Edit>,
}

/// A source that the parser refuses.
pub(crate) struct Unfinished {
    pub(crate) refused: Refused,
    /// Whether it ends in the midst of an `import` statement.
    pub(crate) is_in_import: bool,
}

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

/// Parses a cell.
pub(crate) fn parse<'a>(source: &'a str, interner: &mut Interner) -> Result<Parsed<'a>, Unfinished> {
    let mut masked = source.to_owned();
    if source.starts_with("#!") {
        masked.replace_range(..2, "//");
    }
    let mut imports: Vec<Import<'a>> = Vec::new();
    loop {
        let mut edits = Vec::new();
        let refused = match parse_with_names(&mut masked, |text| parse_body(text, interner)) {
            Ok((body, found)) => {
                edits.extend(found);
                let at_top = placeholders(&body, &masked, interner);
                return match imports.iter().find(|import| !at_top.contains(&import.start)) {
                    None => Ok(Parsed {
                        body,
                        imports,
                        masked,
                        edits,
                    }),
                    // Somewhere inside: the parser's words about the statement itself.
                    Some(inner) => {
                        masked.replace_range(inner.start..inner.end, &source[inner.start..inner.end]);
                        Err(refused(&masked, interner))
                    }
                };
            }
            Err(refused) => refused,
        };
        let read = syntax_error::offset(&refused, &masked)
            .and_then(|stop| keyword_before(&masked, stop))
            .map(|start| Clause::of(source, start));
        match read {
            Some(Reading::Import(import)) => {
                masked.replace_range(import.start..import.end, &import.placeholder(source));
                imports.push(import);
            }
            Some(Reading::Unfinished) => {
                return Err(Unfinished {
                    refused,
                    is_in_import: true,
                });
            }
            Some(Reading::Other) | None => {
                return Err(Unfinished {
                    refused,
                    is_in_import: false,
                });
            }
        }
    }
}

impl<'a> Import<'a> {
    /// The names that the statement declares.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.namespace
            .into_iter()
            .chain(self.named.iter().map(|(_, local)| *local))
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
        let module = format!("{KEYWORD}{MARK}(import({specifier}{attributes}), {specifier}, [{wanted}])");
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
        Edit {
            start: self.start,
            end: self.end,
            text,
        }
    }

    /// A statement of the same length and on the same lines, which [`placeholders`] finds again.
    fn placeholder(&self, source: &str) -> String {
        let mut text = placeholder_name();
        text.push(';');
        // Its shortest form, `import''`, has room for this.
        let rest = &source[self.start + text.len()..self.end];
        text.extend(rest.bytes().map(|next| match next {
            b'\n' => '\n',
            _ => ' ',
        }));
        text
    }
}

/// Where the placeholders stand that are statements of their own at the top level.
fn placeholders(body: &FunctionBody, masked: &str, interner: &Interner) -> HashSet<usize> {
    let lines = Lines::of(masked);
    let name = placeholder_name();
    body.statements()
        .iter()
        .filter_map(|item| match item {
            StatementListItem::Statement(statement) => match statement.as_ref() {
                Statement::Expression(Expression::Identifier(found)) => Some(found),
                _ => None,
            },
            StatementListItem::Declaration(_) => None,
        })
        .filter(|found| interner.resolve_expect(found.sym()).to_string() == name)
        .map(|found| {
            let start = found.span().start();
            lines.offset(start.line_number(), start.column_number())
        })
        .collect()
}

fn placeholder_name() -> String {
    format!("${MARK}")
}

/// What the parser says about a source that it refuses.
fn refused(source: &str, interner: &mut Interner) -> Unfinished {
    let refused = parse_body(source, interner)
        .err()
        .unwrap_or(Refused::Grammar(Error::AbruptEnd));
    Unfinished {
        refused,
        is_in_import: false,
    }
}

/// The start of an `import` whose next token is the one at `stop`, where the parser stopped.
fn keyword_before(source: &str, stop: usize) -> Option<usize> {
    let is_word_part = |next: char| next.is_alphanumeric() || matches!(next, '_' | '$' | '.' | MARK);
    source[..stop]
        .rmatch_indices(KEYWORD)
        .map(|(start, _)| start)
        // A comment in between may hold the word, too.
        .take(4)
        .filter(|start| !source[..*start].ends_with(is_word_part))
        .find(|start| {
            let after = start + KEYWORD.len();
            let next = Tokens::of(&source[after..]).next();
            next.map_or(source.len(), |token| after + token.start) == stop
        })
}

/// What stands at an `import`.
enum Reading<'a> {
    Import(Import<'a>),
    /// The source ends before the statement does.
    Unfinished,
    Other,
}

/// Reads the tokens after `import`: names, strings and punctuation alone, so that no token is in doubt.
struct Clause<'a> {
    source: &'a str,
    offset: usize,
    tokens: std::iter::Peekable<Tokens<'a>>,
}

impl<'a> Clause<'a> {
    /// Reads the statement whose first byte is at `start`.
    fn of(source: &'a str, start: usize) -> Reading<'a> {
        let offset = start + KEYWORD.len();
        let mut clause = Self {
            source,
            offset,
            tokens: Tokens::of(&source[offset..]).peekable(),
        };
        match clause.read(start) {
            Some(import) => Reading::Import(import),
            None if clause.tokens.peek().is_none() => Reading::Unfinished,
            None => Reading::Other,
        }
    }

    fn read(&mut self, start: usize) -> Option<Import<'a>> {
        let mut import = Import {
            start,
            end: start,
            namespace: None,
            named: Vec::new(),
            specifier: "",
            attributes: None,
        };
        if !self.tokens.peek()?.text.starts_with(['"', '\'']) {
            self.names(&mut import)?;
            self.expect("from")?;
        }
        let specifier = self.tokens.next_if(|token| is_string(token.text))?;
        import.specifier = specifier.text;
        import.end = self.offset + specifier.end();
        if self.tokens.peek().is_some_and(|token| token.is("with")) {
            self.tokens.next();
            let open = self.expect("{")?;
            while !self.tokens.peek()?.is("}") {
                self.tokens.next();
            }
            import.end = self.offset + self.tokens.next()?.end();
            import.attributes = Some(&self.source[self.offset + open.start..import.end]);
        }
        match self.tokens.peek() {
            Some(token) if token.is(";") => import.end = self.offset + token.end(),
            // A statement ends with its line, as everywhere.
            Some(token) if !token.on_new_line => return None,
            _ => {}
        }
        Some(import)
    }

    fn names(&mut self, import: &mut Import<'a>) -> Option<()> {
        loop {
            let token = self.tokens.next()?;
            match (token.kind, token.text) {
                (TokenKind::Operator, "*") => {
                    self.expect("as")?;
                    import.namespace = Some(self.tokens.next()?.text);
                }
                (TokenKind::Open, "{") => self.list(import)?,
                (TokenKind::Word, name) => import.named.push(("default", name)),
                _ => return None,
            }
            if self.tokens.next_if(|token| token.is(",")).is_none() {
                return Some(());
            }
        }
    }

    fn list(&mut self, import: &mut Import<'a>) -> Option<()> {
        loop {
            let name = self.tokens.next()?;
            if name.is("}") {
                return Some(());
            }
            let local = if self.tokens.peek()?.is("as") {
                self.tokens.next();
                self.tokens.next()?
            } else {
                name
            };
            if local.kind != TokenKind::Word {
                return None;
            }
            import.named.push((name.text, local.text));
            if !self.tokens.peek()?.is("}") {
                self.expect(",")?;
            }
        }
    }

    fn expect(&mut self, text: &str) -> Option<Token<'a>> {
        self.tokens.next_if(|token| token.is(text))
    }
}

/// Whether a token is a string that is closed.
fn is_string(text: &str) -> bool {
    let quote = text.chars().next().filter(|quote| matches!(quote, '"' | '\''));
    quote.is_some_and(|quote| text.len() > 1 && text.ends_with(quote))
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
            (
                "if (t) /`/.test(t);\nimport { a } from './lib.js';",
                "if (t) /`/.test(t);\nconst {a: a} = import‌(import('./lib.js'), './lib.js', [\"a\"]);",
            ),
            ("import/**/''", "import‌(import(''), '', []);"),
            (
                "import 'a'\nimport 'b'",
                "import‌(import('a'), 'a', []);\nimport‌(import('b'), 'b', []);",
            ),
            ("import('m')", "import('m')"),
            ("a.import; f(import('m'))", "a.import; f(import('m'))"),
        ] {
            let Ok(parsed) = parse(source, &mut Interner::default()) else {
                panic!("{source}");
            };
            assert_eq!(parsed.masked.len(), source.len());
            let edits = parsed
                .imports
                .iter()
                .map(|import| import.edit(source, &Bindings::default()))
                .collect();
            assert_eq!(Rewritten::new(source, edits).text(), expected);
        }
    }

    #[test]
    fn what_is_no_statement_at_the_top_level_is_refused() {
        for (source, is_in_import) in [
            ("function f() { import 'm' }", false),
            ("{ import 'm' }", false),
            ("if (1) import 'm'", false),
            ("import 'm' x", false),
            ("import { a", true),
            ("import { a } from", true),
            ("import a, ", true),
        ] {
            match parse(source, &mut Interner::default()) {
                Ok(_) => panic!("{source}"),
                Err(unfinished) => assert_eq!(unfinished.is_in_import, is_in_import, "{source}"),
            }
        }
    }
}
