//! What a caller sees.

use proto::contract::InvokeRequest;
use proto::limits::MAX_PLUGIN_MESSAGE;
use proto::manifest::Manifest;
use proto::value::Value;
use tonic::Code;

use crate::process::Probe;

#[tokio::test]
async fn the_manifest_passes_the_hosts_rules_and_keeps_the_order() {
    let probe = Probe::start().await;
    let manifest = Manifest::parse(probe.manifest().await.unwrap()).unwrap();
    assert_eq!(manifest.module.as_str(), "plugin:probe");
    let names: Vec<&str> = manifest
        .exports
        .iter()
        .map(|export| export.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "echo",
            "later",
            "block",
            "blockLater",
            "fail",
            "panic",
            "panicLater",
            "print",
            "printInC",
            "math"
        ]
    );
}

#[tokio::test]
async fn functions_methods_and_futures_answer() {
    let probe = Probe::start().await;
    let sum = probe.invoke(" math ", " add ", [1.0, 2.5].map(Value::from)).await;
    assert_eq!(sum.unwrap(), Value::from(3.5));
    let later = probe.call("later", []).await;
    assert_eq!(later.unwrap(), Value::from("later, gator"));
    let arguments = [
        Value::Null,
        Value::from(true),
        Value::from(f64::NEG_INFINITY),
        Value::from("grüße\0"),
        Value::from(vec![Value::from("nested")]),
        [("b".to_owned(), Value::Null), ("a".to_owned(), Value::from(-0.0))]
            .into_iter()
            .collect(),
    ];
    let echoed = probe.call("echo", arguments.clone()).await;
    assert_eq!(echoed.unwrap(), Value::from(arguments.to_vec()));
}

#[tokio::test]
async fn failures_are_told_in_the_sdks_words_and_the_plugin_lives_on() {
    let probe = Probe::start().await;
    let add = |args: Vec<Value>| probe.invoke("math", "add", args);
    let failures = [
        probe.call("missing", []).await,
        probe.call("math", []).await,
        probe.invoke("math", "subtract", []).await,
        probe.invoke("echo", "method", []).await,
        add(vec![]).await,
        add(vec![Value::from(1.0), Value::from(vec![])]).await,
        probe.call("fail", [Value::from("boom"), Value::from(1.0)]).await,
        probe.call("panic", []).await,
        probe.call("panicLater", []).await,
    ];
    let texts: Vec<String> = failures
        .into_iter()
        .map(|failure| {
            let status = failure.unwrap_err();
            format!("{:?}: {}", status.code(), status.message())
        })
        .collect();
    insta::assert_snapshot!(texts.join("\n"), @r#"
    Unknown: sdk invoke: unsupported export "missing" method ""
    Unknown: sdk invoke: unsupported export "math" method ""
    Unknown: sdk invoke: unsupported export "math" method "subtract"
    Unknown: sdk invoke: unsupported export "echo" method "method"
    Unknown: sdk call argument 0 out of range (have 0)
    Unknown: sdk call argument 1 expected number, got array
    Unknown: boom
    Unknown: handler panicked: boom 0
    Unknown: handler panicked: boom later
    "#);
    probe.call("echo", []).await.unwrap();
}

#[tokio::test]
async fn a_handler_that_blocks_holds_up_nobody() {
    let probe = Probe::start().await;
    let blocked = probe.call("block", []);
    let others = async {
        for _ in 0..10 {
            probe.call("echo", []).await.unwrap();
            probe.call("later", []).await.unwrap();
        }
    };
    tokio::select! {
        answer = blocked => panic!("the blocked call answered {answer:?}"),
        () = others => {}
    }
}

#[tokio::test]
async fn large_arguments_results_and_errors_arrive_up_to_the_limit() {
    let probe = Probe::start().await;
    let large = Value::from("x".repeat(10 * 1024 * 1024));
    let echoed = probe.call("echo", [large.clone()]).await;
    assert_eq!(echoed.unwrap(), Value::from(vec![large]));

    let too_large = probe
        .call("echo", [Value::from("x".repeat(MAX_PLUGIN_MESSAGE))])
        .await
        .unwrap_err();
    assert_eq!(too_large.code(), Code::OutOfRange, "{too_large:?}");

    for (bytes, shown) in [(20_000, 20_000), (2_000_000, 64 * 1024)] {
        let failed = probe
            .call("fail", [Value::from("é"), Value::from(f64::from(bytes / 2))])
            .await;
        let failed = failed.unwrap_err();
        assert_eq!(failed.code(), Code::Unknown);
        let length = failed
            .message()
            .chars()
            .take_while(|character| *character == 'é')
            .count()
            * 2;
        assert_eq!(length, shown as usize);
    }
    probe.call("echo", []).await.unwrap();
}

#[tokio::test]
async fn an_argument_that_is_no_value_is_named() {
    let probe = Probe::start().await;
    let deep = (0..proto::limits::MAX_DEPTH).fold(Value::Null, |inner, _| Value::from(vec![inner]));
    let echoed = probe.call("later", [deep]).await;
    assert_eq!(echoed.unwrap(), Value::from("later, gator"));

    // A list in which field 1, an item, holds a string that is not UTF-8.
    let invalid: &[u8] = &[0x32, 0x05, 0x0a, 0x03, 0x1a, 0x01, 0xff];
    let request = InvokeRequest {
        export_name: "echo".to_owned(),
        method_name: String::new(),
        args: vec![prost::Message::decode(invalid).unwrap()],
    };
    let refused = probe.invoke_raw(request).await.unwrap_err();
    insta::assert_snapshot!(refused.message(), @"sdk call argument 0: sdk decode argument: string field contains invalid UTF-8");
}
