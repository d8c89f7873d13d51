//! What the slashes of a source are. Most are certain from the token before. For the others the parser is asked, about a
//! text in which each is what it is guessed to be, and nothing else could be read.

use std::collections::HashMap;

use boa_parser::{Error, lexer};

use crate::depth::height::{Heights, Reading};
use crate::depth::level::Before;
use crate::lexer::{Lexer, Slash, Token};
use crate::lines::Lines;

/// Bytes that are parsed because of wrong guesses, of which even large programs have none.
const ASKED_BYTES: usize = 64 << 20;

/// What a division is in the text for the parser: no regular expression has a line end.
const DIVISION_END: &str = "\n";
/// What a regular expression is in that text: no division has a semicolon behind it.
const REG_EXP: &str = "/;/";

/// What a source is parsed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Goal {
    Script,
    Module,
}

/// Whether the tree will be too high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Low,
    High {
        offset: usize,
    },
    /// Too many guesses were wrong.
    Unclear {
        offset: usize,
    },
}

/// What the parser said about a text.
#[derive(Debug)]
pub(super) struct Asked {
    /// Whether it read all of it.
    pub(super) reached_end: bool,
    pub(super) error: Option<Error>,
}

/// A slash that was guessed.
#[derive(Debug, Clone, Copy)]
struct Guess {
    start: usize,
    /// One past its last byte, which is more than one for a regular expression.
    end: usize,
    slash: Slash,
    before: Before,
}

/// Measures a source, and asks the parser where that depends on what a slash is. What it is asked about is never too high.
pub(super) fn measure(source: &str, goal: Goal, bound: u32, mut ask: impl FnMut(&str) -> Asked) -> Verdict {
    let mut known = Known::default();
    let mut left = ASKED_BYTES;
    loop {
        let (high, guesses) = run(source, goal, bound, &known);
        if guesses.is_empty() && high.is_none() {
            return Verdict::Low;
        }
        // What makes the tree too high is kept from the parser, unless it may be another token.
        let end = match (high, guesses.last()) {
            (Some(token), Some(last)) if last.start == token.start => token.end(),
            (Some(token), _) => token.start,
            (None, _) => source.len(),
        };
        let (text, marks) = unmistakable(&source[..end], &guesses);
        let Asked { reached_end, error } = ask(&text);
        let wrong = error
            .and_then(|error| place(&error))
            .map(|(line, column)| Lines::of(&text).offset(line, column))
            .and_then(|stop| marks.iter().position(|mark| *mark == stop))
            // If neither can be read there, the source is wrong.
            .filter(|index| !known.slashes.contains_key(&guesses[*index].start));
        match (wrong, high) {
            (Some(index), _) => {
                left = left.saturating_sub(text.len());
                if left == 0 {
                    let offset = guesses[index].start;
                    return Verdict::Unclear { offset };
                }
                known.correct(&guesses[..=index]);
            }
            (None, Some(token)) if reached_end => return Verdict::High { offset: token.start },
            // The parser stops before.
            (None, _) => return Verdict::Low,
        }
    }
}

/// What the parser said about guesses.
#[derive(Debug, Default)]
struct Known {
    /// Those that it has seen, and where they end.
    slashes: HashMap<usize, Slash>,
    /// What was right last, by what stood before.
    habits: HashMap<Before, Slash>,
}

impl Known {
    fn guess(&self, start: usize, likely: Slash, before: Before) -> Slash {
        let known = self.slashes.get(&start).or_else(|| self.habits.get(&before));
        known.copied().unwrap_or(likely)
    }

    /// Takes over guesses of which all but the last were right.
    fn correct(&mut self, guesses: &[Guess]) {
        self.slashes
            .extend(guesses.iter().map(|guess| (guess.start, guess.slash)));
        if let Some(wrong) = guesses.last() {
            let right = wrong.slash.other();
            self.slashes.insert(wrong.start, right);
            self.habits.insert(wrong.before, right);
        }
    }
}

/// Reads all tokens, and returns the one with which the tree becomes too high, and what was guessed so far.
fn run<'a>(source: &'a str, goal: Goal, bound: u32, known: &Known) -> (Option<Token<'a>>, Vec<Guess>) {
    let mut lexer = match goal {
        Goal::Script => Lexer::of_script(source),
        Goal::Module => Lexer::of_module(source),
    };
    let mut heights = Heights::new();
    let mut guesses = Vec::new();
    while let Some(ahead) = lexer.ahead() {
        let (slash, guessed_after) = match heights.slash(ahead.on_new_line) {
            Reading::Certain(slash) => (slash, None),
            Reading::Likely(slash, before) => {
                let slash = known.guess(ahead.start, slash, before);
                (slash, ahead.is_slash.then_some(before))
            }
        };
        let Some(token) = lexer.next(slash) else { break };
        if let Some(before) = guessed_after {
            guesses.push(Guess {
                start: token.start,
                end: token.end(),
                slash,
                before,
            });
        }
        if heights.take(token).is_err() {
            break;
        }
        if heights.height() > bound {
            return (Some(token), guesses);
        }
    }
    (None, guesses)
}

/// The source with each guess written so that only it can be read, and where the parser stops if it reads the other.
fn unmistakable(source: &str, guesses: &[Guess]) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(source.len() + guesses.len());
    let mut marks = Vec::with_capacity(guesses.len());
    let mut copied = 0;
    for guess in guesses {
        match guess.slash {
            Slash::Divides => {
                text.push_str(&source[copied..guess.end]);
                text.push_str(DIVISION_END);
                marks.push(text.len());
            }
            Slash::BeginsRegExp => {
                text.push_str(&source[copied..guess.start]);
                marks.push(text.len() + 1);
                text.push_str(REG_EXP);
            }
        }
        copied = guess.end;
    }
    text.push_str(&source[copied..]);
    (text, marks)
}

/// Where the parser stopped.
fn place(error: &Error) -> Option<(u32, u32)> {
    let position = match error {
        Error::Expected { span, .. } | Error::Unexpected { span, .. } => span.start(),
        Error::Lex {
            err: lexer::Error::Syntax(_, position),
        } => *position,
        _ => return None,
    };
    Some((position.line_number(), position.column_number()))
}

impl Slash {
    fn other(self) -> Self {
        match self {
            Self::Divides => Self::BeginsRegExp,
            Self::BeginsRegExp => Self::Divides,
        }
    }
}
