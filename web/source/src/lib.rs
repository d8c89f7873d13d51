//! JavaScript as text and grammar: what a source becomes before an engine reads it, and the way back from the engine's
//! places to those of the user's own text.
//!
//! The crate knows Boa's parser, syntax tree and interner, and nothing that runs. Whatever decides correctness asks the
//! parser; tokens serve colours and completion alone.

mod async_names;
mod cell;
mod check;
mod classes;
mod commonjs;
mod completeness;
mod cursor;
mod depth;
mod lexer;
mod lines;
mod locate;
mod names;
mod parameters;
mod parse;
mod rewritten;
mod spans;
mod syntax_error;
mod tokens;
mod warnings;

pub use cell::{Bindings, Cell, IsTaken};
pub use check::{check_eval, check_function, prepare_module, prepare_script};
pub use classes::{Class, classes};
pub use commonjs::{MAIN, START, wrap_commonjs, wrap_main};
pub use completeness::{in_brackets, is_complete, is_object};
pub use cursor::{CallProgress, Cursor, Path, Root, callees};
pub use depth::{Input, PARSER_STACK, SOURCE_BYTES, SOURCE_HEIGHT, Watched, ask_for_room, input};
pub use lines::{LineColumn, Lines};
pub use locate::{
    EngineError, Known, Location, Missing, NoValues, ParsedSource, Spot, ValueKind, ValuePath, Values,
};
pub use names::{MARK, is_identifier, without_marks};
pub use parameters::parameters;
pub use rewritten::Rewritten;
pub use spans::{Span, spans};
pub use syntax_error::SyntaxError;
pub use warnings::Warning;
