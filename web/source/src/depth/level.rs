//! [`Level`]: what is open between two brackets, and how high it is so far.

use super::before::Before;

/// What each part adds, in units.
pub(super) const BINARY: u32 = 10;
pub(super) const MEMBER: u32 = 16;
pub(super) const CALL: u32 = 12;
/// A template behind an operand.
pub(super) const TAGGED: u32 = 10;
/// The call of a member, besides that.
pub(super) const METHOD_CALL: u32 = 7;
pub(super) const ARROW: u32 = 38;
pub(super) const FUNCTION: u32 = 46;
pub(super) const METHOD: u32 = 25;
/// What brackets add at least, whatever they are, and what braces do.
pub(super) const ANY_BRACKETS: u32 = 7;
pub(super) const ANY_BRACES: u32 = 13;

/// What is open between two brackets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Level {
    pub(super) inside: Inside,
    pub(super) opened_by: char,
    /// What its node adds to what is in it and to what it follows.
    pub(super) weight: u32,
    /// How deep this lies in other brackets, in units.
    pub(super) nest: u32,
    /// What the body of a function adds that may follow this bracket; 0 if none may.
    pub(super) body: u32,
    /// Whether this is the bracket after `if` and its like, which a statement follows.
    pub(super) is_header: bool,
    /// The highest of the elements or statements that are finished.
    pub(super) done: u32,
    /// Of the present one: what commas join, what other operators join, and the present operand.
    pub(super) sequence: u32,
    pub(super) binary: u32,
    pub(super) operand: u32,
    /// The arrow functions around those two.
    pub(super) arrows: u32,
    /// Whether the present operand is an optional chain, whose links lie beside each other in the tree.
    pub(super) in_chain: bool,
    /// Choices whose colon has not come.
    pub(super) choices: u32,
    /// Whether the statement declares variables, which commas part.
    pub(super) declares: bool,
    /// Whether this bracket is a pattern of variables that are declared.
    pub(super) is_binding: bool,
}

/// What the commas of a level do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inside {
    /// Statements: they join expressions, unless the statement declares variables.
    Block,
    /// One expression, or the header of a loop: likewise.
    Group,
    /// Elements, arguments or parameters: they part them.
    List,
    /// An object, or names in braces: likewise.
    Object,
}

impl Level {
    pub(super) fn new(inside: Inside, opened_by: char, weight: u32) -> Self {
        Self {
            inside,
            opened_by,
            weight,
            nest: 0,
            body: 0,
            is_header: false,
            done: 0,
            sequence: 0,
            binary: 0,
            operand: 0,
            arrows: 0,
            in_chain: false,
            choices: 0,
            declares: false,
            is_binding: false,
        }
    }

    pub(super) fn height(&self) -> u32 {
        self.finished().max(self.arrows + self.binary.max(self.operand))
    }

    /// The same without the arrow functions whose bodies are not at their end: the parser is inside them.
    pub(super) fn finished(&self) -> u32 {
        let element = self.binary.max(self.operand);
        self.done.max(self.sequence).max(element)
    }

    /// Ends the present element or statement.
    pub(super) fn finish(&mut self) {
        *self = Self {
            nest: self.nest,
            body: self.body,
            is_header: self.is_header,
            is_binding: self.is_binding,
            done: self.height(),
            ..Self::new(self.inside, self.opened_by, self.weight)
        };
    }

    /// Adds an access or a call to the present operand.
    pub(super) fn link(&mut self, weight: u32) {
        if !self.in_chain {
            self.operand += weight;
        }
    }

    /// Ends the present operand.
    pub(super) fn fold(&mut self) {
        self.binary = self.binary.max(self.operand);
        self.operand = 0;
    }

    /// Joins what is there with an operand that follows.
    pub(super) fn join(&mut self) {
        self.fold();
        self.binary += BINARY;
    }

    pub(super) fn comma(&mut self) -> Before {
        if self.declares {
            self.finish();
            self.declares = true;
            return Before::Declaration;
        }
        if matches!(self.inside, Inside::List | Inside::Object) {
            self.finish();
        } else {
            self.fold();
            self.sequence = self.sequence.max(self.arrows + self.binary) + BINARY;
            self.binary = 0;
            self.arrows = 0;
        }
        Before::Expression
    }

    pub(super) fn colon(&mut self) -> Before {
        self.fold();
        let is_choice = self.choices > 0;
        self.choices = self.choices.saturating_sub(1);
        if is_choice || self.inside != Inside::Block {
            Before::Expression
        } else {
            Before::Statement
        }
    }
}
