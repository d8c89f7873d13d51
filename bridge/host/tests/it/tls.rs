//! Plugins in Rust over mutual TLS, through the whole host. A plugin that answered in plain would not start.

use std::time::Duration;

use bridge_host::Host;
use bridge_host::config::{HostConfig, PluginTls};

use crate::support::{GREETER, ME, Plugins, call, gone_within, greeter_pid};

#[tokio::test]
async fn a_plugin_in_rust_is_called_and_stopped_like_in_plain() {
    let plugins = Plugins::greeter();
    let host = Host::new(&HostConfig {
        tls: PluginTls::Auto,
        ..plugins.config()
    })
    .unwrap();
    let [one, other] = [
        host.open_session(ME).await.unwrap(),
        host.open_session(ME).await.unwrap(),
    ];
    for session in [&one, &other] {
        let greeting = call(&host, session, GREETER, "greet", &["Ada"]).await.unwrap();
        assert_eq!(greeting, "hello, Ada".into());
        let large = "x".repeat(3 * 1024 * 1024);
        let upper = call(&host, session, GREETER, "strings.upper", &[&large])
            .await
            .unwrap();
        assert_eq!(upper, large.to_uppercase().into());
    }
    let pid = greeter_pid(&host, &one).await;
    host.close_session(&one.id, ME).unwrap();
    gone_within(pid, Duration::from_secs(1)).await;
    greeter_pid(&host, &other).await;
}
