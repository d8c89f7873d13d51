//! Scenarios that other tests show: 1 to 4 of the host, and 69 to 75 of the SDK and of both.

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
    const LIFE: &str = "plugins/sdk/tests/it/life.rs";
    const TLS: &str = "plugins/sdk/tests/it/tls.rs";
    const GENUINE_HOST: &str = "tests/interop/genuine_host.rs";
    vec![
        row(69, "SDK: started by hand").elsewhere(
            LIFE,
            "started_by_hand_it_says_what_it_is_and_fails",
            "Go's three lines on standard error, nothing on standard output, exit status 1",
        ),
        row(70, "SDK: under a genuine Go host, in plain and with AutoMTLS").elsewhere(
            GENUINE_HOST,
            "plugins_end_by_themselves_and_leave_no_socket",
            "works; killed, it ends by itself within 2 s, exit status 0, no warning, no socket",
        ),
        row(70, "SDK: `PLUGIN_PROTOCOL_VERSIONS` is `2,1`, `x,1`, or absent").elsewhere(
            LIFE,
            "whatever_versions_the_host_lists_the_only_one_is_announced",
            "version 1; a warning about `x`",
        ),
        row(70, "SDK: the genuine host speaks more versions, or only another").elsewhere(
            GENUINE_HOST,
            "the_version_that_both_speak_is_chosen",
            "version 1, or the host's own words about the mismatch",
        ),
        row(70, "SDK: `PLUGIN_UNIX_SOCKET_DIR`, `PLUGIN_UNIX_SOCKET_GROUP`").elsewhere(
            GENUINE_HOST,
            "the_socket_lies_in_the_hosts_folder_and_belongs_to_its_group",
            "the socket lies in the folder, for the owner and the group alone",
        ),
        row(70, "SDK: `PLUGIN_MULTIPLEX_GRPC`")
            .genuine("a Go plugin multiplexes, and leaves its socket behind")
            .elsewhere(
                GENUINE_HOST,
                "multiplexing_is_declined_in_the_words_that_a_go_host_has_for_it",
                "field 7 is `false`, and the host says so",
            ),
        row(71, "SDK: `println!` and C's `printf` after the handshake").elsewhere(
            LIFE,
            "printing_to_standard_output_disturbs_nothing",
            "disturb nothing",
        ),
        row(71, "SDK: a handler panics")
            .genuine("the plugin dies")
            .elsewhere(
                GENUINE_HOST,
                "a_panic_in_rust_is_one_calls_error_and_stands_out_in_the_log",
                "an error of that call; the genuine host logs its text as an error, and the plugin lives on",
            ),
        row(72, "SDK: the host dies")
            .genuine("the plugin lives on")
            .elsewhere(
                LIFE,
                "it_ends_when_its_host_is_gone",
                "notices within 1 s, ends, and removes its socket; standard input, which is the host's own, is left alone",
            ),
        row(72, "SDK: SIGTERM; SIGINT")
            .genuine("SIGTERM leaves the socket behind")
            .elsewhere(
                LIFE,
                "it_stops_on_sigterm_though_a_handler_blocks_and_not_on_sigint",
                "SIGTERM ends it and its socket; SIGINT is ignored",
            ),
        row(73, "SDK: a TLS client that is not the host").elsewhere(
            TLS,
            "whoever_is_not_the_host_is_refused",
            "refused, with a warning that says why",
        ),
        row(73, "SDK: a second TLS client with the host's certificate").elsewhere(
            TLS,
            "a_second_connection_of_the_host_is_served_as_well",
            "served",
        ),
        row(73, "SDK: a client that connects and says nothing").elsewhere(
            "plugins/sdk/tests/it/clients.rs",
            "those_who_say_nothing_delay_nobody_and_are_dropped",
            "delays nobody, and is dropped after 10 s",
        ),
        row(74, "SDK: ping, reflection").elsewhere(
            GENUINE_HOST,
            "ping_is_answered_and_reflection_lists_the_same_services",
            "ping passes; both versions of reflection list the services that a Go plugin has",
        ),
        row(74, "SDK: `Shutdown`").elsewhere(
            LIFE,
            "asked_to_stop_it_answers_ends_its_streams_and_leaves_no_socket",
            "answered; then the process ends, exit status 0",
        ),
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
