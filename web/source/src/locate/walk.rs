//! Walks a source as the engine compiles it. The engine keeps places for calls, property accesses, assignments, updates,
//! `delete`, `throw` and bodies of functions only; anything else that fails is reported at the innermost of these around
//! it, else at the one before it. So the place of each operation is known when the order of compilation is: that of
//! `bytecompiler` in Boa 0.22.

mod access;
mod assignments;
mod calls;
mod classes;
mod expressions;
mod functions;
mod loops;
mod patterns;
mod statements;
mod variables;

use std::collections::HashSet;

use boa_ast::Position;
use boa_ast::scope::Scope;
use boa_ast::{Module, Script};

use crate::lines::Lines;
use crate::locate::extent::Extent;
use crate::locate::names::{Names, Variable};
use crate::locate::operation::{Code, Guard, Kind, Operation, Program};

/// Which operations are kept.
pub(super) struct Wanted<'w> {
    /// The place that the engine reported.
    pub(super) reported: Option<Position>,
    /// Whether the operation can fail in the way in question.
    pub(super) can_fail: &'w dyn Fn(&Kind<'_>) -> bool,
}

/// The operations of a script.
pub(super) fn script<'a>(
    script: &'a Script,
    scope: &Scope,
    source: &Lines,
    names: &Names,
    wanted: &Wanted<'_>,
) -> Program<'a> {
    let mut walk = Walk::new(scope.clone(), source, names, wanted);
    walk.hoist_script(script);
    walk.statement_list(script.statements());
    walk.finish()
}

/// The operations of a module.
pub(super) fn module<'a>(
    module: &'a Module,
    source: &Lines,
    names: &Names,
    wanted: &Wanted<'_>,
) -> Program<'a> {
    let mut walk = Walk::new(module.scope().clone(), source, names, wanted);
    walk.hoist_module(module);
    walk.module_items(module.items());
    walk.finish()
}

struct Walk<'a, 'w> {
    source: &'w Lines,
    names: &'w Names,
    wanted: &'w Wanted<'w>,
    program: Program<'a>,
    /// The function that is being walked.
    code: Open,
    branch: usize,
    scope: Scope,
    /// Variables that have a value before anything runs.
    hoisted: HashSet<Variable>,
}

/// A function while it is walked.
#[derive(Default)]
struct Open {
    index: usize,
    guards: Vec<Position>,
    /// Variables whose declaration was passed.
    declared: HashSet<Variable>,
    /// Scopes whose declarations may be jumped over.
    switches: Vec<u32>,
}

impl<'a, 'w> Walk<'a, 'w> {
    fn new(scope: Scope, source: &'w Lines, names: &'w Names, wanted: &'w Wanted<'w>) -> Self {
        let program = Program {
            codes: vec![Code::default()],
            branches: vec![0],
            ..Program::default()
        };
        Self {
            source,
            names,
            wanted,
            program,
            code: Open::default(),
            branch: 0,
            scope,
            hoisted: HashSet::new(),
        }
    }

    fn finish(self) -> Program<'a> {
        self.program
    }

    /// Notes an operation, if it is of interest.
    fn note(&mut self, kind: Kind<'a>, extent: impl FnOnce(&Lines) -> Extent) {
        self.note_variable(kind, None, extent);
    }

    fn note_variable(
        &mut self,
        kind: Kind<'a>,
        variable: Option<Variable>,
        extent: impl FnOnce(&Lines) -> Extent,
    ) {
        if !(self.wanted.can_fail)(&kind) {
            return;
        }
        let guard = match self.code.guards.last() {
            Some(position) if Some(*position) != self.wanted.reported => return,
            Some(position) => Guard::Inside(*position),
            None => Guard::After(self.program.codes[self.code.index].outermost.len()),
        };
        if let Some(variable) = variable {
            let index = self.program.operations.len();
            self.program.variables.push((index, variable));
        }
        self.program.operations.push(Operation {
            kind,
            extent: extent(self.source),
            guard,
            code: self.code.index,
            branch: self.branch,
            scope: self.scope.clone(),
        });
    }

    /// Walks what the engine reports at `position`, unless something inside has a place of its own.
    fn guarded(&mut self, position: Position, walk: impl FnOnce(&mut Self)) {
        self.code.guards.push(position);
        walk(self);
        self.code.guards.pop();
        if self.code.guards.is_empty() {
            self.program.codes[self.code.index].outermost.push(position);
        }
    }

    /// Walks what is not always done.
    fn branch(&mut self, walk: impl FnOnce(&mut Self)) {
        let outer = self.branch;
        self.program.branches.push(outer);
        self.branch = self.program.branches.len() - 1;
        walk(self);
        self.branch = outer;
    }

    /// Walks with other names.
    fn scoped(&mut self, scope: Option<&Scope>, walk: impl FnOnce(&mut Self)) {
        let Some(scope) = scope else {
            walk(self);
            return;
        };
        let outer = std::mem::replace(&mut self.scope, scope.clone());
        walk(self);
        self.scope = outer;
    }

    /// Walks a function, which is compiled apart.
    fn code(&mut self, name: String, walk: impl FnOnce(&mut Self)) {
        let index = self.program.codes.len();
        self.program.codes.push(Code {
            name,
            ..Code::default()
        });
        let open = Open {
            index,
            ..Open::default()
        };
        let outer_code = std::mem::replace(&mut self.code, open);
        let outer_branch = self.branch;
        self.program.branches.push(self.program.branches.len());
        self.branch = self.program.branches.len() - 1;
        walk(self);
        self.branch = outer_branch;
        self.code = outer_code;
    }

    fn text(&self, symbol: boa_interner::Sym) -> String {
        self.names.text(symbol)
    }
}
