//! Scenarios that other tests show, or that do not concern a host: 1 to 4, and 69 to 75.

use super::super::row::{Row, row};

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = tls();
    rows.extend(sdk());
    rows
}

fn tls() -> Vec<Row> {
    const GO: &str = "bridge/host/tests/it/go_plugin.rs";
    const TLS: &str = "bridge/host/src/plugin/tls/tests.rs";
    vec![
        row(1, "a good Go plugin").elsewhere(
            GO,
            "stopped_it_leaves_neither_a_process_nor_a_socket",
            "its manifest is read, its exports are called, and within 1 s of the stop it is gone with its socket",
        ),
        row(2, "the same over TLS, 1.2 and 1.3").elsewhere(
            TLS,
            "go_plugins_certificates_and_others_are_spoken_to_in_both_versions",
            "works, with P-521, P-256 and Ed25519",
        ),
        row(2, "the certificate of another process").elsewhere(
            TLS,
            "the_certificate_of_another_process_is_refused",
            "refused",
        ),
        row(3, "TLS is on, and the plugin sends no certificate")
            .genuine("the first call fails")
            .elsewhere(
                GO,
                "plugins_that_disagree_about_tls_are_refused_at_the_handshake",
                "plugin answered without a certificate although TLS was asked for",
            ),
        row(4, "TLS is off, and the plugin sends a certificate")
            .genuine("the host process dies")
            .elsewhere(
                GO,
                "plugins_that_disagree_about_tls_are_refused_at_the_handshake",
                "plugin answered with a certificate although TLS was not asked for",
            ),
    ]
}

fn sdk() -> Vec<Row> {
    const LATER: &str = "concerns the SDK, not the host: issue 5";
    vec![
        row(69, "SDK: started by hand").later(LATER),
        row(70, "SDK: under a genuine Go host").later(LATER),
        row(71, "SDK: prints after the handshake; a handler panics").later(LATER),
        row(72, "SDK: the host dies; SIGTERM; SIGINT").later(LATER),
        row(73, "SDK: a TLS client that is not the host").later(LATER),
        row(74, "SDK: ping, reflection, `Shutdown`").later(LATER),
        row(
            75,
            "the matrix of Rust and Go hosts and plugins, plain and over TLS",
        )
        .elsewhere(
            "tests/interop/matrix.rs",
            "every_host_gets_the_same_answers_from_every_plugin",
            "the same manifests and the same answers to every call of the example catalog, byte for byte",
        ),
    ]
}
