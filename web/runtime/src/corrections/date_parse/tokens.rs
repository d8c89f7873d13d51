//! What a date is written with: numbers, words and signs.

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// A number, and how many digits it has.
    Number(u32, usize),
    Word(Word),
    /// Any other character.
    Sign(char),
    Space,
}

/// What a word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// From 1 on.
    Month(u32),
    /// `AM` or `PM`: the hours to add.
    HalfDay(u32),
    /// A time zone: its offset in hours.
    Zone(i32),
    Unknown,
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
const ZONES: [(&str, i32); 12] = [
    ("z", 0),
    ("ut", 0),
    ("utc", 0),
    ("gmt", 0),
    ("est", -5),
    ("edt", -4),
    ("cst", -6),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
];
/// The digits of a number that count: more than any year has, and enough for milliseconds.
pub(super) const MAX_DIGITS: usize = 9;

/// Splits a text; what is in parentheses is a comment.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '0'..='9' => end_of(rest, |next| next.is_ascii_digit()),
            '(' => end_of_comment(rest),
            _ if is_letter(first) => end_of(rest, is_letter),
            _ => first.len_utf8(),
        };
        let (part, after) = rest.split_at(end);
        rest = after;
        match first {
            '0'..='9' => tokens.push(number(part)),
            '(' => {}
            _ if is_letter(first) => tokens.push(Token::Word(word(part))),
            _ if first.is_whitespace() => tokens.push(Token::Space),
            _ => tokens.push(Token::Sign(first)),
        }
    }
    tokens
}

fn is_letter(character: char) -> bool {
    character >= 'A' && !character.is_whitespace()
}

fn end_of(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.find(|next| !is_part(next)).unwrap_or(text.len())
}

fn end_of_comment(text: &str) -> usize {
    let mut depth = 0;
    for (place, next) in text.char_indices() {
        depth += match next {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth == 0 {
            return place + 1;
        }
    }
    text.len()
}

fn number(digits: &str) -> Token {
    let first = &digits[..digits.len().min(MAX_DIGITS)];
    Token::Number(first.parse().unwrap_or_default(), digits.len())
}

fn word(text: &str) -> Word {
    let text = text.to_lowercase();
    let month = MONTHS.iter().position(|month| text.starts_with(month));
    if let Some(month) = month {
        return Word::Month(month as u32 + 1);
    }
    match text.as_str() {
        "am" => Word::HalfDay(0),
        "pm" => Word::HalfDay(12),
        _ => ZONES
            .iter()
            .find(|(name, _)| *name == text)
            .map_or(Word::Unknown, |(_, hours)| Word::Zone(*hours)),
    }
}
