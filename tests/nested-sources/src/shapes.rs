//! One form of nesting each.

use crate::END;

/// What does not nest is read however long it is.
const FLAT: usize = 3_000;

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
    shape("parentheses", 86, ["", "(", "1", ")", ""]),
    shape("call in call", 106, ["", "f(", "", ")", ""]),
    shape("new in new", 98, ["", "new a(", "", ")", ""]),
    shape("index in index", 99, ["", "a[", "1", "]", ""]),
    shape("object", 90, ["x=", "{a:", "1", "}", ""]),
    shape("method in method", 72, ["x=", "{a(){return ", "1", "}}", ""]),
    shape("getter in getter", 72, ["x=", "{get a(){return ", "1", "}}", ""]),
    shape("template", 86, ["", "`${", "1", "}`", ""]),
    shape("spread", 89, ["", "[...", "a", "]", ""]),
    shape("import()", 113, ["", "import(", "1", ")", ""]),
    shape("block", 460, ["", "{", "", "}", ""]),
    shape("function", 284, ["", "function f(){", "", "}", ""]),
    shape("async function", 284, ["", "async function f(){", "", "}", ""]),
    shape("generator", 284, ["", "function*f(){", "", "}", ""]),
    shape("function expression", 38, ["", "(function(){", "", "})", ""]),
    shape("function called", 67, ["", "!function(){", "", "}()", ""]),
    shape("arrow function", 344, ["", "a=>", "1", "", ""]),
    shape("arrow function with brackets", 344, ["", "(a)=>", "1", "", ""]),
    shape(
        "arrow function with block",
        284,
        ["x=", "()=>{return ", "1", "}", ""],
    ),
    shape("async arrow function", 244, ["", "async()=>{", "", "}", ""]),
    shape("default of parameter", 83, ["x=", "(a=", "1", ")=>1", ""]),
    shape("class method", 256, ["", "class A{m(){", "", "}}", ""]),
    shape("class field", 77, ["x=", "class{a=", "1", "}", ""]),
    shape("class static block", 288, ["", "class A{static{", "", "}}", ""]),
    shape("class extends", 204, ["x=", "class extends ", "a", "{}", ""]),
    shape("class computed name", 75, ["x=", "class{[", "1", "](){}}", ""]),
    shape("array pattern", 936, ["var ", "[", "a", "]", "=x"]),
    shape("object pattern", 776, ["var ", "{a:", "b", "}", "=x"]),
    shape("assigned pattern", 89, ["", "[", "a", "]", "=x"]),
    shape("else if", 760, ["", "if(a){}else ", "{}", "", ""]),
    shape("if", 760, ["", "if(a)", ";", "", ""]),
    shape("if with block", 288, ["", "if(a){", "", "}", ""]),
    shape("switch", 404, ["", "switch(a){case 1:", "", "}", ""]),
    shape("for", 704, ["", "for(;;)", ";", "", ""]),
    shape("for of", 280, ["", "for(let a of b){", "", "}", ""]),
    shape("while", 832, ["", "while(a)", ";", "", ""]),
    shape("do", 1008, ["", "do ", ";", "while(a)", ""]),
    shape("try", 460, ["", "try{", "", "}catch{}", ""]),
    shape("catch", 380, ["", "try{}catch(e){", "", "}", ""]),
    shape("with", 816, ["", "with(a)", ";", "", ""]),
    shape("label", 872, ["", "l@:", ";", "", ""]),
    shape("choice", 1056, ["", "a?b:", "c", "", ""]),
    shape("choice in choice", 1056, ["", "a?", "b", ":c", ""]),
    shape("not", 1456, ["", "!", "1", "", ""]),
    shape("minus", 1456, ["", "- ", "1", "", ""]),
    shape("typeof", 1456, ["", "typeof ", "1", "", ""]),
    shape("delete", 1456, ["", "delete ", "a", "", ""]),
    shape("await", 1184, ["async function f(){", "await ", "1", "", "}"]),
    shape("yield", 1104, ["function*f(){", "yield ", "1", "", "}"]),
    shape("assignment", 936, ["", "a=", "1", "", ""]),
    shape("power", 1008, ["", "a**", "1", "", ""]),
    shape("new", 824, ["", "new ", "a", "", ""]),
    shape("or", 1104, ["", "a||", "a", "", ""]),
    shape(
        "every operator",
        69,
        ["", "(a,b=c?d:e||f|g^h&i==j<k<<l+m*n**", "1", ")", ""],
    ),
    // What the parser makes without recursion.
    shape("sum", 1312, ["", "a+", "a", "", ""]),
    shape("sum of texts", 1312, ["x=", "'a'+", "'a'", "", ""]),
    shape(
        "sum in function",
        1312,
        ["function f(){return ", "a+", "a", "", "}"],
    ),
    shape("product", 1312, ["", "a*", "a", "", ""]),
    shape("comparison", 1312, ["", "a<", "a", "", ""]),
    shape("instanceof", 1312, ["", "a instanceof ", "a", "", ""]),
    shape("and", 1312, ["", "a&&", "a", "", ""]),
    shape("nullish", 1312, ["", "a??", "a", "", ""]),
    shape("sequence", 1312, ["", "a=1,", "a", "", ""]),
    shape("sequence in brackets", 1312, ["x&&(", "a=1,", "a", "", ")"]),
    shape("member", 824, ["a", ".b", "", "", ""]),
    shape(
        "member in function",
        816,
        ["function f(){return a", ".b", "", "", "}"],
    ),
    shape("index", 824, ["a", "[0]", "", "", ""]),
    shape("call", 1088, ["f", "()", "", "", ""]),
    shape("then", 568, ["p", ".then(x=>x)", "", "", ""]),
    shape("tagged template", 1312, ["f", "``", "", "", ""]),
    // What it copies.
    shape("copied sum", 1312, ["(", "a+", "a", "", ")"]),
    shape("copied members", 824, ["(a", ".b", "", "", ")"]),
    shape("copied calls", 1088, ["(f", "()", "", "", ")"]),
    shape("copied then", 568, ["(p", ".then(x=>x)", "", "", ")"]),
    shape("copied not", 1456, ["(", "!", "1", "", ")"]),
    shape("copied assignment", 936, ["(", "a=", "1", "", ")"]),
    shape("copied choice", 1056, ["(", "a?b:", "1", "", ")"]),
    shape("copied arrow", 344, ["(", "a=>", "1", "", ")"]),
    shape(
        "copied functions",
        284,
        ["(function(){", "function f(){", "", "}", "})"],
    ),
    shape("copied blocks", 460, ["(function(){", "{", "", "}", "})"]),
    shape("copied if", 736, ["(function(){", "if(a)", ";", "", "})"]),
    shape(
        "pattern in function",
        768,
        ["function f(){var ", "{a:", "b", "}", "=x}"],
    ),
    shape("assigned member", 824, ["a", ".b", "", "", "=1"]),
    shape("counted member", 824, ["++a", ".b", "", "", ""]),
    shape("pattern with sum", 1312, ["[b=", "a+", "a", "", "]=x"]),
    shape("pattern with calls", 1088, ["[b=f", "()", "", "", "]=x"]),
    shape("pattern with members", 816, ["[b=a", ".b", "", "", "]=x"]),
    shape("parameter with sum", 1312, ["x=(b=", "a+", "a", "", ")=>1"]),
    shape("parameter with members", 816, ["x=(b=a", ".b", "", "", ")=>1"]),
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
