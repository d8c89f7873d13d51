//! What scripts show, as data: previews of values, console entries, display items. The runtime makes them, the page
//! draws them, the terminal prints them. Each knows its own plain text. No behaviour besides; serde only.

mod console;
mod display;
mod harmless;
mod layout;
mod preview;
mod spans;
mod style;
mod table;
mod weight;

pub use console::{ConsoleContent, ConsoleEntry, ConsoleLevel, Piece};
pub use display::{Chart, ChartKind, DisplayItem, Frame, Image, ImageFormat, Series, Shown};
pub use harmless::harmless;
pub use preview::{
    Accessor, Entry, Handle, ObjectKind, ObjectPreview, Opened, Preview, Primitive, PromiseState,
};
pub use spans::{Role, Span, Spans};
pub use style::{Style, StyleProperty};
pub use table::{Row, Table};
