//! What plugins see of where they were put: scenarios 5 and 68. These run in a process of their own, whose
//! environment is what a host's should never be.

use bridge_host::config::EnvironmentPolicy;
use proto::value::Value;

use super::super::row::{Row, row};
use super::super::scene::Scene;

/// What the process is started with.
pub(crate) const VARIABLES: [(&str, &str); 7] = [
    ("PLUGIN_CLIENT_CERT", "-----BEGIN CERTIFICATE-----"),
    ("PLUGIN_MULTIPLEX_GRPC", "true"),
    ("PLUGIN_UNIX_SOCKET_DIR", "/nowhere"),
    ("PLUGIN_MIN_PORT", "9"),
    ("GO_GO_GOJA_PLUGIN", "another"),
    ("AWS_SECRET_ACCESS_KEY", "secret"),
    ("LANG", "C.UTF-8"),
];

/// What the process is started without: which of these a machine has is its own matter.
pub(crate) const FEWER: &str = "unset LANGUAGE LC_ALL LC_CTYPE LC_MESSAGES LC_TIME LOGNAME SHELL TZ USER;";

pub(crate) fn rows() -> Vec<Row> {
    vec![
        row(5, "the host's own environment is that of a plugin; a Rust plugin")
            .misbehaving("looks-around")
            .set(|config| config.environment = EnvironmentPolicy::Inherit)
            .genuine("passed on: the host dies, or every call fails")
            .plays(
                |scene| Box::pin(names(scene, is_of_the_handshake)),
                "GO_GO_GOJA_PLUGIN PLUGIN_PROTOCOL_VERSIONS PLUGIN_UNIX_SOCKET_DIR",
            ),
        row(5, "the host's own environment is that of a plugin; a Go plugin")
            .go()
            .set(|config| config.environment = EnvironmentPolicy::Inherit)
            .genuine("passed on: the host dies, or every call fails")
            .plays(
                |scene| Box::pin(async move { scene.call("greet", "Ada").await }),
                "hello, Ada",
            ),
        row(68, "a plugin lists its environment and its descriptors (standard input is null)")
            .misbehaving("looks-around")
            .genuine("the host's whole environment, and its standard input")
            .plays(
                |scene| Box::pin(async move { scene.call("call", Value::Null).await }),
                "{environment: GO_GO_GOJA_PLUGIN HOME LANG PATH PLUGIN_PROTOCOL_VERSIONS PLUGIN_UNIX_SOCKET_DIR TMPDIR, descriptors: 0=/dev/null 1=pipe 2=pipe, leads its group: true}",
            ),
        row(68, "the same when all of the environment is asked for")
            .misbehaving("looks-around")
            .set(|config| config.environment = EnvironmentPolicy::Inherit)
            .plays(
                |scene| Box::pin(names(scene, |name| name.starts_with("AWS_SECRET"))),
                "AWS_SECRET_ACCESS_KEY",
            ),
    ]
}

/// The names of the plugin's environment that are asked for.
async fn names(scene: Scene, wanted: fn(&str) -> bool) -> String {
    let Value::Object(told) = scene.invoke("call", Value::Null).await.unwrap() else {
        return "no object".to_owned();
    };
    let Some(Value::String(names)) = told.get("environment") else {
        return "no environment".to_owned();
    };
    let names: Vec<_> = names.split(' ').filter(|name| wanted(name)).collect();
    names.join(" ")
}

fn is_of_the_handshake(name: &str) -> bool {
    name.starts_with("PLUGIN_") || name == "GO_GO_GOJA_PLUGIN"
}
