//! `cargo xtask imports`: proves the table of `docs/architecture.md` about who may know whom. The table itself is
//! in `imports/table.rs`; this is the check.
//!
//! Every crate is resolved alone, because a look at the whole workspace would show features that only another
//! member asked for.

mod circles;
mod modules;
mod table;
mod tree;

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use crate::imports::table::{RULES, Rule};
use crate::imports::tree::Tree;
use crate::workspace::{Crate, Workspace};

/// Something that a crate must never reach, not even through others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ban {
    /// A package.
    Package(&'static str),
    /// Every package whose name starts so.
    Family(&'static str),
    /// A package with this feature on; without it the package is harmless.
    Feature(&'static str, &'static str),
    /// Every package but these.
    EverythingBut(&'static [&'static str]),
    /// A path in the crate's own sources, such as `std::fs`.
    Source(&'static str),
}

/// Checks every crate of the workspace against its rule and names all that is wrong.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let mut offences = Vec::new();
    for member in workspace.crates() {
        match RULES
            .iter()
            .find(|rule| rule.name == member.name || rule.covers_folder(&member.folder))
        {
            Some(rule) => check_crate(workspace, member, rule, &mut offences)?,
            None => offences.push(format!(
                "{} has no rule in xtask/src/imports/table.rs",
                member.name
            )),
        }
    }
    if !offences.is_empty() {
        bail!("the import table does not hold:\n{}", offences.join("\n"));
    }
    Ok(())
}

fn check_crate(workspace: &Workspace, member: &Crate, rule: &Rule, offences: &mut Vec<String>) -> Result<()> {
    offences.extend(new_edges(member, rule));
    offences.extend(tree::forbidden_sources(workspace, member, rule.never)?);
    offences.extend(circle(workspace, member)?);
    for target in rule.targets {
        let tree = Tree::load(workspace, &member.name, target)?;
        for offender in offenders(&tree, &member.name, rule.never) {
            let chain = tree::chain(workspace, &member.name, target, &offender.package);
            offences.push(format!(
                "{} reaches {} ({target}):\n{chain}",
                member.name, offender.what
            ));
        }
    }
    Ok(())
}

/// The modules of a crate form no circle.
fn circle(workspace: &Workspace, member: &Crate) -> Result<Option<String>> {
    let sources = workspace.root().join(&member.folder).join("src");
    let modules = modules::read(&sources)?;
    let Some(circle) = circles::shortest(&modules) else {
        return Ok(None);
    };
    let edges: Vec<String> = circle
        .iter()
        .map(|edge| format!("  {} imports {} ({})", edge.from, edge.to, edge.place))
        .collect();
    Ok(Some(format!(
        "the modules of {} form a circle:\n{}",
        member.name,
        edges.join("\n")
    )))
}

fn new_edges(member: &Crate, rule: &Rule) -> Vec<String> {
    let allowed = |edge: &str, dev: bool| {
        rule.may_import.contains(&edge) || dev && rule.tests_may_import.contains(&edge)
    };
    let new = member.edges.iter().filter(|edge| !allowed(&edge.to, edge.dev));
    new.map(|edge| {
        let kind = if edge.dev { "tests import" } else { "imports" };
        format!(
            "{} {kind} {}, which xtask/src/imports/table.rs does not allow",
            member.name, edge.to
        )
    })
    .collect()
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Offender {
    what: String,
    package: String,
}

fn offenders(tree: &Tree, own_name: &str, never: &[Ban]) -> BTreeSet<Offender> {
    let reached = tree.packages.iter().filter(|package| package.name != own_name);
    reached
        .flat_map(|package| {
            never.iter().filter_map(|ban| {
                let name = package.name.as_str();
                let hit = match *ban {
                    Ban::Package(banned) => name == banned,
                    Ban::Family(start) => name.starts_with(start),
                    Ban::Feature(banned, feature) => name == banned && package.features.contains(feature),
                    Ban::EverythingBut(harmless) => !harmless.contains(&name),
                    Ban::Source(_) => false,
                };
                let what = match *ban {
                    Ban::Feature(_, feature) => format!("{name} with the feature `{feature}`"),
                    _ => name.to_owned(),
                };
                hit.then(|| Offender {
                    what,
                    package: name.to_owned(),
                })
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Edge;

    fn found(tree: &str, never: &[Ban]) -> Vec<String> {
        offenders(&Tree::parse(tree), "web-app", never)
            .into_iter()
            .map(|offender| offender.what)
            .collect()
    }

    #[test]
    fn a_package_is_found_by_name_by_family_and_by_feature() {
        let tree = "web-app v0.1.0 (/w/web/app)|\nyew v0.23.0|csr\nboa_gc v0.22.0|\ntokio v1.54.1|rt,sync\n\
                    tokio-stream v0.1.19|rt (*)\n";
        assert_eq!(found(tree, &[Ban::Package("yew")]), ["yew"]);
        assert_eq!(found(tree, &[Ban::Family("boa_")]), ["boa_gc"]);
        assert_eq!(
            found(tree, &[Ban::Feature("tokio", "rt")]),
            ["tokio with the feature `rt`"]
        );
        assert_eq!(
            found(tree, &[Ban::Feature("tokio", "net"), Ban::Package("tonic")]),
            Vec::<String>::new()
        );
        assert_eq!(
            found(tree, &[Ban::EverythingBut(&["yew", "tokio", "tokio-stream"])]),
            ["boa_gc"]
        );
    }

    #[test]
    fn an_edge_that_only_tests_may_have_is_refused_elsewhere() {
        let rule = Rule {
            may_import: &["proto"],
            tests_may_import: &["web-runtime"],
            ..RULES[0]
        };
        let edge = |to: &str, dev| Edge {
            to: to.to_owned(),
            dev,
        };
        let member = |edges| Crate {
            name: "a".to_owned(),
            folder: "a".to_owned(),
            binaries: Vec::new(),
            edges,
        };
        assert!(
            new_edges(
                &member(vec![edge("proto", false), edge("web-runtime", true)]),
                &rule
            )
            .is_empty()
        );
        assert_eq!(
            new_edges(
                &member(vec![edge("web-runtime", false), edge("yew", true)]),
                &rule
            )
            .len(),
            2
        );
    }
}
