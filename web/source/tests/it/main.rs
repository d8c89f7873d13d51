//! No source overflows the parser's stack, in whatever form it nests, and none that is no deeper than programs are is refused.

#![expect(clippy::unwrap_used, reason = "a step that fails fails its test")]

use std::thread;

use nested_sources::{MISREAD, SHAPES, mixed};
use web_source::{Bindings, Cell, PARSER_STACK, SyntaxError, prepare_module, prepare_script};

/// What is left for whatever walks a tree.
const WALKING_STACK: usize = 128 << 20;

/// How many times deeper than in the page a source may nest.
const TIMES: usize = 10;

/// Runs a test on a thread such as the engine's.
fn on_its_thread(test: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(PARSER_STACK + WALKING_STACK);
    thread.spawn(test).unwrap().join().unwrap();
}

fn prepare(source: &str) -> Result<(), SyntaxError> {
    Cell::prepare(source, &mut Bindings::default(), &|_, _| false).map(drop)
}

fn is_refused_for_depth(error: &SyntaxError) -> bool {
    error.message.contains("nested too deeply") || error.message.contains("too long")
}

#[test]
fn what_is_read_never_overflows_the_stack() {
    on_its_thread(|| {
        let (mut read, mut too_deep) = (0, 0);
        for seed in 0..120 {
            let source = mixed(seed, [20, 500, 1_000_000][seed as usize % 3]);
            let outcome = match seed / 3 % 3 {
                0 => prepare(&source),
                1 => prepare_script(&source).map(drop),
                _ => prepare_module(&source).map(drop),
            };
            match outcome {
                Ok(()) => read += 1,
                Err(error) if is_refused_for_depth(&error) => too_deep += 1,
                Err(_) => {}
            }
        }
        // Else these would not be the sources that this is about.
        assert!(
            read > 60 && too_deep > 2,
            "{read} were read, {too_deep} were too deep"
        );
    });
}

#[test]
fn nothing_hides_what_is_behind_it() {
    on_its_thread(|| {
        for line in MISREAD {
            for (deep, times) in [("[", 20_000), ("a+", 14_000)] {
                let source = format!("{line}\na{}", deep.repeat(times));
                assert!(prepare(&source).is_err(), "{line} {deep}");
            }
            let ordinary = format!("{line}\n{}", "f(a.b + c);".repeat(4_000));
            let refused = prepare(&ordinary).is_err_and(|error| is_refused_for_depth(&error));
            assert!(!refused, "{line}");
        }
    });
}

#[test]
fn each_form_may_nest_ten_times_as_deep_as_in_the_page() {
    on_its_thread(|| {
        for shape in SHAPES {
            let outcome = prepare_script(&shape.source(TIMES * shape.page_depth)).map(drop);
            assert_eq!(outcome, Ok(()), "{}", shape.name);
        }
    });
}

#[test]
fn what_nests_deeper_is_refused_before_the_stack_ends() {
    on_its_thread(|| {
        for shape in SHAPES.iter().filter(|shape| shape.nests()) {
            let outcome = prepare_script(&shape.source(40_000)).map(drop);
            let refused = outcome.is_err_and(|error| is_refused_for_depth(&error));
            assert!(refused, "{}", shape.name);
        }
    });
}

#[test]
fn ordinary_code_is_read_however_long() {
    on_its_thread(|| {
        let long = |line: &str| line.repeat(14_000);
        for source in [
            long("a = b + 1\n"),
            long("const a = f(b)[0].c\n"),
            long("let a = () => 1\n"),
            long("if (a) { b() } else { c() }\n"),
            long("if (a) b()\nelse c()\n"),
            long("x ? y : z;"),
            long("if(a){b()}"),
            long("function f() { return !a }\n"),
            long("a.filter(b => /c/.test(b))\n"),
            long("}\n/a/.test(b)\n{"),
            format!("[{}]", long("1,")),
            format!("({{{}}})", long("a: -1,")),
            format!("f({})", long("a = 1,")),
            format!("switch (a) {{{}}}", long("case 1: b = -1; break;\n")),
            format!("class A {{{}}}", long("static a = -1\nm() {}\n")),
            format!("var {}x", long("a = 1,")),
            format!("`{}`", long("${a}")),
        ] {
            let source = source.trim_start_matches('}');
            let refused = prepare(source).is_err_and(|error| is_refused_for_depth(&error));
            assert!(!refused, "{}…", &source[..20]);
        }
    });
}
