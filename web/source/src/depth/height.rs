//! How high the tree of a source becomes where the parser makes it without recursion: sums, sequences, members of members
//! and calls of what was called. Counted over tokens before the parser reads them, because what walks the tree recurses,
//! in the parser itself first.
//!
//! The count may be too high, and too low by no more than the parser's recursion makes up for: what stands in brackets, or
//! on the right of an operator that binds less. An expression ends only where no other reading is possible.

use super::before::{Before, Reading};
use super::level::{
    ANY_BRACES, ANY_BRACKETS, ARROW, CALL, FUNCTION, Inside, Level, MEMBER, METHOD, METHOD_CALL, TAGGED,
};
use crate::lexer::{Token, TokenKind};

/// The heights of all that is open.
#[derive(Debug)]
pub(super) struct Heights {
    outer: Vec<Level>,
    innermost: Level,
    before: Before,
    /// Whether parameters must follow, and a body.
    is_function: bool,
    /// What a brace adds at least that the next token may be.
    brace: u32,
}

/// Brackets do not match, so the parser reads no further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mismatch;

impl Heights {
    pub(super) fn new() -> Self {
        Self {
            outer: Vec::new(),
            innermost: Level::new(Inside::Block, ' ', 0),
            before: Before::List,
            is_function: false,
            brace: ANY_BRACES,
        }
    }

    /// The height of all that is finished between the innermost brackets, or under way.
    pub(super) fn height(&self) -> u32 {
        self.innermost.height()
    }

    /// The same without what the parser is inside of.
    pub(super) fn finished(&self) -> u32 {
        self.innermost.finished()
    }

    /// How deep the innermost brackets lie in others: less than the tree will say.
    pub(super) fn nest(&self) -> u32 {
        self.innermost.nest
    }

    /// What a slash would be at this place.
    pub(super) fn slash(&self, on_new_line: bool) -> Reading {
        self.before.slash(on_new_line)
    }

    pub(super) fn take(&mut self, token: Token<'_>) -> Result<(), Mismatch> {
        if self.begins_anew(token) {
            self.innermost.finish();
            if !matches!(self.before, Before::Let) {
                self.before = Before::List;
            }
        } else if self.may_begin_anew(token) {
            self.innermost.declares = false;
        }
        self.innermost.in_chain &= self.continues_chain(token);
        let brace = std::mem::replace(&mut self.brace, ANY_BRACES);
        self.before = match token.kind {
            TokenKind::Word => self.word(token),
            TokenKind::Literal => self.literal(token),
            TokenKind::Open => self.open(token, brace),
            TokenKind::Close => self.close(token)?,
            TokenKind::Operator => self.operator(token),
        };
        Ok(())
    }

    /// Whether the expression before has ended: no operand follows another in one.
    fn begins_anew(&self, token: Token<'_>) -> bool {
        let starts_operand = match token.kind {
            TokenKind::Word => !matches!(token.text, "in" | "instanceof"),
            TokenKind::Literal => !token.text.starts_with('`'),
            TokenKind::Operator => matches!(token.text, "!" | "~"),
            TokenKind::Open | TokenKind::Close => false,
        };
        starts_operand && self.before.may_end_operand()
    }

    /// Whether a declaration may have ended in a place where an expression would go on.
    fn may_begin_anew(&self, token: Token<'_>) -> bool {
        match self.before {
            Before::Binding => !matches!(token.text, "=" | "," | ";"),
            Before::Brace { .. } | Before::Contextual => token.on_new_line && token.text != ",",
            // `for (var key in a, b)`
            _ => self.innermost.is_header && token.is("in"),
        }
    }

    /// Whether a token certainly belongs to the optional chain that is there before it.
    fn continues_chain(&self, token: Token<'_>) -> bool {
        match self.before {
            Before::Dot => true,
            Before::Operand | Before::Member => match token.kind {
                TokenKind::Open => matches!(token.text, "(" | "[") && !token.on_new_line,
                TokenKind::Close => true,
                _ => matches!(token.text, "." | "?."),
            },
            _ => false,
        }
    }

    fn word(&mut self, token: Token<'_>) -> Before {
        match self.before {
            Before::Dot => return Before::Member,
            Before::Declaration => return Before::Binding,
            Before::Let if token.text != "of" => {
                self.innermost.declares = true;
                return Before::Binding;
            }
            _ => {}
        }
        match token.text {
            "in" | "instanceof" => self.innermost.join(),
            "if" | "for" | "while" | "with" => return Before::Header,
            // `for await (…)`
            "await" if self.before == Before::Header => return Before::Header,
            "await" | "yield" | "async" | "of" => return Before::Contextual,
            "function" => {
                self.is_function = true;
                return Before::Function;
            }
            "catch" => return Before::Catch,
            "else" | "do" | "try" | "finally" | "class" => return Before::Statement,
            "let" if self.before == Before::List => return Before::Let,
            "return" => return Before::Return,
            "var" | "const" => {
                self.innermost.declares = true;
                return Before::Declaration;
            }
            "case" | "default" | "delete" | "export" | "extends" | "import" | "new" | "switch" | "throw"
            | "typeof" | "void" => {}
            // A name, whatever it spells.
            text if text.contains('\\') => return Before::Contextual,
            _ => return Before::Operand,
        }
        Before::Expression
    }

