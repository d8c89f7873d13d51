//! One form of nesting each.

use crate::END;

/// What does not nest is read however long it is.
const FLAT: usize = 8_000;

/// A form of nesting: `open` as often as it nests, `middle`, and `close` as often again.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// What nests.
    pub name: &'static str,
    /// The deepest that the page reads, as measured in a worker whose code is optimised, which takes the most stack.
    pub page_depth: usize,
    head: &'static str,
    /// An `@` stands for a number of its own.
    open: &'static str,
    middle: &'static str,
    close: &'static str,
    tail: &'static str,
}

impl Shape {
    /// Whether it becomes deep at all.
    #[must_use]
    pub fn nests(&self) -> bool {
        self.page_depth < FLAT
    }

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

const fn shape(
    name: &'static str,
    page_depth: usize,
    [head, open, middle, close, tail]: [&'static str; 5],
) -> Shape {
    Shape {
        name,
        page_depth,
        head,
        open,
        middle,
        close,
        tail,
    }
}

/// All of them.
pub const SHAPES: &[Shape] = &[
    shape("array", 89, ["", "[", "", "]", ""]),
    shape("parentheses", 84, ["", "(", "1", ")", ""]),
    shape("call in call", 105, ["", "f(", "", ")", ""]),
    shape("new in new", 95, ["", "new a(", "", ")", ""]),
    shape("index in index", 98, ["", "a[", "1", "]", ""]),
    shape("object", 88, ["x=", "{a:", "1", "}", ""]),
    shape("method in method", 70, ["x=", "{a(){return ", "1", "}}", ""]),
    shape("getter in getter", 70, ["x=", "{get a(){return ", "1", "}}", ""]),
    shape("template", 84, ["", "`${", "1", "}`", ""]),
    shape("spread", 89, ["", "[...", "a", "]", ""]),
    shape("import()", 111, ["", "import(", "1", ")", ""]),
    shape("block", 448, ["", "{", "", "}", ""]),
    shape("function", 226, ["", "function f(){", "", "}", ""]),
    shape("async function", 226, ["", "async function f(){", "", "}", ""]),
    shape("generator", 226, ["", "function*f(){", "", "}", ""]),
    shape("function expression", 37, ["", "(function(){", "", "})", ""]),
    shape("function called", 65, ["", "!function(){", "", "}()", ""]),
    shape("arrow function", 344, ["", "a=>", "1", "", ""]),
    shape("arrow function with brackets", 344, ["", "(a)=>", "1", "", ""]),
    shape(
        "arrow function with block",
        280,
        ["x=", "()=>{return ", "1", "}", ""],
    ),
    shape("async arrow function", 238, ["", "async()=>{", "", "}", ""]),
    shape("default of parameter", 83, ["x=", "(a=", "1", ")=>1", ""]),
    shape("class method", 256, ["", "class A{m(){", "", "}}", ""]),
    shape("class field", 74, ["x=", "class{a=", "1", "}", ""]),
    shape("class static block", 280, ["", "class A{static{", "", "}}", ""]),
    shape("class extends", 204, ["x=", "class extends ", "a", "{}", ""]),
    shape("class computed name", 74, ["x=", "class{[", "1", "](){}}", ""]),
    shape("array pattern", 832, ["var ", "[", "a", "]", "=x"]),
    shape("object pattern", 664, ["var ", "{a:", "b", "}", "=x"]),
    shape("assigned pattern", 89, ["", "[", "a", "]", "=x"]),
    shape("else if", 752, ["", "if(a){}else ", "{}", "", ""]),
    shape("if", 752, ["", "if(a)", ";", "", ""]),
    shape("if with block", 288, ["", "if(a){", "", "}", ""]),
    shape("switch", 392, ["", "switch(a){case 1:", "", "}", ""]),
    shape("for", 696, ["", "for(;;)", ";", "", ""]),
    shape("for of", 272, ["", "for(let a of b){", "", "}", ""]),
    shape("while", 808, ["", "while(a)", ";", "", ""]),
    shape("do", 992, ["", "do ", ";", "while(a)", ""]),
    shape("try", 448, ["", "try{", "", "}catch{}", ""]),
    shape("catch", 372, ["", "try{}catch(e){", "", "}", ""]),
    shape("with", 808, ["", "with(a)", ";", "", ""]),
    shape("label", 864, ["", "l@:", ";", "", ""]),
    shape("choice", 1040, ["", "a?b:", "c", "", ""]),
    shape("choice in choice", 1024, ["", "a?", "b", ":c", ""]),
    shape("not", 1424, ["", "!", "1", "", ""]),
    shape("minus", 1424, ["", "- ", "1", "", ""]),
    shape("typeof", 1424, ["", "typeof ", "1", "", ""]),
    shape("delete", 1424, ["", "delete ", "a", "", ""]),
    shape("await", 1104, ["async function f(){", "await ", "1", "", "}"]),
    shape("yield", 1104, ["function*f(){", "yield ", "1", "", "}"]),
    shape("assignment", 904, ["", "a=", "1", "", ""]),
    shape("power", 992, ["", "a**", "1", "", ""]),
    shape("new", 768, ["", "new ", "a", "", ""]),
    shape("or", 1104, ["", "a||", "a", "", ""]),
    shape(
        "every operator",
        69,
        ["", "(a,b=c?d:e||f|g^h&i==j<k<<l+m*n**", "1", ")", ""],
    ),
    // What the parser makes without recursion.
    shape("sum", 1104, ["", "a+", "a", "", ""]),
    shape("sum of texts", 1104, ["x=", "'a'+", "'a'", "", ""]),
    shape(
        "sum in function",
        1104,
        ["function f(){return ", "a+", "a", "", "}"],
    ),
    shape("product", 1104, ["", "a*", "a", "", ""]),
    shape("comparison", 1104, ["", "a<", "a", "", ""]),
    shape("instanceof", 1104, ["", "a instanceof ", "a", "", ""]),
    shape("and", 1104, ["", "a&&", "a", "", ""]),
    shape("nullish", 1104, ["", "a??", "a", "", ""]),
    shape("sequence", 1104, ["", "a=1,", "a", "", ""]),
    shape("sequence in brackets", 1104, ["x&&(", "a=1,", "a", "", ")"]),
    shape("member", 768, ["a", ".b", "", "", ""]),
    shape(
        "member in function",
        760,
        ["function f(){return a", ".b", "", "", "}"],
    ),
    shape("index", 768, ["a", "[0]", "", "", ""]),
    shape("call", 1104, ["f", "()", "", "", ""]),
    shape("then", 452, ["p", ".then(x=>x)", "", "", ""]),
    shape("tagged template", 1104, ["f", "``", "", "", ""]),
    // What it copies.
    shape("copied sum", 1104, ["(", "a+", "a", "", ")"]),
    shape("copied members", 768, ["(a", ".b", "", "", ")"]),
    shape("copied calls", 1104, ["(f", "()", "", "", ")"]),
    shape("copied then", 452, ["(p", ".then(x=>x)", "", "", ")"]),
    shape("copied not", 1424, ["(", "!", "1", "", ")"]),
    shape("copied assignment", 904, ["(", "a=", "1", "", ")"]),
    shape("copied choice", 1024, ["(", "a?b:", "1", "", ")"]),
    shape("copied arrow", 344, ["(", "a=>", "1", "", ")"]),
    shape(
        "copied functions",
        226,
        ["(function(){", "function f(){", "", "}", "})"],
    ),
    shape("copied blocks", 440, ["(function(){", "{", "", "}", "})"]),
    shape("copied if", 740, ["(function(){", "if(a)", ";", "", "})"]),
    shape(
        "pattern in function",
        660,
        ["function f(){var ", "{a:", "b", "}", "=x}"],
    ),
    shape("assigned member", 768, ["a", ".b", "", "", "=1"]),
    shape("counted member", 768, ["++a", ".b", "", "", ""]),
    shape("pattern with sum", 552, ["[b=", "a+", "a", "", "]=x"]),
    shape("pattern with calls", 552, ["[b=f", "()", "", "", "]=x"]),
    shape("pattern with members", 384, ["[b=a", ".b", "", "", "]=x"]),
    shape("parameter with sum", 552, ["x=(b=", "a+", "a", "", ")=>1"]),
    shape("parameter with members", 384, ["x=(b=a", ".b", "", "", ")=>1"]),
    // What does not nest at all.
    shape("optional member", FLAT, ["a", "?.b", "", "", ""]),
    shape("case label", FLAT, ["switch(a){", "case 1:", "", "", "}"]),
    shape(
        "regular expression after brackets",
        FLAT,
        ["", "if(a)/[(\\[]/.test(a)&&b\n", "", "", ""],
    ),
    shape(
        "regular expression after block",
        FLAT,
        ["", "if(a){}/\"[(]/.test(a)\n", "", "", ""],
    ),
    shape("statement", FLAT, ["", "a.b(c)+d\n", "", "", ""]),
    shape("element", FLAT, ["[", "a.b(c)+d,", "", "", "]"]),
    shape("argument", FLAT, ["f(", "a.b(c)+d,", "1", "", ")"]),
    shape("property", FLAT, ["x={a:{", "a:-b,", "", "", "}}"]),
    shape("declaration", FLAT, ["var ", "a=b.c,", "d", "", ""]),
];
