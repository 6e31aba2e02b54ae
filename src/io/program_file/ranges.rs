//! Which amount of an exercise is a range: at most one, and the same one in the doses of its sides.

use std::ops::Range;

use crate::domain::amount::{Amount, Load};
use crate::domain::exercise::Reps;
use crate::domain::text::Clean;
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::draft::{Draft, WorkKeys};
use crate::io::program_file::notes::Notes;
use crate::io::program_file::table::At;

/// A range, and where it is written.
#[derive(Clone, Debug)]
pub(super) struct RangeAt {
    /// `sets`, `reps`, `hold`, `time` or `load`.
    pub(super) key: &'static str,
    pub(super) kind: Kind,
    /// The same with the side in front, as an author would name it: `left.reps`.
    name: String,
    pub(super) span: Range<usize>,
}

/// What is climbed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Sets or reps.
    Count,
    /// A hold or a time.
    Time,
    /// A load in this unit.
    Load(Clean),
}

/// The range of an exercise; the first where there are several, which is an error.
pub(super) fn the_range(whole: &Draft, notes: &Notes<'_>) -> Option<RangeAt> {
    let mut all = ranges("", whole.sets.as_ref(), &whole.work, whole.load.as_ref());
    for (side, dose) in whole.sides.all() {
        all.extend(ranges(side, dose.sets.as_ref(), &dose.work, dose.load.as_ref()));
    }
    let mut all = all.into_iter();
    let first = all.next()?;
    if let Some(second) = all.find(|range| range.key != first.key || range.kind != first.kind) {
        let message = format!("`{}` and `{}` are both ranges, and only one can be climbed", first.name, second.name);
        let problem = Diagnostic::error("two-ranges", second.span, message).also(first.span.clone(), "the first");
        notes.add(problem.help(format!("write a fixed amount for `{}` or `{}`", first.name, second.name)));
    }
    Some(first)
}

fn ranges(side: &str, sets: Option<&At<Amount<u32>>>, work: &WorkKeys, load: Option<&At<Load>>) -> Vec<RangeAt> {
    let WorkKeys { reps, tempo: _, hold, relax: _, time } = work;
    let counted = reps.as_ref().filter(|at| matches!(at.value, Reps::Count(count) if count.is_range()));
    let unit = load.and_then(|at| at.value.range.as_ref()).map(|range| Kind::Load(range.unit.clone()));
    let all = [
        ("sets", Some(Kind::Count), sets.filter(|at| at.value.is_range()).map(|at| &at.span)),
        ("reps", Some(Kind::Count), counted.map(|at| &at.span)),
        ("hold", Some(Kind::Time), hold.as_ref().filter(|at| at.value.is_range()).map(|at| &at.span)),
        ("time", Some(Kind::Time), time.as_ref().filter(|at| at.value.is_range()).map(|at| &at.span)),
        ("load", unit, load.map(|at| &at.span)),
    ];
    let dot = if side.is_empty() { "" } else { "." };
    let found = all.into_iter().filter_map(|(key, kind, span)| {
        Some(RangeAt { key, kind: kind?, name: format!("{side}{dot}{key}"), span: span?.clone() })
    });
    found.collect()
}
