//! What changes inside the statements of a cell: top-level `await` becomes a call that waits, and names that were
//! declared again become what the engine calls them.

use std::collections::HashMap;
use std::ops::ControlFlow;

use boa_ast::declaration::Binding;
use boa_ast::expression::literal::PropertyDefinition;
use boa_ast::expression::{Await, Identifier};
use boa_ast::function::{
    ArrowFunction, AsyncArrowFunction, AsyncFunctionDeclaration, AsyncFunctionExpression,
    AsyncGeneratorDeclaration, AsyncGeneratorExpression, ClassElement, FunctionBody, FunctionDeclaration,
    FunctionExpression, GeneratorDeclaration, GeneratorExpression,
};
use boa_ast::pattern::ObjectPatternElement;
use boa_ast::property::PropertyName;
use boa_ast::statement::ForOfLoop;
use boa_ast::statement::iteration::IterableLoopInitializer;
use boa_ast::visitor::{VisitWith, Visitor};
use boa_ast::{Position, Span, Spanned as _};
use boa_interner::{Interner, Sym};

use crate::cell::bindings::Bindings;
use crate::lines::Lines;
use crate::names::MARK;
use crate::rewritten::Edit;
use crate::tokens::Tokens;

/// The changes, in no order.
pub(crate) fn edits(
    body: &FunctionBody,
    lines: &Lines,
    interner: &Interner,
    bindings: &Bindings,
) -> Vec<Edit> {
    let mut walk = Walk {
        lines,
        interner,
        bindings,
        aliases: HashMap::new(),
        functions: 0,
        edits: Vec::new(),
    };
    let _: ControlFlow<()> = body.visit_with(&mut walk);
    walk.edits
}

struct Walk<'a> {
    lines: &'a Lines,
    interner: &'a Interner,
    bindings: &'a Bindings,
    aliases: HashMap<Sym, Option<String>>,
    /// How many functions are around the present node.
    functions: usize,
    edits: Vec<Edit>,
}

impl Walk<'_> {
    fn inside_function(&mut self, node: &impl VisitWith) -> ControlFlow<()> {
        self.functions += 1;
        let flow = node.visit_with(self);
        self.functions -= 1;
        flow
    }

    fn rename(&mut self, name: &Identifier, is_shorthand: bool) {
        let (bindings, interner) = (self.bindings, self.interner);
        let own = || interner.resolve_expect(name.sym()).to_string();
        let alias = self
            .aliases
            .entry(name.sym())
            .or_insert_with(|| bindings.alias(&own()));
        let Some(alias) = alias else { return };
        let text = if is_shorthand {
            format!("{}: {alias}", own())
        } else {
            alias.clone()
        };
        let span = name.span();
        self.edits.push(Edit {
            start: self.offset(span.start()),
            end: self.offset(span.end()),
            text,
        });
    }

    /// `for await (const x of values)` at the top level becomes `for (const x of forAwait‌(values))`: an iterator that
    /// waits for each value.
    fn wait_for_each(&mut self, whole: &ForOfLoop) -> Option<()> {
        let text = self.lines.text();
        let binding = binding_span(whole.initializer());
        let keyword = text[..self.offset(binding.start())].rfind("await")?;
        // `of`, and then the first token of the values: the tree does not place brackets around them.
        let after = self.offset(binding.end());
        let start = after + Tokens::of(&text[after..]).nth(1)?.start;
        let end = self.offset(whole.iterable().span().end());
        self.edits.push(Edit {
            start: keyword,
            end: keyword + "await".len(),
            text: String::new(),
        });
        self.edits.push(Edit::insert(start, format!("forAwait{MARK}(")));
        self.edits.push(Edit::insert(end, ")"));
        Some(())
    }

    fn offset(&self, position: Position) -> usize {
        self.lines
            .offset(position.line_number(), position.column_number())
    }
}

/// The variable of a loop, or what it assigns to.
fn binding_span(initializer: &IterableLoopInitializer) -> Span {
    let binding = match initializer {
        IterableLoopInitializer::Identifier(name) => return name.span(),
        IterableLoopInitializer::Access(access) => return access.span(),
        IterableLoopInitializer::Pattern(pattern) => return pattern.span(),
        IterableLoopInitializer::Var(variable) => variable.binding(),
        IterableLoopInitializer::Let(binding) | IterableLoopInitializer::Const(binding) => binding,
    };
    match binding {
        Binding::Identifier(name) => name.span(),
        Binding::Pattern(pattern) => pattern.span(),
    }
}

macro_rules! inside_function {
    ($($visit:ident($node:ty);)*) => {
        $(fn $visit(&mut self, node: &'ast $node) -> ControlFlow<()> {
            self.inside_function(node)
        })*
    };
}

impl<'ast> Visitor<'ast> for Walk<'_> {
    type BreakTy = ();

    fn visit_await(&mut self, node: &'ast Await) -> ControlFlow<()> {
        if self.functions == 0 {
            let keyword = self.offset(node.span().start()) + "await".len();
            let end = self.offset(node.target().span().end());
            self.edits.push(Edit::insert(keyword, format!("{MARK}(")));
            self.edits.push(Edit::insert(end, ")"));
        }
        node.visit_with(self)
    }

    fn visit_for_of_loop(&mut self, node: &'ast ForOfLoop) -> ControlFlow<()> {
        if node.r#await() && self.functions == 0 {
            self.wait_for_each(node);
        }
        node.visit_with(self)
    }

    fn visit_identifier(&mut self, node: &'ast Identifier) -> ControlFlow<()> {
        self.rename(node, false);
        ControlFlow::Continue(())
    }

    fn visit_property_definition(&mut self, node: &'ast PropertyDefinition) -> ControlFlow<()> {
        match node {
            PropertyDefinition::IdentifierReference(name) => {
                self.rename(name, true);
                ControlFlow::Continue(())
            }
            PropertyDefinition::MethodDefinition(_) => self.inside_function(node),
            _ => node.visit_with(self),
        }
    }

    fn visit_object_pattern_element(&mut self, node: &'ast ObjectPatternElement) -> ControlFlow<()> {
        if let ObjectPatternElement::SingleName {
            name: PropertyName::Literal(key),
            ident,
            default_init,
        } = node
            && key.span() == ident.span()
        {
            self.rename(ident, true);
            return default_init
                .as_ref()
                .map_or(ControlFlow::Continue(()), |value| self.visit_expression(value));
        }
        node.visit_with(self)
    }

    inside_function! {
        visit_function_expression(FunctionExpression);
        visit_function_declaration(FunctionDeclaration);
        visit_generator_expression(GeneratorExpression);
        visit_generator_declaration(GeneratorDeclaration);
        visit_async_function_expression(AsyncFunctionExpression);
        visit_async_function_declaration(AsyncFunctionDeclaration);
        visit_async_generator_expression(AsyncGeneratorExpression);
        visit_async_generator_declaration(AsyncGeneratorDeclaration);
        visit_arrow_function(ArrowFunction);
        visit_async_arrow_function(AsyncArrowFunction);
        visit_class_element(ClassElement);
    }
}
