//! The two versions of a handshake: go-plugin's own (core), and that of the services spoken over it (app).

use std::ops::RangeInclusive;

/// The version of the handshake itself.
pub const CORE_PROTOCOL_VERSION: u32 = 1;

/// The version of the services: `hashiplugin.contract.v1`.
pub const APP_PROTOCOL_VERSION: u32 = 1;

/// What a plugin concludes from the host's list of versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Negotiation {
    /// The version to announce and to serve.
    pub version: u32,
    /// The items of the host's list that are no version, for a warning.
    pub invalid: Vec<String>,
}

/// Picks the highest of the plugin's `own` versions that the host `offered`, in whatever order it did.
///
/// Without a list, or with none in common, the lowest own version is announced: a host from before negotiation
/// understands it, and any other host reports the mismatch better than the plugin could.
#[must_use]
pub fn negotiate(own: RangeInclusive<u32>, offered: Option<&str>) -> Negotiation {
    let lowest = *own.start();
    let mut common = None;
    let mut invalid = Vec::new();
    for item in offered
        .filter(|list| !list.is_empty())
        .into_iter()
        .flat_map(|list| list.split(','))
    {
        match item.parse() {
            Ok(version) if own.contains(&version) => common = common.max(Some(version)),
            Ok(_) => {}
            Err(_) => invalid.push(item.to_owned()),
        }
    }
    Negotiation {
        version: common.unwrap_or(lowest),
        invalid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Case = (
        RangeInclusive<u32>,
        Option<&'static str>,
        u32,
        &'static [&'static str],
    );

    #[test]
    fn the_highest_common_version_wins_in_any_order() {
        let cases: [Case; 10] = [
            (1..=1, Some("1"), 1, &[]),
            (1..=1, Some("2,1"), 1, &[]),
            (1..=3, Some("1,3,2"), 3, &[]),
            (1..=3, Some("2,9"), 2, &[]),
            (2..=3, Some("9"), 2, &[]),
            (2..=3, None, 2, &[]),
            (2..=3, Some(""), 2, &[]),
            (1..=1, Some("x,1"), 1, &["x"]),
            (1..=1, Some("1,,-1, 1"), 1, &["", "-1", " 1"]),
            (1..=1, Some("99999999999"), 1, &["99999999999"]),
        ];
        for (own, offered, version, invalid) in cases {
            let found = negotiate(own.clone(), offered);
            assert_eq!(found.version, version, "{own:?} against {offered:?}");
            assert_eq!(found.invalid, invalid, "{own:?} against {offered:?}");
        }
    }
}
