//! From the keys that were given to the work of a set: only the combinations of the format are accepted.

use std::ops::Range;

use crate::domain::exercise::{DEFAULT_RELAX, Reps, Tempo, Work};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::draft::WorkKeys;
use crate::io::program_file::notes::Notes;
use crate::io::program_file::table::At;
use crate::io::program_file::tempo::Pace;

const TAKES: &str = "a set is reps (with a tempo or without), reps and hold, hold alone, time alone, or steps alone";

/// The work of a set; nothing, and a problem, where the keys do not go together.
/// `span` is the exercise's, `steps` says whether it has any.
pub(super) fn work(keys: &WorkKeys, span: &Range<usize>, steps: bool, notes: &Notes<'_>) -> Option<Work> {
    let WorkKeys { reps, tempo, hold, relax, time } = keys;
    if let (Some(relax), true) = (relax, reps.is_none() || hold.is_none()) {
        let message = "`relax` stands between held reps, and this exercise has none";
        notes.add(Diagnostic::error("work", relax.span.clone(), message).help("give it `reps` and `hold`"));
        return None;
    }
    match (reps, tempo, hold, time) {
        (Some(reps), None | Some(At { value: Pace::Own, .. }), None, None) => Some(Work::OwnPace { reps: reps.value }),
        (Some(reps), Some(At { value: Pace::Phases(phases), .. }), None, None) => {
            Some(Work::Paced { reps: reps.value, tempo: Tempo { phases: phases.clone() } })
        }
        (Some(At { value: Reps::Count(count), .. }), None, Some(hold), None) => {
            let relax = relax.as_ref().map_or(DEFAULT_RELAX, |at| at.value);
            Some(Work::HeldReps { reps: *count, hold: hold.value, relax })
        }
        (None, None, Some(hold), None) => Some(Work::Hold { hold: hold.value }),
        (None, None, None, Some(time)) => Some(Work::Timed { time: time.value }),
        (None, None, None, None) if steps => Some(Work::Instruction),
        (None, None, None, None) => {
            let message = "nothing says what a set of this exercise is";
            notes.add(Diagnostic::error("work", span.clone(), message).help(TAKES));
            None
        }
        _ => {
            let (names, place) = given(keys, span);
            let message = if names.contains(' ') {
                format!("{names} do not go together")
            } else {
                format!("{names} needs `reps`")
            };
            notes.add(Diagnostic::error("work", place, message).help(TAKES));
            None
        }
    }
}

/// The work keys that were given, in words, and the place of the first of them.
fn given(keys: &WorkKeys, span: &Range<usize>) -> (String, Range<usize>) {
    let WorkKeys { reps, tempo, hold, relax: _, time } = keys;
    let all = [
        ("reps", reps.as_ref().map(|at| &at.span)),
        ("tempo", tempo.as_ref().map(|at| &at.span)),
        ("hold", hold.as_ref().map(|at| &at.span)),
        ("time", time.as_ref().map(|at| &at.span)),
    ];
    let names: Vec<String> =
        all.iter().filter(|(_, span)| span.is_some()).map(|(name, _)| format!("`{name}`")).collect();
    let last = all.iter().rev().find_map(|(_, span)| *span).cloned();
    let names = crate::domain::prescription::and_list(&names);
    (names, last.unwrap_or_else(|| span.clone()))
}
