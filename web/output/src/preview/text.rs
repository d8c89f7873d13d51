//! A preview as text: as a script would write the value where that is possible, strings in quotes.

use std::fmt;

use super::{Accessor, Entry, ObjectKind, ObjectPreview, Preview, Primitive, PromiseState};
use crate::frame::frame_lines;
use crate::layout::{self, Braces};
use crate::spans::{Role, Spans};

impl fmt::Display for Preview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.spans().fmt(f)
    }
}

impl Preview {
    /// The text in coloured pieces.
    #[must_use]
    pub fn spans(&self) -> Spans {
        match self {
            Self::Primitive(kind, text) => Spans::of(role(*kind), text),
            Self::Text {
                text,
                escapes,
                hidden,
            } => quoted(text, escapes, *hidden),
            Self::Object(object) => object.spans(),
            Self::Circular => Spans::of(Role::Named, "[Circular]"),
            Self::Accessor { accessor, .. } => Spans::of(Role::Named, accessor_text(*accessor)),
        }
    }

    /// A string as it is, anything else as [`Preview::spans`] writes it: what the cell of a table holds.
    #[must_use]
    pub fn cell(&self) -> String {
        match self {
            Self::Text { text, hidden: 0, .. } => text.clone(),
            other => other.to_string(),
        }
    }
}

impl ObjectPreview {
    fn spans(&self) -> Spans {
        if !self.is_open {
            let name = match self.class.as_str() {
                "" if self.kind == ObjectKind::Array => "Array",
                "" => "Object",
                class => class,
            };
            return Spans::of(Role::Named, format!("[{name}]"));
        }
        let mut entries: Vec<Spans> = self.entries.iter().map(Entry::spans).collect();
        if let ObjectKind::Promise(PromiseState::Pending) = self.kind {
            entries.insert(0, Spans::of(Role::Remark, "<pending>"));
        }
        if self.hidden > 0 {
            entries.push(Spans::of(Role::Remark, format!("… {} more", self.hidden)));
        }
        layout::set(self.head(), self.braces(), entries)
    }

    /// What comes before the braces.
    #[must_use]
    pub fn head(&self) -> Spans {
        let class = &self.class;
        match (self.kind, self.size) {
            (ObjectKind::NullPrototype, _) => Spans::of(Role::Plain, "[Object: null prototype]"),
            (ObjectKind::Error, _) => self.error_head(),
            (ObjectKind::Date | ObjectKind::RegExp, _) => Spans::of(Role::Literal, &self.text),
            (ObjectKind::Boxed, _) => Spans::of(Role::Named, format!("[{class}: {}]", self.text)),
            (ObjectKind::Function | ObjectKind::Class | ObjectKind::Proxy, _) => {
                Spans::of(Role::Named, &self.text)
            }
            (ObjectKind::Array, Some(size)) if !class.is_empty() => {
                Spans::of(Role::Plain, format!("{class}({size})"))
            }
            (ObjectKind::Array, _) => Spans::default(),
            (_, Some(size)) => Spans::of(Role::Plain, format!("{class}({size})")),
            (_, None) => Spans::of(Role::Plain, class),
        }
    }

    fn error_head(&self) -> Spans {
        let mut head = Spans::of(Role::Error, &self.text);
        for line in frame_lines(&self.frames) {
            head.push(Role::Remark, format!("\n    {line}"));
        }
        head
    }

    fn braces(&self) -> Braces {
        match self.kind {
            ObjectKind::Array | ObjectKind::TypedArray => Braces::Square,
            ObjectKind::Plain
            | ObjectKind::NullPrototype
            | ObjectKind::Bytes
            | ObjectKind::Map
            | ObjectKind::Set
            | ObjectKind::Promise(_) => Braces::Curly,
            ObjectKind::Error
            | ObjectKind::Function
            | ObjectKind::Class
            | ObjectKind::Date
            | ObjectKind::RegExp
            | ObjectKind::Proxy
            | ObjectKind::Boxed => Braces::IfNeeded,
        }
    }
}

impl Entry {
    fn spans(&self) -> Spans {
        match self {
            Self::Element { value, .. } => value.spans(),
            Self::Holes { count, .. } => Spans::of(Role::Remark, format!("<{count} empty>")),
            Self::Property { name, value } => labelled(Spans::of(Role::Plain, name), ": ", value),
            Self::Pair { key, value } => labelled(key.spans(), " => ", value),
            Self::Inner { name, value } => match name.as_str() {
                "" => value.spans(),
                name => labelled(Spans::of(Role::Remark, name), " ", value),
            },
        }
    }
}

fn labelled(mut label: Spans, separator: &str, value: &Preview) -> Spans {
    label.push(Role::Plain, separator);
    label.append(value.spans());
    label
}

/// The string in double quotes.
fn quoted(text: &str, escapes: &[usize], hidden: u64) -> Spans {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for (at, next) in text.char_indices() {
        match next {
            '"' => quoted.push_str("\\\""),
            '\\' if !escapes.contains(&at) => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            control if control.is_control() => quoted.push_str(&control.escape_unicode().to_string()),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    let mut spans = Spans::of(Role::Text, quoted);
    if hidden > 0 {
        spans.push(Role::Remark, format!("… {hidden} more characters"));
    }
    spans
}

const fn role(kind: Primitive) -> Role {
    match kind {
        Primitive::Undefined | Primitive::Null => Role::Nothing,
        Primitive::Boolean => Role::Boolean,
        Primitive::Number | Primitive::BigInt => Role::Number,
        Primitive::Symbol => Role::Symbol,
    }
}

const fn accessor_text(accessor: Accessor) -> &'static str {
    match accessor {
        Accessor::Getter => "[Getter]",
        Accessor::Setter => "[Setter]",
        Accessor::Both => "[Getter/Setter]",
    }
}
