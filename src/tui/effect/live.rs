//! What the preview of a file that is being written asks of the world, and what the world answers.

use crate::domain::problem::Problem;
use crate::domain::program::Program;

/// What the preview asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// From now on time runs so many times as fast, 1 to 10.
    Speed(u32),
}

/// What the world answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// The file was read.
    Read {
        /// The program; none where there is an error.
        program: Option<Box<Program>>,
        /// What is wrong with it.
        problems: Vec<Problem>,
        /// When, as a time of day.
        at: String,
    },
    /// There is nothing to read at its place: why.
    Gone(String),
}
