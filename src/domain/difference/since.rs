//! What changed since the last session: the plan that the history keeps against the plan of today.

use std::time::Duration;

use crate::domain::difference::became;
use crate::domain::exercise::{Exercise, Side};
use crate::domain::history::History;
use crate::domain::plan::{Plan, choose};
use crate::domain::prescription::{and_list, count, lower_first};
use crate::domain::program::Program;
use crate::domain::progress::tried;
use crate::domain::session::{Manner, PlannedExercise, Start, Target};
use crate::domain::standing::Standing;
use crate::domain::text::Id;
use crate::domain::time::in_words;

/// What changed since the last session of the same stage, turn, variant and affected side, in words. What the runner
/// decided is no change, and an exercise that is in on some days only is none: the plan of that session is made anew from
/// the program as it is, at the levels and with the exercises of then, and held against what the history keeps.
pub fn since_last(program: &Program, history: &History, plan: &Plan) -> Vec<String> {
    let same = |start: &Start| {
        (start.phase, start.turn, start.affected) == (plan.phase, plan.turn, plan.affected)
            && start.variant == plan.variant
    };
    let logs = history.of(&plan.program).filter(|log| same(&log.start) && tried(history, log));
    let Some(last) = logs.max_by_key(|log| log.start.at) else { return Vec::new() };
    let again = Plan::again(program, &last.start);
    let (before, planned) = (Doses(&last.start.plan), plan.planned());
    let mut changes = new(program, plan, &before, &Doses(&planned));
    if again.as_ref().is_some_and(|again| again.fingerprint() == last.start.program.hash) {
        return changes;
    }
    let planned = again.as_ref().map(Plan::planned).unwrap_or_default();
    let after = Doses(&planned);
    let gone = before.ids().into_iter().filter(|id| !after.has(id));
    changes.extend(gone.map(|id| format!("{} was taken out", before.name(id))));
    let kept = after.ids();
    let was: Vec<&Id> = before.ids().into_iter().filter(|id| after.has(id)).collect();
    if kept != was {
        let names: Vec<String> = kept.iter().map(|id| after.name(id)).collect();
        changes.push(format!("the order is another: {}", and_list(&names)));
    }
    changes.extend(kept.iter().flat_map(|id| changed(&before, &after, id)));
    // Lines of before rests and tempo were kept: of those it is known only that they are others.
    if changes.is_empty() {
        changes.push("rests, tempo or the counts before the sets are others than last time".to_owned());
    }
    changes
}

/// What changed from one plan of the history to another with the same exercises, in words.
pub(crate) fn compared(before: &[PlannedExercise], after: &[PlannedExercise]) -> Vec<String> {
    let (before, after) = (Doses(before), Doses(after));
    after.ids().into_iter().filter(|id| before.has(id)).flat_map(|id| changed(&before, &after, id)).collect()
}

/// Exercises that are new; one that is in on some days only may have been left out then.
fn new(program: &Program, plan: &Plan, before: &Doses<'_>, today: &Doses<'_>) -> Vec<String> {
    let standing = Standing { variant: plan.variant.clone(), ..Standing::first(plan.affected) };
    let session = program.phases.get(plan.phase).and_then(|phase| phase.sessions.get(plan.turn));
    let written: Vec<&Exercise> =
        session.into_iter().flat_map(|session| choose::resolved(session, &standing)).collect();
    let sometimes = |id: &Id| {
        let exercise = written.iter().find(|exercise| &exercise.id == id);
        exercise.is_some_and(|exercise| exercise.schedule.is_some() || exercise.only_if_pain.is_some())
    };
    let new = today.ids().into_iter().filter(|id| !before.has(id) && !sometimes(id));
    new.map(|id| format!("{} is new: {}", today.name(id), today.dose(id))).collect()
}

/// A plan as the history keeps it.
struct Doses<'a>(&'a [PlannedExercise]);

impl<'a> Doses<'a> {
    /// The exercises in order, each once.
    fn ids(&self) -> Vec<&'a Id> {
        let mut ids: Vec<&Id> = self.0.iter().map(|entry| &entry.exercise).collect();
        ids.dedup();
        ids
    }

    fn entries(&self, id: &Id) -> impl Iterator<Item = &'a PlannedExercise> {
        self.0.iter().filter(move |entry| &entry.exercise == id)
    }

    fn has(&self, id: &Id) -> bool {
        self.entries(id).next().is_some()
    }

    fn name(&self, id: &Id) -> String {
        self.entries(id).next().map(|entry| lower_first(&entry.name)).unwrap_or_default()
    }

    fn dose(&self, id: &Id) -> String {
        self.entries(id).next().map(dose).unwrap_or_default()
    }

    /// The sides in their order with the dose of each.
    fn sides(&self, id: &Id) -> Vec<(Option<Side>, &'a PlannedExercise)> {
        self.entries(id).flat_map(|entry| entry.sides.iter().map(move |side| (*side, entry))).collect()
    }
}

