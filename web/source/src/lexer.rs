//! The tokens of a source, read as Boa's lexer reads them, but for one thing: whether a slash divides or begins a
//! regular expression is for the caller to say. Iterative, and tolerant of whatever is no JavaScript.

/// One token and where it lies, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) kind: TokenKind,
    pub(crate) text: &'a str,
    pub(crate) start: usize,
    /// Whether a line ends between the token before and this one.
    pub(crate) on_new_line: bool,
}

impl Token<'_> {
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(crate) fn is(&self, text: &str) -> bool {
        self.text == text
    }
}

/// What kind of token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// An identifier, a private name or a keyword.
    Word,
    /// A number, a string, a regular expression, or a template without substitutions.
    Literal,
    /// A bracket that opens, the start of a template before `${` among them.
    Open,
    /// A bracket that closes, the end of a template after `}` among them.
    Close,
    /// Anything else, the middle of a template between `}` and `${` among it.
    Operator,
}

/// What a slash is that begins no comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slash {
    Divides,
    BeginsRegExp,
}

/// What the next token will be, without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ahead {
    pub(crate) start: usize,
    pub(crate) is_slash: bool,
    pub(crate) on_new_line: bool,
}

/// Reads a source from its start.
pub(crate) struct Lexer<'a> {
    source: &'a str,
    at: usize,
    /// Whether `<!--` begins a comment, as in scripts.
    html_comments: bool,
    /// For each open brace, whether it belongs to a template.
    braces: Vec<bool>,
    /// Whether a line ended, or the source began, since the last token.
    on_new_line: bool,
}

/// Longest first.
const OPERATORS: &[&str] = &[
    ">>>=", "...", "**=", "&&=", "||=", "??=", "===", "!==", "<<=", ">>=", ">>>", "=>", "**", "&&", "||",
    "??", "?.", "==", "!=", "<=", ">=", "<<", ">>", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=",
    "^=",
];

impl<'a> Lexer<'a> {
    pub(crate) fn of_script(source: &'a str) -> Self {
        let mut lexer = Self {
            source,
            at: 0,
            html_comments: true,
            braces: Vec::new(),
            on_new_line: true,
        };
        if source.starts_with("#!") {
            lexer.skip_line();
        }
        lexer
    }

    pub(crate) fn of_module(source: &'a str) -> Self {
        Self {
            html_comments: false,
            ..Self::of_script(source)
        }
    }

    /// Passes over space and comments, and looks at what comes then.
    pub(crate) fn ahead(&mut self) -> Option<Ahead> {
        self.skip_space();
        let next = *self.source.as_bytes().get(self.at)?;
        Some(Ahead {
            start: self.at,
            is_slash: next == b'/',
            on_new_line: self.on_new_line,
        })
    }

