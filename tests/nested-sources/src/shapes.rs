//! One form of nesting each.

use crate::END;

/// A form of nesting: `open` as often as it nests, `middle`, and `close` as often again.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// What nests.
    pub name: &'static str,
    head: &'static str,
    /// An `@` stands for a number of its own.
    open: &'static str,
    middle: &'static str,
    close: &'static str,
    tail: &'static str,
}

impl Shape {
    /// The source that nests so deep.
    #[must_use]
    pub fn source(&self, depth: usize) -> String {
        let mut source = format!("{END}{}", self.head);
        if self.open.contains('@') {
            for number in 0..depth {
                source.push_str(&self.open.replace('@', &number.to_string()));
            }
        } else {
            source.push_str(&self.open.repeat(depth));
        }
        source.push_str(self.middle);
        source.push_str(&self.close.repeat(depth));
        source.push_str(self.tail);
        source
    }
}

const fn shape(name: &'static str, [head, open, middle, close, tail]: [&'static str; 5]) -> Shape {
    Shape {
        name,
        head,
        open,
        middle,
        close,
        tail,
    }
}

/// All of them.
pub const SHAPES: &[Shape] = &[
    shape("array", ["", "[", "", "]", ""]),
    shape("parentheses", ["", "(", "1", ")", ""]),
    shape("call in call", ["", "f(", "", ")", ""]),
    shape("new in new", ["", "new a(", "", ")", ""]),
    shape("index in index", ["", "a[", "1", "]", ""]),
    shape("object", ["x=", "{a:", "1", "}", ""]),
    shape("method in method", ["x=", "{a(){return ", "1", "}}", ""]),
    shape("getter in getter", ["x=", "{get a(){return ", "1", "}}", ""]),
    shape("template", ["", "`${", "1", "}`", ""]),
    shape("spread", ["", "[...", "a", "]", ""]),
    shape("import()", ["", "import(", "1", ")", ""]),
    shape("block", ["", "{", "", "}", ""]),
    shape("function", ["", "function f(){", "", "}", ""]),
    shape("async function", ["", "async function f(){", "", "}", ""]),
    shape("generator", ["", "function*f(){", "", "}", ""]),
    shape("function expression", ["", "(function(){", "", "})", ""]),
    shape("function called", ["", "!function(){", "", "}()", ""]),
    shape("arrow function", ["", "a=>", "1", "", ""]),
    shape("arrow function with brackets", ["", "(a)=>", "1", "", ""]),
    shape("arrow function with block", ["x=", "()=>{return ", "1", "}", ""]),
    shape("async arrow function", ["", "async()=>{", "", "}", ""]),
    shape("default of parameter", ["x=", "(a=", "1", ")=>1", ""]),
    shape("class method", ["", "class A{m(){", "", "}}", ""]),
    shape("class field", ["x=", "class{a=", "1", "}", ""]),
    shape("class static block", ["", "class A{static{", "", "}}", ""]),
    shape("class extends", ["x=", "class extends ", "a", "{}", ""]),
    shape("class computed name", ["x=", "class{[", "1", "](){}}", ""]),
    shape("array pattern", ["var ", "[", "a", "]", "=x"]),
    shape("object pattern", ["var ", "{a:", "b", "}", "=x"]),
    shape("assigned pattern", ["", "[", "a", "]", "=x"]),
    shape("else if", ["", "if(a){}else ", "{}", "", ""]),
    shape("if", ["", "if(a)", ";", "", ""]),
    shape("if with block", ["", "if(a){", "", "}", ""]),
    shape("switch", ["", "switch(a){case 1:", "", "}", ""]),
    shape("for", ["", "for(;;)", ";", "", ""]),
    shape("for of", ["", "for(let a of b){", "", "}", ""]),
    shape("while", ["", "while(a)", ";", "", ""]),
    shape("do", ["", "do ", ";", "while(a)", ""]),
    shape("try", ["", "try{", "", "}catch{}", ""]),
    shape("catch", ["", "try{}catch(e){", "", "}", ""]),
    shape("with", ["", "with(a)", ";", "", ""]),
    shape("label", ["", "l@:", ";", "", ""]),
    shape("choice", ["", "a?b:", "c", "", ""]),
    shape("choice in choice", ["", "a?", "b", ":c", ""]),
    shape("not", ["", "!", "1", "", ""]),
    shape("minus", ["", "- ", "1", "", ""]),
    shape("typeof", ["", "typeof ", "1", "", ""]),
    shape("delete", ["", "delete ", "a", "", ""]),
    shape("await", ["async function f(){", "await ", "1", "", "}"]),
    shape("yield", ["function*f(){", "yield ", "1", "", "}"]),
    shape("assignment", ["", "a=", "1", "", ""]),
    shape("power", ["", "a**", "1", "", ""]),
    shape("new", ["", "new ", "a", "", ""]),
    shape("or", ["", "a||", "a", "", ""]),
    shape(
        "every operator",
        ["", "(a,b=c?d:e||f|g^h&i==j<k<<l+m*n**", "1", ")", ""],
    ),
    // What the parser makes without recursion.
    shape("sum", ["", "a+", "a", "", ""]),
    shape("sum of texts", ["x=", "'a'+", "'a'", "", ""]),
    shape("sum in function", ["function f(){return ", "a+", "a", "", "}"]),
    shape("product", ["", "a*", "a", "", ""]),
    shape("comparison", ["", "a<", "a", "", ""]),
    shape("instanceof", ["", "a instanceof ", "a", "", ""]),
    shape("and", ["", "a&&", "a", "", ""]),
    shape("nullish", ["", "a??", "a", "", ""]),
    shape("sequence", ["", "a=1,", "a", "", ""]),
    shape("sequence in brackets", ["x&&(", "a=1,", "a", "", ")"]),
    shape("member", ["a", ".b", "", "", ""]),
    shape("member in function", ["function f(){return a", ".b", "", "", "}"]),
    shape("index", ["a", "[0]", "", "", ""]),
    shape("call", ["f", "()", "", "", ""]),
    shape("then", ["p", ".then(x=>x)", "", "", ""]),
    shape("tagged template", ["f", "``", "", "", ""]),
    // What does not nest at all.
    shape("optional member", ["a", "?.b", "", "", ""]),
    shape("case label", ["switch(a){", "case 1:", "", "", "}"]),
    shape(
        "regular expression after brackets",
        ["", "if(a)/[(\\[]/.test(a)&&b\n", "", "", ""],
    ),
    shape(
        "regular expression after block",
        ["", "if(a){}/\"[(]/.test(a)\n", "", "", ""],
    ),
    shape("statement", ["", "a.b(c)+d\n", "", "", ""]),
    shape("element", ["[", "a.b(c)+d,", "", "", "]"]),
    shape("argument", ["f(", "a.b(c)+d,", "1", "", ")"]),
    shape("property", ["x={a:{", "a:-b,", "", "", "}}"]),
    shape("declaration", ["var ", "a=b.c,", "d", "", ""]),
];
