//! The rule for the modules inside a crate: in each folder the modules, each with all that lies below it, form no circle. A
//! module and what lies below it may know each other.

use std::collections::{BTreeMap, VecDeque};

use crate::imports::modules::Modules;

/// How often something may be handed on before its own module is looked for no further.
const MAX_EXPORTS: usize = 8;

/// One module of a folder that imports from another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edge {
    pub(crate) from: String,
    pub(crate) to: String,
    /// `file:line` of one such import.
    pub(crate) place: String,
}

/// The edges between modules of one folder, by who imports.
type Edges = BTreeMap<String, BTreeMap<String, String>>;

/// The shortest circle of all folders, if there is one.
pub(crate) fn shortest(modules: &Modules) -> Option<Vec<Edge>> {
    let mut folders: BTreeMap<Vec<String>, Edges> = BTreeMap::new();
    for (from, module) in modules {
        for import in &module.imports {
            let to = origin(&import.path, modules);
            let shared = from
                .iter()
                .zip(&to)
                .take_while(|(one, other)| one == other)
                .count();
            if let (Some(one), Some(other)) = (from.get(shared), to.get(shared)) {
                let edges = folders.entry(from[..shared].to_vec()).or_default();
                let imports = edges.entry(one.clone()).or_default();
                imports
                    .entry(other.clone())
                    .or_insert_with(|| import.place.clone());
            }
        }
    }
    let circles = folders
        .values()
        .flat_map(|edges| edges.keys().filter_map(|start| circle_from(start, edges)));
    circles.min_by_key(Vec::len)
}

/// The module that something lies in, whoever hands it on.
fn origin(path: &[String], modules: &Modules) -> Vec<String> {
    let mut path = path.to_vec();
    for _ in 0..MAX_EXPORTS {
        let depth = (0..=path.len())
            .rev()
            .find(|depth| modules.contains_key(&path[..*depth]))
            .unwrap_or_default();
        let module = path[..depth].to_vec();
        let exported = path
            .get(depth)
            .and_then(|name| modules.get(&module)?.exports.get(name));
        match exported {
            Some(next) => path = next.iter().chain(&path[depth + 1..]).cloned().collect(),
            None => return module,
        }
    }
    path
}

/// The shortest way from a module back to itself.
fn circle_from(start: &str, edges: &Edges) -> Option<Vec<Edge>> {
    let mut ways = VecDeque::from([(start, Vec::new())]);
    let mut seen = Vec::new();
    while let Some((from, way)) = ways.pop_front() {
        for (to, place) in edges.get(from).into_iter().flatten() {
            let mut way = way.clone();
            way.push(Edge {
                from: from.to_owned(),
                to: to.clone(),
                place: place.clone(),
            });
            if to == start {
                return Some(way);
            }
            if !seen.contains(to) {
                seen.push(to.clone());
                ways.push_back((to, way));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::modules::of_texts;

    fn found(texts: &[(&str, &str)]) -> Option<String> {
        let circle = shortest(&of_texts(texts))?;
        let steps: Vec<String> = circle
            .iter()
            .map(|edge| format!("{} -> {} at {}", edge.from, edge.to, edge.place))
            .collect();
        Some(steps.join(", "))
    }

    #[test]
    fn the_shortest_circle_is_named_with_its_places() {
        for (texts, expected) in [
            (
                &[
                    ("", "mod a; mod b; mod c;"),
                    ("a", "use crate::b::B;"),
                    ("b", "use crate::c::C;"),
                    ("c", "fn f() { crate::a::g() }"),
                ][..],
                Some("a -> b at a:1, b -> c at b:1, c -> a at c:1"),
            ),
            (
                &[
                    ("", "mod a; mod b;"),
                    ("a", "mod x; use x::X; pub(crate) struct A;"),
                    ("a::x", "use super::A; use crate::b::B;"),
                    ("b", "pub(crate) struct B;"),
                ],
                None,
            ),
            (
                &[
                    ("", "mod a; mod b;"),
                    ("a", "mod x; mod y; pub(crate) use x::X;"),
                    ("a::x", "use super::y::Y;"),
                    ("a::y", "\nuse super::X;"),
                    ("b", "use crate::a::X;"),
                ],
                Some("x -> y at a/x:1, y -> x at a/y:2"),
            ),
            (
                &[
                    ("", "mod a; mod b;"),
                    (
                        "a",
                        "#[cfg(test)] mod tests { use crate::b::B; } pub(crate) struct A;",
                    ),
                    ("b", "use crate::a::A;"),
                ],
                None,
            ),
        ] {
            assert_eq!(found(texts).as_deref(), expected);
        }
    }
}
