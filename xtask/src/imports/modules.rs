//! The modules of a crate and what each imports from the crate itself, read from its sources by a parser of Rust. Tests
//! are left out.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, UseTree, Visibility};

/// A crate's modules by their paths; the root has an empty one.
pub(crate) type Modules = BTreeMap<Vec<String>, Module>;

/// One module.
#[derive(Debug, Default)]
pub(crate) struct Module {
    /// What it names of the crate.
    pub(crate) imports: Vec<Import>,
    /// What it hands on under a name of its own, with the whole path of what it is.
    pub(crate) exports: BTreeMap<String, Vec<String>>,
}

/// A path that a module names, from the root of the crate.
#[derive(Debug)]
pub(crate) struct Import {
    pub(crate) path: Vec<String>,
    /// `file:line`.
    pub(crate) place: String,
}

/// Reads the modules of a crate from its folder of sources; none if it has no root there.
pub(crate) fn read(sources: &Path) -> Result<Modules> {
    let mut modules = Modules::new();
    for root in ["lib.rs", "main.rs"] {
        let file = sources.join(root);
        if file.is_file() {
            read_file(&file, sources, &[], &mut modules)?;
        }
    }
    Ok(modules)
}

fn read_file(file: &Path, folder: &Path, path: &[String], modules: &mut Modules) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("read {}", file.display()))?;
    let parsed = syn::parse_file(&text).with_context(|| format!("parse {}", file.display()))?;
    for child in add(&parsed, &file.display().to_string(), path, modules) {
        let flat = folder.join(format!("{child}.rs"));
        let path = [path, std::slice::from_ref(&child)].concat();
        if flat.is_file() {
            read_file(&flat, &folder.join(&child), &path, modules)?;
        }
    }
    Ok(())
}

/// Adds a module; returns the names of its children that are files.
pub(crate) fn add(parsed: &syn::File, file: &str, path: &[String], modules: &mut Modules) -> Vec<String> {
    let mut reader = Reader {
        file,
        path,
        module: modules.remove(path).unwrap_or_default(),
        children: Vec::new(),
    };
    reader.visit_file(parsed);
    let Reader { module, children, .. } = reader;
    modules.insert(path.to_vec(), module);
    children
}

struct Reader<'a> {
    file: &'a str,
    path: &'a [String],
    module: Module,
    children: Vec<String>,
}

impl Reader<'_> {
    fn import(&mut self, path: Vec<String>, line: usize) {
        self.module.imports.push(Import {
            path,
            place: format!("{}:{line}", self.file),
        });
    }

    /// The path from the root of the crate; `None` for one of another crate.
    fn whole(&self, path: &[String]) -> Option<Vec<String>> {
        let mut whole = match path.first()?.as_str() {
            "crate" => Vec::new(),
            "self" | "super" => self.path.to_vec(),
            name if self.children.iter().any(|child| child == name) => {
                return Some([self.path, path].concat());
            }
            _ => return None,
        };
        for segment in path {
            match segment.as_str() {
                "crate" | "self" => {}
                "super" => drop(whole.pop()),
                name => whole.push(name.to_owned()),
            }
        }
        Some(whole)
    }

    fn read_use(&mut self, tree: &UseTree, before: &[String], is_public: bool) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        let (path, name) = match tree {
            UseTree::Path(path) => return self.read_use(&path.tree, &with(&path.ident), is_public),
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.read_use(tree, before, is_public);
                }
                return;
            }
            UseTree::Name(name) => (with(&name.ident), name.ident.to_string()),
            UseTree::Rename(rename) => (with(&rename.ident), rename.rename.to_string()),
            UseTree::Glob(_) => (before.to_vec(), String::new()),
        };
        if let Some(whole) = self.whole(&path) {
            if is_public {
                self.module.exports.insert(name, whole.clone());
            }
            self.import(whole, tree.span().start().line);
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_file(&mut self, file: &'ast syn::File) {
        // Paths may begin with a child that is declared further down.
        self.children = file.items.iter().filter_map(child).collect();
        visit::visit_file(self, file);
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        // What lies in braces belongs to the file.
        if !is_test(&item.attrs) && item.content.is_none() {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if !is_test(&item.attrs) {
            let is_public = !matches!(item.vis, Visibility::Inherited);
            self.read_use(&item.tree, &[], is_public);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect();
        let begins_here = segments
            .first()
            .is_some_and(|first| ["crate", "super", "self"].contains(&first.as_str()));
        if begins_here
            && segments.len() > 1
            && let Some(whole) = self.whole(&segments)
        {
            self.import(whole, path.span().start().line);
        }
        visit::visit_path(self, path);
    }
}

/// A module in a file of its own.
fn child(item: &Item) -> Option<String> {
    match item {
        Item::Mod(item) if item.content.is_none() && !is_test(&item.attrs) => Some(item.ident.to_string()),
        _ => None,
    }
}

/// Whether something is compiled for tests alone.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let is_condition = attribute.path().is_ident("cfg");
        is_condition
            && attribute
                .meta
                .require_list()
                .is_ok_and(|list| list.tokens.to_string().contains("test"))
    })
}

/// A crate whose modules are given as texts, by their paths.
#[cfg(test)]
pub(crate) fn of_texts(texts: &[(&str, &str)]) -> Modules {
    let mut modules = Modules::new();
    for (path, text) in texts {
        let path: Vec<String> = path
            .split("::")
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect();
        let file = path.join("/");
        add(&syn::parse_file(text).unwrap(), &file, &path, &mut modules);
    }
    modules
}
