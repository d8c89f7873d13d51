//! [`Operation`]: something in a source that the engine does in one step and that can fail.

use boa_ast::Position;
use std::collections::{HashMap, HashSet};

use boa_ast::expression::access::PropertyAccessField;
use boa_ast::expression::operator::Assign;
use boa_ast::expression::{Expression, Optional};
use boa_ast::pattern::Pattern;
use boa_ast::scope::Scope;
use boa_interner::Sym;

use crate::locate::extent::Extent;
use crate::locate::names::Variable;

/// One step of the engine.
#[derive(Debug)]
pub(super) struct Operation<'a> {
    /// What it does.
    pub(super) kind: Kind<'a>,
    /// The text to underline.
    pub(super) extent: Extent,
    /// What decides which place the engine reports for it.
    pub(super) guard: Guard,
    /// The function that it belongs to, as an index into [`Program::codes`].
    pub(super) code: usize,
    /// The branch that it stands in, as an index into [`Program::branches`].
    pub(super) branch: usize,
    /// The names that are visible to it.
    pub(super) scope: Scope,
}

/// What decides which place the engine reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guard {
    /// The innermost call, access or assignment around it.
    Inside(Position),
    /// None is around it: so many were complete before it in its function.
    After(usize),
}

/// What an operation does.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind<'a> {
    /// Reads a variable.
    Variable(Name),
    /// Assigns to a variable.
    Assign(Name),
    /// Reads a property.
    Read(Subject<'a>, Key<'a>),
    /// Writes a property.
    Write(Subject<'a>, Key<'a>),
    /// Deletes a property.
    Delete(Subject<'a>, Key<'a>),
    /// Reads, writes or looks for a private name; the flag says whether it writes.
    Private(Sym, bool),
    /// Calls a function.
    Call(Subject<'a>),
    /// Constructs an object.
    New(&'a Expression),
    /// Asks for an iterator.
    Iterate(Subject<'a>),
    /// Asks an iterator for its next value.
    Next,
    /// Takes a value apart.
    Destructure(&'a Pattern, Subject<'a>),
    /// Computes with numbers.
    Operator(Operator, &'a Expression, Option<&'a Expression>),
    /// Computes the new value of an assignment such as `a += b`.
    Compute(Operator, &'a Assign),
    /// Changes a variable or property by one; its value is not an expression of its own.
    Step,
    /// Makes a string of the values in a template.
    Template,
    /// Makes a property's name of a value.
    Key,
    /// `left in right`; a private name has no left-hand side.
    In(Option<&'a Expression>, &'a Expression),
    /// `left instanceof right`.
    InstanceOf(&'a Expression),
    /// `class … extends base`.
    Extends(&'a Expression),
    /// Asks for the properties of the object of a `with`.
    With(&'a Expression),
    /// Reads `this`.
    This,
    /// `super(…)`.
    SuperCall,
    /// `throw`.
    Throw,
    /// Loads a module.
    Import,
}

/// A variable, and what can go wrong with it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name {
    pub(super) symbol: Sym,
    pub(super) state: NameState,
}

/// What is known about a variable where it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameState {
    /// The source does not declare it.
    Undeclared,
    /// Its declaration may not have been reached.
    Uncertain,
    /// The engine knows that its declaration is not reached.
    Uninitialized,
    /// It is a constant.
    Constant,
}

/// What an operator does with its operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    /// `+`, which also joins strings.
    Add,
    /// An operator for two numbers.
    Arithmetic,
    /// `<` and its like, and `==`.
    Compare,
    /// `+a`.
    ToNumber,
    /// `-a`, `~a`.
    Negate,
}

/// The value that an operation works on.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subject<'a> {
    /// That of an expression.
    Expression(&'a Expression),
    /// That of an optional chain, up to one of its links.
    Chain(&'a Optional, usize),
    /// An argument of a function.
    Argument,
    /// Part of a value that is taken apart.
    Part,
    /// Any other.
    Unknown,
}

/// The name of a property.
#[derive(Debug, Clone, Copy)]
pub(super) enum Key<'a> {
    /// As it is written.
    Name(Sym),
    /// Computed.
    Computed(&'a Expression),
}

impl<'a> From<&'a PropertyAccessField> for Key<'a> {
    fn from(field: &'a PropertyAccessField) -> Self {
        match field {
            PropertyAccessField::Const(name) => Self::Name(name.sym()),
            PropertyAccessField::Expr(key) => Self::Computed(key),
        }
    }
}

/// What a variable begins with.
#[derive(Debug, Clone, Copy)]
pub(super) enum Initial<'a> {
    /// `let a`
    Undefined,
    /// `let a = value`
    Value(&'a Expression),
    /// `let { name: a } = value`
    Property(&'a Expression, Sym),
    /// `import` of all of a module, or of one of its exports.
    Import(Sym, Option<Sym>),
}

/// A source's operations, in the order in which the engine compiles them. That is the order of evaluation, but for the
/// heads of loops.
#[derive(Debug, Default)]
pub(super) struct Program<'a> {
    pub(super) operations: Vec<Operation<'a>>,
    pub(super) codes: Vec<Code>,
    /// For each branch the one around it; the first of a function is its own.
    pub(super) branches: Vec<usize>,
    /// The variable of each operation that has one, by the operation's index.
    pub(super) variables: Vec<(usize, Variable)>,
    /// Functions that the source declares.
    pub(super) functions: HashSet<Variable>,
    /// All names that the source declares anywhere.
    pub(super) declared: HashSet<Sym>,
    /// What variables begin with.
    pub(super) initial: HashMap<Variable, Initial<'a>>,
    /// Parts of variables that others get to see, who may change what is in them: each the names of properties.
    pub(super) shared: HashMap<Variable, Vec<Vec<Sym>>>,
    /// Variables that are assigned to after their declaration.
    pub(super) assigned: HashSet<Variable>,
}

/// A function, or the source itself.
#[derive(Debug, Default)]
pub(super) struct Code {
    /// Its name as the engine reports it.
    pub(super) name: String,
    /// The places of the calls, accesses and assignments that are in no other, in order.
    pub(super) outermost: Vec<Position>,
    /// The engine leaves out parts of it.
    pub(super) is_shortened: bool,
}

impl Program<'_> {
    /// The place that the engine reports when an operation fails.
    pub(super) fn reported(&self, operation: &Operation<'_>) -> Option<Position> {
        match operation.guard {
            Guard::Inside(position) => Some(position),
            Guard::After(count) => {
                let outermost = &self.codes[operation.code].outermost;
                // Behind the last, the engine knows no place.
                (count > 0 && count < outermost.len()).then(|| outermost[count - 1])
            }
        }
    }

    /// Whether the first operation was done whenever the second is.
    pub(super) fn precedes(&self, first: usize, second: usize) -> bool {
        let (one, other) = (&self.operations[first], &self.operations[second]);
        if first >= second || one.code != other.code {
            return false;
        }
        let mut branch = other.branch;
        while branch != one.branch {
            let outer = self.branches[branch];
            if outer == branch {
                return false;
            }
            branch = outer;
        }
        true
    }

    /// The variable of an operation.
    pub(super) fn variable(&self, index: usize) -> Option<Variable> {
        let found = self
            .variables
            .binary_search_by_key(&index, |(operation, _)| *operation);
        found.ok().map(|found| self.variables[found].1)
    }
}
