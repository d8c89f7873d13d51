//! Sources in which many forms nest in each other, with what has been misread before among them: regular expressions where
//! a division might stand, comments that only scripts of old have, lines that end no statement.

use crate::END;
use crate::random::Random;

/// An expression around another.
const EXPRESSIONS: &[(&str, &str)] = &[
    ("[", "]"),
    ("(", ")"),
    ("f(", ")"),
    ("a[", "]"),
    ("({a:", "})"),
    ("({a(){return ", "}})"),
    ("({...", "})"),
    ("`${", "}`"),
    ("f`${", "}x`"),
    ("[...", "]"),
    ("(a=>", ")"),
    ("((a)=>{return ", "})"),
    ("(async()=>{await ", "})"),
    ("(function(){return ", "})()"),
    ("(function*(){yield ", "})"),
    ("(class{m(){return ", "}})"),
    ("(class{static a=", "})"),
    ("(class extends(", "){})"),
    ("new a(", ")"),
    ("(!", ")"),
    ("(-", ")"),
    ("(typeof ", ")"),
    ("(a=", ")"),
    ("(a**", ")"),
    ("(a||", ")"),
    ("(b,", ")"),
    ("(", ",b)"),
    ("(", "?a:b)"),
    ("(a?b:", ")"),
    ("(a,b=c?d:e||f|g^h&i==j<k<<l+m*n**", ")"),
    ("(([a=", "]=x)=>1)"),
    ("/[(\"]/g.exec(", ")"),
    ("({}/", "/1)"),
    ("(a++/", "/b)"),
    ("import(", ")"),
];

/// What stands in front of an expression, and may again.
const PREFIXES: &[&str] = &[
    "!",
    "- ",
    "+ ",
    "typeof ",
    "void ",
    "a=",
    "a+=",
    "a||",
    "a&&",
    "a+",
    "a-",
    "a*",
    "a/",
    "a<",
    "a|",
    "a?b:",
    "a=>",
    "(a)=>",
    "async a=>",
    "a in ",
    "a instanceof ",
    "a\n/",
    "/[(]/.b+",
];

/// What stands behind an operand, and may again.
const SUFFIXES: &[&str] = &[
    ".b",
    "[0]",
    "()",
    "``",
    ".then(x=>x)",
    "?.b",
    "?.[0]",
    ".b()",
    "+a",
    "-a",
    "*a",
    "/a",
    "/a/a",
    "<a",
    "&&a",
    "|a",
    "\n.b",
    "\n(a)",
    "\n[a,b]",
    " /* \n */+a",
    "+`${a}`",
    "+/[/]\"/.b",
    "+(a,b)",
    "\n<!-- (\n+a",
];

/// A statement around another.
const STATEMENTS: &[(&str, &str)] = &[
    ("{", "}"),
    ("if(a)", ""),
    ("if(a){}else ", ""),
    ("if(a){", "}else{}"),
    ("for(;;)", ""),
    ("for(let a of b){", "}"),
    ("for(var a in b,c){", "}"),
    ("while(a)", ""),
    ("do ", "\nwhile(a)"),
    ("do{", "}while(a)"),
    ("try{", "}catch{}"),
    ("try{}catch(e){", "}"),
    ("try{}finally{", "}"),
    ("switch(a){case 1:", "}"),
    ("{function f(){", "}}"),
    ("{async function f(){", "}}"),
    ("{function*f(){", "}}"),
    ("{class A{m(){", "}}}"),
    ("{class A{static{", "}}}"),
    ("f(function(){", "})"),
    ("!function(){", "}()"),
    ("x=()=>{", "}"),
];

