//! What changes inside the statements of a cell: top-level `await` becomes a call that waits, and names that were
//! declared again become what the engine calls them.

use std::collections::HashMap;
use std::ops::ControlFlow;

use boa_engine::ast::expression::literal::PropertyDefinition;
use boa_engine::ast::expression::{Await, Identifier};
use boa_engine::ast::function::{
    ArrowFunction, AsyncArrowFunction, AsyncFunctionDeclaration, AsyncFunctionExpression,
    AsyncGeneratorDeclaration, AsyncGeneratorExpression, ClassElement, FunctionBody, FunctionDeclaration,
    FunctionExpression, GeneratorDeclaration, GeneratorExpression,
};
use boa_engine::ast::pattern::ObjectPatternElement;
use boa_engine::ast::property::PropertyName;
use boa_engine::ast::statement::{ForOfLoop, Statement};
use boa_engine::ast::visitor::{VisitWith, Visitor};
use boa_engine::ast::{Position, Spanned as _};
use boa_engine::interner::{Interner, Sym};

use crate::cell::{Bindings, MARK};
use crate::lines::Lines;
use crate::rewritten::Edit;
use crate::script_error;
use crate::tokens::{Token, TokenKind, Tokens};

/// The changes, in no order.
pub(crate) fn edits(
    body: &FunctionBody,
    source: &str,
    lines: &Lines,
    interner: &Interner,
    bindings: &Bindings,
) -> Vec<Edit> {
    let mut walk = Walk {
        source,
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
    source: &'a str,
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

    /// `for await (…) { … }` at the top level runs in an async function of its own.
    fn enclose(&mut self, whole: &ForOfLoop) -> Option<()> {
        let iterable = self.offset(whole.iterable().span().start());
        let tokens: Vec<Token<'_>> = Tokens::of(self.source).collect();
        let start = tokens
            .windows(2)
            .rfind(|pair| pair[0].is("for") && pair[1].is("await") && pair[0].start < iterable)?[0]
            .start;
        let end = match whole.body() {
            Statement::Block(_) => {
                let first = tokens.iter().position(|token| token.start > start)? + 1;
                let header = closing(&tokens, first)?;
                tokens[closing(&tokens, header + 1)?].end()
            }
            Statement::Expression(body) => self.offset(body.span().end()),
            _ => return None,
        };
        self.edits
            .push(Edit::insert(start, format!("await{MARK}((async () => {{")));
        self.edits.push(Edit::insert(end, "})());"));
        Some(())
    }

    fn offset(&self, position: Position) -> usize {
        self.lines.offset(script_error::Position {
            line: position.line_number(),
            column: position.column_number(),
        })
    }
}

/// The bracket that closes the one at `open`.
fn closing(tokens: &[Token<'_>], open: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (position, token) in tokens.iter().enumerate().skip(open) {
        match token.kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return Some(position);
        }
    }
    None
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
        if node.r#await() && self.functions == 0 && self.enclose(node).is_some() {
            return self.inside_function(node);
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
