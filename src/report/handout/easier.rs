//! The easier exercise of one, with its dose and its steps in short: who swaps on paper has nobody who shows it.

use crate::domain::exercise::Exercise;
use crate::report::handout::facts::{Explained, amount};
use crate::report::handout::phrases::Phrases;

/// `Seated calf raise, 3 × 15 reps. Sit on a chair. Raise the heels.`; only the name where the handout explains that
/// exercise too, and no dose where it stays the same. None where there is no easier one.
pub(super) fn easier(exercise: &Exercise, all: &[Explained<'_>], say: Phrases<'_>) -> Option<String> {
    let other = exercise.easier.as_deref()?;
    let dose = amount(other.sets, &other.work, say);
    let is_same = dose == amount(exercise.sets, &exercise.work, say);
    let dose = if is_same { String::new() } else { format!(", {dose}") };
    let name = format!("{}{dose}", other.name);
    if all.iter().any(|one| one.exercise.name == other.name && one.exercise.steps == other.steps) {
        return Some(name);
    }
    let how = other.setup.iter().chain(&other.steps).map(|step| say.in_general(step, other.side));
    let how: Vec<String> =
        how.map(|step| if step.ends_with(['.', '!', '?']) { step } else { format!("{step}.") }).collect();
    Some(if how.is_empty() { name } else { format!("{name}. {}", how.join(" ")) })
}
