//! Refuses a source that nests so deep that a recursive parser would overflow its stack on it.
//!
//! What opens a level of the parser costs units, by how much stack the parser takes for it. The count may be too
//! high, never too low: ordinary code stays far below the limit.

use crate::syntax_error::SyntaxError;
use crate::tokens::{Token, TokenKind, Tokens};

/// A level that goes through the whole grammar of expressions.
const BRACKET: u32 = 8;
/// A statement inside a statement.
const STATEMENT: u32 = 4;
/// An operator before its operand.
const PREFIX: u32 = 2;
/// One more choice of `a ? b : c`.
const CHOICE: u32 = 1;

/// How deep a source may nest, in units: 64 brackets, or 512 parts of one `a ? b : c ? d : e`.
pub const SOURCE_DEPTH: u32 = 512;
/// How many operators, calls and property accesses one expression may chain.
pub const SOURCE_CHAIN: u32 = 1_000;
/// Bytes of source in one cell.
pub const SOURCE_BYTES: usize = 8 * 1024 * 1024;

/// Checks a source.
///
/// # Errors
/// When it exceeds a limit.
pub fn check_depth(source: &str) -> Result<(), SyntaxError> {
    if source.len() > SOURCE_BYTES {
        return Err(SyntaxError::new(format!(
            "the source has {} bytes, and at most {SOURCE_BYTES} are read",
            source.len()
        )));
    }
    let mut levels = Levels::default();
    for token in Tokens::of(source) {
        levels.take(token);
        if levels.depth() > SOURCE_DEPTH {
            return Err(SyntaxError::at(
                source,
                token.start,
                "the source is nested too deeply here; move inner parts into functions or variables of their own",
            ));
        }
        if levels.innermost.chain > SOURCE_CHAIN {
            return Err(SyntaxError::at(
                source,
                token.start,
                "this expression is too long; split it with variables",
            ));
        }
    }
    Ok(())
}

/// What is open at one level of brackets.
#[derive(Clone, Copy, Default)]
struct Level {
    opened_by: Opener,
    /// Units that are open until the statement or the element ends.
    pending: u32,
    /// Operators, calls and accesses of the present expression.
    chain: u32,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Opener {
    #[default]
    Block,
    /// Elements or arguments, which a comma parts.
    List,
    /// Parentheses around an expression, where a comma is an operator.
    Group,
    /// The parentheses after `if` and its like, which a statement follows.
    Header,
}

#[derive(Default)]
struct Levels {
    outer: Vec<Level>,
    /// The units of all outer levels.
    outer_depth: u32,
    innermost: Level,
    before: Before,
}

/// What the token before was.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Before {
    /// Something that another operand or statement must follow.
    #[default]
    Unfinished,
    /// Something that a line end may finish.
    Operand,
    /// A brace, which may end a statement, or an object in an expression.
    BlockEnd,
    /// A semicolon, which ends a statement unless `else` follows.
    Semicolon,
    /// `if` and its like.
    HeaderWord,
}

impl Levels {
    fn depth(&self) -> u32 {
        self.outer_depth + self.innermost.pending
    }

    fn take(&mut self, token: Token<'_>) {
        let may_end = self.innermost.opened_by == Opener::Block || self.before == Before::Semicolon;
        if may_end && self.starts_statement(token) {
            self.finish_statement();
        }
        self.before = match token.kind {
            TokenKind::Open => self.open(token.text),
            TokenKind::Close => self.close(token.text),
            TokenKind::Word => self.word(token.text),
            TokenKind::Literal => Before::Operand,
            TokenKind::Operator => self.operator(token.text),
        };
    }

    fn starts_statement(&self, token: Token<'_>) -> bool {
        match (self.before, token.kind) {
            (Before::Semicolon, _) => token.text != "else",
            (Before::Operand, TokenKind::Word | TokenKind::Literal) => {
                token.on_new_line && token.text != "else"
            }
            (Before::BlockEnd, TokenKind::Word) => !matches!(
                token.text,
                "else" | "catch" | "finally" | "in" | "of" | "instanceof"
            ),
            _ => false,
        }
    }

    fn open(&mut self, text: &str) -> Before {
        let follows_operand = matches!(self.before, Before::Operand | Before::BlockEnd);
        let opened_by = match text {
            "(" if self.before == Before::HeaderWord => Opener::Header,
            "(" if follows_operand => Opener::List,
            "[" => Opener::List,
            "{" => Opener::Block,
            _ => Opener::Group,
        };
        self.innermost.chain += u32::from(follows_operand && text != "{");
        self.outer_depth += self.innermost.pending + BRACKET;
        let level = Level {
            opened_by,
            ..Level::default()
        };
        self.outer.push(std::mem::replace(&mut self.innermost, level));
        Before::Unfinished
    }

