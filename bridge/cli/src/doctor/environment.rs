//! Variables of a plugin handshake in our own environment: there when pontoon was started by another plugin host.

use std::env;

use plugins_handshake::environment::{COOKIE_KEY, RESERVED_PREFIX};

use super::finding::Finding;

pub(super) fn examine() -> Finding {
    let names = env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    judge(names.filter(|name| name.starts_with(RESERVED_PREFIX) || name == COOKIE_KEY))
}

fn judge(names: impl Iterator<Item = String>) -> Finding {
    const NAME: &str = "handshake variables";
    let mut names: Vec<String> = names.collect();
    names.sort();
    Finding::ok(
        NAME,
        if names.is_empty() {
            "none is set here".to_owned()
        } else {
            format!("{} set here; no plugin gets to see them", names.join(", "))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_host_left_is_named() {
        let left = ["PLUGIN_MIN_PORT", "PLUGIN_CLIENT_CERT"].map(ToOwned::to_owned);
        assert_eq!(
            judge(left.into_iter()).meaning,
            "PLUGIN_CLIENT_CERT, PLUGIN_MIN_PORT set here; no plugin gets to see them"
        );
    }
}
