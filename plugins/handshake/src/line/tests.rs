//! What hosts accept and refuse, case by case, and what plugins print.

use std::fmt::Write as _;

use super::{HandshakeLine, Network};

fn unix(path: &str) -> HandshakeLine {
    HandshakeLine {
        app_version: 1,
        network: Network::Unix(path.into()),
        certificate: None,
        multiplexing: None,
    }
}

/// A DER sequence of the length of a small certificate.
fn der() -> Vec<u8> {
    let mut der = vec![0x30, 0x81, 200];
    der.extend((0..200).map(|byte: u8| byte));
    der
}

#[test]
fn good_lines_are_read() {
    let tcp = |address: &str| HandshakeLine {
        network: Network::Tcp(address.parse().unwrap()),
        ..unix("")
    };
    let multiplexing = |answer| HandshakeLine {
        multiplexing: answer,
        ..unix("/t/p")
    };
    let cases = [
        (
            "1|1|unix|/tmp/plugin605495176|grpc|",
            unix("/tmp/plugin605495176"),
        ),
        ("1|1|unix|/t/p|grpc", unix("/t/p")),
        ("  \t1|1|unix|/t/p|grpc|\r\n", unix("/t/p")),
        ("+1|01|unix|/t/p|grpc|", unix("/t/p")),
        ("1|1|unix|relative/socket|grpc|", unix("relative/socket")),
        ("1|1|tcp|127.0.0.1:1234|grpc", tcp("127.0.0.1:1234")),
        ("1|1|tcp|localhost:1234|grpc", tcp("127.0.0.1:1234")),
        ("1|1|tcp|[::1]:1234|grpc", tcp("[::1]:1234")),
        ("1|1|tcp|192.0.2.1:80|grpc", tcp("192.0.2.1:80")),
        ("1|1|unix|/t/p|grpc||true", multiplexing(Some(true))),
        ("1|1|unix|/t/p|grpc||false", multiplexing(Some(false))),
        ("1|1|unix|/t/p|grpc||perhaps", multiplexing(None)),
        ("1|1|unix|/t/p|grpc||true|later|fields", multiplexing(Some(true))),
    ];
    for (line, expected) in cases {
        assert_eq!(HandshakeLine::parse(line, &[1]), Ok(expected), "{line:?}");
    }
}

#[test]
fn a_short_sixth_field_means_nothing_and_a_long_one_is_a_certificate() {
    let line = |field: &str| HandshakeLine::parse(&format!("1|1|unix|/t/p|grpc|{field}"), &[1]);
    assert_eq!(line("=").unwrap(), unix("/t/p"));
    assert_eq!(line(&"=".repeat(50)).unwrap(), unix("/t/p"));
    line(&"=".repeat(51)).unwrap_err();

    let printed = HandshakeLine {
        certificate: Some(der()),
        ..unix("/t/p")
    };
    assert_eq!(HandshakeLine::parse(&printed.to_string(), &[1]), Ok(printed));
}

