//! [`Before`]: what the token before was, and what that says about the next.

use crate::lexer::Slash;

/// What the token before was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Before {
    /// The start of a statement in a list of them.
    List,
    /// Another place where a statement may start, and a brace begins a block.
    Statement,
    /// Where an operand must follow, and a brace begins an object.
    Expression,
    /// `return`, behind which a new line is a new statement.
    Return,
    /// A dot, behind which every word is a name.
    Dot,
    /// `if` and its like, whose bracket a statement follows.
    Header,
    /// That bracket.
    HeaderEnd,
    /// `function` and its like, whose bracket holds parameters.
    Function,
    /// `catch`, likewise.
    Catch,
    Operand,
    /// A name behind a dot.
    Member,
    /// `let` where a statement starts.
    Let,
    /// `var` and its like, or the comma behind one variable.
    Declaration,
    /// A variable, or a pattern of some.
    Binding,
    /// A word that may be an operand, or stand in front of one.
    Contextual,
    /// A brace, which ends a statement or an operand.
    Brace {
        is_object: bool,
    },
    /// `++` or `--` behind an operand, or in front of the next.
    Step,
}

/// How sure it is what a slash would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    Certain(Slash),
    /// A guess from what the token before was, on which the parser must be asked.
    Likely(Slash, Before),
}

impl Before {
    /// What a slash would be behind it.
    pub(super) fn slash(self, on_new_line: bool) -> Reading {
        match self {
            // Only a new line could end a statement here.
            Self::Operand | Self::Member | Self::Binding if !on_new_line => Reading::Certain(Slash::Divides),
            Self::Operand | Self::Member | Self::Let | Self::Step | Self::Brace { is_object: true } => {
                Reading::Likely(Slash::Divides, self)
            }
            Self::Binding | Self::Contextual | Self::HeaderEnd | Self::Brace { is_object: false } => {
                Reading::Likely(Slash::BeginsRegExp, self)
            }
            _ => Reading::Certain(Slash::BeginsRegExp),
        }
    }

    /// Whether it ends an operand, or a statement.
    pub(super) fn may_end_operand(self) -> bool {
        matches!(
            self,
            Self::Operand | Self::Member | Self::Binding | Self::Let | Self::Brace { .. } | Self::Step
        )
    }

    /// Whether it was, or may have been, an operand.
    pub(super) fn may_be_operand(self) -> bool {
        self.may_end_operand() || self == Self::Contextual
    }
}
