//! What the slashes of a source are. Most are certain from the token before. For the others the parser is asked, about a
//! text in which each is what it is guessed to be, and nothing else could be read.

use std::collections::HashMap;

use boa_parser::{Error, lexer};

use crate::depth::before::{Before, Reading};
use crate::depth::height::Heights;
use crate::depth::room::Rooms;
use crate::lexer::{Lexer, Slash, Token};
use crate::lines::Lines;

/// Bytes that are parsed because of wrong guesses, of which even large programs have none.
const ASKED_BYTES: usize = 16 << 20;

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
#[derive(Debug)]
pub(super) enum Verdict {
    Low {
        rooms: Rooms,
    },
    High {
        offset: usize,
    },
    /// Brackets alone would make it so.
    Deep {
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
pub(super) fn measure(
    source: &str,
    goal: Goal,
    bound: u32,
    mut ask: impl FnMut(&str, Rooms) -> Asked,
) -> Verdict {
    let mut known = Known::default();
    let mut left = ASKED_BYTES;
    loop {
        let Run { high, guesses, rooms } = run(source, goal, bound, &known);
        if guesses.is_empty() && high.is_none() {
            return Verdict::Low { rooms };
        }
        // Nothing depends on what stands behind the last guess, and what makes the tree too high is kept from the parser,
        // unless it may be another token.
        let last = guesses.last();
        let end = match &high {
            Some(High { token, .. }) if last.is_none_or(|last| last.start != token.start) => token.start,
            _ => last.map_or(source.len(), |last| last.end),
        };
        let (text, marks, moved) = unmistakable(&source[..end], &guesses, &rooms);
        let Asked { reached_end, error } = ask(&text, moved);
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
            (None, Some(High { token, in_brackets })) if reached_end => {
                let offset = token.start;
                return match in_brackets {
                    true => Verdict::Deep { offset },
                    false => Verdict::High { offset },
                };
            }
            // The parser stops before.
            (None, _) => return Verdict::Low { rooms },
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

/// What the tokens of a source say.
struct Run<'a> {
    high: Option<High<'a>>,
    /// What was guessed so far.
    guesses: Vec<Guess>,
    rooms: Rooms,
}

/// With what the tree becomes too high.
struct High<'a> {
    token: Token<'a>,
    in_brackets: bool,
}

/// Reads all tokens, but none behind one with which the tree becomes too high.
fn run<'a>(source: &'a str, goal: Goal, bound: u32, known: &Known) -> Run<'a> {
    let mut lexer = match goal {
        Goal::Script => Lexer::of_script(source),
        Goal::Module => Lexer::of_module(source),
    };
    let mut heights = Heights::new();
    let mut guesses = Vec::new();
    let mut rooms = Rooms::default();
    let mut high = None;
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
        // The parser works on a token once it has looked at the next.
        rooms.note(token.end(), heights.finished());
        let in_brackets = heights.nest() > bound;
        if in_brackets || heights.height() > bound {
            high = Some(High { token, in_brackets });
            break;
        }
    }
    Run { high, guesses, rooms }
}

/// The source with each guess written so that only it can be read, where the parser stops if it reads the other, and what
/// must be left where.
fn unmistakable(source: &str, guesses: &[Guess], rooms: &Rooms) -> (String, Vec<usize>, Rooms) {
    let mut text = String::with_capacity(source.len() + guesses.len());
    let mut marks = Vec::with_capacity(guesses.len());
    let mut parts = vec![(0, 0)];
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
        parts.push((copied, text.len()));
    }
    text.push_str(&source[copied..]);
    (text, marks, rooms.moved(&parts))
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
