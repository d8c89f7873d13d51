//! From a definition to the manifest that hosts read. The contract has no field for parameters: they become the
//! first line of a function's doc, and of a method's summary.

use std::collections::HashSet;

use proto::contract::{ExportKind, ExportSpec, MethodSpec, ModuleManifest};
use proto::manifest::{Parameter, Signature};

use super::{DefinitionError, Export, Module, trimmed};
use crate::action::Action;
use crate::{Function, Method, Object};

impl Module {
    pub(super) fn to_wire(&self) -> Result<ModuleManifest, DefinitionError> {
        Ok(ModuleManifest {
            module_name: trimmed(&self.name),
            version: trimmed(&self.version),
            exports: self
                .exports
                .iter()
                .map(Export::to_wire)
                .collect::<Result<_, _>>()?,
            capabilities: labels(&self.capabilities),
            doc: trimmed(&self.doc),
        })
    }
}

impl Export {
    fn to_wire(&self) -> Result<ExportSpec, DefinitionError> {
        match self {
            Self::Function(function) => function.to_wire(),
            Self::Object(object) => object.to_wire(),
        }
    }
}

impl Function {
    fn to_wire(&self) -> Result<ExportSpec, DefinitionError> {
        let name = trimmed(&self.name);
        let callable = Callable {
            path: name.clone(),
            name: &name,
            parameters: self.parameters.as_deref(),
            action: &self.action,
        };
        Ok(ExportSpec {
            doc: callable.text(&self.doc)?,
            name,
            kind: ExportKind::Function.into(),
            method_specs: Vec::new(),
        })
    }
}

impl Object {
    fn to_wire(&self) -> Result<ExportSpec, DefinitionError> {
        let name = trimmed(&self.name);
        let methods = self.methods.iter().map(|method| method.to_wire(&name));
        Ok(ExportSpec {
            method_specs: methods.collect::<Result<_, _>>()?,
            name,
            kind: ExportKind::Object.into(),
            doc: trimmed(&self.doc),
        })
    }
}

impl Method {
    fn to_wire(&self, object: &str) -> Result<MethodSpec, DefinitionError> {
        let name = trimmed(&self.name);
        let callable = Callable {
            path: format!("{object}.{name}"),
            name: &name,
            parameters: self.parameters.as_deref(),
            action: &self.action,
        };
        Ok(MethodSpec {
            summary: callable.text(&self.summary)?,
            name,
            doc: trimmed(&self.doc),
            tags: labels(&self.tags),
        })
    }
}

/// A function or a method, as far as its signature is concerned.
struct Callable<'a> {
    /// What errors call it.
    path: String,
    name: &'a str,
    parameters: Option<&'a str>,
    action: &'a Action,
}

impl Callable<'_> {
    /// The text with the signature before it, when the author or the handler's type says what that is.
    fn text(&self, text: &str) -> Result<String, DefinitionError> {
        let text = text.trim();
        let Some(parameters) = self.parameters()? else {
            return Ok(text.to_owned());
        };
        // An author may have written the signature into the text as well.
        let rest = Signature::parse(self.name, text).map_or_else(|| text.to_owned(), |written| written.text);
        let signature = Signature {
            parameters,
            text: rest,
        };
        let whole = signature.to_text(self.name);
        let read = Signature::parse(self.name, &whole);
        match self.parameters {
            _ if read.is_some_and(|read| read.parameters == signature.parameters) => Ok(whole),
            None => Ok(text.to_owned()),
            Some(_) => Err(DefinitionError::ParametersLost {
                callable: self.path.clone(),
                head: signature.head(self.name),
            }),
        }
    }

    fn parameters(&self) -> Result<Option<Vec<Parameter>>, DefinitionError> {
        let takes = self.action.arity();
        let Some(list) = self.parameters else {
            return Ok((takes == Some(0)).then(Vec::new));
        };
        let parameters = Parameter::parse_list(list).map_err(|source| DefinitionError::Parameters {
            callable: self.path.clone(),
            source,
        })?;
        match takes {
            Some(takes) if takes != parameters.len() => Err(DefinitionError::ParameterCount {
                callable: self.path.clone(),
                takes,
                named: parameters.len(),
            }),
            _ => Ok(Some(parameters)),
        }
    }
}

/// In order, each once, none empty.
fn labels(labels: &[String]) -> Vec<String> {
    let mut seen = HashSet::new();
    labels
        .iter()
        .map(|label| label.trim())
        .filter(|label| !label.is_empty() && seen.insert(*label))
        .map(str::to_owned)
        .collect()
}
