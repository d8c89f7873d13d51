//! Requests that are not from the bridge's own page reach no plugin, and every answer carries the headers that
//! keep the page to itself.

use anyhow::{Context as _, Result};
use proto::browser::{InvokeRequest, OpenSessionRequest};
use proto::value::Value;
use tests::bridge_process::Bridge;
use tests::os_process::children_of;
use tests::wire::{GRPC_WEB, Session, frame, send};

const INVOKE: &str = "POST /pontoon.v1.Sessions/Invoke HTTP/1.1";
const OPEN: &str = "POST /pontoon.v1.Sessions/OpenSession HTTP/1.1";

#[tokio::test]
async fn foreign_requests_reach_no_plugin() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let authority = bridge.authority();
    let session = Session::open(authority, bridge.code()).await?;
    assert!(
        children_of(bridge.pid())?.is_empty(),
        "a session starts no plugin before its first call"
    );

    let host = format!("host: {authority}");
    let kind = format!("content-type: {GRPC_WEB}");
    let valid = format!("authorization: Bearer {}", session.token());
    let own = format!("origin: http://{authority}");
    let rows: [(&str, u16, &str, Vec<&str>); 9] = [
        (
            "foreign host",
            403,
            "host-not-allowed",
            vec!["host: evil.example", &kind, &valid],
        ),
        ("no host", 400, "", vec![&kind, &valid]),
        (
            "two hosts",
            400,
            "",
            vec![&host, "host: evil.example", &kind, &valid],
        ),
        (
            "foreign origin",
            403,
            "origin-not-allowed",
            vec![&host, "origin: http://evil.example", &kind, &valid],
        ),
        (
            "null origin",
            403,
            "origin-not-allowed",
            vec![&host, "origin: null", &kind, &valid],
        ),
        (
            "cross-site",
            403,
            "origin-not-allowed",
            vec![&host, "sec-fetch-site: cross-site", &kind, &valid],
        ),
        ("no token", 401, "missing-token", vec![&host, &own, &kind]),
        (
            "wrong token",
            401,
            "wrong-token",
            vec![&host, &own, &kind, "authorization: Bearer AAAA"],
        ),
        (
            "form type",
            415,
            "content-type-not-allowed",
            vec![&host, &own, "content-type: text/plain", &valid],
        ),
    ];
    let invoke = frame(&InvokeRequest {
        session_id: session.id().to_owned(),
        module_name: "plugin:examples:greeter".to_owned(),
        export_name: "greet".to_owned(),
        ..InvokeRequest::default()
    });
    for (path, body) in [(INVOKE, &invoke), (OPEN, &frame(&OpenSessionRequest {}))] {
        let length = format!("content-length: {}", body.len());
        for (name, status, reason, headers) in &rows {
            let head = [&[path, &length][..], headers].concat();
            let answer = send(authority, &head, body).await?;
            assert_eq!(answer.status, *status, "{name}");
            assert!(
                String::from_utf8_lossy(&answer.body).contains(reason),
                "{name}: {answer:?}"
            );
            let cors = answer
                .headers
                .iter()
                .any(|line| line.to_lowercase().starts_with("access-control-"));
            assert!(!cors, "{name}: {answer:?}");
        }
    }
    assert!(
        children_of(bridge.pid())?.is_empty(),
        "a refused request started a plugin"
    );

    let greeting = session
        .invoke("plugin:examples:greeter", "greet", &[Value::from("hello")])
        .await?;
    assert_eq!(greeting, Value::from("hello, hello"));
    assert_eq!(children_of(bridge.pid())?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_code_works_once() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let authority = bridge.authority();
    Session::open(authority, bridge.code()).await?;
    assert!(Session::open(authority, bridge.code()).await.is_err());
    assert!(Session::open(authority, "guess").await.is_err());
    Ok(())
}

#[tokio::test]
async fn every_answer_keeps_the_page_to_itself() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let authority = bridge.authority();
    let host = format!("host: {authority}");
    for (head, status) in [
        (["GET / HTTP/1.1", &host], 200),
        (["GET /health HTTP/1.1", &host], 200),
        (["GET /no-such-file HTTP/1.1", &host], 404),
        (["DELETE / HTTP/1.1", &host], 405),
        ([INVOKE, &host], 415),
        (["GET / HTTP/1.1", "host: evil.example"], 403),
    ] {
        let answer = send(authority, &head, b"").await?;
        assert_eq!(answer.status, status, "{head:?}");
        let policy = answer.header("content-security-policy").context("no policy")?;
        assert!(
            policy.starts_with("default-src 'none';") && policy.contains("frame-ancestors 'none'"),
            "{policy}"
        );
        assert!(
            policy.contains("'wasm-unsafe-eval'") && !policy.contains("'unsafe-"),
            "{policy}"
        );
        for (name, value) in [
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
            ("cross-origin-resource-policy", "same-origin"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{head:?} {name}");
        }
        assert_eq!(answer.header("set-cookie"), None);
    }
    Ok(())
}

#[tokio::test]
async fn files_of_the_page_are_compressed_and_cached_for_ever_but_its_document_is_not() -> Result<()> {
    let bridge = Bridge::with_examples().await?;
    let authority = bridge.authority();
    let host = format!("host: {authority}");
    let document = send(authority, &["GET / HTTP/1.1", &host], b"").await?;
    assert_eq!(document.header("cache-control"), Some("no-cache"));
    let text = String::from_utf8_lossy(&document.body).into_owned();
    let quoted = text.split('"').skip(1).step_by(2);
    let files: Vec<&str> = quoted.filter(|value| value.starts_with('/')).collect();
    assert!(files.len() >= 4, "{files:?}");
    for file in files {
        let request = format!("GET {file} HTTP/1.1");
        let answer = send(authority, &[&request, &host, "accept-encoding: br"], b"").await?;
        assert_eq!(answer.status, 200, "{file}");
        assert_eq!(
            answer.header("cache-control"),
            Some("public, max-age=31536000, immutable"),
            "{file}"
        );
        if file.ends_with(".wasm") {
            assert_eq!(answer.header("content-encoding"), Some("br"), "{file}");
            assert_eq!(answer.header("content-type"), Some("application/wasm"), "{file}");
        }
    }
    Ok(())
}
