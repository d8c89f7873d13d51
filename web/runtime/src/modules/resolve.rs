//! Which document a specifier means, as Node finds it: beside the one that asks, with or without an extension, as a
//! folder, or as a package in `node_modules` there or above.

use proto::value::Value;

use crate::modules::documents::Documents;
use crate::modules::package::{self, Conditions};

const EXTENSIONS: [&str; 4] = [".js", ".json", ".cjs", ".mjs"];
const INDEX: [&str; 4] = ["index.js", "index.json", "index.cjs", "index.mjs"];

/// Reads the data of a `package.json`; `None` where there is none.
pub(crate) type ReadPackage<'a> = dyn FnMut(&str) -> Option<Value> + 'a;

/// The name of the document that `specifier` means to the document `referrer`.
///
/// # Errors
/// Where it was looked for in vain, as the message of an error.
pub(crate) fn resolve(
    specifier: &str,
    referrer: Option<&str>,
    conditions: Conditions,
    documents: &dyn Documents,
    read: &mut ReadPackage<'_>,
) -> Result<String, String> {
    let folder = referrer.map_or_else(|| documents.folder(), |referrer| folder_of(referrer).to_owned());
    if is_path(specifier) {
        let name = join(&folder, specifier)
            .ok_or_else(|| format!("Cannot find module '{specifier}' (it leads out of your documents)"))?;
        return document(&name, documents, read)
            .ok_or_else(|| format!("Cannot find module '{name}' ({})", documents.alternatives()));
    }
    in_packages(specifier, &folder, conditions, documents, read)
}

/// Whether a specifier leads to a document by its path.
pub(crate) fn is_path(specifier: &str) -> bool {
    matches!(specifier, "." | "..")
        || ["./", "../", "/"]
            .iter()
            .any(|start| specifier.starts_with(start))
}

/// The folder that a document lies in; empty for the top.
pub(crate) fn folder_of(name: &str) -> &str {
    match name.rsplit_once('/') {
        Some(("", _)) => "/",
        Some((folder, _)) => folder,
        None => "",
    }
}

/// The folder and the `package.json` of the package that a document belongs to.
pub(crate) fn package_of(
    name: &str,
    documents: &dyn Documents,
    read: &mut ReadPackage<'_>,
) -> Option<(String, Value)> {
    let folder = folder_of(name);
    let mut folders = vec![folder.to_owned()];
    folders.extend(documents.above(folder));
    folders
        .iter()
        .take_while(|folder| !folder.ends_with("node_modules"))
        .find_map(|folder| Some((folder.clone(), read(&inside(folder, package::FILE))?)))
}

/// The document of that name, with an extension added, or in the folder of that name.
fn document(name: &str, documents: &dyn Documents, read: &mut ReadPackage<'_>) -> Option<String> {
    if let Some(found) = file(name, documents) {
        return Some(found);
    }
    let main = read(&inside(name, package::FILE)).and_then(|package| package::main(&package));
    let main = main.and_then(|main| {
        let main = join(name, &main)?;
        file(&main, documents).or_else(|| index(&main, documents))
    });
    main.or_else(|| index(name, documents))
}

fn file(name: &str, documents: &dyn Documents) -> Option<String> {
    // A path that ends in a slash is a folder's.
    let with_extensions = EXTENSIONS.iter().map(|extension| format!("{name}{extension}"));
    std::iter::once(name.to_owned())
        .chain(with_extensions)
        .find(|name| documents.contains(name))
}

fn index(folder: &str, documents: &dyn Documents) -> Option<String> {
    INDEX
        .iter()
        .map(|index| inside(folder, index))
        .find(|name| documents.contains(name))
}

/// A bare name: a package and maybe a path in it.
fn in_packages(
    specifier: &str,
    folder: &str,
    conditions: Conditions,
    documents: &dyn Documents,
    read: &mut ReadPackage<'_>,
) -> Result<String, String> {
    let (name, subpath) = package::split(specifier);
    let mut folders = vec![folder.to_owned()];
    folders.extend(documents.above(folder));
    for folder in folders.iter().filter(|folder| !folder.ends_with("node_modules")) {
        let root = inside(&inside(folder, "node_modules"), name);
        let package = read(&inside(&root, package::FILE));
        let exported = package
            .as_ref()
            .and_then(|package| package::exported(package, subpath, conditions));
        let found = match exported {
            Some(Some(target)) => join(&root, &target).filter(|name| documents.contains(name)),
            Some(None) => {
                return Err(format!(
                    "Cannot find module '{specifier}': the package '{name}' does not export it"
                ));
            }
            None if subpath.is_empty() => document(&root, documents, read),
            None => join(&root, subpath).and_then(|name| document(&name, documents, read)),
        };
        if let Some(found) = found {
            return Ok(found);
        }
    }
    let beside = join(folders.first().map_or("", String::as_str), specifier);
    if beside.is_some_and(|name| !specifier.is_empty() && document(&name, documents, read).is_some()) {
        return Err(format!(
            "Cannot find module '{specifier}'; did you mean './{specifier}'?"
        ));
    }
    Err(format!(
        "Cannot find module '{specifier}': there is no 'node_modules/{name}' beside the script or above; files begin \
         with './', and names of plugins with 'plugin:'"
    ))
}

/// A name in a folder.
fn inside(folder: &str, name: &str) -> String {
    match folder {
        "" => name.to_owned(),
        _ if folder.ends_with('/') => format!("{folder}{name}"),
        _ => format!("{folder}/{name}"),
    }
}

/// The path from a folder, without steps that lead back; `None` where it leads above the root.
pub(crate) fn join(folder: &str, path: &str) -> Option<String> {
    let whole = if path.starts_with('/') {
        path.to_owned()
    } else {
        inside(folder, path)
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => drop(parts.pop()),
            ".." if whole.starts_with('/') => return None,
            part => parts.push(part),
        }
    }
    let joined = parts.join("/");
    Some(if whole.starts_with('/') {
        format!("/{joined}")
    } else {
        joined
    })
}

#[cfg(test)]
mod tests;