    fn close(&mut self, text: &str) -> Before {
        let closed = self.innermost.opened_by;
        if let Some(level) = self.outer.pop() {
            self.innermost = level;
            self.outer_depth -= level.pending + BRACKET;
        }
        match closed {
            Opener::Header => Before::Unfinished,
            _ if text == "}" => Before::BlockEnd,
            _ => Before::Operand,
        }
    }

    fn word(&mut self, text: &str) -> Before {
        match text {
            "if" | "for" | "while" | "with" | "switch" | "catch" => {
                self.innermost.pending += STATEMENT;
                Before::HeaderWord
            }
            "else" | "do" | "try" | "finally" => {
                self.innermost.pending += STATEMENT;
                Before::Unfinished
            }
            // A top-level `await` becomes a call.
            "new" | "await" => {
                self.innermost.pending += BRACKET;
                Before::Unfinished
            }
            "typeof" | "void" | "delete" | "yield" => {
                self.innermost.pending += PREFIX;
                Before::Unfinished
            }
            "in" | "of" | "instanceof" | "case" | "return" | "throw" | "extends" => {
                self.innermost.chain += 1;
                Before::Unfinished
            }
            _ => Before::Operand,
        }
    }

    fn operator(&mut self, text: &str) -> Before {
        match text {
            ";" => return Before::Semicolon,
            "," if matches!(self.innermost.opened_by, Opener::List | Opener::Block) => {
                self.innermost.pending = 0;
                self.innermost.chain = 0;
            }
            "=>" | "=" | "**" => self.innermost.pending += BRACKET,
            "?" => self.innermost.pending += CHOICE,
            ":" => self.innermost.pending += u32::from(self.innermost.opened_by == Opener::Block),
            "++" | "--" if self.before == Before::Operand => return Before::Operand,
            _ if matches!(self.before, Before::Operand | Before::BlockEnd) => {
                if text.ends_with('=') && !matches!(text, "==" | "===" | "!=" | "!==" | "<=" | ">=") {
                    self.innermost.pending += BRACKET;
                }
                self.innermost.chain += 1;
            }
            _ => self.innermost.pending += PREFIX,
        }
        Before::Unfinished
    }

    fn finish_statement(&mut self) {
        self.innermost.pending = 0;
        self.innermost.chain = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_overflow_the_parser_is_refused_in_every_form() {
        let deep = |times: usize, open: &str, middle: &str, close: &str| {
            format!("{}{middle}{}", open.repeat(times), close.repeat(times))
        };
        for source in [
            deep(100, "[", "", "]"),
            deep(100, "(", "1", ")"),
            deep(100, "{a:", "1", "}"),
            deep(100, "f(", "", ")"),
            deep(100, "() => ", "1", ""),
            deep(100, "`${", "1", "}`"),
            deep(100, "{", "", "}"),
            deep(100, "function f() {", "", "}"),
            deep(100, "a = ", "1", ""),
            deep(100, "new ", "a", ""),
            deep(100, "await ", "a", ""),
            deep(1_000, "!", "1", ""),
            deep(1_000, "-\n", "1", ""),
            deep(1_000, "a ? 1 : ", "1", ""),
            deep(1_000, "a\n? 1\n: ", "1", ""),
            deep(1_000, "if (1) ", ";", ""),
            deep(1_000, "if (1)\n", ";", ""),
            deep(1_000, "if (1) {} else ", ";", ""),
            deep(1_000, "if (1) ; else ", ";", ""),
            deep(1_000, "if (1) f(); else ", ";", ""),
            deep(1_000, "if (1) f()\nelse ", ";", ""),
            deep(1_000, "a: ", ";", ""),
            deep(5_000, "1 + ", "1", ""),
            deep(5_000, "1\n+ ", "1", ""),
            deep(5_000, "", "a", ".b"),
            deep(5_000, "", "f", "()"),
            deep(5_000, "", "f", "[0]"),
            format!("({}1)", "1,".repeat(5_000)),
        ] {
            assert!(check_depth(&source).is_err(), "{}…", &source[..20]);
        }
    }

    #[test]
    fn ordinary_code_is_read_however_long() {
        let long = |line: &str| line.repeat(20_000);
        for source in [
            long("a = b + 1\n"),
            long("const a = f(b)[0].c\n"),
            long("let a = () => 1\n"),
            long("if (a) { b() } else { c() }\n"),
            long("if (a) b()\nelse c()\n"),
            long("x ? y : z;"),
            long("if(a){b()}"),
            long("function f() { return !a }\n"),
            format!("[{}]", long("1,")),
            format!("({{{}}})", long("a: -1,")),
            format!("f({})", long("a = 1,")),
            format!("switch (a) {{{}}}", long("case 1: b = -1; break;\n")),
            format!("class A {{{}}}", long("static a = -1\nm() {}\n")),
            format!("var {}x", long("a = 1,")),
        ] {
            assert_eq!(check_depth(&source), Ok(()), "{}…", &source[..20]);
        }
    }
}
