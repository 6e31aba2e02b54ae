//! Programs and what was done of them as documents: values in, text out.
//!
//! What never enters this room: a file, a clock, the environment. Whoever asks for a document writes it where it
//! belongs. All text of a program goes through one place that escapes it.

pub mod handout;
pub mod ics;
pub mod sources;
pub mod visit;

use crate::domain::program::Program;
use crate::domain::text::Clean;

/// What is needed for a program: as it says itself, else everything that its exercises name, each once.
pub fn needed(program: &Program) -> Vec<&Clean> {
    if !program.equipment.is_empty() {
        return program.equipment.iter().collect();
    }
    let mut needed: Vec<&Clean> = Vec::new();
    for item in program.exercises().flat_map(|exercise| &exercise.equipment) {
        if !needed.contains(&item) {
            needed.push(item);
        }
    }
    needed
}
