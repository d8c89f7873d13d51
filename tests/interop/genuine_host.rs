//! What a genuine go-plugin host asks of a plugin beyond its calls, asked of a Rust plugin, and of a Go plugin for
//! comparison: that it ends by itself, versions, where its socket lies and whose it is, ping, reflection.

use std::fs;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, symlink};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result};
use tempfile::TempDir;
use tests::environment;
use tests::go_host::{Answer, Ending, GoHost};

const GREETER: &str = "goja-plugin-examples-greeter";

/// One option for the host, with its value.
type Options<'a> = &'a [&'a str];

#[tokio::test]
async fn plugins_end_by_themselves_and_leave_no_socket() -> Result<()> {
    for plugin in greeters()? {
        for options in [&[][..], &["-auto-mtls"]] {
            let (ending, folder) = greeted(options, &plugin).await?;
            expect_gentle(&ending);
            assert!(ending.socket.starts_with(folder.path()), "{ending:?}");
            assert_eq!(fs::read_dir(folder.path())?.count(), 0, "{ending:?}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_version_that_both_speak_is_chosen() -> Result<()> {
    for plugin in greeters()? {
        for versions in ["1", "2,1", "1,2,3"] {
            let folder = tempfile::tempdir()?;
            let host = GoHost::start(["-versions", versions], &plugin, folder.path()).await?;
            assert_eq!(host.greeting()["version"], 1, "{versions}");
            expect_gentle(&host.end().await?);
        }
        let refusal = refusal(&["-versions", "2"], &plugin).await?;
        let reason = "incompatible API version with plugin. Plugin version: 1, Client versions: [2]";
        assert!(refusal.contains(reason), "{refusal}");
    }
    Ok(())
}

#[tokio::test]
async fn the_socket_lies_in_the_hosts_folder_and_belongs_to_its_group() -> Result<()> {
    let group = rustix::process::getgid().as_raw();
    for plugin in greeters()? {
        let parent = tempfile::tempdir()?;
        let elsewhere = tempfile::tempdir()?;
        let folder = parent.path().to_string_lossy();
        let options = ["-socket-folder", &*folder, "-socket-group", &group.to_string()];
        let mut host = GoHost::start(options, &plugin, elsewhere.path()).await?;
        greet(&mut host).await?;

        let socket = PathBuf::from(host.greeting()["address"].as_str().context("no address")?);
        assert!(socket.starts_with(parent.path()), "{}", socket.display());
        let facts = fs::metadata(&socket)?;
        assert!(facts.file_type().is_socket());
        assert_eq!(facts.gid(), group);
        assert_eq!(facts.mode() & 0o777, 0o660, "{:o}", facts.mode());

        expect_gentle(&host.end().await?);
        assert_eq!(fs::read_dir(parent.path())?.count(), 0);
        assert_eq!(fs::read_dir(elsewhere.path())?.count(), 0);
    }
    Ok(())
}

#[tokio::test]
async fn ping_is_answered_and_reflection_lists_the_same_services() -> Result<()> {
    let mut lists = Vec::new();
    for plugin in greeters()? {
        for options in [&["-inspect"][..], &["-inspect", "-auto-mtls"]] {
            let folder = tempfile::tempdir()?;
            let host = GoHost::start(options, &plugin, folder.path()).await?;
            for version in ["services v1", "services v1alpha"] {
                let services = host.greeting()[version].as_array().context("no services")?;
                let mut services: Vec<_> = services
                    .iter()
                    .filter_map(|service| service.as_str().map(str::to_owned))
                    .collect();
                services.sort();
                lists.push(services);
            }
            expect_gentle(&host.end().await?);
        }
    }
    let expected = [
        "grpc.health.v1.Health",
        "grpc.reflection.v1.ServerReflection",
        "grpc.reflection.v1alpha.ServerReflection",
        "hashiplugin.contract.v1.JSModuleService",
        "plugin.GRPCBroker",
        "plugin.GRPCController",
        "plugin.GRPCStdio",
    ];
    assert_eq!(lists, vec![expected.map(str::to_owned).to_vec(); lists.len()]);
    Ok(())
}

#[tokio::test]
async fn multiplexing_is_declined_in_the_words_that_a_go_host_has_for_it() -> Result<()> {
    let [rust, go] = greeters()?;
    let refusal = refusal(&["-multiplex"], &rust).await?;
    let reason = "client requested gRPC broker multiplexing but plugin does not support the feature";
    assert!(refusal.contains(reason), "{refusal}");
    // A Go plugin does multiplex, and then leaves its socket behind.
    let (ending, _folder) = greeted(&["-multiplex"], &go).await?;
    assert!(ending.exit_code == 0 && !ending.killed, "{ending:?}");
    Ok(())
}

#[tokio::test]
async fn a_panic_in_rust_is_one_calls_error_and_stands_out_in_the_log() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let plugin = folder.path().join("goja-plugin-panics-in-rust");
    symlink(environment::misbehaving()?, &plugin)?;
    let mut host = GoHost::start(["-auto-mtls"], &plugin, folder.path()).await?;
    for _ in 0..2 {
        let text = "rpc error: code = Unknown desc = handler panicked: dropped the cup";
        assert_eq!(host.call("call", "[]").await?, Answer::Error(text.to_owned()));
    }
    let ending = host.end().await?;
    assert!(ending.exit_code == 0 && !ending.killed, "{ending:?}");
    // A backtrace may follow each, where one is asked for.
    let logged = |text| {
        ending
            .warnings
            .iter()
            .filter(|line| line.starts_with(text))
            .count()
    };
    assert_eq!(logged("error: [ERROR] panicked at "), 2, "{ending:?}");
    assert_eq!(logged("error: [ERROR] dropped the cup"), 2, "{ending:?}");
    assert_eq!(logged("error: [ERROR] "), ending.warnings.len(), "{ending:?}");
    Ok(())
}

/// In Rust, and in Go.
fn greeters() -> Result<[PathBuf; 2]> {
    let rust = environment::plugins()?.join(GREETER);
    let go = environment::go_programs()?.join("examples").join(GREETER);
    Ok([rust, go])
}

/// Starts the plugin, has it greet, and ends it. The folder was the plugin's for temporary files.
async fn greeted(options: Options<'_>, plugin: &Path) -> Result<(Ending, TempDir)> {
    let folder = tempfile::tempdir()?;
    let mut host = GoHost::start(options, plugin, folder.path()).await?;
    greet(&mut host).await?;
    Ok((host.end().await?, folder))
}

async fn greet(host: &mut GoHost) -> Result<()> {
    let answer = host.call("greet", r#"["Ada"]"#).await?;
    assert_eq!(answer, Answer::Result(r#""hello, Ada""#.to_owned()));
    Ok(())
}

/// Why the host does not load the plugin.
async fn refusal(options: Options<'_>, plugin: &Path) -> Result<String> {
    let folder = tempfile::tempdir()?;
    match GoHost::start(options, plugin, folder.path()).await {
        Ok(host) => anyhow::bail!("the plugin was loaded: {}", host.greeting()),
        Err(error) => Ok(error.to_string()),
    }
}

fn expect_gentle(ending: &Ending) {
    assert_eq!(ending.exit_code, 0, "{ending:?}");
    assert!(!ending.killed, "{ending:?}");
    assert!(ending.took < Duration::from_secs(2), "{ending:?}");
    assert!(ending.socket_removed, "{ending:?}");
    assert_eq!(ending.warnings, Vec::<String>::new(), "{ending:?}");
}
