//! The line that a plugin prints first: scenarios 6 and 9 to 17.

use super::super::row::{Row, row};
use super::short_start;

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = lines();
    rows.extend(addresses());
    rows.extend(certificates());
    rows
}

fn lines() -> Vec<Row> {
    vec![
        row(6, "the first line is a sentence")
            .script("echo 'Hello! I am no plugin.'; exec sleep 60")
            .opens("refused: it printed \"Hello! I am no plugin.\" instead of the handshake line (CORE|APP|NETWORK|ADDRESS|PROTOCOL)"),
        row(6, "the first line is blank")
            .script("echo; exec sleep 60")
            .opens("refused: it printed \"\" instead of the handshake line (CORE|*"),
        row(6, "the first line begins with a byte order mark")
            .script(r"printf '\357\273\2771|1|unix|x|grpc|\n'; exec sleep 60")
            .opens(r#"refused: error parsing core protocol version: strconv.Atoi: parsing "\u{feff}1": invalid syntax"#),
        row(6, "the first line holds escape sequences and 10,000 characters")
            .script(r"printf '\033[31m%010000d\n' 0; exec sleep 60")
            .opens(r#"refused: it printed "\u{1b}[31m0000*"… (10005 bytes in all) instead of the handshake line *"#),
        row(6, "the first line has spaces around it, and ends with CR LF (11)")
            .misbehaving("line-spaces")
            .opens("loaded: plugin:misbehaving"),
        row(9, "the first line never ends")
            .misbehaving("endless-line")
            .genuine("`Kill` hangs")
            .opens("refused: handshake line is longer than 65536 bytes"),
        row(9, "the first line has 1 MB")
            .script(r"head -c 1000000 /dev/zero | tr '\0' x; echo; exec sleep 60")
            .genuine("`Kill` hangs")
            .opens("refused: handshake line is longer than 65536 bytes"),
        row(10, "a line without an end, then silence")
            .script(r#"printf '1|1|unix|%s/s|grpc|' "$PLUGIN_UNIX_SOCKET_DIR"; exec sleep 60"#)
            .set(short_start)
            .opens("refused: timeout while waiting for plugin to start (2 s): it printed no handshake line"),
        row(10, "a line without an end, then the end of the process")
            .script("printf '1|9|unix|x|grpc|'")
            .opens("refused: incompatible API version with plugin. Plugin version: 9, Client versions: [1]"),
        row(12, "core version 2")
            .script("echo '2|1|unix|x|grpc|'; exec sleep 60")
            .opens("refused: incompatible core API version with plugin. Plugin version: 2, Core version: 1 (build *"),
        row(12, "core version x")
            .script("echo 'x|1|unix|x|grpc|'; exec sleep 60")
            .opens(r#"refused: error parsing core protocol version: strconv.Atoi: parsing "x": invalid syntax"#),
        row(12, "app version 9")
            .script("echo '1|9|unix|x|grpc|'; exec sleep 60")
            .opens("refused: incompatible API version with plugin. Plugin version: 9, Client versions: [1]"),
        row(12, "app version v1")
            .script("echo '1|v1|unix|x|grpc|'; exec sleep 60")
            .opens(r#"refused: Error parsing protocol version "v1": strconv.Atoi: parsing "v1": invalid syntax"#),
        row(13, "four fields, which means netrpc")
            .script("echo '1|1|unix|x'; exec sleep 60")
            .opens(r#"refused: unsupported plugin protocol "netrpc". Supported: [grpc]"#),
        row(13, "protocol http")
            .script("echo '1|1|unix|x|http|'; exec sleep 60")
            .opens(r#"refused: unsupported plugin protocol "http". Supported: [grpc]"#),
        row(16, "eight fields and more")
            .misbehaving("line-extra-fields")
            .opens("loaded: plugin:misbehaving"),
        row(16, "a sixth field of 5 characters")
            .misbehaving("line-short-certificate")
            .opens("loaded: plugin:misbehaving"),
    ]
}

fn addresses() -> Vec<Row> {
    vec![
        row(14, "network pipe")
            .script("echo '1|1|pipe|x|grpc|'; exec sleep 60")
            .opens(r#"refused: unknown address type: x (network "pipe", expected "unix" or "tcp")"#),
        row(14, "a TCP address without a port")
            .script("echo '1|1|tcp|not-an-addr|grpc|'; exec sleep 60")
            .opens("refused: address not-an-addr: missing port in address"),
        row(14, "a TCP port of loopback")
            .misbehaving("line-tcp")
            .calls("call", "Ada", "Ada; then the same process answers"),
        row(14, "a TCP address of another machine")
            .script("echo '1|1|tcp|192.0.2.1:80|grpc|'; exec sleep 60")
            .genuine("connects to it")
            .opens(r#"refused: plugin names the address "192.0.2.1:80", which is neither in its own folder nor on loopback"#),
        row(15, "a socket outside the plugin's own folder")
            .script("echo '1|1|unix|/run/other.sock|grpc|'; exec sleep 60")
            .genuine("connects to it")
            .opens(r#"refused: plugin names the address "/run/other.sock", which is neither in its own folder nor on loopback"#),
        row(15, "a relative path")
            .script("echo '1|1|unix|socket|grpc|'; exec sleep 60")
            .genuine("connects to it")
            .opens(r#"refused: plugin names the address "socket", which is neither in its own folder nor on loopback"#),
        row(15, "a path that leads out of the folder")
            .script(r#"echo "1|1|unix|$PLUGIN_UNIX_SOCKET_DIR/../s|grpc|"; exec sleep 60"#)
            .genuine("connects to it")
            .opens(r#"refused: plugin names the address "*/../s", which is neither in its own folder nor on loopback"#),
        row(15, "a symbolic link")
            .script(r#"ln -s /run/other.sock "$PLUGIN_UNIX_SOCKET_DIR/s"; echo "1|1|unix|$PLUGIN_UNIX_SOCKET_DIR/s|grpc|"; exec sleep 60"#)
            .genuine("follows it")
            .opens(r#"refused: plugin names "*/s", which is not a socket"#),
        row(15, "a regular file")
            .script(r#": > "$PLUGIN_UNIX_SOCKET_DIR/s"; echo "1|1|unix|$PLUGIN_UNIX_SOCKET_DIR/s|grpc|"; exec sleep 60"#)
            .genuine("the first call fails")
            .opens(r#"refused: plugin names "*/s", which is not a socket"#),
        row(15, "a path of more than 107 bytes")
            .script(r#"echo "1|1|unix|$PLUGIN_UNIX_SOCKET_DIR/$(printf %0200d 0)|grpc|"; exec sleep 60"#)
            .genuine("the first call fails")
            .opens("refused: plugin names a socket whose path has * bytes; a socket's path may have 107"),
    ]
}

fn certificates() -> Vec<Row> {
    vec![
        row(17, "a certificate that is no base64")
            .script("echo '1|1|unix|x|grpc|AAAA!AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'; exec sleep 60")
            .opens("refused: error parsing server cert: illegal base64 data at input byte 4"),
        row(17, "a certificate in padded base64")
            .script("echo '1|1|unix|x|grpc|AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=='; exec sleep 60")
            .opens("refused: error parsing server cert: illegal base64 data at input byte 62"),
        row(17, "base64 of something else")
            .script("echo '1|1|unix|x|grpc|AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'; exec sleep 60")
            .opens("refused: error parsing server cert: x509: malformed certificate"),
    ]
}
