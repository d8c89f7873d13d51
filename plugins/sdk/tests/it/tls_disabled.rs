//! A plugin that is built without the feature `tls`.

use crate::process::refusal;

#[tokio::test]
async fn a_host_that_asks_for_tls_is_told_how_to_have_it() {
    let said = refusal("PLUGIN_CLIENT_CERT", "-----BEGIN CERTIFICATE-----").await;
    insta::assert_snapshot!(said, @"[ERROR] the host asks for TLS (PLUGIN_CLIENT_CERT is set), and this plugin is built without it; build it with the feature `tls` of pontoon-sdk, or turn TLS off in the host");
}
