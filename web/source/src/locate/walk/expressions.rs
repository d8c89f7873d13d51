//! Expressions other than accesses, calls and assignments.

use boa_ast::Expression;
use boa_ast::Spanned as _;
use boa_ast::expression::literal::{ObjectLiteral, PropertyDefinition, TemplateElement};
use boa_ast::expression::operator::binary::{ArithmeticOp, BinaryOp, LogicalOp, RelationalOp};
use boa_ast::expression::operator::unary::UnaryOp;
use boa_ast::expression::operator::{Binary, Unary};
use boa_ast::property::PropertyName;

use super::Walk;
use crate::locate::constant::{Constant, constant, continues};
use crate::locate::extent;
use crate::locate::operation::{Kind, Operator, Subject};

impl<'a> Walk<'a, '_> {
    /// An expression whose value goes somewhere.
    pub(super) fn expression(&mut self, expression: &'a Expression) {
        self.look_at(expression);
        if let Expression::Identifier(_) | Expression::PropertyAccess(_) = expression {
            self.share(expression);
        }
    }

    /// An expression whose value is only looked at.
    pub(super) fn look_at(&mut self, expression: &'a Expression) {
        match expression {
            Expression::Literal(_)
            | Expression::RegExpLiteral(_)
            | Expression::NewTarget(_)
            | Expression::ImportMeta(_) => {}
            Expression::Identifier(name) => self.read(*name),
            Expression::This(this) => self.note(Kind::This, |source| extent::of_span(this.span(), source)),
            Expression::Parenthesized(inner) => self.look_at(inner.expression()),
            Expression::Spread(spread) => self.expression(spread.target()),
            Expression::ArrayLiteral(array) => {
                for element in array.as_ref().iter().flatten() {
                    self.element(element);
                }
            }
            Expression::ObjectLiteral(object) => self.object(object),
            Expression::TemplateLiteral(template) => {
                for element in template.elements() {
                    if let TemplateElement::Expr(value) = element {
                        self.look_at(value);
                    }
                }
                self.note(Kind::Template, |source| extent::of_expression(expression, source));
            }
            Expression::PropertyAccess(access) => self.access(access),
            Expression::Optional(optional) => self.optional(optional),
            Expression::Call(call) => self.call(call, expression),
            Expression::New(new) => self.construct(new, expression),
            Expression::SuperCall(call) => {
                self.arguments(call.arguments());
                self.note(Kind::SuperCall, |source| extent::of_span(call.span(), source));
            }
            Expression::TaggedTemplate(template) => self.tagged(template, expression),
            Expression::ImportCall(import) => {
                self.expression(import.specifier());
                if let Some(options) = import.options() {
                    self.expression(options);
                }
                self.note(Kind::Import, |source| extent::of_span(import.span(), source));
            }
            Expression::Assign(assign) => self.assignment(assign),
            Expression::Update(update) => self.update(update),
            Expression::Unary(unary) => self.unary(unary, expression),
            Expression::Binary(binary) => self.binary(binary, expression),
            Expression::BinaryInPrivate(binary) => {
                self.expression(binary.rhs());
                self.note(Kind::In(None, binary.rhs()), |source| {
                    extent::of_expression(expression, source)
                });
            }
            Expression::Conditional(choice) => {
                self.look_at(choice.condition());
                self.branch(|walk| walk.expression(choice.if_true()));
                self.branch(|walk| walk.expression(choice.if_false()));
            }
            Expression::Await(wait) => self.expression(wait.target()),
            Expression::Yield(yielded) => {
                if let Some(value) = yielded.target() {
                    self.expression(value);
                    if yielded.delegate() {
                        self.iterate(Subject::Expression(value), |source| {
                            extent::of_expression(value, source)
                        });
                    }
                }
            }
            Expression::ClassExpression(class) => self.class_expression(class),
            Expression::FunctionExpression(_)
            | Expression::ArrowFunction(_)
            | Expression::AsyncArrowFunction(_)
            | Expression::GeneratorExpression(_)
            | Expression::AsyncFunctionExpression(_)
            | Expression::AsyncGeneratorExpression(_) => self.function_expression(expression),
        }
    }

    /// An element of an array, or an argument.
    pub(super) fn element(&mut self, element: &'a Expression) {
        if let Expression::Spread(spread) = element {
            let value = spread.target();
            self.expression(value);
            self.iterate(Subject::Expression(value), |source| {
                extent::of_expression(value, source)
            });
        } else {
            self.expression(element);
        }
    }

    /// The name of a property that must be computed.
    pub(super) fn property_name(&mut self, name: &'a PropertyName) {
        if let PropertyName::Computed(key) = name {
            self.expression(key);
            self.note(Kind::Key, |source| extent::of_expression(key, source));
        }
    }

    fn object(&mut self, object: &'a ObjectLiteral) {
        for property in object.properties() {
            match property {
                PropertyDefinition::IdentifierReference(name) => self.read(*name),
                PropertyDefinition::Property(name, value) => {
                    self.property_name(name);
                    self.expression(value);
                }
                PropertyDefinition::MethodDefinition(method) => self.object_method(method),
                PropertyDefinition::SpreadObject(value) => self.expression(value),
                PropertyDefinition::CoverInitializedName(..) => {}
            }
        }
    }

    fn unary(&mut self, unary: &'a Unary, whole: &'a Expression) {
        let target = unary.target();
        let operator = match unary.op() {
            UnaryOp::Delete => {
                self.guarded(unary.span().start(), |walk| walk.delete(target, whole));
                return;
            }
            UnaryOp::TypeOf => {
                match target.flatten() {
                    Expression::Identifier(name) => self.read_for_type(*name),
                    other => self.expression(other),
                }
                return;
            }
            UnaryOp::Not | UnaryOp::Void => {
                self.expression(target);
                return;
            }
            UnaryOp::Plus => Operator::ToNumber,
            UnaryOp::Minus | UnaryOp::Tilde => Operator::Negate,
        };
        self.expression(target);
        self.note(Kind::Operator(operator, target, None), |source| {
            extent::of_expression(whole, source)
        });
    }

    fn binary(&mut self, binary: &'a Binary, whole: &'a Expression) {
        let (left, right) = (binary.lhs(), binary.rhs());
        let operator = match binary.op() {
            BinaryOp::Logical(operator) => {
                self.logical(operator, left, right);
                return;
            }
            operator => operator,
        };
        self.look_at(left);
        self.look_at(right);
        let kind = match operator {
            BinaryOp::Arithmetic(ArithmeticOp::Add) => Kind::Operator(Operator::Add, left, Some(right)),
            BinaryOp::Arithmetic(_) | BinaryOp::Bitwise(_) => {
                Kind::Operator(Operator::Arithmetic, left, Some(right))
            }
            BinaryOp::Relational(RelationalOp::In) => Kind::In(Some(left), right),
            BinaryOp::Relational(RelationalOp::InstanceOf) => Kind::InstanceOf(right),
            BinaryOp::Relational(RelationalOp::StrictEqual | RelationalOp::StrictNotEqual)
            | BinaryOp::Logical(_)
            | BinaryOp::Comma => return,
            BinaryOp::Relational(_) => Kind::Operator(Operator::Compare, left, Some(right)),
        };
        self.note(kind, |source| extent::of_expression(whole, source));
    }

    /// The engine leaves out the side that a literal decides against.
    fn logical(&mut self, operator: LogicalOp, left: &'a Expression, right: &'a Expression) {
        let left_side = constant(left);
        if left_side == Constant::Computed {
            self.shorten();
        }
        match continues(left_side, operator) {
            Some(true) => self.expression(right),
            Some(false) => {}
            None => {
                self.expression(left);
                self.branch(|walk| walk.expression(right));
            }
        }
    }

    /// The engine may leave out more here than is known.
    pub(super) fn shorten(&mut self) {
        self.program.codes[self.code.index].is_shortened = true;
    }
}
