//! What a script is told about a module that is not there.

use proto::manifest::ModuleName;

use super::{Catalog, Manifest, PluginModule};

#[test]
fn a_missing_module_is_named_beside_what_is_there() {
    let catalog = catalog(&["plugin:examples:clock", "plugin:examples:greeter"]);
    for (name, rest) in [
        (
            "plugin:greeter",
            "; did you mean 'plugin:examples:greeter'? (available: 'plugin:examples:clock', 'plugin:examples:greeter')",
        ),
        (
            "plugin:examples:cloak",
            "; did you mean 'plugin:examples:clock'? (available: 'plugin:examples:clock', 'plugin:examples:greeter')",
        ),
        (
            "plugin:x",
            " (available: 'plugin:examples:clock', 'plugin:examples:greeter')",
        ),
        (
            "fs",
            ": only plugin modules can be required, and files, which begin with './', '../' or '/' (available: 'plugin:examples:clock', 'plugin:examples:greeter')",
        ),
    ] {
        assert_eq!(
            catalog.explain_missing(name),
            format!("Cannot find module '{name}'{rest}")
        );
    }
}

#[test]
fn a_long_list_is_cut() {
    let names: Vec<String> = (0..30).map(|number| format!("plugin:many:{number:02}")).collect();
    let catalog = catalog(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let message = catalog.explain_missing("plugin:other:thing");
    assert!(message.ends_with("'plugin:many:19' and 10 more)"), "{message}");
}

#[test]
fn an_empty_session_and_a_missing_one_say_so() {
    assert_eq!(
        catalog(&[]).explain_missing("fs"),
        "Cannot find module 'fs': only plugin modules can be required, and files, which begin with './', '../' or '/'"
    );
    assert_eq!(
        catalog(&[]).explain_missing("plugin:x"),
        "Cannot find module 'plugin:x': this session has no plugin modules"
    );
    assert_eq!(
        Catalog::absent("the bridge does not answer").explain_missing("plugin:x"),
        "Cannot find module 'plugin:x': no session is open, because the bridge does not answer"
    );
}

fn catalog(names: &[&str]) -> Catalog {
    Catalog::new(names.iter().map(|name| PluginModule {
        manifest: Manifest {
            module: ModuleName::parse(*name).unwrap(),
            version: String::new(),
            doc: String::new(),
            capabilities: Vec::new(),
            exports: Vec::new(),
        },
        path: String::new(),
    }))
}
