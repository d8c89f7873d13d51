//! What scripts show, as data: previews of values, console entries, display items. The runtime makes them, the page
//! draws them, the terminal prints them. Each knows its own plain text. No behaviour besides; serde only.

mod console;
mod display;
mod frame;
mod harmless;
mod layout;
mod position;
mod preview;
mod script_error;
mod spans;
mod style;
mod table;
mod warning;
mod weight;

pub use console::{ConsoleContent, ConsoleEntry, ConsoleLevel, Piece};
pub use display::{Chart, ChartKind, DisplayItem, Iframe, Image, ImageFormat, Series, Shown};
pub use frame::{Frame, FrameLine, frame_lines};
pub use harmless::harmless;
pub use position::{LineColumn, Location, Position};
pub use preview::{
    Accessor, Entry, Handle, ObjectKind, ObjectPreview, Opened, Preview, Primitive, PromiseState,
};
pub use script_error::{CodeFrame, ScriptError};
pub use spans::{Role, Span, Spans};
pub use style::{Style, StyleProperty};
pub use table::{Row, Table};
pub use warning::Warning;
