//! Limits of whole sessions, each at the high end of its ranges, with the most sides that it can have, in every variant.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::time::Duration;

use crate::domain::amount::Amount;
use crate::domain::exercise::{Affected, Exercise, FIRST_GET_READY, Reps, SideRule, Work};
use crate::domain::plan::{INSTRUCTION_GUESS, Item, MAX_REPS_GUESS, OWN_PACE_REP, Plan};
use crate::domain::program::{Program, Session};
use crate::domain::standing::Occasion;
use crate::domain::text::Id;
use crate::domain::time::minutes;
use crate::domain::timeline::Timeline;
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::remarks::session_name;

/// The most steps of a session.
const MOST_STEPS: usize = 5_000;
/// The longest session.
const LONGEST_SESSION: Duration = Duration::from_hours(6);
/// A session of more minutes is probably not meant.
const LONG: u64 = 60;
/// So much is laid out to be measured, in steps; a file that wants more is judged by a rough bound.
const MOST_LAID_OUT: usize = 300_000;
/// What the plan of an exercise costs, in steps.
const PLANNED: usize = 50;

/// Steps and length of a session: of the longest of its forms, or a bound for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Size {
    steps: usize,
    length: Duration,
    /// Whether any range is climbed in it.
    climbed: bool,
}

impl Size {
    fn is_fine(self) -> bool {
        self.steps <= MOST_STEPS && minutes(self.length) <= LONG
    }
}

/// The problems of all sessions; `places` are those of the sessions, phase by phase.
pub(super) fn limits(program: &Program, places: &[Vec<Range<usize>>]) -> Vec<Diagnostic> {
    let mut spent = 0;
    let mut problems = Vec::new();
    for (n, (phase, places)) in program.phases.iter().zip(places).enumerate() {
        for (m, (session, place)) in phase.sessions.iter().zip(places).enumerate() {
            let rough = rough(session);
            if rough.is_fine() {
                continue;
            }
            let size = exact(program, session, (n, m), &mut spent).unwrap_or(rough);
            let name = session_name(phase.title.as_ref(), session.title.as_ref());
            problems.extend(problem(size, &name).map(|problem| Diagnostic { span: place.clone(), ..problem }));
        }
    }
    problems
}

fn problem(size: Size, name: &str) -> Option<Diagnostic> {
    let Size { steps, length, climbed } = size;
    if steps > MOST_STEPS {
        let message = format!("{name} has {steps} steps (phases of reps, holds), and {MOST_STEPS} is the most");
        return Some(Diagnostic::error("limit", 0..0, message).help("fewer sets or reps, or a stretch of `time`"));
    }
    let climbed = if climbed { " at the high end of its ranges" } else { "" };
    let minutes = minutes(length);
    if length > LONGEST_SESSION {
        let message = format!("{name} takes {minutes} min{climbed}, and 6 hours is the most");
        return Some(Diagnostic::error("limit", 0..0, message));
    }
    (minutes > LONG).then(|| {
        let message = format!("{name} takes {minutes} min{climbed}");
        Diagnostic::warning("long-session", 0..0, message).help("few people do an hour")
    })
}

/// A bound that costs nothing: every set of both sides in its longest form, the longest count and pause of the whole
/// session around it.
fn rough(session: &Session) -> Size {
    let around = session.exercises.iter().flat_map(forms).map(pause).max().unwrap_or_default();
    let mut all = Size::default();
    for exercise in &session.exercises {
        let sizes: Vec<Size> = forms(exercise).map(|form| bound(form, around)).collect();
        all.steps = all.steps.saturating_add(sizes.iter().map(|size| size.steps).max().unwrap_or(0));
        all.length = all.length.saturating_add(sizes.iter().map(|size| size.length).max().unwrap_or_default());
    }
    all
}

/// An exercise, and what stands in for it.
fn forms(exercise: &Exercise) -> impl Iterator<Item = &Exercise> {
    std::iter::once(exercise).chain(exercise.variants.iter().map(|(_, other)| other))
}

/// The longest count and pause around a set of an exercise.
fn pause(exercise: &Exercise) -> Duration {
    let Exercise { get_ready, rest, rest_after, change_over, .. } = exercise;
    get_ready.unwrap_or(FIRST_GET_READY) + *rest.max(rest_after).max(change_over)
}

fn bound(exercise: &Exercise, around: Duration) -> Size {
    let Exercise { side, sides, .. } = exercise;
    let of = |sets: Amount<u32>, work: &Work| Size {
        steps: steps(sets, work),
        length: (length(work) + around).saturating_mul(sets.high()),
        climbed: false,
    };
    let own = [&sides.affected, &sides.unaffected, &sides.left, &sides.right].into_iter().filter_map(Option::as_deref);
    let sizes: Vec<Size> =
        own.map(|dose| of(dose.sets, &dose.work)).chain([of(exercise.sets, &exercise.work)]).collect();
    let both = if *side == SideRule::Both { 1 } else { 2 };
    Size {
        steps: sizes.iter().map(|size| size.steps).max().unwrap_or(0).saturating_mul(both as usize),
        length: sizes.iter().map(|size| size.length).max().unwrap_or_default().saturating_mul(both),
        climbed: false,
    }
}

