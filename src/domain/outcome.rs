//! What a session comes to: how much of its plan was done, and whether it keeps its day (reliability.md 5.3).
//!
//! The same computation for a session that was finished and for one that was cut off. What the section leaves open:
//!
//! - A set is done when its record says so and its reps, where both numbers are known, reach the target: reps that
//!   were put right afterwards win over the word.
//! - A set without any number to reach (as many as possible, an instruction) is 1 when done, else 0; what was counted
//!   or measured in it changes nothing.
//! - Where a plan has only optional exercises, they are the plan: nothing done is never a completed session.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::exercise::Side;
use crate::domain::plan::{Bout, Plan};
use crate::domain::session::{Happened, Line, PlannedExercise, SessionResult, SetRecord, SetResult, SkipReason};
use crate::domain::text::Id;

/// From this part of a session on it is a partial one, and keeps its day (reliability.md 5.3).
const PARTIAL: f64 = 0.5;
/// Pain from which one session is followed by a day of rest, 0 to 10 (clinical-facts.md 3.2 and 4.2).
const REST_PAIN: u8 = 6;

/// What a session comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// How it went.
    pub result: SessionResult,
    /// Mean over the planned sets that are not optional, 0 to 1.
    pub fraction: f64,
    /// Whether it keeps its day.
    pub counts: bool,
}

/// One set by its exercise, its number (1 and up, counted a side) and its side.
pub type SetKey = (Id, u32, Option<Side>);

/// The set records among the lines of a session, in order.
pub fn set_records<'a>(lines: impl IntoIterator<Item = &'a Line>) -> impl Iterator<Item = &'a SetRecord> {
    lines.into_iter().filter_map(|line| match &line.what {
        Happened::Set(record) => Some(record),
        Happened::Rate(_) | Happened::Note(_) | Happened::Interrupted | Happened::Resumed | Happened::Finish(_) => None,
    })
}

/// What a session with this plan and these records, in order, comes to.
pub fn outcome<'a>(plan: &[PlannedExercise], records: impl IntoIterator<Item = &'a SetRecord>) -> Outcome {
    let held = Held::of(records);
    let optional_too = !plan.iter().any(|exercise| !exercise.optional && sets(exercise).next().is_some());
    let (mut planned, mut done, mut sum) = (0_u32, 0_u32, 0.0);
    for set in plan.iter().filter(|exercise| optional_too || !exercise.optional).flat_map(sets) {
        planned += 1;
        if let Some((_, record)) = held.0.get(&set) {
            done += u32::from(is_done(record));
            sum += fraction(record);
        }
    }
    let fraction = if planned == 0 { 0.0 } else { sum / f64::from(planned) };
    let result = if planned > 0 && done == planned {
        SessionResult::Completed
    } else if held.stopped_by_pain() {
        SessionResult::StoppedPain
    } else if fraction >= PARTIAL {
        SessionResult::Partial
    } else {
        SessionResult::Short
    };
    Outcome { result, fraction, counts: result != SessionResult::Short }
}

/// The sets of a plan in the order in which they are played.
pub fn order(plan: &Plan) -> Vec<SetKey> {
    let key = |bout: Bout| plan.items.get(bout.item).map(|item| (item.planned.clone(), bout.set, bout.side));
    plan.bouts().into_iter().filter_map(key).collect()
}

/// The place in `order` of the first set without a record: where a session goes on. `order` is the playing order
/// ([`order`]).
pub fn next_set<'a>(order: &[SetKey], records: impl IntoIterator<Item = &'a SetRecord>) -> Option<usize> {
    let held = Held::of(records);
    order.iter().position(|(exercise, set, side)| !held.0.contains_key(&(exercise, *set, *side)))
}

/// The day of rest that a session's worst pain advises: the day after `day` where the pain is over the program's limit
/// and at least 6; none where it is not, or unknown.
pub fn rest_advised(worst_pain: Option<u8>, limit: u8, day: NaiveDate) -> Option<NaiveDate> {
    worst_pain.filter(|pain| *pain > limit && *pain >= REST_PAIN).and_then(|_| day.succ_opt())
}

/// The records that hold: the last of each set, with its place among all.
struct Held<'a>(BTreeMap<(&'a Id, u32, Option<Side>), (usize, &'a SetRecord)>);

impl<'a> Held<'a> {
    fn of(records: impl IntoIterator<Item = &'a SetRecord>) -> Self {
        let numbered = records.into_iter().enumerate();
        Self(numbered.map(|(n, record)| ((&record.exercise, record.set, record.side), (n, record))).collect())
    }

    /// Stopped in a set because of pain, or an exercise skipped for pain after some set was begun.
    fn stopped_by_pain(&self) -> bool {
        let first = |wanted: fn(SetResult) -> bool| {
            self.0.values().filter(|(_, record)| wanted(record.result)).map(|(n, _)| *n).min()
        };
        let last_skip = self.0.values().filter(|(_, record)| skipped_for_pain(record.result)).map(|(n, _)| *n).max();
        first(|result| result == SetResult::StoppedPain).is_some()
            || first(begun).is_some_and(|begun| last_skip.is_some_and(|skip| begun < skip))
    }
}

const fn begun(result: SetResult) -> bool {
    match result {
        SetResult::Done | SetResult::Early | SetResult::StoppedPain => true,
        SetResult::Skipped(_) => false,
    }
}

fn skipped_for_pain(result: SetResult) -> bool {
    result == SetResult::Skipped(Some(SkipReason::Pain))
}

/// The sets of a planned exercise.
fn sets(exercise: &PlannedExercise) -> impl Iterator<Item = (&Id, u32, Option<Side>)> {
    exercise.sides.iter().flat_map(move |side| (1..=exercise.sets).map(move |set| (&exercise.exercise, set, *side)))
}

/// Whether a set was done as it was meant to be: reps that were put right win over the word.
pub(crate) fn is_done(record: &SetRecord) -> bool {
    let all_reps = record.reps.zip(record.target.reps).is_none_or(|(reps, target)| reps >= target);
    record.result == SetResult::Done && all_reps
}

/// How much of a set was done, 0 to 1.
fn fraction(record: &SetRecord) -> f64 {
    if is_done(record) {
        return 1.0;
    }
    if matches!(record.result, SetResult::Skipped(_)) {
        return 0.0;
    }
    if let Some((reps, target)) = record.reps.zip(record.target.reps) {
        return part(f64::from(reps), f64::from(target));
    }
    record.target.time.map_or(0.0, |time| part(record.active.as_secs_f64(), time.as_secs_f64()))
}

fn part(of: f64, whole: f64) -> f64 {
    if whole > 0.0 { (of / whole).min(1.0) } else { 0.0 }
}
