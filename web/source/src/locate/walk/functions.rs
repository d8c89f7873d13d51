//! Functions. Each is compiled apart: its parameters, then its body, which has a place of its own.

use boa_ast::Spanned as _;
use boa_ast::expression::literal::ObjectMethodDefinition;
use boa_ast::expression::{Expression, Identifier};
use boa_ast::function::{
    AsyncFunctionDeclaration, AsyncGeneratorDeclaration, FormalParameterList, FunctionBody,
    FunctionDeclaration, GeneratorDeclaration,
};
use boa_ast::property::{MethodDefinitionKind, PropertyName};
use boa_ast::scope::FunctionScopes;
use boa_interner::Sym;

use super::Walk;
use super::patterns::Binds;
use crate::locate::operation::Subject;

/// The parts of a function.
#[derive(Clone, Copy)]
pub(super) struct Function<'a> {
    pub(super) parameters: &'a FormalParameterList,
    pub(super) body: &'a FunctionBody,
    pub(super) scopes: &'a FunctionScopes,
}

macro_rules! parts {
    ($function:expr) => {
        Function {
            parameters: $function.parameters(),
            body: $function.body(),
            scopes: $function.scopes(),
        }
    };
}

impl<'a> Walk<'a, '_> {
    pub(super) fn function_declaration(&mut self, function: &'a FunctionDeclaration) {
        self.function(self.text(function.name().sym()), parts!(function));
    }

    pub(super) fn generator_declaration(&mut self, function: &'a GeneratorDeclaration) {
        self.function(self.text(function.name().sym()), parts!(function));
    }

    pub(super) fn async_declaration(&mut self, function: &'a AsyncFunctionDeclaration) {
        self.function(self.text(function.name().sym()), parts!(function));
    }

    pub(super) fn async_generator_declaration(&mut self, function: &'a AsyncGeneratorDeclaration) {
        self.function(self.text(function.name().sym()), parts!(function));
    }

    pub(super) fn function_expression(&mut self, function: &'a Expression) {
        let (name, parts) = match function {
            Expression::FunctionExpression(function) => (function.name(), parts!(function)),
            Expression::ArrowFunction(function) => (function.name(), parts!(function)),
            Expression::AsyncArrowFunction(function) => (function.name(), parts!(function)),
            Expression::GeneratorExpression(function) => (function.name(), parts!(function)),
            Expression::AsyncFunctionExpression(function) => (function.name(), parts!(function)),
            Expression::AsyncGeneratorExpression(function) => (function.name(), parts!(function)),
            _ => return,
        };
        self.function(self.optional_name(name), parts);
    }

    pub(super) fn object_method(&mut self, method: &'a ObjectMethodDefinition) {
        self.property_name(method.name());
        let prefix = match method.kind() {
            MethodDefinitionKind::Get => "get ",
            MethodDefinitionKind::Set => "set ",
            _ => "",
        };
        let name = match method.name() {
            PropertyName::Literal(name) => format!("{prefix}{}", self.text(name.sym())),
            PropertyName::Computed(_) => String::new(),
        };
        self.function(name, parts!(method));
    }

    pub(super) fn function(&mut self, name: String, function: Function<'a>) {
        self.code(name, |walk| walk.function_code(function, None));
    }

    /// The code of a function; `position` is the place of its body, if that is another than the body's own.
    pub(super) fn function_code(&mut self, function: Function<'a>, position: Option<boa_ast::Position>) {
        let Function {
            parameters,
            body,
            scopes,
        } = function;
        self.scoped(Some(&scopes.parameter_scope()), |walk| {
            walk.declare(Sym::ARGUMENTS);
            for parameter in parameters.as_ref() {
                walk.default_value(parameter.init());
                walk.binding(parameter.variable().binding(), Binds::Declares, Subject::Argument);
            }
            walk.hoist(boa_ast::operations::bound_names(parameters));
            walk.hoist([Sym::ARGUMENTS]);
            walk.scoped(scopes.parameters_scope(), |walk| {
                walk.hoist_body(body);
                walk.scoped(scopes.lexical_scope(), |walk| {
                    let position = position.unwrap_or_else(|| body.span().start());
                    walk.guarded(position, |walk| walk.statement_list(body.statement_list()));
                });
            });
        });
    }

    pub(super) fn optional_name(&self, name: Option<Identifier>) -> String {
        name.map_or_else(String::new, |name| self.text(name.sym()))
    }
}