#[test]
fn wrong_lines_are_refused_in_go_plugins_words() {
    let unpadded = super::certificate::encode(&der());
    let cases = [
        String::new(),
        "Listening on port 1234".to_owned(),
        "it's \u{1b}[31mred".to_owned(),
        "1|1|unix".to_owned(),
        "\u{feff}1|1|unix|/t/p|grpc|".to_owned(),
        "x|1|unix|/t/p|grpc|".to_owned(),
        "|1|unix|/t/p|grpc|".to_owned(),
        "2|1|unix|/t/p|grpc|".to_owned(),
        "-1|1|unix|/t/p|grpc|".to_owned(),
        "99999999999999999999|1|unix|/t/p|grpc|".to_owned(),
        "1|v1|unix|/t/p|grpc|".to_owned(),
        "1|9|unix|/t/p|grpc|".to_owned(),
        "1|-1|unix|/t/p|grpc|".to_owned(),
        "1|1|pipe|/t/p|grpc|".to_owned(),
        "1|1|unix||grpc|".to_owned(),
        "1|1|tcp|not-an-addr|grpc|".to_owned(),
        "1|1|tcp|127.0.0.1:99999|grpc|".to_owned(),
        "1|1|tcp|example.org:80|grpc|".to_owned(),
        "1|1|unix|/t/p".to_owned(),
        "1|1|unix|/t/p|netrpc".to_owned(),
        "1|1|unix|/t/p|http|".to_owned(),
        "1|1|unix|/t/p||".to_owned(),
        format!("1|1|unix|/t/p|grpc|{unpadded}="),
        format!("1|1|unix|/t/p|grpc|{}", unpadded.replacen('B', "-", 1)),
        format!("1|1|unix|/t/p|grpc|{}", "A".repeat(53)),
        format!("1|1|unix|/t/p|grpc|{}", "A".repeat(52)),
        format!("1|1|unix|/t/p|grpc|{}", &unpadded[..unpadded.len() - 4]),
    ];
    let mut table = String::new();
    for line in &cases {
        let error = HandshakeLine::parse(line, &[1, 2]).unwrap_err();
        let shown: String = line.escape_debug().take(40).collect();
        writeln!(table, "{shown}\n    {error}").unwrap();
    }
    insta::assert_snapshot!(table, @r##"

        it printed "" instead of the handshake line (CORE|APP|NETWORK|ADDRESS|PROTOCOL)
    Listening on port 1234
        it printed "Listening on port 1234" instead of the handshake line (CORE|APP|NETWORK|ADDRESS|PROTOCOL)
    it\'s \u{1b}[31mred
        it printed "it's \u{1b}[31mred" instead of the handshake line (CORE|APP|NETWORK|ADDRESS|PROTOCOL)
    1|1|unix
        it printed "1|1|unix" instead of the handshake line (CORE|APP|NETWORK|ADDRESS|PROTOCOL)
    \u{feff}1|1|unix|/t/p|grpc|
        error parsing core protocol version: strconv.Atoi: parsing "\u{feff}1": invalid syntax
    x|1|unix|/t/p|grpc|
        error parsing core protocol version: strconv.Atoi: parsing "x": invalid syntax
    |1|unix|/t/p|grpc|
        error parsing core protocol version: strconv.Atoi: parsing "": invalid syntax
    2|1|unix|/t/p|grpc|
        incompatible core API version with plugin. Plugin version: 2, Core version: 1 (build the plugin with a go-plugin library of core version 1)
    -1|1|unix|/t/p|grpc|
        incompatible core API version with plugin. Plugin version: -1, Core version: 1 (build the plugin with a go-plugin library of core version 1)
    99999999999999999999|1|unix|/t/p|grpc|
        error parsing core protocol version: strconv.Atoi: parsing "99999999999999999999": value out of range
    1|v1|unix|/t/p|grpc|
        Error parsing protocol version "v1": strconv.Atoi: parsing "v1": invalid syntax
    1|9|unix|/t/p|grpc|
        incompatible API version with plugin. Plugin version: 9, Client versions: [1 2]
    1|-1|unix|/t/p|grpc|
        incompatible API version with plugin. Plugin version: -1, Client versions: [1 2]
    1|1|pipe|/t/p|grpc|
        unknown address type: /t/p (network "pipe", expected "unix" or "tcp")
    1|1|unix||grpc|
        the unix address is empty
    1|1|tcp|not-an-addr|grpc|
        address not-an-addr: missing port in address
    1|1|tcp|127.0.0.1:99999|grpc|
        address 127.0.0.1:99999: invalid port
    1|1|tcp|example.org:80|grpc|
        address example.org:80: expected an IP address before the port
    1|1|unix|/t/p
        unsupported plugin protocol "netrpc". Supported: [grpc]
    1|1|unix|/t/p|netrpc
        unsupported plugin protocol "netrpc". Supported: [grpc]
    1|1|unix|/t/p|http|
        unsupported plugin protocol "http". Supported: [grpc]
    1|1|unix|/t/p||
        unsupported plugin protocol "". Supported: [grpc]
    1|1|unix|/t/p|grpc|MIHIAAECAwQFBgcICQoLD
        error parsing server cert: illegal base64 data at input byte 271
    1|1|unix|/t/p|grpc|MIHIAAECAwQF-gcICQoLD
        error parsing server cert: illegal base64 data at input byte 12
    1|1|unix|/t/p|grpc|AAAAAAAAAAAAAAAAAAAAA
        error parsing server cert: illegal base64 data at input byte 52
    1|1|unix|/t/p|grpc|AAAAAAAAAAAAAAAAAAAAA
        error parsing server cert: x509: malformed certificate
    1|1|unix|/t/p|grpc|MIHIAAECAwQFBgcICQoLD
        error parsing server cert: x509: malformed certificate
    "##);
}

#[test]
fn a_plugin_prints_the_genuine_line() {
    insta::assert_snapshot!(unix("/tmp/plugin1"), @"1|1|unix|/tmp/plugin1|grpc|");
    let answered = HandshakeLine {
        multiplexing: Some(false),
        ..unix("/tmp/plugin1")
    };
    insta::assert_snapshot!(answered, @"1|1|unix|/tmp/plugin1|grpc||false");
    let tcp = HandshakeLine {
        network: Network::Tcp(([127, 0, 0, 1], 10_000).into()),
        ..unix("")
    };
    insta::assert_snapshot!(tcp, @"1|1|tcp|127.0.0.1:10000|grpc|");
}
