//! Classes. Their fields and static blocks are compiled like functions.

use boa_ast::Spanned as _;
use boa_ast::expression::Expression;
use boa_ast::function::{
    ClassDeclaration, ClassElement, ClassElementName, ClassExpression, ClassMethodDefinition,
    FunctionExpression, StaticBlockBody,
};
use boa_ast::property::PropertyName;
use boa_ast::scope::Scope;

use super::Walk;
use super::functions::Function;
use crate::locate::extent;
use crate::locate::operation::Kind;

/// The parts of a class.
struct Class<'a> {
    name: Option<boa_ast::expression::Identifier>,
    scope: Option<&'a Scope>,
    base: Option<&'a Expression>,
    constructor: Option<&'a FunctionExpression>,
    elements: &'a [ClassElement],
}

impl<'a> Walk<'a, '_> {
    pub(super) fn class_declaration(&mut self, class: &'a ClassDeclaration) {
        self.class(&Class {
            name: Some(class.name()),
            scope: Some(class.name_scope()),
            base: class.super_ref(),
            constructor: class.constructor(),
            elements: class.elements(),
        });
        self.declare(class.name().sym());
    }

    pub(super) fn class_expression(&mut self, class: &'a ClassExpression) {
        self.class(&Class {
            name: class.name(),
            scope: class.name_scope(),
            base: class.super_ref(),
            constructor: class.constructor(),
            elements: class.elements(),
        });
    }

    fn class(&mut self, class: &Class<'a>) {
        let name = self.optional_name(class.name);
        self.scoped(class.scope, |walk| {
            walk.code(name.clone(), |walk| walk.constructor(class));
            if let Some(base) = class.base {
                walk.expression(base);
                walk.note(Kind::Extends(base), |source| extent::of_expression(base, source));
            }
            if let Some(name) = class.name.filter(|_| class.scope.is_some()) {
                walk.declare(name.sym());
            }
            for element in class.elements {
                walk.class_element(element, &name);
            }
        });
    }

    /// What `new` does; a class without a constructor calls that of its base.
    fn constructor(&mut self, class: &Class<'a>) {
        match (class.constructor, class.base) {
            (Some(constructor), _) => self.function_code(
                Function {
                    parameters: constructor.parameters(),
                    body: constructor.body(),
                    scopes: constructor.scopes(),
                },
                Some(constructor.span().start()),
            ),
            (None, Some(base)) => {
                self.note(Kind::SuperCall, |source| extent::of_expression(base, source));
            }
            (None, None) => {}
        }
    }

    fn class_element(&mut self, element: &'a ClassElement, class: &str) {
        match element {
            ClassElement::MethodDefinition(method) => self.method(method),
            ClassElement::FieldDefinition(field) => {
                self.field_name(field.name());
                self.field(String::new(), field.scope(), field.initializer());
            }
            ClassElement::StaticFieldDefinition(field) => {
                self.field_name(field.name());
                self.field(class.to_owned(), field.scope(), field.initializer());
            }
            ClassElement::PrivateFieldDefinition(field)
            | ClassElement::PrivateStaticFieldDefinition(field) => {
                self.field(class.to_owned(), field.scope(), field.initializer());
            }
            ClassElement::StaticBlock(block) => self.static_block(block),
        }
    }

    /// A method, which the engine compiles without a name.
    fn method(&mut self, method: &'a ClassMethodDefinition) {
        if let ClassElementName::PropertyName(name) = method.name() {
            self.property_name(name);
        }
        self.function(
            String::new(),
            Function {
                parameters: method.parameters(),
                body: method.body(),
                scopes: method.scopes(),
            },
        );
    }

    fn field_name(&mut self, name: &'a PropertyName) {
        if let PropertyName::Computed(key) = name {
            self.expression(key);
        }
    }

    /// The value of a field has no place of its own, other than a function's body.
    fn field(&mut self, name: String, scope: &Scope, value: Option<&'a Expression>) {
        if let Some(value) = value {
            self.code(name, |walk| {
                walk.scoped(Some(scope), |walk| walk.expression(value));
            });
        }
    }

    fn static_block(&mut self, block: &'a StaticBlockBody) {
        self.code(String::new(), |walk| {
            let (body, scopes) = (block.statements(), block.scopes());
            walk.scoped(Some(scopes.function_scope()), |walk| {
                walk.hoist_body(body);
                walk.scoped(scopes.lexical_scope(), |walk| {
                    walk.guarded(body.span().start(), |walk| {
                        walk.statement_list(body.statement_list());
                    });
                });
            });
        });
    }
}
