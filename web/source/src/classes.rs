//! [`classes`]: where the classes of a source stand. The syntax tree tells where an expression begins; of a declaration
//! it has the name and the elements. Which keyword begins it and which bracket completes it, the parser is asked.

use std::ops::{ControlFlow, Range};

use boa_ast::expression::Identifier;
use boa_ast::function::{ClassDeclaration, ClassElement, ClassExpression};
use boa_ast::visitor::{VisitWith as _, Visitor};
use boa_ast::{Position, Spanned as _};
use boa_interner::Interner;

use crate::lines::Lines;
use crate::parse::{parse_module, parse_script};

/// Brackets that are tried as the end of one class.
const MAX_TRIES: usize = 1_000;

/// A class of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// Its own name, or that of the variable that it is assigned to; empty if it has none.
    pub name: String,
    /// The bytes from `class` to the last bracket.
    pub span: Range<usize>,
    /// The texts of its public methods, as the engine tells them.
    pub methods: Vec<String>,
}

/// Finds the classes of a script or a module; none if the parser refuses it.
#[must_use]
pub fn classes(text: &str) -> Vec<Class> {
    let mut interner = Interner::default();
    let mut walk = Walk {
        lines: Lines::of(text),
        units: text.encode_utf16().collect(),
        found: Vec::new(),
    };
    let _: ControlFlow<()> = match parse_script(text, &mut interner) {
        Ok(script) => script.visit_with(&mut walk),
        Err(_) => match parse_module(text, &mut interner) {
            Ok(module) => module.visit_with(&mut walk),
            Err(_) => return Vec::new(),
        },
    };
    let named = |name: Option<Identifier>| match name {
        Some(name) => interner.resolve_expect(name.sym()).to_string(),
        None => String::new(),
    };
    let found = walk.found.into_iter();
    let classes = found.filter_map(|found| {
        Some(Class {
            span: whole(text, found.start, found.end)?,
            name: named(found.name),
            methods: found.methods,
        })
    });
    classes.collect()
}

struct Walk {
    lines: Lines,
    /// The text as the engine counts it.
    units: Vec<u16>,
    found: Vec<Found>,
}

struct Found {
    name: Option<Identifier>,
    start: Start,
    /// A byte in the class, of which the last bracket is behind.
    end: usize,
    methods: Vec<String>,
}

#[derive(Clone, Copy)]
enum Start {
    /// The keyword.
    At(usize),
    /// The name, which the keyword is before.
    Before(usize),
}

impl Walk {
    fn offset(&self, position: Position) -> usize {
        self.lines
            .offset(position.line_number(), position.column_number())
    }

    fn methods(&self, elements: &[ClassElement]) -> Vec<String> {
        let methods = elements.iter().filter_map(|element| match element {
            ClassElement::MethodDefinition(method) if !method.is_private() => Some(method.linear_span()),
            _ => None,
        });
        methods
            .filter_map(|span| self.units.get(span.start().pos()..span.end().pos()))
            .map(String::from_utf16_lossy)
            .collect()
    }

    /// The end of the last element, or of what comes before it if the tree does not know.
    fn elements_end(&self, class: &ClassDeclaration) -> usize {
        let elements = class.elements().iter().filter_map(|element| match element {
            ClassElement::MethodDefinition(method) => Some(method.body().span().end()),
            ClassElement::FieldDefinition(field) | ClassElement::StaticFieldDefinition(field) => {
                field.initializer().map(|value| value.span().end())
            }
            ClassElement::PrivateFieldDefinition(field)
            | ClassElement::PrivateStaticFieldDefinition(field) => {
                field.initializer().map(|value| value.span().end())
            }
            ClassElement::StaticBlock(block) => Some(block.statements().span().end()),
        });
        let ends = elements
            .chain(
                class
                    .constructor()
                    .map(|constructor| constructor.body().span().end()),
            )
            .chain(class.super_ref().map(|parent| parent.span().end()))
            .chain([class.name().span().end()]);
        ends.map(|end| self.offset(end)).max().unwrap_or_default()
    }
}

impl<'ast> Visitor<'ast> for Walk {
    type BreakTy = ();

    fn visit_class_expression(&mut self, class: &'ast ClassExpression) -> ControlFlow<()> {
        let span = class.span();
        self.found.push(Found {
            name: class.name(),
            start: Start::At(self.offset(span.start())),
            // Boa's span ends at the last bracket or behind it.
            end: self.offset(span.end()).saturating_sub(1),
            methods: self.methods(class.elements()),
        });
        class.visit_with(self)
    }

    fn visit_class_declaration(&mut self, class: &'ast ClassDeclaration) -> ControlFlow<()> {
        self.found.push(Found {
            name: Some(class.name()),
            start: Start::Before(self.offset(class.name().span().start())),
            // A body's span may end behind its bracket.
            end: self.elements_end(class).saturating_sub(1),
            methods: self.methods(class.elements()),
        });
        class.visit_with(self)
    }
}

/// Finds the whole class: a bracket of a comment or of the last element may be nearer than its own.
fn whole(text: &str, start: Start, end: usize) -> Option<Range<usize>> {
    let starts: Vec<usize> = match start {
        Start::At(start) => vec![start],
        Start::Before(name) => {
            let keywords = text[..name].rmatch_indices("class");
            keywords.map(|(start, _)| start).take(2).collect()
        }
    };
    let brackets = text
        .bytes()
        .enumerate()
        .skip(end)
        .filter(|(_, byte)| *byte == b'}');
    let ends = brackets.map(|(place, _)| place + 1);
    starts
        .into_iter()
        .flat_map(|start| ends.clone().take(MAX_TRIES).map(move |end| start..end))
        .find(|span| is_class(&text[span.clone()]))
}

/// Whether a text is a class, with nothing around it but functions in which `await` and `yield` may stand.
fn is_class(text: &str) -> bool {
    parse_script(&format!("({text})"), &mut Interner::default()).is_ok()
        || parse_script(
            &format!("(async function* () {{({text})}})"),
            &mut Interner::default(),
        )
        .is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_found_from_its_keyword_to_its_last_bracket() {
        for marked in [
            "<class A{m(){return 1}}>",
            "<class A { }> /* } */ f()",
            "x\n<class /* class */ A extends (class B { n() { return '}' } }) { x = {a: {}}; /* } */ }> // }",
            "<class A { static { f({}); { } } }> g({})",
            "async function f() { <class A { [await g()] = 1; 'ü💡' = 2 }> return {} }",
            "'💡'; <class A { get a() { return `}` } set a(x) { /}/.test(x) } static s() {} #p() {} constructor() { {} } }>",
            "export default <class A { x = 1; }>",
            "const A = <class { y() {} }>; ({})",
            "f(<class A extends B { static #x = {} }>, {})",
            "function f() { return <class A { }> } f({})",
        ] {
            let (source, expected) = (marked.replace(['<', '>'], ""), marked.split(['<', '>']).nth(1));
            let found = classes(&source);
            let class = found.iter().find(|class| class.name == "A");
            assert_eq!(
                class.map(|class| &source[class.span.clone()]),
                expected,
                "{found:?}"
            );
        }
    }

    #[test]
    fn methods_have_the_texts_that_the_engine_tells() {
        let source = "'💡'; class A { m() { return 'ü' } static async s(x) {} get g() { return 1 } #p() {} [k]() {} f = () => {} }";
        let methods = &classes(source)[0].methods;
        assert_eq!(
            methods.join("|"),
            "m() { return 'ü' }|async s(x) {}|get g() { return 1 }|[k]() {}"
        );
    }
}