/// Lines that have been misread, or could be: what is behind them is code.
pub const MISREAD: &[&str] = &[
    "{}/\"/;",
    "if(1)/\"/;",
    "<!-- /*",
    "--> `",
    "/* \n */--> '",
    "a/* */\n/* */ --> \"",
    "/[/\"]/;",
    "var v\n/\"/;",
    "let w\n/'/;",
    "debugger\n/`/;",
    "a++\n/1/\"\".x;",
    "++\na/1;",
    "x=function(){}/2;\"/\";",
    "x={}/2;'/';",
    "({}/2/'');",
    "for(;0;)/'/;",
    "while(0)/`/;",
    "do;while(0)/\"/;",
    "x=a=>{}\n/\"/;",
    "x=class{}\n/1/'';",
    "a\n/1/\"\"/2;",
    "`${{}/1}${/`/}`;",
    "x='\\\r\n\"';",
    "x=\"\\\n'\";",
    "x=.5.b+1..b+0x1.b+1e3.b;",
    "x=a?.5:1;",
    "f\\u{6f}o(a,b);",
    "f(a)/1/\"\".x;",
    "a[0]/1/''.x;",
    "(a)/1/``.x;",
    "x=y/**//1;",
    "of/1;'/';",
    "async/1;'/';",
    "yield/1;\"/\";",
    "for(q of/\"/g);",
    "function g(){return/\"/}",
    "function h(){return\n/'/}",
    "x=a<!--b",
    "label:/\"/;",
    "switch(0){case/'/:}",
    "switch(0){default:/\"/}",
    "if(0);else/'/;",
    "x=typeof/\"/;",
    "x=[/'/,/\"/];",
    "x=a\n++\nb",
    "x=await/1;\"/\";",
];

/// Bytes after which nothing more is opened.
const LONGEST: usize = 24_000;

/// A source of a seed, in which each form nests at most so often in itself, and `scale / 4` forms in each other; mostly
/// much less. Most are programs.
#[must_use]
pub fn mixed(seed: u64, scale: usize) -> String {
    let random = Random::new(seed);
    let mut writer = Writer {
        random,
        scale,
        source: END.to_owned(),
    };
    for _ in 0..=writer.random.below(3) {
        writer.statement();
        let end = writer.random.of(&["\n", ";", ";\n"]);
        writer.source.push_str(end);
    }
    let Writer {
        mut random,
        mut source,
        ..
    } = writer;
    if random.one_in(20) {
        // No program any more, somewhere. All of it is ASCII.
        source.truncate(END.len() + random.below(source.len() - END.len()));
    }
    source
}

struct Writer {
    random: Random,
    /// How often something nests, at most.
    scale: usize,
    source: String,
}

impl Writer {
    fn statement(&mut self) {
        let mut closing = Vec::new();
        for _ in 0..=self.random.scaled_below(self.scale / 4) {
            if self.source.len() > LONGEST {
                break;
            }
            let (open, close) = self.random.of(STATEMENTS);
            for _ in 0..=self.repeats(open) {
                self.source.push_str(open);
                closing.push(close);
            }
            // Only where a list of statements may stand.
            if open.ends_with('{') && self.random.one_in(8) {
                let line = self.random.of(MISREAD);
                self.source.push_str(&format!("\n{line}\n"));
            }
        }
        self.expression();
        self.source.extend(closing.into_iter().rev());
    }

    fn expression(&mut self) {
        let mut closing = Vec::new();
        for _ in 0..=self.random.scaled_below(self.scale / 4) {
            if self.source.len() > LONGEST {
                break;
            }
            let (open, close) = self.random.of(EXPRESSIONS);
            self.source.push_str(open);
            closing.push(close.to_owned());
            if self.random.one_in(4) {
                let prefix = self.random.of(PREFIXES);
                let prefixes = prefix.repeat(self.repeats(prefix) + 1);
                self.source.push_str(&format!("({prefixes}"));
                closing.push(")".to_owned());
            }
            if self.random.one_in(4) {
                let suffix = self.random.of(SUFFIXES);
                let suffixes = suffix.repeat(self.repeats(suffix) + 1);
                self.source.push('(');
                closing.push(format!("{suffixes})"));
            }
        }
        self.source.push('a');
        self.source.extend(closing.into_iter().rev());
    }

    /// How often one form stands in itself: mostly not.
    fn repeats(&mut self, form: &str) -> usize {
        let left = LONGEST.saturating_sub(self.source.len()) / form.len();
        if self.random.one_in(3) {
            self.random.scaled_below(self.scale.min(left))
        } else {
            0
        }
    }
}
