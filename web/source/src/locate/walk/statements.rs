//! Statements other than loops, and declarations.

use boa_ast::declaration::{
    Declaration, ExportDeclaration, ImportDeclaration, ImportKind, LexicalDeclaration, VarDeclaration,
    Variable,
};
use boa_ast::statement::{If, Labelled, LabelledItem, Switch, Try};
use boa_ast::{ModuleItem, ModuleItemList, Spanned as _, Statement, StatementList, StatementListItem};

use super::Walk;
use super::patterns::Binds;
use crate::locate::constant::{Constant, constant, declares};
use crate::locate::extent;
use crate::locate::operation::{Initial, Kind, Subject};

impl<'a> Walk<'a, '_> {
    pub(super) fn module_items(&mut self, items: &'a ModuleItemList) {
        for item in items.items() {
            match item {
                ModuleItem::ImportDeclaration(import) => self.import(import),
                ModuleItem::StatementListItem(item) => {
                    self.hoist_functions(std::slice::from_ref(item));
                    self.item_of_list(item);
                }
                ModuleItem::ExportDeclaration(export) => self.export(export),
            }
        }
    }

    fn import(&mut self, import: &ImportDeclaration) {
        let module = import.specifier().sym();
        if let Some(name) = import.default() {
            self.note_initial(name.sym(), Initial::Import(module, None));
        }
        match import.kind() {
            ImportKind::DefaultOrUnnamed => {}
            ImportKind::Namespaced { binding } => {
                self.note_initial(binding.sym(), Initial::Import(module, None));
            }
            ImportKind::Named { names } => {
                for name in names {
                    let initial = Initial::Import(module, Some(name.export_name()));
                    self.note_initial(name.binding().sym(), initial);
                }
            }
        }
    }

    fn export(&mut self, export: &'a ExportDeclaration) {
        match export {
            ExportDeclaration::ReExport { .. } | ExportDeclaration::List(_) => {}
            ExportDeclaration::VarStatement(declaration) => self.variables(declaration),
            ExportDeclaration::Declaration(declaration) => self.declaration(declaration),
            ExportDeclaration::DefaultClassDeclaration(class) => self.class_declaration(class),
            ExportDeclaration::DefaultAssignmentExpression(value) => self.expression(value),
            ExportDeclaration::DefaultFunctionDeclaration(function) => self.function_declaration(function),
            ExportDeclaration::DefaultGeneratorDeclaration(function) => self.generator_declaration(function),
            ExportDeclaration::DefaultAsyncFunctionDeclaration(function) => self.async_declaration(function),
            ExportDeclaration::DefaultAsyncGeneratorDeclaration(function) => {
                self.async_generator_declaration(function);
            }
        }
    }

    pub(super) fn statement_list(&mut self, list: &'a StatementList) {
        self.hoist_functions(list.statements());
        for item in list.statements() {
            self.item_of_list(item);
        }
    }

    fn item_of_list(&mut self, item: &'a StatementListItem) {
        match item {
            StatementListItem::Statement(statement) => self.statement(statement),
            StatementListItem::Declaration(declaration) => self.declaration(declaration),
        }
    }

    fn declaration(&mut self, declaration: &'a Declaration) {
        match declaration {
            Declaration::FunctionDeclaration(function) => self.function_declaration(function),
            Declaration::GeneratorDeclaration(function) => self.generator_declaration(function),
            Declaration::AsyncFunctionDeclaration(function) => self.async_declaration(function),
            Declaration::AsyncGeneratorDeclaration(function) => self.async_generator_declaration(function),
            Declaration::ClassDeclaration(class) => self.class_declaration(class),
            Declaration::Lexical(declaration) => self.lexical(declaration),
        }
    }

    pub(super) fn lexical(&mut self, declaration: &'a LexicalDeclaration) {
        for variable in declaration.variable_list().as_ref() {
            self.declared(variable);
            self.note_initials(variable);
        }
    }

    pub(super) fn variables(&mut self, declaration: &'a VarDeclaration) {
        for variable in declaration.0.as_ref() {
            self.declared(variable);
        }
    }

    fn declared(&mut self, variable: &'a Variable) {
        let value = variable.init();
        if let Some(value) = value {
            self.expression(value);
        }
        let subject = value.map_or(Subject::Unknown, Subject::Expression);
        self.binding(variable.binding(), Binds::Declares, subject);
    }

    pub(super) fn statement(&mut self, statement: &'a Statement) {
        match statement {
            Statement::Empty | Statement::Debugger | Statement::Break(_) | Statement::Continue(_) => {}
            Statement::Block(block) => {
                self.scoped(block.scope(), |walk| walk.statement_list(block.statement_list()));
            }
            Statement::Var(declaration) => self.variables(declaration),
            Statement::Expression(expression) => self.look_at(expression),
            Statement::If(choice) => self.choice(choice),
            Statement::ForLoop(each) => self.for_loop(each),
            Statement::ForInLoop(each) => self.for_in(each),
            Statement::ForOfLoop(each) => self.for_of(each),
            Statement::WhileLoop(each) => self.while_loop(each),
            Statement::DoWhileLoop(each) => self.do_while(each),
            Statement::Switch(switch) => self.switch(switch),
            Statement::Return(value) => {
                if let Some(value) = value.target() {
                    self.expression(value);
                }
            }
            Statement::Labelled(labelled) => self.labelled(labelled),
            Statement::Throw(throw) => {
                let value = throw.target();
                self.guarded(value.span().start(), |walk| {
                    walk.expression(value);
                    walk.note(Kind::Throw, |source| extent::of_expression(value, source));
                });
            }
            Statement::Try(attempt) => self.attempt(attempt),
            Statement::With(with) => {
                let object = with.expression();
                self.expression(object);
                self.note(Kind::With(object), |source| extent::of_expression(object, source));
                self.scoped(Some(with.scope()), |walk| walk.statement(with.statement()));
            }
        }
    }

    fn choice(&mut self, choice: &'a If) {
        let (body, other) = (choice.body(), choice.else_node());
        match constant(choice.cond()) {
            // What declares a `var` or a function is kept, and so is all of the statement.
            Constant::Literal {
                is_true: true,
                is_boolean: true,
                ..
            } if other.is_none_or(|other| !declares(other)) => {
                self.statement(body);
                return;
            }
            Constant::Literal {
                is_true: false,
                is_boolean: true,
                ..
            } if !declares(body) => {
                if let Some(other) = other {
                    self.statement(other);
                }
                return;
            }
            Constant::Computed => self.shorten(),
            Constant::Literal { .. } | Constant::No => {}
        }
        self.look_at(choice.cond());
        self.branch(|walk| walk.statement(body));
        if let Some(other) = other {
            self.branch(|walk| walk.statement(other));
        }
    }

    fn switch(&mut self, switch: &'a Switch) {
        self.expression(switch.val());
        self.scoped(switch.scope(), |walk| {
            let outer = walk.branch;
            for condition in switch.cases().iter().filter_map(|case| case.condition()) {
                walk.expression(condition);
                // The next is asked only if this one does not hold.
                walk.program.branches.push(walk.branch);
                walk.branch = walk.program.branches.len() - 1;
            }
            walk.branch = outer;
            walk.code
                .switches
                .extend(switch.scope().map(|scope| scope.unique_id()));
            for case in switch.cases() {
                walk.branch(|walk| walk.statement_list(case.body()));
            }
        });
    }

    /// `break` leaves any labelled statement.
    fn labelled(&mut self, labelled: &'a Labelled) {
        self.branch(|walk| match labelled.item() {
            LabelledItem::Statement(statement) => walk.statement(statement),
            LabelledItem::FunctionDeclaration(function) => walk.function_declaration(function),
        });
    }

    fn attempt(&mut self, attempt: &'a Try) {
        self.branch(|walk| {
            let block = attempt.block();
            walk.scoped(block.scope(), |walk| walk.statement_list(block.statement_list()));
        });
        if let Some(handler) = attempt.catch() {
            self.branch(|walk| {
                walk.scoped(Some(handler.scope()), |walk| {
                    if let Some(binding) = handler.parameter() {
                        walk.binding(binding, Binds::Declares, Subject::Unknown);
                    }
                    let block = handler.block();
                    walk.scoped(block.scope(), |walk| walk.statement_list(block.statement_list()));
                });
            });
        }
        if let Some(last) = attempt.finally() {
            let block = last.block();
            self.scoped(block.scope(), |walk| walk.statement_list(block.statement_list()));
        }
    }
}
