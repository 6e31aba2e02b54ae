//! From the keys that were given to the work of a set: only the combinations of the format are accepted.

use std::ops::Range;

use crate::domain::exercise::{DEFAULT_RELAX, Reps, Tempo, Work};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::draft::{Draft, WorkKeys};
use crate::io::program_file::notes::Notes;
use crate::io::program_file::table::At;
use crate::io::program_file::tempo::Pace;

const TAKES: &str = "a set is reps (with a tempo or without), reps and hold, hold alone, time alone, or steps alone";

/// The work of a set; nothing, and a problem, where the keys do not go together.
pub(super) fn work(draft: &Draft, notes: &Notes<'_>) -> Option<Work> {
    one_range(draft, notes);
    let WorkKeys { reps, tempo, hold, relax, time } = &draft.work;
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
        (None, None, None, None) => instruction(draft, notes),
        _ => {
            let (names, span) = given(draft);
            let message = if names.contains(' ') {
                format!("{names} do not go together")
            } else {
                format!("{names} needs `reps`")
            };
            notes.add(Diagnostic::error("work", span, message).help(TAKES));
            None
        }
    }
}

fn instruction(draft: &Draft, notes: &Notes<'_>) -> Option<Work> {
    if draft.texts.steps.as_ref().is_some_and(|steps| !steps.is_empty()) {
        return Some(Work::Instruction);
    }
    let message = "nothing says what a set of this exercise is";
    notes.add(Diagnostic::error("work", draft.span.clone(), message).help(TAKES));
    None
}

/// The work keys that were given, in words, and the place of the first of them.
fn given(draft: &Draft) -> (String, Range<usize>) {
    let WorkKeys { reps, tempo, hold, relax: _, time } = &draft.work;
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
    (names, last.unwrap_or_else(|| draft.span.clone()))
}

/// At most one of sets, reps, hold, time and load is a range.
fn one_range(draft: &Draft, notes: &Notes<'_>) {
    let WorkKeys { reps, tempo: _, hold, relax: _, time } = &draft.work;
    let counted = reps.as_ref().filter(|at| matches!(at.value, Reps::Count(count) if count.is_range()));
    let ranges = [
        ("sets", draft.sets.as_ref().filter(|at| at.value.is_range()).map(|at| &at.span)),
        ("reps", counted.map(|at| &at.span)),
        ("hold", hold.as_ref().filter(|at| at.value.is_range()).map(|at| &at.span)),
        ("time", time.as_ref().filter(|at| at.value.is_range()).map(|at| &at.span)),
        ("load", draft.load.as_ref().filter(|at| at.value.range.is_some()).map(|at| &at.span)),
    ];
    let mut ranges = ranges.iter().filter_map(|(name, span)| span.map(|span| (name, span)));
    let (Some((first, place)), second) = (ranges.next(), ranges.next()) else { return };
    if let Some((second, other)) = second {
        let message = format!("`{first}` and `{second}` are both ranges, and only one can be climbed");
        let problem = Diagnostic::error("two-ranges", other.clone(), message).also(place.clone(), "the first");
        notes.add(problem.help(format!("write a fixed amount for `{first}` or `{second}`")));
    } else {
        let message = format!("this version plays the low end of the range of `{first}`; it does not climb yet");
        notes.add(Diagnostic::note("range-low-end", place.clone(), message));
    }
}
