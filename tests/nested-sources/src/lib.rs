//! JavaScript that nests as deep as a test asks for: [`SHAPES`] in one form each, [`mixed()`] in many, the same for the same
//! seed. Every source throws before anything else in it runs.

mod mixed;
mod random;
mod shapes;

pub use mixed::{MISREAD, mixed};
pub use shapes::{SHAPES, Shape};

/// What every source begins with, so that a test may run it: it is compiled whole, and then ends.
const END: &str = "throw 1;";
