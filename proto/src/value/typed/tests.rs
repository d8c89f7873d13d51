//! Rust types as values and back: what arrives, what is refused, and in which words.

use std::collections::{BTreeMap, HashMap};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{ConvertError, from_nothing, from_value, into_value, to_value};
use crate::limits::{MAX_DEPTH, MAX_TYPED_DEPTH};
use crate::value::Value;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Profile {
    name: String,
    age: u8,
    tags: Vec<String>,
    home: Option<(f64, f64)>,
    shape: Shape,
    by_year: BTreeMap<i32, bool>,
    anything: Value,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Shape {
    Point,
    Circle(f64),
    Box { width: f64, height: f64 },
    Line(f64, f64),
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum Event {
    Click { times: u32 },
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Nested(Option<Box<Self>>);

#[derive(Debug, Serialize, Deserialize)]
struct Chain {
    next: Vec<Self>,
}

fn profile() -> Profile {
    Profile {
        name: "Ada".to_owned(),
        age: 36,
        tags: vec!["a".to_owned()],
        home: Some((51.5, -0.0)),
        shape: Shape::Box {
            width: 1.0,
            height: 2.5,
        },
        by_year: BTreeMap::from([(-1, true)]),
        anything: Value::from(vec![Value::Null, Value::from(f64::NAN.to_string())]),
    }
}

fn object(fields: &[(&str, Value)]) -> Value {
    fields
        .iter()
        .map(|(key, value)| ((*key).to_owned(), value.clone()))
        .collect()
}

fn number(number: f64) -> Value {
    Value::from(number)
}

/// The error of reading a type, as text.
fn refused<T: DeserializeOwned + 'static>(value: Value) -> String {
    match from_value::<T>(value) {
        Ok(_) => "read".to_owned(),
        Err(error) => error.to_string(),
    }
}

fn integers<T: DeserializeOwned + Copy + Into<i128> + 'static>(values: &[f64]) -> String {
    let read = |value: &f64| match from_value::<T>(number(*value)) {
        Ok(integer) => format!("{}", integer.into()),
        Err(error) => error.to_string(),
    };
    values.iter().map(read).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_type_comes_back_as_it_was_and_its_fields_keep_their_order() {
    let value = to_value(&profile()).unwrap();
    let Value::Object(fields) = &value else {
        panic!("not an object")
    };
    let keys: Vec<&String> = fields.keys().collect();
    assert_eq!(
        keys,
        ["name", "age", "tags", "home", "shape", "by_year", "anything"]
    );
    assert_eq!(
        fields["shape"],
        object(&[("Box", object(&[("width", number(1.0)), ("height", number(2.5))]))])
    );
    assert_eq!(fields["by_year"], object(&[("-1", Value::from(true))]));
    assert_eq!(from_value(value), Ok(profile()));
    for shape in [Shape::Point, Shape::Circle(1.0), Shape::Line(1.0, 2.0)] {
        assert_eq!(from_value(to_value(&shape).unwrap()), Ok(shape));
    }
}

#[test]
fn what_javascript_gives_is_read_as_rust_writes_it() {
    assert_eq!(from_value::<Option<String>>(Value::Null), Ok(None));
    assert_eq!(from_value::<()>(Value::Null), Ok(()));
    assert_eq!(from_value::<char>(Value::from("é")), Ok('é'));
    assert_eq!(from_value::<f32>(number(0.5)), Ok(0.5));
    assert_eq!(from_value::<i64>(number(-0.0)), Ok(0));
    assert!(from_value::<f64>(number(f64::NAN)).unwrap().is_nan());
    assert_eq!(
        from_value::<f64>(number(-0.0)).map(f64::to_bits),
        Ok((-0.0f64).to_bits())
    );
    let by_id = object(&[("7", Value::from("seven"))]);
    assert_eq!(
        from_value::<HashMap<u64, String>>(by_id),
        Ok(HashMap::from([(7, "seven".to_owned())]))
    );
    // serde looks at such a type's fields before it knows which they are.
    let click = object(&[("kind", Value::from("click")), ("times", number(2.0))]);
    assert_eq!(from_value(click), Ok(Event::Click { times: 2 }));
}

#[test]
fn integers_are_exact_or_refused() {
    let numbers = [
        255.0,
        256.0,
        -1.0,
        1.5,
        f64::NAN,
        f64::NEG_INFINITY,
        9_007_199_254_740_991.0,
        9_007_199_254_740_992.0,
        1e300,
    ];
    insta::assert_snapshot!(integers::<u8>(&numbers), @"
    255
    expected an integer from 0 to 255, got 256
    expected an integer from 0 to 255, got -1
    expected an integer from 0 to 255, got 1.5
    expected an integer from 0 to 255, got NaN
    expected an integer from 0 to 255, got -Infinity
    expected an integer from 0 to 255, got 9007199254740991
    expected an integer from 0 to 255, got 9007199254740992
    expected an integer from 0 to 255, got 1e300
    ");
    insta::assert_snapshot!(integers::<i64>(&numbers), @"
    255
    256
    -1
    expected an integer from -9007199254740991 to 9007199254740991, got 1.5
    expected an integer from -9007199254740991 to 9007199254740991, got NaN
    expected an integer from -9007199254740991 to 9007199254740991, got -Infinity
    9007199254740991
    expected an integer from -9007199254740991 to 9007199254740991, got 9007199254740992
    expected an integer from -9007199254740991 to 9007199254740991, got 1e300
    ");
}

#[test]
fn integers_that_javascript_would_round_are_not_sent() {
    let max = (1i64 << 53) - 1;
    assert_eq!(to_value(&max), Ok(number(9_007_199_254_740_991.0)));
    assert_eq!(to_value(&-max), Ok(number(-9_007_199_254_740_991.0)));
    let errors = [
        to_value(&(max + 1)),
        to_value(&u64::MAX),
        to_value(&i128::MIN),
        to_value(&BTreeMap::from([("ids", vec![1, max + 2])])),
    ];
    let texts: Vec<String> = errors
        .into_iter()
        .map(|error| error.unwrap_err().to_string())
        .collect();
    insta::assert_snapshot!(texts.join("\n"), @"
    9007199254740992 cannot be a number: JavaScript rounds integers beyond 9007199254740991; make it a string
    18446744073709551615 cannot be a number: JavaScript rounds integers beyond 9007199254740991; make it a string
    -170141183460469231731687303715884105728 cannot be a number: JavaScript rounds integers beyond 9007199254740991; make it a string
    ids[1]: 9007199254740993 cannot be a number: JavaScript rounds integers beyond 9007199254740991; make it a string
    ");
}

#[test]
fn what_does_not_fit_is_named_with_its_place() {
    let changed = |change: &dyn Fn(&mut BTreeMap<String, Value>)| {
        let mut fields = from_value(to_value(&profile()).unwrap()).unwrap();
        change(&mut fields);
        refused::<Profile>(to_value(&fields).unwrap())
    };
    let set = |key: &'static str, value: Value| {
        changed(&move |fields| {
            fields.insert(key.to_owned(), value.clone());
        })
    };
    let texts = [
        refused::<Profile>(number(1.0)),
        refused::<f64>(object(&[])),
        refused::<String>(Value::from(true)),
        refused::<bool>(Value::Null),
        refused::<Vec<f64>>(Value::from("text")),
        refused::<(f64, f64)>(Value::from(vec![number(1.0); 3])),
        refused::<(f64, f64)>(Value::from(vec![number(1.0)])),
        refused::<char>(Value::from("two")),
        refused::<Shape>(Value::from("Star")),
        refused::<Shape>(object(&[])),
        refused::<Shape>(number(1.0)),
        refused::<Shape>(object(&[("Circle", Value::from("wide"))])),
        refused::<Event>(object(&[("kind", Value::from("click")), ("times", number(0.5))])),
        refused::<Event>(object(&[("kind", Value::from("click")), ("times", number(5e9))])),
        refused::<HashMap<i8, f64>>(object(&[("300", number(1.0))])),
        refused::<HashMap<String, Vec<bool>>>(object(&[("a b", Value::from(vec![Value::Null]))])),
        changed(&|fields| drop(fields.remove("name"))),
        set("age", number(300.0)),
        set("tags", Value::from(vec![Value::from("a"), number(2.0)])),
        set("home", Value::from(vec![number(1.0), Value::from("north")])),
        set("shape", object(&[("Box", object(&[("width", Value::Null)]))])),
    ];
    insta::assert_snapshot!(texts.join("\n"), @r#"
    expected object, got number
    expected number, got object
    expected string, got boolean
    expected boolean, got null
    expected array, got string
    expected an array of 2, got one of 3
    expected an array of 2, got one of 1
    expected a character, got "two"
    unknown variant `Star`, expected one of `Point`, `Circle`, `Box`, `Line`
    expected an object with one key, the name of a variant, got one with 0
    expected string or object, got number
    Circle: expected number, got string
    expected an integer from 0 to 4294967295, got number 0.5
    expected an integer from 0 to 4294967295, got 5000000000
    ["300"]: expected a key that is an integer, got "300"
    ["a b"][0]: expected boolean, got null
    missing field `name`
    age: expected an integer from 0 to 255, got 300
    tags[1]: expected string, got number
    home[1]: expected number, got string
    shape.Box.width: expected number, got null
    "#);
}

#[test]
fn what_has_no_place_in_a_value_is_named() {
    let errors = [
        to_value(&HashMap::from([((1, 2), "pair")])),
        to_value(&vec![HashMap::from([(None::<i32>, 1)])]),
    ];
    let texts: Vec<String> = errors
        .into_iter()
        .map(|error| error.unwrap_err().to_string())
        .collect();
    insta::assert_snapshot!(texts.join("\n"), @"
    a tuple is no key of an object; keys are text or integers
    [0]: None is no key of an object; keys are text or integers
    ");
}

#[test]
fn bytes_are_base64_as_typed_arrays_are_or_numbers() {
    #[derive(Debug, PartialEq)]
    struct Bytes(Vec<u8>);

    impl Serialize for Bytes {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(&self.0)
        }
    }

    impl<'de> Deserialize<'de> for Bytes {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Visitor;

            impl<'de> serde::de::Visitor<'de> for Visitor {
                type Value = Bytes;

                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("bytes")
                }

                fn visit_byte_buf<E>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
                    Ok(Bytes(bytes))
                }

                fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut items: A) -> Result<Bytes, A::Error> {
                    let mut bytes = Vec::new();
                    while let Some(byte) = items.next_element()? {
                        bytes.push(byte);
                    }
                    Ok(Bytes(bytes))
                }
            }

            deserializer.deserialize_byte_buf(Visitor)
        }
    }

    assert_eq!(to_value(&Bytes(vec![1, 2])), Ok(Value::from("AQI=")));
    assert_eq!(from_value(Value::from("AQI=")), Ok(Bytes(vec![1, 2])));
    let numbers = Value::from(vec![number(1.0), number(2.0)]);
    assert_eq!(from_value(numbers.clone()), Ok(Bytes(vec![1, 2])));
    assert_eq!(to_value(&vec![1u8, 2]), Ok(numbers));
    insta::assert_snapshot!(refused::<Bytes>(Value::from("A")), @"expected bytes in base64: Invalid input length: 1");
    insta::assert_snapshot!(refused::<Bytes>(Value::from(true)), @"expected bytes, got boolean");
}

#[test]
fn only_an_option_may_be_missing() {
    assert_eq!(from_nothing::<Option<f64>>(), Some(None));
    assert_eq!(from_nothing::<f64>(), None);
    assert_eq!(from_nothing::<()>(), None);
    assert_eq!(from_nothing::<Value>(), None);
    assert_eq!(from_nothing::<Vec<f64>>(), None);
}

#[test]
fn a_result_that_is_everything_is_an_outcome_and_one_inside_a_value() {
    type Outcome = Result<f64, &'static str>;
    assert_eq!(to_value(&Outcome::Ok(1.0)), Ok(number(1.0)));
    let failed: ConvertError = to_value(&Outcome::Err("boom")).unwrap_err();
    assert_eq!(failed.to_string(), "boom");
    let inside = to_value(&vec![Outcome::Err("boom")]).unwrap();
    assert_eq!(inside, Value::from(vec![object(&[("Err", Value::from("boom"))])]));
}

#[test]
fn depth_is_bounded_for_types_and_not_for_values() {
    let lists = |depth: usize| (1..depth).fold(Value::from(vec![]), |inner, _| Value::from(vec![inner]));
    let deepest = into_value(lists(MAX_DEPTH)).unwrap();
    from_value::<Value>(deepest).unwrap();

    let link = |next: Vec<Value>| Value::from_iter([("next".to_owned(), Value::from(next))]);
    let chains = |depth: usize| (1..depth).fold(link(vec![]), |inner, _| link(vec![inner]));
    let chain: Chain = from_value(chains(MAX_TYPED_DEPTH / 2)).unwrap();
    assert_eq!(to_value(&chain), Ok(chains(MAX_TYPED_DEPTH / 2)));
    insta::assert_snapshot!(refused::<Chain>(chains(MAX_DEPTH / 2)), @"next[0].next[0].next[0].next[0]….next[0].next[0].next[0].next[0]: nested more than 128 levels deep");
    // A type that nests in itself without end, whatever the value.
    insta::assert_snapshot!(refused::<Nested>(number(1.0)), @"nested more than 128 levels deep");
    let endless = (0..10_000).fold(Nested::default(), |inner, _| Nested(Some(Box::new(inner))));
    insta::assert_snapshot!(to_value(&endless).unwrap_err(), @"nested more than 128 levels deep");
    std::mem::forget(endless);
}
