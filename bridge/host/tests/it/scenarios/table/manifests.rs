//! What plugins publish, and how they live together in one folder: scenarios 23 to 26.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;

use bridge_host::OpenError;
use bridge_host::config::{Allowlist, HostConfig, OnInvalid};

use super::super::row::{Row, row};
use super::super::scene::Scene;
use super::link_misbehaving;
use crate::support::{GREETER, ME};

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = rules();
    rows.extend(bounds());
    rows.extend(folders());
    rows
}

fn rules() -> Vec<Row> {
    vec![
        row(23, "the manifest is an error of 21,560 bytes")
            .misbehaving("manifest-error")
            .genuine("all of it")
            .opens(r#"refused: read plugin manifest from "DIR/goja-plugin-manifest-error": no database; *"#),
        row(23, "the manifest is empty")
            .misbehaving("manifest-empty")
            .opens("refused: validate plugin manifest from *: host validate manifest: plugin manifest module name is empty"),
        row(23, "the module has no exports")
            .misbehaving("manifest-no-exports")
            .opens("loaded: plugin:misbehaving"),
        row(23, "the module is outside the namespace")
            .misbehaving("manifest-echo")
            .opens(r#"refused: validate *: host validate manifest: plugin module "echo" must use namespace "plugin:""#),
        row(23, "the module is not on the allowlist")
            .misbehaving("works")
            .set(allow_the_greeter)
            .opens(r#"refused: validate *: plugin module "plugin:misbehaving" is not allowed by --allow-plugin-module"#),
        row(23, "two exports share a name")
            .misbehaving("manifest-duplicate-export")
            .opens(r#"refused: validate *: plugin module "plugin:misbehaving" has duplicate export "a""#),
        row(23, "two methods share a name")
            .misbehaving("manifest-duplicate-method")
            .opens(r#"refused: validate *: object export "a" in module "plugin:misbehaving" has duplicate method "m""#),
        row(23, "an export without a kind")
            .misbehaving("manifest-no-kind")
            .opens(r#"refused: validate *: plugin module "plugin:misbehaving" export "a" has unspecified kind"#),
        row(23, "an export of kind 7")
            .misbehaving("manifest-kind-7")
            .opens(r#"refused: validate *: plugin module "plugin:misbehaving" export "a" has unsupported kind "7""#),
    ]
}

fn bounds() -> Vec<Row> {
    vec![
        row(24, "a manifest of 100,000 exports (1.3 MB)")
            .misbehaving("manifest-many-exports")
            .genuine("taken")
            .opens(r#"refused: read plugin manifest from *: message is too large: *the limit is: 1048576 bytes"#),
        row(24, "a manifest of 1,001 exports")
            .misbehaving("manifest-1001-exports")
            .genuine("taken")
            .opens(r#"refused: validate *: module "plugin:misbehaving" has 1001 exports, and may have 1000"#),
        row(24, "a manifest of 50 MB")
            .misbehaving("manifest-50-mb")
            .genuine("taken")
            .opens(r#"refused: read plugin manifest from *: message is too large: *the limit is: 1048576 bytes"#),
        row(24, "an export with a doc of 1 MB")
            .misbehaving("manifest-long-doc")
            .genuine("taken")
            .opens(r#"refused: validate *: doc of export "a" in module "plugin:misbehaving" has 1000000 bytes, and may have 65536"#),
        row(24, "a line break in the module's name")
            .misbehaving("manifest-line-break")
            .genuine("taken")
            .opens(r#"refused: validate *: name of the module is "plugin:two\nlines", which holds a control character"#),
        row(24, "a NUL in an export's name")
            .misbehaving("manifest-nul")
            .genuine("taken")
            .opens(r#"refused: validate *: name of an export of module "plugin:misbehaving" is "a\0b", which holds a control character"#),
        row(24, "an export `__proto__`")
            .misbehaving("manifest-prototype")
            .genuine("taken")
            .opens(r#"refused: validate *: name of an export of module "plugin:misbehaving" is "__proto__", which is reserved in JavaScript"#),
    ]
}

fn folders() -> Vec<Row> {
    vec![
        row(25, "two files with one module name")
            .prepared(two_of_one_name)
            .genuine("no plugin is loaded")
            .opens(
                r#"loaded: plugin:misbehaving; refused: duplicate plugin module "plugin:misbehaving" discovered at "DIR/goja-plugin-answers" and "DIR/goja-plugin-works""#,
            ),
        row(26, "one bad plugin among good ones, `--on-invalid skip`")
            .prepared(good_and_bad)
            .genuine("no plugin is loaded")
            .opens("refused: plugin exited before we could connect: exit code 3; plugin stderr: cannot open the database; loaded: plugin:misbehaving"),
        row(26, "one bad plugin among good ones, by default")
            .prepared(good_and_bad)
            .plays(
                |scene| Box::pin(opens_strictly(scene)),
                "no session: 2 plugins ready, 1 cannot be used: goja-plugin-* did not start: *: exit code 3; *",
            ),
    ]
}

fn allow_the_greeter(config: &mut HostConfig) {
    config.allowlist = Allowlist::Only(BTreeSet::from([GREETER.to_owned()]));
}

fn two_of_one_name(folder: &Path) -> Vec<File> {
    link_misbehaving(folder, "answers");
    link_misbehaving(folder, "works");
    Vec::new()
}

fn good_and_bad(folder: &Path) -> Vec<File> {
    link_misbehaving(folder, "exit-at-once");
    link_misbehaving(folder, "works");
    Vec::new()
}

async fn opens_strictly(scene: Scene) -> String {
    let host = super::second_host(&scene, |config| config.on_invalid = OnInvalid::Refuse);
    let told = match host.open_session(ME).await {
        Err(OpenError::CatalogInvalid(report)) => {
            let reasons: Vec<_> = report.refused().map(|(_, reason)| reason.text.as_str()).collect();
            format!("no session: {report}: {}", reasons.join("; "))
        }
        other => format!("{other:?}"),
    };
    host.shutdown().await;
    told
}
