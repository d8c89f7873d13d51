//! Messages as people know them from other engines.

use boa_ast::expression::Expression;
use boa_ast::pattern::{ObjectPatternElement, Pattern};
use boa_ast::property::PropertyName;

use crate::locate::failure::Failure;
use crate::locate::known::Knowledge;
use crate::locate::operation::{Key, Kind, NameState, Operation, Subject};
use crate::locate::values::ValueKind;
use crate::locate::written;

/// The message for a failed operation; `None` keeps the engine's.
pub(super) fn message(
    operation: &Operation<'_>,
    failure: &Failure,
    knowledge: Knowledge<'_>,
) -> Option<String> {
    let words = Words { operation, knowledge };
    Some(match (failure, &operation.kind) {
        (
            Failure::NotDefined(_) | Failure::Uninitialized | Failure::NotAssignable(_),
            Kind::Variable(name) | Kind::Assign(name),
        ) => {
            let text = knowledge.names.text(name.symbol);
            match name.state {
                NameState::Undeclared => format!("{text} is not defined"),
                _ => format!("Cannot access '{text}' before initialization"),
            }
        }
        (Failure::Nothing, Kind::Read(subject, key)) => words.of_nothing("read", "reading", subject, key),
        (Failure::Nothing, Kind::Write(subject, key)) => words.of_nothing("set", "setting", subject, key),
        (Failure::Nothing, Kind::Delete(..) | Kind::With(_)) => {
            "Cannot convert undefined or null to object".to_owned()
        }
        (Failure::NotIterable(type_name), Kind::Iterate(subject)) => {
            let name = written::subject(subject, knowledge.names);
            format!("{} is not iterable", name.as_ref().unwrap_or(type_name))
        }
        (Failure::Nothing, Kind::Iterate(subject)) => {
            format!("{} is not iterable", words.name_or_kind(subject))
        }
        (Failure::Nothing, Kind::Call(_) | Kind::New(_)) => {
            "Cannot convert undefined or null to object".to_owned()
        }
        (Failure::Destructure(word), Kind::Destructure(pattern, subject)) => {
            words.destructure(pattern, subject, word)
        }
        (Failure::NotCallable, Kind::Call(callee)) => {
            format!("{} is not a function", words.name_or_kind(callee))
        }
        (Failure::NotConstructor, Kind::New(callee)) => {
            format!(
                "{} is not a constructor",
                written::expression(callee, knowledge.names)
            )
        }
        (Failure::ClassCalled, Kind::Call(callee)) => {
            format!(
                "Class constructor {} cannot be invoked without 'new'",
                words.name_or_kind(callee)
            )
        }
        (Failure::In, Kind::In(Some(key), object)) => format!(
            "Cannot use 'in' operator to search for '{}' in {}",
            words.key_value(&Key::Computed(key)),
            words.value(object)
        ),
        (Failure::Extends, Kind::Extends(base)) => {
            format!(
                "Class extends value {} is not a constructor or null",
                words.value(base)
            )
        }
        (Failure::ReadOnly(_), Kind::Write(Subject::Expression(object), key)) => format!(
            "Cannot assign to read only property '{}' of {}",
            words.key_value(key),
            written::expression(object, knowledge.names)
        ),
        (Failure::NotDeletable, Kind::Delete(Subject::Expression(object), key)) => format!(
            "Cannot delete property '{}' of {}",
            words.key_value(key),
            written::expression(object, knowledge.names)
        ),
        (Failure::Private, Kind::Private(name, writes)) => format!(
            "Cannot {} private member #{} {} an object whose class did not declare it",
            if *writes { "write" } else { "read" },
            knowledge.names.text(*name),
            if *writes { "to" } else { "from" },
        ),
        _ => return general(failure),
    })
}

