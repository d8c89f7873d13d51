//! Large arguments, results and error texts: scenarios 32 to 34.

use std::time::Duration;

use super::super::row::{Row, row};
use super::super::scene::Scene;

pub(crate) fn rows() -> Vec<Row> {
    let slow = Duration::from_secs(15);
    vec![
        row(32, "a result of 10 MB").misbehaving("answers").within(slow).calls(
            "call",
            "text 10000000",
            "xxxxxxxxxxxxxxxxxxxx~ (10000000 bytes); then the same process answers",
        ),
        row(32, "a result of 70 MB")
            .misbehaving("answers")
            .within(slow)
            .genuine("returned")
            .calls(
                "call",
                "text 70000000",
                "error: message is too large: *the limit is: 67108864 bytes; then the same process answers",
            ),
        row(33, "an argument of 5 MiB for a Go plugin").go().within(slow).plays(
            |scene| Box::pin(five_mebibytes_to_go(scene)),
            "error: message is too large: grpc: received message larger than max (* vs. 4194304); then the same process answers",
        ),
        row(34, "an error text of 20 KB").misbehaving("answers").calls(
            "call",
            "error 20000",
            "error: xxxxxxxxxxxxxxxxxxxx~ (20000 bytes); then the same process answers",
        ),
        row(34, "an error text of 2 MB")
            .misbehaving("answers")
            .genuine("all of it")
            .within(slow)
            .calls(
                "call",
                "error 2000000",
                "error: xxxxxxxxxxxxxxxxxxxx~ (655* bytes); then the same process answers",
            ),
        row(34, "an error text of 2 MB from a Go plugin")
            .go()
            .genuine("all of it")
            .within(slow)
            .plays(
                |scene| Box::pin(two_megabytes_from_go(scene)),
                "error: xxxxxxxxxxxxxxxxxxxx~ (655* bytes)",
            ),
    ]
}

async fn five_mebibytes_to_go(scene: Scene) -> String {
    let before = scene.pid().await.unwrap();
    let error = scene.call("echo", "x".repeat(5 * 1024 * 1024)).await;
    let same = scene.pid().await.unwrap() == before;
    format!(
        "{error}; then {} process answers",
        if same { "the same" } else { "a new" }
    )
}

async fn two_megabytes_from_go(scene: Scene) -> String {
    scene.call("fail", "x".repeat(2_000_000)).await
}
