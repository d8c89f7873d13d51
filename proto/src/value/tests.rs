//! Values against prost's own idea of `google.protobuf.Value`, and at the limits.

use prost::Message as _;
use prost_types::value::Kind;

use super::{EncodedValue, Object, Value, ValueError};
use crate::limits::{MAX_DEPTH, MAX_NODES};

fn round_trip(value: &Value) -> Value {
    let bytes = EncodedValue::try_from(value).unwrap().encode_to_vec();
    Value::try_from(EncodedValue::decode(&bytes[..]).unwrap()).unwrap()
}

fn sample() -> Value {
    Value::Object(Object::from_iter([
        ("zebra".to_owned(), Value::from(-0.0)),
        (String::new(), Value::Null),
        (
            "apple".to_owned(),
            Value::from(vec![
                Value::from(true),
                Value::from("é"),
                Value::from(vec![]),
                Value::Object(Object::default()),
            ]),
        ),
    ]))
}

#[test]
fn values_survive_a_round_trip_with_their_key_order() {
    let value = sample();
    let back = round_trip(&value);
    assert_eq!(back, value);
    let Value::Object(fields) = back else {
        panic!("not an object")
    };
    assert_eq!(fields.keys().collect::<Vec<_>>(), ["zebra", "", "apple"]);
}

#[test]
fn doubles_keep_their_bits() {
    for number in [
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        -0.0,
        9_007_199_254_740_992.0,
        1e308,
        5e-324,
    ] {
        let Value::Number(back) = round_trip(&Value::from(number)) else {
            panic!("not a number")
        };
        assert_eq!(back.to_bits(), number.to_bits());
    }
}

#[test]
fn the_wire_form_is_the_one_prost_reads_and_writes() {
    let bytes = EncodedValue::try_from(&sample()).unwrap().encode_to_vec();
    let theirs = prost_types::Value::decode(&bytes[..]).unwrap();
    let Some(Kind::StructValue(fields)) = &theirs.kind else {
        panic!("not a struct")
    };
    assert_eq!(fields.fields.len(), 3);
    let again = Value::try_from(EncodedValue::decode(&theirs.encode_to_vec()[..]).unwrap()).unwrap();
    let (Value::Object(again), Value::Object(ours)) = (again, sample()) else {
        panic!("not objects")
    };
    assert!(ours.iter().all(|(key, value)| again.get(key) == Some(value)));
}

#[test]
fn a_value_without_a_kind_is_null() {
    assert_eq!(
        Value::try_from(EncodedValue::decode(&[][..]).unwrap()),
        Ok(Value::Null)
    );
}

#[test]
fn depth_is_bounded_without_recursion_in_both_directions() {
    let nested = |depth: usize| {
        (1..depth).fold(Value::from(vec![]), |inner, level| {
            if level % 2 == 0 {
                Value::from(vec![inner])
            } else {
                Value::from_iter([("k".to_owned(), inner)])
            }
        })
    };
    let deepest = EncodedValue::try_from(nested(MAX_DEPTH)).unwrap();
    assert!(Value::try_from(&deepest).is_ok());
    assert_eq!(
        EncodedValue::try_from(nested(MAX_DEPTH + 1)),
        Err(ValueError::TooDeep)
    );
    assert_eq!(
        EncodedValue::try_from(nested(1_000_000)),
        Err(ValueError::TooDeep)
    );

    let mut wire = deepest.encode_to_vec();
    for _ in 0..2 {
        let mut item = Vec::new();
        prost::encoding::bytes::encode(1, &wire, &mut item);
        wire = Vec::new();
        prost::encoding::bytes::encode(6, &item, &mut wire);
    }
    let deeper = EncodedValue::decode(&wire[..]).unwrap();
    assert_eq!(Value::try_from(deeper), Err(ValueError::TooDeep));
}

#[test]
fn copies_and_comparisons_of_deep_values_do_not_recurse() {
    let deep = |innermost: f64| {
        (0..1_000_000).fold(Value::from(innermost), |inner, level| {
            if level % 2 == 0 {
                Value::from(vec![inner])
            } else {
                Value::from_iter([("k".to_owned(), inner)])
            }
        })
    };
    let (one, other) = (deep(1.0), deep(2.0));
    assert!(one.clone() == one);
    assert!(one != other);
}

#[test]
fn values_are_equal_when_their_types_lengths_and_keys_are() {
    let object = |fields: &[(&str, f64)]| -> Value {
        let fields = fields.iter();
        fields
            .map(|&(key, number)| (key.to_owned(), number.into()))
            .collect()
    };
    assert_eq!(
        object(&[("a", 1.0), ("b", 2.0)]),
        object(&[("b", 2.0), ("a", 1.0)])
    );
    assert_ne!(object(&[("a", 1.0)]), object(&[("b", 1.0)]));
    assert_ne!(object(&[("a", 1.0)]), object(&[("a", 1.0), ("b", 2.0)]));
    assert_ne!(Value::from(vec![Value::Null]), Value::from(vec![]));
    assert_ne!(Value::Null, Value::from(false));
    assert_ne!(Value::from(f64::NAN), Value::from(f64::NAN));
    let original = sample();
    assert_eq!(original.clone(), original);
}

#[test]
fn the_number_of_values_is_bounded() {
    let many = Value::from(vec![Value::Null; MAX_NODES]);
    assert_eq!(EncodedValue::try_from(&many), Err(ValueError::TooManyNodes));
    let empty_items = [0x0a, 0x00].repeat(MAX_NODES);
    let mut wire = Vec::new();
    prost::encoding::bytes::encode(6, &empty_items, &mut wire);
    let decoded = Value::try_from(EncodedValue::decode(&wire[..]).unwrap());
    assert_eq!(decoded, Err(ValueError::TooManyNodes));
}

#[test]
fn a_list_or_object_in_two_parts_is_one_and_another_kind_replaces_it() {
    let one = b"\x32\x04\x0a\x02\x20\x00";
    let other = b"\x32\x04\x0a\x02\x20\x01";
    let text = b"\x1a\x01a";
    let both = Value::from(vec![Value::from(false), Value::from(true)]);
    let last = Value::from(vec![Value::from(true)]);
    let cases = [
        ([&one[..], other].concat(), both),
        ([&one[..], text, other].concat(), last),
    ];
    for (bytes, expected) in cases {
        let read = |bytes: &[u8]| Value::try_from(EncodedValue::decode(bytes).unwrap()).unwrap();
        assert_eq!(read(&bytes), expected);
        let mut nested = Vec::new();
        prost::encoding::bytes::encode(1, &bytes, &mut nested);
        let mut list = Vec::new();
        prost::encoding::bytes::encode(6, &nested, &mut list);
        assert_eq!(read(&list), Value::from(vec![expected]));
    }
}

#[test]
fn malformed_bytes_are_errors() {
    let cases: [(&[u8], ValueError); 5] = [
        (
            b"\x32\x02\x0a\x05",
            ValueError::Malformed("length exceeds the message"),
        ),
        (
            b"\x32\x02\x08\x01",
            ValueError::Malformed("list item or field is not a message"),
        ),
        (
            b"\x32\x04\x0a\x02\x11\x00",
            ValueError::Malformed("message ends within a field"),
        ),
        (b"\x1a\x01\xff", ValueError::InvalidUtf8),
        (b"\x2a\x07\x0a\x05\x0a\x01\xff\x12\x00", ValueError::InvalidUtf8),
    ];
    for (bytes, expected) in cases {
        let encoded = EncodedValue::decode(bytes).unwrap();
        assert_eq!(Value::try_from(encoded), Err(expected), "{bytes:?}");
    }
}