/// `3 sets of 15`, `2 sets of 30 s`.
fn dose(entry: &PlannedExercise) -> String {
    let sets = count(entry.sets, "set");
    match entry.target {
        Target { reps: Some(reps), .. } => format!("{sets} of {reps}"),
        Target { reps: None, time: Some(time) } => format!("{sets} of {}", in_words(time)),
        Target { reps: None, time: None } => sets,
    }
}

/// What changed in one exercise.
fn changed(before: &Doses<'_>, after: &Doses<'_>, id: &Id) -> Vec<String> {
    let name = after.name(id);
    let (was, is) = (before.sides(id), after.sides(id));
    let sides = |sides: &[(Option<Side>, &PlannedExercise)]| {
        let words: Vec<&str> = sides.iter().map(|(side, _)| side.map_or("both sides at once", Side::word)).collect();
        words.join(", then ")
    };
    if sides(&was) != sides(&is) {
        return vec![became(&format!("{name}: "), &sides(&was), &sides(&is))];
    }
    let pairs = || was.iter().zip(&is).map(|((side, was), (_, is))| (*side, *was, *is));
    let found: Vec<(Option<Side>, Vec<String>)> = pairs().map(|(side, was, is)| (side, parts(was, is))).collect();
    let alike = found.windows(2).all(|pair| pair.first().map(|(_, p)| p) == pair.last().map(|(_, p)| p));
    let said = if alike { found.into_iter().take(1).map(|(_, parts)| (None, parts)).collect() } else { found };
    let of = |side: Option<Side>| side.map_or_else(|| name.clone(), |side| format!("{name}, {}", side.word()));
    said.into_iter()
        .flat_map(|(side, parts)| parts.into_iter().map(move |part| (side, part)))
        .map(|(side, part)| format!("{}: {part}", of(side)))
        .collect()
}

fn parts(was: &PlannedExercise, is: &PlannedExercise) -> Vec<String> {
    let mut parts = Vec::new();
    let mut compare = |before: String, after: String| {
        if before != after {
            parts.push(became("", &before, &after));
        }
    };
    compare(dose(was), dose(is));
    let tempo = |entry: &PlannedExercise| Some(tempo(entry.manner.as_ref()?, &entry.target));
    match tempo(was).zip(tempo(is)) {
        Some((before, after)) => compare(before, after),
        None if was.target.reps.is_some() == is.target.reps.is_some() => compare(rep(&was.target), rep(&is.target)),
        None => {}
    }
    let load = |entry: &PlannedExercise| entry.load.as_ref().map_or_else(|| "no load".to_owned(), ToString::to_string);
    compare(load(was), load(is));
    let optional = |entry: &PlannedExercise| if entry.optional { "optional" } else { "not optional" }.to_owned();
    compare(optional(was), optional(is));
    if let Some((before, after)) = was.manner.as_ref().zip(is.manner.as_ref()) {
        let changed = pauses(before).into_iter().zip(pauses(after)).filter(|(before, after)| before.1 != after.1);
        parts.extend(changed.map(|((label, before), (_, after))| became(label, &before, &after)));
    }
    parts
}

/// The phases of a rep; the runner's own pace where reps are not timed, nothing where there are none to pace.
fn tempo(manner: &Manner, target: &Target) -> String {
    match &manner.tempo {
        Some(tempo) => tempo.to_string(),
        None if target.reps.is_some() && target.time.is_none() => "your own pace".to_owned(),
        None if target.reps.is_some() => rep(target),
        None => String::new(),
    }
}

/// The lengths around the work, a label each, and what holds.
fn pauses(manner: &Manner) -> Vec<(&'static str, String)> {
    let Manner { tempo: _, relax, rest, rest_after, change_over, get_ready, circuit } = manner;
    let or = |words: Option<String>, none: &str| words.unwrap_or_else(|| none.to_owned());
    vec![
        ("relaxing between reps for ", or(relax.map(in_words), "no time")),
        ("rest of ", in_words(*rest)),
        ("rest after it of ", in_words(*rest_after)),
        ("change of sides in ", in_words(*change_over)),
        ("count before it of ", or(get_ready.map(in_words), "the usual length")),
        ("circuit ", or(circuit.as_ref().map(ToString::to_string), "none")),
    ]
}

/// `a rep of 5 s`; the runner's own pace where it is not timed, nothing where there are no reps.
fn rep(target: &Target) -> String {
    let Some(reps) = target.reps else { return String::new() };
    let one = |time: Duration| format!("a rep of {}", in_words(time / reps.max(1)));
    target.time.map_or_else(|| "your own pace".to_owned(), one)
}
