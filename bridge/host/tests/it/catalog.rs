//! What discovery makes of good and bad files. The texts are what people search for.

use std::fs;
use std::path::Path;
use std::time::Duration;

use bridge_host::config::{Allowlist, HostConfig, Limits};
use bridge_host::{Host, InvokeError, OpenError, PluginState, Principal, Report};
use proto::value::Value;

use crate::support::{GREETER, ME, Plugins, call};

/// Opens a session that must be refused, and gives the reasons with the folder's name taken out.
async fn refusals(plugins: &Plugins, host: &Host) -> Vec<String> {
    match host.open_session(ME).await {
        Err(OpenError::CatalogInvalid(report)) => reasons(plugins, &report),
        other => panic!("the session was not refused: {other:?}"),
    }
}

fn reasons(plugins: &Plugins, report: &Report) -> Vec<String> {
    let folder = plugins.path().display().to_string();
    report
        .refused()
        .map(|(_, reason)| reason.text.replace(&folder, "DIR"))
        .collect()
}

#[tokio::test]
async fn a_plugin_that_exits_at_once_stops_the_session_with_file_status_and_stderr() {
    let plugins = Plugins::misbehaving("exit-at-once");
    let [reason] = refusals(&plugins, &plugins.host()).await.try_into().unwrap();
    assert!(
        reason.starts_with(
            "goja-plugin-exit-at-once did not start: plugin exited before we could connect: exit code 3; plugin stderr: "
        ),
        "{reason}"
    );
}

#[tokio::test]
async fn a_module_outside_the_namespace_stops_the_session() {
    let plugins = Plugins::misbehaving("manifest-echo");
    assert_eq!(
        refusals(&plugins, &plugins.host()).await,
        [
            r#"validate plugin manifest from "DIR/goja-plugin-manifest-echo": host validate manifest: plugin module "echo" must use namespace "plugin:""#
        ]
    );
}

