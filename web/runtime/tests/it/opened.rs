//! Opening what a value shows in part.

use web_output::{Entry, Handle, ObjectPreview, Opened, Preview};
use web_runtime::{Outcome, Profile, Realm};

use crate::{realm, run};

#[test]
fn a_long_array_opens_page_by_page_and_then_to_its_properties() {
    let (mut realm, _) = realm(Profile::Interactive);
    let array = shown(
        &mut realm,
        "Object.assign(Array.from({ length: 250 }, (_, index) => index), { extra: 1 })",
    );
    assert_eq!((array.entries.len(), array.hidden), (101, 150));
    let handle = array.handle.unwrap();
    let mut seen = Vec::new();
    let mut from = Some(0);
    while let Some(place) = from {
        let Opened::Entries { entries, next } = realm.open(handle, place) else {
            panic!("the array is not open at {place}");
        };
        assert!(entries.len() <= 102, "{} entries at once", entries.len());
        seen.extend(entries);
        from = next;
    }
    let names: Vec<String> = seen.iter().skip(250).map(name).collect();
    assert_eq!(names, ["[length]", "extra", "[[Prototype]]"]);
}

#[test]
fn a_getter_runs_only_when_it_is_opened() {
    let (mut realm, recorder) = realm(Profile::Interactive);
    let object = shown(
        &mut realm,
        "({ get good() { console.log('ran'); return 5 }, get bad() { throw new Error('no') } })",
    );
    assert_eq!(recorder.take(), "");
    let getters: Vec<Handle> = object
        .entries
        .iter()
        .map(|entry| match entry {
            Entry::Property {
                value: Preview::Accessor { handle, .. },
                ..
            } => handle.unwrap(),
            other => panic!("no getter: {other:?}"),
        })
        .collect();
    let Opened::Value(value) = realm.open(getters[0], 0) else {
        panic!("the getter gave nothing");
    };
    assert_eq!(value.to_string(), "5");
    assert_eq!(recorder.take(), "log: ran\n");
    assert!(matches!(realm.open(getters[1], 0), Opened::Threw(_)));
}

#[test]
fn the_handle_of_another_realm_opens_nothing() {
    let (mut first, _) = realm(Profile::Interactive);
    let handle = shown(&mut first, "({ secret: 1 })").handle.unwrap();
    let (mut second, _) = realm(Profile::Interactive);
    shown(&mut second, "({ other: 1 })");
    assert_eq!(second.open(handle, 0), Opened::Gone);
}

#[test]
fn only_so_many_objects_are_kept_to_be_opened() {
    let (mut realm, _) = realm(Profile::Interactive);
    let first = shown(&mut realm, "({ first: 1 })").handle.unwrap();
    run(&mut realm, "for (let i = 0; i < 2_000; i++) console.log({ i })");
    assert_eq!(realm.open(first, 0), Opened::Gone);
    let last = shown(&mut realm, "({ last: 1 })").handle.unwrap();
    assert!(matches!(realm.open(last, 0), Opened::Entries { .. }));
}

fn shown(realm: &mut Realm, source: &str) -> ObjectPreview {
    match run(realm, source) {
        Outcome::Value(Some(Preview::Object(object))) => *object,
        other => panic!("no object: {other:?}"),
    }
}

fn name(entry: &Entry) -> String {
    match entry {
        Entry::Property { name, .. } | Entry::Inner { name, .. } => name.clone(),
        other => panic!("no name: {other:?}"),
    }
}
