//! How a plugin's process starts, is found, and ends.

use nix::sys::signal::Signal;
use proto::contract::js_module_service_client::JsModuleServiceClient;
use proto::contract::{InvokeRequest, InvokeResponse};
use proto::go_plugin::ConnInfo;
use proto::go_plugin::grpc_broker_client::GrpcBrokerClient;
use proto::go_plugin::grpc_stdio_client::GrpcStdioClient;
use proto::value::Value;
use tokio::io::AsyncReadExt as _;
use tokio::task::JoinHandle;
use tonic::{Response, Status};
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;

use crate::process::{Probe, command, refusal};

#[tokio::test]
async fn started_by_hand_it_says_what_it_is_and_fails() {
    for cookie in [None, Some("another-kind")] {
        let mut command = command();
        command.envs(cookie.map(|value| ("GO_GO_GOJA_PLUGIN", value)));
        let output = command.output().await.unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(String::from_utf8(output.stdout).unwrap(), "");
        insta::allow_duplicates! {
            insta::assert_snapshot!(String::from_utf8(output.stderr).unwrap(), @"
            This binary is a plugin. These are not meant to be executed directly.
            Please execute the program that consumes these plugins, which will
            load any plugins automatically
            ");
        }
    }
}

#[tokio::test]
async fn its_socket_is_in_the_hosts_folder_and_for_the_owner_alone() {
    let probe = Probe::start().await;
    let [(path, mode)] = &probe.sockets()[..] else {
        panic!("one socket, got {:?}", probe.sockets());
    };
    assert!(
        path.file_name().unwrap().to_str().unwrap().starts_with("plugin"),
        "{path:?}"
    );
    assert_eq!(*mode, 0o600);
    assert_eq!(probe.line, format!("1|1|unix|{}|grpc|\n", path.display()));
}

#[tokio::test]
async fn the_hosts_further_wishes_are_answered() {
    let group = nix::unistd::getegid().to_string();
    let mut probe = Probe::start_with(&[
        ("PLUGIN_PROTOCOL_VERSIONS", "2,x,1"),
        ("PLUGIN_MULTIPLEX_GRPC", "true"),
        ("PLUGIN_MIN_PORT", "10000"),
        ("PLUGIN_MAX_PORT", "25000"),
        ("PLUGIN_UNIX_SOCKET_GROUP", &group),
    ])
    .await;
    assert!(probe.line.ends_with("|grpc||false\n"), "{:?}", probe.line);
    assert_eq!(probe.sockets()[0].1, 0o660);
    probe.ask_to_stop().await.unwrap();
    let (_, stderr) = probe.ended().await;
    assert_eq!(stderr, "[WARN] server sent invalid plugin version \"x\"\n");
}

#[tokio::test]
async fn whatever_versions_the_host_lists_the_only_one_is_announced() {
    for (listed, warned) in [
        ("1", ""),
        ("2,1", ""),
        ("", ""),
        ("7", ""),
        ("x,1", "[WARN] server sent invalid plugin version \"x\"\n"),
    ] {
        let mut probe = Probe::start_with(&[("PLUGIN_PROTOCOL_VERSIONS", listed)]).await;
        assert!(probe.line.starts_with("1|1|unix|"), "{listed}: {:?}", probe.line);
        probe.call("echo", []).await.unwrap();
        probe.ask_to_stop().await.unwrap();
        assert_eq!(probe.ended().await.1, warned, "{listed}");
    }
}

#[tokio::test]
async fn what_it_cannot_do_is_said_before_the_handshake() {
    let cases = [
        ("PLUGIN_UNIX_SOCKET_DIR", "/nonexistent"),
        ("PLUGIN_UNIX_SOCKET_GROUP", "no-such-group"),
    ];
    let mut said = String::new();
    for (name, value) in cases {
        said.push_str(&refusal(name, value).await);
    }
    insta::assert_snapshot!(said, @r#"
    [ERROR] listen on a unix socket in /nonexistent: No such file or directory (os error 2)
    [ERROR] the group "no-such-group" that shall connect to the socket does not exist
    "#);
}

#[tokio::test]
async fn health_is_serving_under_go_plugins_name() {
    let probe = Probe::start().await;
    let mut client = HealthClient::new(probe.channel.clone());
    let request = HealthCheckRequest {
        service: "plugin".to_owned(),
    };
    let health = client.check(request).await.unwrap();
    assert_eq!(health.into_inner().status(), ServingStatus::Serving);
    let request = HealthCheckRequest {
        service: "other".to_owned(),
    };
    assert_eq!(
        client.check(request).await.unwrap_err().code(),
        tonic::Code::NotFound
    );
}

#[tokio::test]
async fn asked_to_stop_it_answers_ends_its_streams_and_leaves_no_socket() {
    let mut probe = Probe::start().await;
    let mut stdio = GrpcStdioClient::new(probe.channel.clone());
    let mut output = stdio.stream_stdio(()).await.unwrap().into_inner();
    let mut broker = GrpcBrokerClient::new(probe.channel.clone());
    let announcements = tokio_stream::pending::<ConnInfo>();
    let mut brokered = broker.start_stream(announcements).await.unwrap().into_inner();

    probe.ask_to_stop().await.unwrap();
    assert_eq!(output.message().await.unwrap(), None);
    assert_eq!(brokered.message().await.unwrap(), None);
    let (status, stderr) = probe.ended().await;
    assert_eq!(status.code(), Some(0));
    assert_eq!(stderr, "");
    assert_eq!(probe.sockets(), []);
}

#[tokio::test]
async fn it_stops_on_sigterm_though_a_handler_blocks_and_not_on_sigint() {
    for handler in ["block", "blockLater"] {
        let mut probe = Probe::start().await;
        probe.signal(Signal::SIGINT);
        probe.call("echo", []).await.unwrap();

        let blocked = block(&mut probe, handler).await;
        probe.signal(Signal::SIGTERM);
        let (status, _) = probe.ended().await;
        assert_eq!(status.code(), Some(0), "{handler}");
        assert_eq!(probe.sockets(), [], "{handler}");
        blocked.await.unwrap().unwrap_err();
    }
}

#[tokio::test]
async fn it_answers_and_stops_though_a_future_blocks_its_thread() {
    let mut probe = Probe::start().await;
    let blocked = block(&mut probe, "blockLater").await;
    probe.call("echo", []).await.unwrap();
    probe.ask_to_stop().await.unwrap();
    let (status, _) = probe.ended().await;
    assert_eq!(status.code(), Some(0));
    blocked.await.unwrap().unwrap_err();
}

#[tokio::test]
async fn it_ends_when_its_host_is_gone() {
    let folder = tempfile::TempDir::new().unwrap();
    #[expect(
        clippy::disallowed_methods,
        reason = "the shell is the host here, to be killed"
    )]
    let mut host = tokio::process::Command::new("sh")
        .args([
            "-c",
            "\"$0\" & read -r forever",
            env!("CARGO_BIN_EXE_pontoon-sdk-probe"),
        ])
        .env("GO_GO_GOJA_PLUGIN", "js-module")
        .env("PLUGIN_UNIX_SOCKET_DIR", folder.path())
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut stdout = host.stdout.take().unwrap();
    let mut beginning = [0; 8];
    stdout.read_exact(&mut beginning).await.unwrap();
    assert_eq!(&beginning, b"1|1|unix");
    host.kill().await.unwrap();
    // The plugin holds the pipe too: it ends when the plugin does.
    stdout.read_to_end(&mut Vec::new()).await.unwrap();
    assert_eq!(folder.path().read_dir().unwrap().count(), 0);
}

