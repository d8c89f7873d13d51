//! The log events of plugins, as they leave the host.

use std::fmt::{self, Write as _};
use std::path::Path;
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// A subscriber that keeps what plugins wrote; cheap to clone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Events(Arc<Mutex<Vec<String>>>);

impl Events {
    /// Those of the plugins in a folder: level, message, and fields.
    pub(crate) fn of(&self, folder: &Path) -> Vec<String> {
        let folder = folder.display().to_string();
        let events = self.0.lock().unwrap();
        events
            .iter()
            .filter_map(|event| {
                let (plugin, event) = event.split_once('\n')?;
                plugin.starts_with(&folder).then(|| event.to_owned())
            })
            .collect()
    }
}

impl Subscriber for Events {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "plugin"
    }

    fn event(&self, event: &Event<'_>) {
        let mut words = Words {
            level: event.metadata().level().to_string(),
            ..Words::default()
        };
        event.record(&mut words);
        let Words {
            plugin,
            level,
            message,
            others,
        } = words;
        self.0
            .lock()
            .unwrap()
            .push(format!("{plugin}\n{level} {message}{others}"));
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[derive(Default)]
struct Words {
    plugin: String,
    level: String,
    message: String,
    others: String,
}

impl Visit for Words {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let text = format!("{value:?}");
        match field.name() {
            "plugin" => self.plugin = text,
            "message" => self.message = text,
            _ if text == "{}" || text == "None" => {}
            name => write!(self.others, " {name}={text}").unwrap(),
        }
    }
}