/// The message for a failure at an unknown operation; `None` keeps the engine's.
pub(super) fn general(failure: &Failure) -> Option<String> {
    let words = match failure {
        Failure::Constant(name) => return Some(format!("Assignment to constant variable '{name}'")),
        Failure::Nothing => "Cannot read properties of null or undefined",
        Failure::Destructure(word) => return Some(format!("Cannot destructure '{word}' as it is {word}")),
        Failure::NotIterable(type_name) => {
            return Some(format!("A value of type {type_name} is not iterable"));
        }
        Failure::ReadOnly(key) => return Some(format!("Cannot assign to read only property '{key}'")),
        Failure::NotCallable => "The called value is not a function",
        Failure::NotConstructor => "The value after 'new' is not a constructor",
        Failure::Uninitialized => "Cannot access a variable before initialization",
        Failure::ClassCalled => "Class constructor cannot be invoked without 'new'",
        Failure::MixedBigInt => "Cannot mix BigInt and other types, use explicit conversions",
        Failure::BigIntToNumber => "Cannot convert a BigInt value to a number",
        Failure::SymbolToNumber => "Cannot convert a Symbol value to a number",
        Failure::SymbolToString => "Cannot convert a Symbol value to a string",
        Failure::NoPrimitive => "Cannot convert object to primitive value",
        Failure::InstanceOfNoObject => "Right-hand side of 'instanceof' is not an object",
        Failure::InstanceOfNoFunction => "Right-hand side of 'instanceof' is not callable",
        Failure::SuperCall => "Super constructor is not a constructor",
        _ => return None,
    };
    Some(words.to_owned())
}

struct Words<'w> {
    operation: &'w Operation<'w>,
    knowledge: Knowledge<'w>,
}

impl Words<'_> {
    fn of_nothing(&self, verb: &str, participle: &str, subject: &Subject<'_>, key: &Key<'_>) -> String {
        let kind = self.kind(subject);
        let word = match kind {
            Some(ValueKind::Null) => "null",
            Some(ValueKind::Undefined) => "undefined",
            _ => "null or undefined",
        };
        format!(
            "Cannot {verb} properties of {word} ({participle} '{}')",
            self.key_value(key)
        )
    }

    /// What a pattern could not take apart.
    fn destructure(&self, pattern: &Pattern, subject: &Subject<'_>, word: &str) -> String {
        let names = self.knowledge.names;
        let name = written::subject(subject, names);
        match pattern {
            Pattern::Array(_) => {
                let name = name.unwrap_or_else(|| word.to_owned());
                format!("{name} is not iterable")
            }
            Pattern::Object(object) => {
                let property = object.bindings().first().and_then(|first| match first {
                    ObjectPatternElement::SingleName { name, .. }
                    | ObjectPatternElement::Pattern { name, .. }
                    | ObjectPatternElement::AssignmentPropertyAccess { name, .. } => match name {
                        PropertyName::Literal(name) => Some(names.text(name.sym())),
                        PropertyName::Computed(_) => None,
                    },
                    _ => None,
                });
                let name = name.unwrap_or_else(|| word.to_owned());
                match (property, subject) {
                    (Some(property), Subject::Part) => {
                        format!("Cannot read properties of {word} (reading '{property}')")
                    }
                    (Some(property), _) => {
                        format!("Cannot destructure property '{property}' of '{name}' as it is {word}")
                    }
                    (None, _) => format!("Cannot destructure '{name}' as it is {word}"),
                }
            }
        }
    }

    /// A value by its name in the source, else by what it is.
    fn name_or_kind(&self, subject: &Subject<'_>) -> String {
        written::subject(subject, self.knowledge.names).unwrap_or_else(|| match self.kind(subject) {
            Some(kind) => kind.type_name().to_owned(),
            None => "value".to_owned(),
        })
    }

    /// A value by what it is, else by its name in the source.
    fn value(&self, value: &Expression) -> String {
        match self.knowledge.expression(value, &self.operation.scope).known() {
            Some(known) if known.kind == ValueKind::Undefined => "undefined".to_owned(),
            Some(known) if known.kind == ValueKind::Null => "null".to_owned(),
            Some(known) => known
                .text
                .unwrap_or_else(|| written::expression(value, self.knowledge.names)),
            None => written::expression(value, self.knowledge.names),
        }
    }

    fn key_value(&self, key: &Key<'_>) -> String {
        let names = self.knowledge.names;
        if let Some(name) = written::key(key, names) {
            return name;
        }
        let Key::Computed(value) = key else {
            return String::new();
        };
        let found = self.knowledge.expression(value, &self.operation.scope);
        match found.known().and_then(|known| known.text) {
            Some(text) => text,
            None => format!("[{}]", written::expression(value, names)),
        }
    }

    fn kind(&self, subject: &Subject<'_>) -> Option<ValueKind> {
        self.knowledge.subject(subject, &self.operation.scope).kind()
    }
}
