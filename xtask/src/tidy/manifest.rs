//! Rules for `Cargo.toml`: versions stand in the root alone, sorted, and every crate takes the workspace's lints.

/// What is wrong with a manifest, by its path from the root and its text. Other files pass.
pub(super) fn offences(name: &str, text: &str) -> Vec<String> {
    if name == "Cargo.toml" {
        return unsorted(text);
    }
    if !name.ends_with("/Cargo.toml") {
        return Vec::new();
    }
    let mut offences: Vec<String> = entries(text)
        .filter(|(section, line)| section.ends_with("dependencies") && !takes_from_workspace(line))
        .map(|(_, line)| {
            format!("`{line}` must be `workspace = true`; versions stand in the root's Cargo.toml")
        })
        .collect();
    if !text.contains("[lints]\nworkspace = true") {
        offences.push("lacks `[lints]` with `workspace = true`".to_owned());
    }
    offences
}

/// Others' crates are sorted, so that each has one place where people look for it.
fn unsorted(text: &str) -> Vec<String> {
    let lines = entries(text)
        .filter(|(section, line)| *section == "workspace.dependencies" && !line.contains("path = "));
    let names: Vec<&str> = lines
        .filter_map(|(_, line)| line.split([' ', '.']).next())
        .collect();
    let pairs = names.windows(2).filter(|pair| pair[0] > pair[1]);
    pairs
        .map(|pair| {
            format!(
                "in [workspace.dependencies] `{}` belongs before `{}`",
                pair[1], pair[0]
            )
        })
        .collect()
}

/// The lines that set something, each with its section.
fn entries(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut section = "";
    text.lines().filter_map(move |line| {
        if let Some(header) = line.strip_prefix('[').and_then(|rest| rest.split(']').next()) {
            section = header;
            return None;
        }
        let sets = line.contains('=') && !line.starts_with(['#', ' ']);
        sets.then_some((section, line))
    })
}

fn takes_from_workspace(line: &str) -> bool {
    line.contains(".workspace = true") || line.contains("{ workspace = true")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_outside_the_root_is_told() {
        let manifest = "[dependencies]\nanyhow.workspace = true\nyew = { workspace = true, features = [\"csr\"] }\n\
                        [target.'cfg(unix)'.dev-dependencies]\nhttp = \"1.5\"\n[lints]\nworkspace = true\n";
        let found = offences("web/app/Cargo.toml", manifest);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("http = \"1.5\""), "{found:?}");
    }

    #[test]
    fn the_roots_table_is_sorted_but_for_our_own_crates() {
        let root = "[workspace.dependencies]\nproto = { path = \"proto\" }\nanyhow = \"1\"\nyew = \"0\"\nhttp = \"1\"\n";
        assert_eq!(
            offences("Cargo.toml", root),
            ["in [workspace.dependencies] `http` belongs before `yew`"]
        );
    }
}