#[tokio::test]
async fn printing_to_standard_output_disturbs_nothing() {
    let mut probe = Probe::start().await;
    let line = "1|1|unix|/elsewhere|grpc|";
    for print in ["print", "printInC"] {
        probe.call(print, [Value::from(line)]).await.unwrap();
        assert_eq!(probe.printed().await, line);
    }
    assert_eq!(probe.call("echo", []).await.unwrap(), Value::from(vec![]));
}

#[tokio::test]
async fn panics_are_errors_on_standard_error() {
    let mut probe = Probe::start().await;
    probe.call("panic", []).await.unwrap_err();
    probe.ask_to_stop().await.unwrap();
    let (_, stderr) = probe.ended().await;
    assert!(stderr.starts_with("[ERROR] panicked at "), "{stderr}");
    assert!(
        stderr.lines().all(|line| line.starts_with("[ERROR] ")),
        "{stderr}"
    );
    assert!(stderr.contains("boom 0"), "{stderr}");
}

/// Calls a handler that never ends, and waits until it runs.
async fn block(
    probe: &mut Probe,
    handler: &'static str,
) -> JoinHandle<Result<Response<InvokeResponse>, Status>> {
    let mut client = JsModuleServiceClient::new(probe.channel.clone());
    let blocked = tokio::spawn(async move {
        let request = InvokeRequest {
            export_name: handler.to_owned(),
            ..InvokeRequest::default()
        };
        client.invoke(request).await
    });
    assert_eq!(probe.printed().await, "blocking");
    blocked
}
