//! From the handshake to a plugin that answers: scenarios 7, 8 and 18 to 22.

use std::time::Duration;

use super::super::row::{Row, row};
use super::{short_call, short_start};

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = ends();
    rows.extend(sockets());
    rows.extend(health());
    rows
}

fn ends() -> Vec<Row> {
    let at_once = Duration::from_secs(3);
    vec![
        row(7, "exits with code 0 before the handshake")
            .script("exit 0")
            .within(at_once)
            .opens("refused: plugin exited before we could connect: exit code 0"),
        row(7, "exits with code 3 and a word on standard error")
            .script("echo 'cannot open the database' >&2; exit 3")
            .within(at_once)
            .opens("refused: plugin exited before we could connect: exit code 3; plugin stderr: cannot open the database"),
        row(7, "dies of signal 9")
            .script("kill -9 $$")
            .within(at_once)
            .opens("refused: plugin exited before we could connect: signal 9 (SIGKILL)"),
        row(7, "dies of signal 11")
            .script("kill -11 $$")
            .within(at_once)
            .opens("refused: plugin exited before we could connect: signal 11 (SIGSEGV)"),
        row(7, "exits while a child of it holds its standard output")
            .script("sleep 60 & exit 3")
            .genuine("waits for the start time-out")
            .within(at_once)
            .opens("refused: plugin exited before we could connect: exit code 3"),
        row(8, "never prints")
            .misbehaving("never-speaks")
            .set(short_start)
            .opens("refused: timeout while waiting for plugin to start (2 s): it printed no handshake line"),
    ]
}

fn sockets() -> Vec<Row> {
    vec![
        row(18, "the socket does not exist")
            .script(r#"echo "1|1|unix|$PLUGIN_UNIX_SOCKET_DIR/s|grpc|"; exec sleep 60"#)
            .genuine("start succeeds, the first call fails")
            .opens(r#"refused: look at the socket "*/s" that the plugin names: No such file or directory (os error 2)"#),
        row(18, "nobody listens at the socket")
            .misbehaving("socket-refuses")
            .genuine("start succeeds, the first call fails")
            .opens("refused: connect to its socket: transport error: Connection refused (os error 111)"),
        row(18, "prints its line and exits")
            .script(r#"echo "1|1|unix|$PLUGIN_UNIX_SOCKET_DIR/s|grpc|"; exit 4"#)
            .genuine("start succeeds, the first call fails")
            .opens("refused: plugin exited before we could connect: exit code 4"),
        row(19, "the socket takes connections and says nothing")
            .misbehaving("socket-silent")
            .set(short_start)
            .genuine("20.5 s, whatever the start time-out")
            .opens("refused: timeout while waiting for plugin to start (2 s): its socket does not answer"),
        row(20, "the socket speaks HTTP/1.1")
            .misbehaving("socket-http1")
            .opens("refused: its socket does not speak gRPC: connection error detected: frame with invalid size"),
        row(20, "the socket sends random bytes")
            .misbehaving("socket-noise")
            .opens("refused: its socket does not speak gRPC: connection error detected: frame with invalid size"),
        row(20, "the socket closes every connection")
            .misbehaving("socket-closes")
            .opens("refused: *its socket*"),
    ]
}

fn health() -> Vec<Row> {
    vec![
        row(21, "health says NOT_SERVING")
            .misbehaving("health-not-serving")
            .set(short_start)
            .genuine("never looks")
            .opens("refused: timeout while waiting for plugin to start (2 s): its health is NOT_SERVING"),
        row(21, "health says NOT_SERVING for 300 ms")
            .misbehaving("health-late")
            .genuine("never looks")
            .opens("loaded: plugin:misbehaving"),
        row(21, "health does not know the service `plugin`")
            .misbehaving("health-unknown")
            .opens("loaded: plugin:misbehaving"),
        row(21, "there is no health service, no stdio and no broker")
            .misbehaving("answers")
            .opens("loaded: plugin:misbehaving"),
        row(22, "the manifest never comes")
            .misbehaving("manifest-hangs")
            .set(short_call)
            .opens(r#"refused: read plugin manifest from "DIR/goja-plugin-manifest-hangs": no answer within 1 s (change with --plugin-call-timeout)"#),
    ]
}
