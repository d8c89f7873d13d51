//! Every kind of handler, called as a host calls it.

use std::collections::BTreeMap;
use std::sync::Barrier;
use std::{fmt, thread};

use serde::{Deserialize, Serialize};

use crate::testing::Harness;
use crate::{Call, Error, Function, Handler, Method, Module, Object, Result, Value, value};

fn harness<Kind>(handler: impl Handler<Kind>) -> Harness {
    let module = Module::new("plugin:x").function(Function::new("f", handler));
    Harness::new(module).unwrap()
}

/// What a call of the handler comes to: the value, or the error's text.
fn outcome<Kind>(handler: impl Handler<Kind>, arguments: impl Serialize) -> Value {
    match harness(handler).call("f", arguments) {
        Ok(value) => value,
        Err(error) => Value::from(format!("error: {error}")),
    }
}

fn error_of<Kind>(handler: impl Handler<Kind>, arguments: impl Serialize) -> String {
    harness(handler).call("f", arguments).unwrap_err().to_string()
}

fn join(text: String, times: Option<usize>) -> String {
    vec![text; times.unwrap_or(2)].concat()
}

async fn join_later(text: String, times: Option<usize>) -> Result<String> {
    tokio::task::yield_now().await;
    Ok(join(text, times))
}

#[derive(Deserialize, Serialize)]
struct Order {
    item: Item,
}

#[derive(Deserialize, Serialize)]
struct Item {
    tags: Vec<String>,
    amount: u8,
}

#[derive(Debug)]
struct OutOfStock;

impl std::error::Error for OutOfStock {}

impl fmt::Display for OutOfStock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("out of stock")
    }
}

#[test]
fn functions_closures_and_futures_with_any_number_of_arguments_answer() {
    assert_eq!(outcome(|| 1, ()), value!(1));
    assert_eq!(outcome(|a: f64| a, (1,)), value!(1));
    assert_eq!(outcome(|a: f64, b: f64| a + b, (1, 2)), value!(3));
    assert_eq!(
        outcome(
            |a: u8, b: i8, c: f32, d: char, e: bool, f: String, g: (u8, u8), h: Value| (
                a, b, c, d, e, f, g, h
            ),
            (1, -1, 0.5, 'd', true, "f", [1, 2], value!({ "any": [null] })),
        ),
        value!([1, -1, 0.5, "d", true, "f", [1, 2], { "any": [null] }])
    );
    assert_eq!(outcome(async || 1, ()), value!(1));
    assert_eq!(outcome(async |a: f64| a, (1,)), value!(1));
    assert_eq!(outcome(join, ("a", 3)), value!("aaa"));
    assert_eq!(outcome(join_later, ("a", 3)), value!("aaa"));
    assert_eq!(outcome(|call: &Call| call.len(), (1, 2)), value!(2));
    assert_eq!(outcome(async |call: Call| call.len(), (1, 2)), value!(2));
}

#[test]
fn what_may_be_missing_is_none_and_what_is_too_much_is_ignored() {
    assert_eq!(outcome(join, ("a",)), value!("aa"));
    assert_eq!(outcome(join, value!(["a", null])), value!("aa"));
    assert_eq!(outcome(join, ("a", 1, "more", 2)), value!("a"));
    assert_eq!(outcome(|| 1, ("ignored",)), value!(1));
}

