//! The guard's decisions as a table: each row is a request as an attacker or a user would send it.

use std::time::Instant;

use http::Request;

use super::{Guard, Site};
use crate::gate::Gate;

const CALL: &str = "/pontoon.v1.Sessions/Invoke";
const EXCHANGE: &str = "/pontoon.v1.Gate/ExchangeCode";
const OWN: (&str, &str) = ("host", "127.0.0.1:7373");
const TYPE: (&str, &str) = ("content-type", "application/grpc-web+proto");
const ORIGIN: (&str, &str) = ("origin", "http://127.0.0.1:7373");

fn verdict(method: &str, target: &str, headers: &[(&str, &str)]) -> String {
    let gate = Gate::default();
    let code = gate.issue_code(Instant::now()).unwrap();
    let bearer = format!(
        "Bearer {}",
        gate.exchange(&code, Instant::now()).unwrap().unwrap()
    );
    let mut request = Request::builder().method(method).uri(target);
    for (name, value) in headers {
        request = request.header(*name, if *value == "VALID" { bearer.as_str() } else { value });
    }
    let (parts, ()) = request.body(()).unwrap().into_parts();
    match (Guard {
        site: Site::on_port(7373),
        gate,
    })
    .admit(&parts)
    {
        Ok(_) => "admitted".to_owned(),
        Err(refusal) => format!("{} {}", refusal.status.as_u16(), refusal.reason),
    }
}

#[test]
fn only_our_own_host_is_answered_on_any_path() {
    let foreign = [
        "evil.example:7373",
        "127.0.0.1.evil.example:7373",
        "localhost.:7373",
        "LOCALHOST:7373",
        "127.1:7373",
        "0.0.0.0:7373",
        "2130706433:7373",
        "127.0.0.1:7374",
        "127.0.0.1",
        "[::1]:7373",
    ];
    for host in foreign {
        for (method, path) in [
            ("GET", "/"),
            ("GET", "/app.wasm"),
            ("GET", "/health"),
            ("POST", CALL),
            ("OPTIONS", CALL),
        ] {
            assert_eq!(
                verdict(method, path, &[("host", host)]),
                "403 host-not-allowed",
                "{method} {path} {host}"
            );
        }
    }
    for host in ["127.0.0.1:7373", "localhost:7373"] {
        assert_eq!(verdict("GET", "/", &[("host", host)]), "admitted");
    }
}

#[test]
fn host_must_be_single_and_agree_with_the_target() {
    assert_eq!(verdict("GET", "/", &[]), "400 host-not-single");
    assert_eq!(
        verdict("GET", "/", &[OWN, ("host", "evil.example:7373")]),
        "400 host-not-single"
    );
    assert_eq!(
        verdict("GET", "http://evil.example:7373/", &[OWN]),
        "400 host-differs-from-target"
    );
    assert_eq!(
        verdict("GET", "http://127.0.0.1:7373/", &[("host", "evil.example:7373")]),
        "403 host-not-allowed"
    );
    assert_eq!(verdict("GET", "http://127.0.0.1:7373/", &[OWN]), "admitted");
}

#[test]
fn a_foreign_or_null_origin_is_refused_even_with_a_valid_token() {
    let origins = [
        "http://evil.example",
        "null",
        "https://127.0.0.1:7373",
        "http://127.0.0.1",
        "http://127.0.0.1:7373/",
        "http://127.0.0.1:7373.evil.example",
        "http://x@127.0.0.1:7373",
        "HTTP://127.0.0.1:7373",
        "http://localhost:7373",
        "http://127.0.0.1:73730",
        "",
    ];
    for origin in origins {
        let headers = [OWN, TYPE, ("origin", origin), ("authorization", "VALID")];
        assert_eq!(
            verdict("POST", CALL, &headers),
            "403 origin-not-allowed",
            "{origin}"
        );
    }
    let two = [
        OWN,
        TYPE,
        ORIGIN,
        ("origin", "http://evil.example"),
        ("authorization", "VALID"),
    ];
    assert_eq!(verdict("POST", CALL, &two), "403 origin-not-allowed");
    assert_eq!(
        verdict("POST", CALL, &[OWN, TYPE, ORIGIN, ("authorization", "VALID")]),
        "admitted"
    );
}

#[test]
fn without_origin_the_fetch_metadata_decides() {
    let site = |value| ("sec-fetch-site", value);
    let valid = ("authorization", "VALID");
    for value in ["cross-site", "same-site", "nonsense"] {
        assert_eq!(
            verdict("POST", CALL, &[OWN, TYPE, valid, site(value)]),
            "403 origin-not-allowed"
        );
        assert_eq!(
            verdict("GET", "/app.wasm", &[OWN, site(value)]),
            "403 origin-not-allowed"
        );
    }
    let link = [
        OWN,
        site("cross-site"),
        ("sec-fetch-mode", "navigate"),
        ("sec-fetch-dest", "document"),
    ];
    assert_eq!(verdict("GET", "/", &link), "admitted");
    let frame = [
        OWN,
        site("cross-site"),
        ("sec-fetch-mode", "navigate"),
        ("sec-fetch-dest", "iframe"),
    ];
    assert_eq!(verdict("GET", "/", &frame), "403 origin-not-allowed");
    assert_eq!(verdict("GET", "/", &[OWN, site("none")]), "admitted");
    assert_eq!(verdict("POST", CALL, &[OWN, TYPE, valid]), "admitted");
}

#[test]
fn a_call_needs_its_method_its_type_and_a_token() {
    assert_eq!(
        verdict("GET", CALL, &[OWN, TYPE, ("authorization", "VALID")]),
        "405 method-not-allowed"
    );
    assert_eq!(verdict("POST", "/", &[OWN]), "405 method-not-allowed");
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/grpc-web+proto; charset=utf-8",
    ] {
        let headers = [OWN, ("content-type", kind), ("authorization", "VALID")];
        assert_eq!(
            verdict("POST", CALL, &headers),
            "415 content-type-not-allowed",
            "{kind}"
        );
    }
    assert_eq!(verdict("POST", CALL, &[OWN, TYPE]), "401 missing-token");
    let twice = [OWN, TYPE, ("authorization", "VALID"), ("authorization", "VALID")];
    assert_eq!(verdict("POST", CALL, &twice), "401 missing-token");
    for token in ["Bearer guess", "Bearer ", "bearer guess", "Basic guess"] {
        let answer = verdict("POST", CALL, &[OWN, TYPE, ("authorization", token)]);
        assert!(answer.starts_with("401 "), "{token}: {answer}");
    }
    assert_eq!(
        verdict("POST", "/pontoon.v1.New/Call", &[OWN, TYPE]),
        "401 missing-token"
    );
    assert_eq!(verdict("POST", EXCHANGE, &[OWN, TYPE]), "admitted");
}