#[tokio::test]
async fn a_module_that_is_not_on_the_allowlist_stops_the_session() {
    let plugins = Plugins::greeter();
    let allowlist = Allowlist::from_names(["plugin:other".to_owned()]);
    let host = plugins.host_with(allowlist, Limits::default());
    assert_eq!(
        refusals(&plugins, &host).await,
        [
            r#"validate plugin manifest from "DIR/goja-plugin-examples-greeter": plugin module "plugin:examples:greeter" is not allowed by --allow-plugin-module"#
        ]
    );
    let allowlist = Allowlist::from_names([GREETER.to_owned()]);
    assert!(
        plugins
            .host_with(allowlist, Limits::default())
            .open_session(ME)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn two_files_with_one_module_name_stop_the_session() {
    let plugins = Plugins::greeter();
    plugins.add("goja-plugin-examples-greeter", "goja-plugin-second");
    assert_eq!(
        refusals(&plugins, &plugins.host()).await,
        [
            r#"duplicate plugin module "plugin:examples:greeter" discovered at "DIR/goja-plugin-examples-greeter" and "DIR/goja-plugin-second""#
        ]
    );
}

#[tokio::test]
async fn a_file_that_is_not_executable_is_skipped_and_reported() {
    let plugins = Plugins::greeter();
    fs::write(plugins.path().join("goja-plugin-plain"), "").unwrap();
    let host = plugins.host();
    let session = host.open_session(ME).await.unwrap();
    assert!(call(&host, &session, GREETER, "greet", &[]).await.is_ok());
    insta::assert_snapshot!(
        format!("{:?}", session.report.candidates[1].outcome).replace(&plugins.path().display().to_string(), "DIR"),
        @r#"Skipped(Reason { text: "plugin candidate \"DIR/goja-plugin-plain\" is not executable", advice: "run `chmod +x DIR/goja-plugin-plain`" })"#
    );
}

#[tokio::test]
async fn a_plugin_that_comes_or_goes_is_noticed_by_the_next_session() {
    let plugins = Plugins::none();
    let host = plugins.host();
    assert!(host.open_session(ME).await.unwrap().modules.is_empty());
    let path = plugins.add("goja-plugin-examples-greeter", "goja-plugin-examples-greeter");
    assert_eq!(host.open_session(ME).await.unwrap().modules.len(), 1);
    fs::remove_file(path).unwrap();
    assert!(host.open_session(ME).await.unwrap().modules.is_empty());
}

#[tokio::test]
async fn the_summary_counts_the_plugins() {
    let plugins = Plugins::greeter();
    assert_eq!(plugins.host().discover().await.to_string(), "1 plugin ready");
    plugins.add("goja-plugin-misbehaving", "goja-plugin-exit-at-once");
    assert_eq!(
        plugins.host().discover().await.to_string(),
        "1 plugin ready, 1 cannot be used"
    );
}

/// A host that keeps records in a folder, and one that could not even ask a plugin for its manifest.
fn recording(plugins: &Plugins, cache: &Path, can_start: bool) -> Host {
    let mut config = HostConfig {
        records: Some(cache.join("manifests")),
        ..plugins.config()
    };
    if !can_start {
        config.limits.start_timeout = Duration::from_nanos(1);
    }
    Host::new(&config).unwrap()
}

#[tokio::test]
async fn with_records_a_later_run_asks_no_plugin_for_its_manifest() {
    let (plugins, cache) = (Plugins::greeter(), tempfile::tempdir().unwrap());
    let first = recording(&plugins, cache.path(), true);
    let published = first.open_session(ME).await.unwrap().modules;

    let later = recording(&plugins, cache.path(), false);
    let session = later.open_session(ME).await.unwrap();
    assert_eq!(session.modules[0].manifest, published[0].manifest);
    let later = recording(&plugins, cache.path(), true);
    let session = later.open_session(ME).await.unwrap();
    let answer = call(&later, &session, GREETER, "greet", &["hello"]).await;
    assert_eq!(answer.unwrap(), Value::from("hello, hello"));

    plugins.add("goja-plugin-misbehaving", "goja-plugin-works");
    let refused = refusals(&plugins, &recording(&plugins, cache.path(), false)).await;
    assert!(
        matches!(&*refused, [one] if one.contains("goja-plugin-works")),
        "{refused:?}"
    );
}

#[tokio::test]
async fn the_allowlist_holds_for_recorded_manifests_too() {
    let (plugins, cache) = (Plugins::greeter(), tempfile::tempdir().unwrap());
    recording(&plugins, cache.path(), true)
        .open_session(ME)
        .await
        .unwrap();
    let host = Host::new(&HostConfig {
        records: Some(cache.path().join("manifests")),
        allowlist: Allowlist::from_names(["plugin:other".to_owned()]),
        ..plugins.config()
    });
    assert_eq!(
        refusals(&plugins, &host.unwrap()).await,
        [
            r#"validate plugin manifest from "DIR/goja-plugin-examples-greeter": plugin module "plugin:examples:greeter" is not allowed by --allow-plugin-module"#
        ]
    );
}

#[tokio::test]
async fn a_file_that_changed_since_its_record_does_not_run() {
    let (plugins, cache) = (Plugins::greeter(), tempfile::tempdir().unwrap());
    recording(&plugins, cache.path(), true)
        .open_session(ME)
        .await
        .unwrap();
    let host = recording(&plugins, cache.path(), true);
    let session = host.open_session(ME).await.unwrap();
    let path = plugins.path().join("goja-plugin-examples-greeter");
    fs::remove_file(&path).unwrap();
    plugins.add("goja-plugin-misbehaving", "goja-plugin-examples-greeter");

    let error = call(&host, &session, GREETER, "greet", &[]).await.unwrap_err();
    let text = error
        .to_text()
        .replace(&plugins.path().display().to_string(), "DIR");
    assert_eq!(
        text,
        "goja-plugin-examples-greeter did not start: the file is no longer the one that its manifest was read from; run the command again"
    );
}

#[tokio::test]
async fn what_is_read_ahead_runs_whatever_becomes_of_its_file() {
    let (plugins, cache) = (Plugins::greeter(), tempfile::tempdir().unwrap());
    recording(&plugins, cache.path(), true)
        .open_session(ME)
        .await
        .unwrap();
    let host = recording(&plugins, cache.path(), true);
    let session = host.open_session(ME).await.unwrap();
    let named = [GREETER.to_owned(), "plugin:other".to_owned()];
    host.read_ahead(&session.id, ME, &named).await.unwrap();
    let states = host.plugin_states(&session.id, ME).await.unwrap();
    assert_eq!(states, [(GREETER.to_owned(), PluginState::Idle)]);

    fs::remove_file(plugins.path().join("goja-plugin-examples-greeter")).unwrap();
    let answer = call(&host, &session, GREETER, "greet", &["hello"]).await;
    assert_eq!(answer.unwrap(), Value::from("hello, hello"));
    let foreign = host.read_ahead(&session.id, Principal(2), &named).await;
    assert!(matches!(foreign, Err(InvokeError::SessionNotFound)));
}

#[tokio::test]
async fn a_changed_file_that_is_read_ahead_fails_its_call_and_nothing_else() {
    let (plugins, cache) = (Plugins::greeter(), tempfile::tempdir().unwrap());
    recording(&plugins, cache.path(), true)
        .open_session(ME)
        .await
        .unwrap();
    let host = recording(&plugins, cache.path(), true);
    let session = host.open_session(ME).await.unwrap();
    fs::remove_file(plugins.path().join("goja-plugin-examples-greeter")).unwrap();
    plugins.add("goja-plugin-misbehaving", "goja-plugin-examples-greeter");

    let named = [GREETER.to_owned()];
    host.read_ahead(&session.id, ME, &named).await.unwrap();
    let error = call(&host, &session, GREETER, "greet", &[]).await.unwrap_err();
    assert!(
        error.to_text().contains("the file is no longer the one"),
        "{error:?}"
    );
}