    fn literal(&mut self, token: Token<'_>) -> Before {
        if token.text.starts_with('`') && self.before.may_be_operand() {
            self.innermost.operand += TAGGED;
        }
        Before::Operand
    }

    fn open(&mut self, token: Token<'_>, brace: u32) -> Before {
        let follows_operand = self.before.may_be_operand();
        let is_call =
            matches!(self.before, Before::Operand | Before::Member | Before::Let) && !token.on_new_line;
        let opened_by = token.text.chars().next().unwrap_or(' ');
        let (inside, weight) = match opened_by {
            '(' if is_call && self.before == Before::Member => (Inside::List, METHOD_CALL),
            '(' if is_call => (Inside::List, CALL),
            '(' if follows_operand => (Inside::Group, CALL),
            '(' if matches!(self.before, Before::Function | Before::Catch) => (Inside::List, 0),
            '[' if follows_operand || self.before == Before::Dot => (Inside::Group, MEMBER),
            '[' => (Inside::List, 0),
            '{' if self.begins_object(token) => (Inside::Object, 0),
            '{' => (Inside::Block, 0),
            '`' if follows_operand => (Inside::Group, TAGGED),
            _ => (Inside::Group, 0),
        };
        let weight = if self.innermost.in_chain { 0 } else { weight };
        let level = Level {
            nest: self.innermost.nest + if opened_by == '{' { brace } else { ANY_BRACKETS },
            body: match opened_by {
                '(' if std::mem::take(&mut self.is_function) => FUNCTION,
                '(' if is_call => METHOD,
                _ => 0,
            },
            is_header: opened_by == '(' && self.before == Before::Header,
            is_binding: self.before == Before::Declaration,
            ..Level::new(inside, opened_by, weight)
        };
        self.outer.push(std::mem::replace(&mut self.innermost, level));
        match inside {
            Inside::Block => Before::List,
            Inside::Group if level.is_header => Before::List,
            Inside::Group | Inside::List | Inside::Object => Before::Expression,
        }
    }

    fn begins_object(&self, token: Token<'_>) -> bool {
        match self.before {
            Before::Expression | Before::Declaration => true,
            Before::Return => !token.on_new_line,
            _ => false,
        }
    }

    fn close(&mut self, token: Token<'_>) -> Result<Before, Mismatch> {
        let expected = match self.innermost.opened_by {
            '(' => ")",
            '[' => "]",
            '{' => "}",
            '`' => "`",
            _ => return Err(Mismatch),
        };
        let outer = self
            .outer
            .pop()
            .filter(|_| token.text.ends_with(expected))
            .ok_or(Mismatch)?;
        let mut closed = std::mem::replace(&mut self.innermost, outer);
        closed.finish();
        self.brace = closed.body.max(ANY_BRACES);
        let operand = &mut self.innermost.operand;
        *operand = closed.done.max(*operand) + closed.weight;
        Ok(match token.text {
            ")" if closed.is_header => {
                self.innermost.finish();
                Before::HeaderEnd
            }
            _ if closed.is_binding => Before::Binding,
            "}" => Before::Brace {
                is_object: closed.inside == Inside::Object,
            },
            _ => Before::Operand,
        })
    }

    fn operator(&mut self, token: Token<'_>) -> Before {
        let follows_operand = self.before.may_be_operand();
        let level = &mut self.innermost;
        match token.text {
            ";" => {
                level.finish();
                return Before::List;
            }
            "," => return level.comma(),
            "." => {
                level.link(MEMBER);
                return Before::Dot;
            }
            "?." => {
                level.link(CALL);
                level.in_chain = true;
                return Before::Dot;
            }
            "=>" => {
                level.fold();
                level.arrows += ARROW;
                return Before::Statement;
            }
            "?" => {
                level.fold();
                level.choices += 1;
            }
            ":" => return level.colon(),
            "++" | "--" if follows_operand => return Before::Step,
            // The parser recurses for what follows.
            "||" => level.fold(),
            "!" | "~" | "++" | "--" | "..." | "@" => {}
            "+" | "-" if !follows_operand => {}
            // The middle of a template.
            _ if token.text.starts_with('}') => level.finish(),
            text if is_assignment(text) => level.fold(),
            _ => level.join(),
        }
        Before::Expression
    }
}

fn is_assignment(operator: &str) -> bool {
    operator.ends_with('=') && !matches!(operator, "==" | "===" | "!=" | "!==" | "<=" | ">=")
}