    pub(crate) fn next(&mut self, slash: Slash) -> Option<Token<'a>> {
        self.skip_space();
        let start = self.at;
        let first = self.take()?;
        let kind = self.read(start, first, slash);
        let on_new_line = std::mem::take(&mut self.on_new_line) && start > 0;
        Some(Token {
            kind,
            text: &self.source[start..self.at],
            start,
            on_new_line,
        })
    }

    fn read(&mut self, start: usize, first: char, slash: Slash) -> TokenKind {
        match first {
            '"' | '\'' => self.string(first),
            '`' => self.template(),
            '(' | '[' => TokenKind::Open,
            ')' | ']' => TokenKind::Close,
            '{' => {
                self.braces.push(false);
                TokenKind::Open
            }
            '}' => match self.braces.pop() {
                Some(true) => match self.template() {
                    TokenKind::Open => TokenKind::Operator,
                    _ => TokenKind::Close,
                },
                _ => TokenKind::Close,
            },
            '/' if slash == Slash::BeginsRegExp => self.regular_expression(),
            _ if first.is_ascii_digit() => self.number(start),
            '.' if self.rest().starts_with(|next: char| next.is_ascii_digit()) => self.number(start),
            '#' => self.word(),
            '\\' => {
                self.at = start;
                self.word()
            }
            _ if is_word_part(first) => self.word(),
            _ => {
                let whole = &self.source[start..];
                let operator = OPERATORS.iter().find(|operator| whole.starts_with(**operator));
                // `a?.5:b` has no `?.`.
                let is_choice =
                    whole.starts_with("?.") && whole[2..].starts_with(|next: char| next.is_ascii_digit());
                if let Some(operator) = operator.filter(|_| !is_choice) {
                    self.at = start + operator.len();
                }
                TokenKind::Operator
            }
        }
    }

    fn skip_space(&mut self) {
        loop {
            let rest = self.rest();
            let Some(next) = rest.chars().next() else { return };
            if next.is_whitespace() || next == '\u{feff}' {
                self.on_new_line |= is_line_end(next);
                self.at += next.len_utf8();
            } else if rest.starts_with("//")
                || (self.html_comments && rest.starts_with("<!--"))
                // Boa takes this for a comment on a new line only, and refuses it where a line begins otherwise.
                || (self.on_new_line && rest.starts_with("-->"))
            {
                self.skip_line();
            } else if let Some(comment) = rest.strip_prefix("/*") {
                let length = comment.find("*/").map_or(rest.len(), |end| end + 4);
                self.on_new_line |= rest[..length].contains(is_line_end);
                self.at += length;
            } else {
                return;
            }
        }
    }

    fn skip_line(&mut self) {
        let rest = self.rest();
        self.at += rest.find(is_line_end).unwrap_or(rest.len());
    }

    /// A string ends with its line, if with nothing else.
    fn string(&mut self, quote: char) -> TokenKind {
        while let Some(next) = self.take_if(|next| !matches!(next, '\n' | '\r')) {
            if next == '\\' {
                self.escaped();
            } else if next == quote {
                break;
            }
        }
        TokenKind::Literal
    }

    /// The characters of a template up to its end or to the next substitution.
    fn template(&mut self) -> TokenKind {
        while let Some(next) = self.take() {
            match next {
                '\\' => self.escaped(),
                '`' => break,
                '$' if self.take_if(|next| next == '{').is_some() => {
                    self.braces.push(true);
                    return TokenKind::Open;
                }
                _ => {}
            }
        }
        TokenKind::Literal
    }

    /// The character behind a backslash; two that end one line are one.
    fn escaped(&mut self) {
        if self.take() == Some('\r') {
            self.take_if(|next| next == '\n');
        }
    }

    fn regular_expression(&mut self) -> TokenKind {
        let mut in_class = false;
        while let Some(next) = self.take_if(|next| !is_line_end(next)) {
            match next {
                '\\' => {
                    self.take_if(|next| !is_line_end(next));
                }
                '[' => in_class = true,
                ']' => in_class = false,
                '/' if !in_class => break,
                _ => {}
            }
        }
        while self.take_if(|next| next.is_ascii_alphabetic()).is_some() {}
        TokenKind::Literal
    }

    fn number(&mut self, start: usize) -> TokenKind {
        self.digits();
        let text = &self.source[start..self.at];
        let has_base = text.starts_with('0')
            && (text[1..].starts_with(|next: char| matches!(next.to_ascii_lowercase(), 'x' | 'o' | 'b'))
                || (text.len() > 1 && text.bytes().all(|next| matches!(next, b'0'..=b'7'))));
        if has_base {
            return TokenKind::Literal;
        }
        if !text.starts_with('.')
            && !text.ends_with(['n', 'e', 'E'])
            && self.take_if(|next| next == '.').is_some()
        {
            self.digits();
        }
        if self.source[start..self.at].ends_with(['e', 'E'])
            && self.take_if(|next| matches!(next, '+' | '-')).is_some()
        {
            self.digits();
        }
        TokenKind::Literal
    }

    /// Digits and the letters among them, which only some numbers have.
    fn digits(&mut self) {
        while self
            .take_if(|next| next.is_ascii_alphanumeric() || next == '_')
            .is_some()
        {}
    }

    /// The rest of a word. An escape in it may have braces of its own.
    fn word(&mut self) -> TokenKind {
        while let Some(next) = self.take_if(|next| is_word_part(next) || next == '\\') {
            if next == '\\' && self.rest().starts_with("u{") {
                let rest = self.rest();
                self.at += rest.find('}').map_or(rest.len(), |end| end + 1);
            }
        }
        TokenKind::Word
    }

    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    fn take(&mut self) -> Option<char> {
        self.take_if(|_| true)
    }

    fn take_if(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let next = self.rest().chars().next().filter(|next| wanted(*next))?;
        self.at += next.len_utf8();
        Some(next)
    }
}

fn is_line_end(next: char) -> bool {
    matches!(next, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// Whether a character may stand in a word; of those beyond ASCII, whatever is no space.
fn is_word_part(next: char) -> bool {
    next.is_ascii_alphanumeric()
        || matches!(next, '_' | '$')
        || !(next.is_ascii() || next.is_whitespace() || next == '\u{feff}')
}