#[test]
fn wrong_arguments_are_named_and_never_reach_the_handler() {
    let order = |order: Order| order.item.amount;
    let texts = [
        error_of(join, ()),
        error_of(join_later, ()),
        error_of(|_: String, _: f64| true, ("a",)),
        error_of(join, value!([{}])),
        error_of(join_later, ("a", "b")),
        error_of(join, ("a", 1.5)),
        error_of(order, ("none",)),
        error_of(order, value!([{}])),
        error_of(order, value!([{ "item": { "tags": ["a", 2], "amount": 1 } }])),
        error_of(order, value!([{ "item": { "tags": [], "amount": 256 } }])),
        error_of(|call: &Call| call.read::<Order>(1).map(drop), (1, 2)),
    ];
    insta::assert_snapshot!(texts.join("\n"), @"
    sdk call argument 0 out of range (have 0)
    sdk call argument 0 out of range (have 0)
    sdk call argument 1 out of range (have 1)
    sdk call argument 0 expected string, got object
    sdk call argument 1 expected number, got string
    sdk call argument 1 expected an integer from 0 to 9007199254740991, got 1.5
    sdk call argument 0 expected object, got string
    sdk call argument 0: missing field `item`
    sdk call argument 0: item.tags[1]: expected string, got number
    sdk call argument 0: item.amount: expected an integer from 0 to 255, got 256
    sdk call argument 1 expected object, got number
    ");
}

#[test]
fn answers_are_what_serde_makes_of_them() {
    assert_eq!(outcome(|| (), ()), value!(null));
    assert_eq!(outcome(|| None::<f64>, ()), value!(null));
    assert_eq!(outcome(|| "text", ()), value!("text"));
    assert_eq!(outcome(|| f64::INFINITY, ()), value!(f64::INFINITY));
    assert_eq!(
        outcome(|| BTreeMap::from([(2, 'b'), (1, 'a')]), ()),
        value!({ "1": "a", "2": "b" })
    );
    let order = harness(|| Order {
        item: Item {
            tags: vec![],
            amount: 1,
        },
    });
    let Value::Object(fields) = order.call("f", ()).unwrap() else {
        panic!("not an object")
    };
    assert_eq!(fields["item"], value!({ "tags": [], "amount": 1 }));
}

#[test]
fn errors_of_every_kind_are_told_as_text() {
    let texts = [
        error_of(|| -> Result<f64> { Err(Error::new("in words")) }, ()),
        error_of(|| -> Result<f64, OutOfStock> { Err(OutOfStock) }, ()),
        error_of(|| -> Result<f64, String> { Err("a string".to_owned()) }, ()),
        error_of(async || -> Result<(), &'static str> { Err("later") }, ()),
        error_of(|| -> Result<u16> { Ok("70000".parse()?) }, ()),
        error_of(|| -> u64 { u64::MAX }, ()),
        error_of(|| BTreeMap::from([("id", [1u64 << 60])]), ()),
        error_of(|| -> bool { panic!("boom") }, ()),
        error_of(async || -> bool { panic!("boom {}", 2) }, ()),
    ];
    insta::assert_snapshot!(texts.join("\n"), @r#"
    in words
    out of stock
    a string
    later
    number too large to fit in target type
    sdk invoke "f"/"": sdk encode result: 18446744073709551615 cannot be a number: JavaScript rounds integers beyond 9007199254740991; make it a string
    sdk invoke "f"/"": sdk encode result: id[0]: 1152921504606846976 cannot be a number: JavaScript rounds integers beyond 9007199254740991; make it a string
    handler panicked: boom
    handler panicked: boom 2
    "#);
    assert_eq!(outcome(|| -> Result<f64, String> { Ok(1.0) }, ()), value!(1));
}

#[test]
fn methods_are_found_by_their_path_and_spaces_do_not_count() {
    let module = Module::new("plugin:x")
        .function(Function::new("a.b", || "function"))
        .object(Object::new("a").method(Method::new(" c ", || "method")));
    let harness = Harness::new(module).unwrap();
    assert_eq!(harness.call("a.b", ()).unwrap(), value!("function"));
    assert_eq!(harness.call("a.c", ()).unwrap(), value!("method"));
    assert_eq!(harness.call(" a . c ", ()).unwrap(), value!("method"));
    let missing = ["a", "a.d", "b", ""].map(|path| harness.call(path, ()).unwrap_err().to_string());
    insta::assert_snapshot!(missing.join("\n"), @r#"
    sdk invoke: unsupported export "a" method ""
    sdk invoke: unsupported export "a" method "d"
    sdk invoke: unsupported export "b" method ""
    sdk invoke: unsupported export "" method ""
    "#);
    insta::assert_snapshot!(harness.call("a.c", "text").unwrap_err(), @"arguments are a sequence, such as a tuple, and not one string");
}

#[test]
fn calls_of_one_plugin_overlap() {
    let meeting = Barrier::new(2);
    let harness = harness(move || meeting.wait().is_leader());
    let leaders = thread::scope(|scope| {
        let calls = [(); 2].map(|()| scope.spawn(|| harness.call("f", ()).unwrap()));
        calls.map(|call| call.join().unwrap())
    });
    assert!(leaders.contains(&value!(true)) && leaders.contains(&value!(false)));
}

#[test]
fn values_pass_however_deep_they_are() {
    let deep = (1..4_000).fold(value!([]), |inner, _| Value::from(vec![inner]));
    let depth = |mut value: &Value| {
        let mut depth = 0;
        while let Value::List(items) = value {
            depth += 1;
            let Some(inner) = items.first() else { break };
            value = inner;
        }
        depth
    };
    let answer = outcome(move || deep.clone(), ());
    assert_eq!(depth(&answer), 4_000);
}
