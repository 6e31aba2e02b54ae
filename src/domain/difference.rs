//! What changed in a program, in words: doses, order, rests, sides, schedules, limits, warnings; wording is no change.

mod aspects;
mod exercises;
mod since;
mod whole;

pub(crate) use since::compared;
pub use since::since_last;
pub use whole::programs;

/// `calf raise: 2 sets of 12 became 3 sets of 15`.
fn became(of: &str, before: &str, after: &str) -> String {
    // What is said of both is said once: `2 sets of 12`.
    let reps = [before, after].map(|words| words.strip_suffix(" reps"));
    let [before, after] = match reps {
        [Some(before), Some(after)] => [before, after],
        _ => [before, after],
    };
    format!("{of}{before} became {after}")
}