/// The largest of all forms of a session, laid out; nothing where so much was laid out already that a rough bound
/// has to do.
fn exact(program: &Program, session: &Session, place: (usize, usize), spent: &mut usize) -> Option<Size> {
    let mut most = Size::default();
    for occasion in occasions(program, session, place) {
        *spent += session.exercises.len() * PLANNED;
        if *spent > MOST_LAID_OUT {
            return None;
        }
        let Some(plan) = Plan::of(program, &occasion) else { continue };
        let steps = plan.items.iter().map(steps_of).fold(0, usize::saturating_add);
        let climbed = plan.items.iter().any(|item| item.level > 0);
        // A timeline of millions of steps would take the memory first.
        let length = if steps > MOST_STEPS { Duration::ZERO } else { Timeline::of(&plan).length(&plan) };
        *spent += steps.min(MOST_STEPS);
        most = most.max(Size { steps: if steps > MOST_STEPS { steps } else { 0 }, length, climbed });
    }
    Some(most)
}

/// Both first: without doses for left and right the longest session is that of both sides, or of neither.
const AFFECTED: [Affected; 4] = [Affected::Both, Affected::Neither, Affected::Left, Affected::Right];

/// Every case in which a session may be longest: both sides affected, or neither, in every variant that changes it.
fn occasions(program: &Program, session: &Session, (phase, turn): (usize, usize)) -> Vec<Occasion> {
    let forms: Vec<&Exercise> = session.exercises.iter().flat_map(forms).collect();
    let named = forms.iter().any(|e| e.sides.left.is_some() || e.sides.right.is_some());
    // Where a side has a dose of its own, the affected one decides which doses come together.
    let [cases @ .., _, _] = &AFFECTED;
    let affected: &[Affected] = if named { &AFFECTED } else { cases };
    let changed: BTreeSet<&Id> = session.exercises.iter().flat_map(|e| e.variants.iter().map(|(id, _)| id)).collect();
    let variants = program.variants.iter().map(|variant| &variant.id).filter(|id| changed.contains(id));
    let variants: Vec<Option<&Id>> = std::iter::once(None).chain(variants.map(Some)).collect();
    let climbing = forms.iter().filter(|exercise| exercise.progress.is_some());
    let top: BTreeMap<Id, u32> = climbing.map(|exercise| (exercise.id.clone(), u32::MAX)).collect();
    let cases = affected.iter().flat_map(|affected| variants.iter().map(|variant| (*affected, *variant)));
    let occasion = |(affected, variant): (Affected, Option<&Id>)| {
        let mut occasion = Occasion::whole(affected, phase, turn);
        occasion.standing.variant = variant.cloned();
        occasion.standing.levels.clone_from(&top);
        occasion
    };
    cases.map(occasion).collect()
}

fn steps_of(item: &Item) -> usize {
    let on = |side| steps(Amount::fixed(item.sets(side)), item.work(side));
    item.sides.iter().map(|side| on(*side)).fold(0, usize::saturating_add)
}

/// Every phase of every rep of every set.
fn steps(sets: Amount<u32>, work: &Work) -> usize {
    let (reps, phases) = match work {
        Work::Paced { reps, tempo } => (most(*reps).unwrap_or(1), tempo.phases.len()),
        Work::HeldReps { reps, .. } => (reps.high(), 2),
        Work::OwnPace { .. } | Work::Hold { .. } | Work::Timed { .. } | Work::Instruction => (1, 1),
    };
    (sets.high() as usize).saturating_mul(reps as usize).saturating_mul(phases)
}

/// The longest a set can take.
fn length(work: &Work) -> Duration {
    match work {
        Work::Paced { reps, tempo } => tempo.rep().saturating_mul(most(*reps).unwrap_or(MAX_REPS_GUESS)),
        Work::HeldReps { reps, hold, relax } => (hold.high() + *relax).saturating_mul(reps.high()),
        Work::OwnPace { reps } => OWN_PACE_REP.saturating_mul(most(*reps).unwrap_or(MAX_REPS_GUESS)),
        Work::Hold { hold: time } | Work::Timed { time } => time.high(),
        Work::Instruction => INSTRUCTION_GUESS,
    }
}

const fn most(reps: Reps) -> Option<u32> {
    match reps {
        Reps::Count(count) => Some(count.high()),
        Reps::Max => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::library::Library;

    #[test]
    fn the_rough_bound_is_never_too_small() {
        for program in Library::bundled().programs() {
            for (n, phase) in program.phases.iter().enumerate() {
                for (m, session) in phase.sessions.iter().enumerate() {
                    let (rough, exact) = (rough(session), exact(program, session, (n, m), &mut 0).unwrap());
                    assert!(rough.length >= exact.length, "{}: {rough:?} {exact:?}", program.id);
                    assert!(rough.length <= exact.length * 3, "{}: {rough:?} is of no use, {exact:?}", program.id);
                }
            }
        }
    }
}
