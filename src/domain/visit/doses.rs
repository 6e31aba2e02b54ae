//! How the prescribed dose of an exercise moved: sets, reps, time and load as the sessions had them, with the days.

use chrono::NaiveDate;

use crate::domain::session::{PlannedExercise, Target};
use crate::domain::text::{Clean, Id};
use crate::domain::time::in_words;
use crate::domain::visit::Told;

/// The doses of an exercise whose dose changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoseSteps {
    /// What the runner reads.
    pub name: Clean,
    /// Each dose in words, with the day of the first session that had it: `3 × 15, 10 kg`.
    pub steps: Vec<(NaiveDate, String)>,
}

/// Exercises whose dose changed, in the order of their first session.
pub(super) fn steps(within: &[&Told<'_>]) -> Vec<DoseSteps> {
    let mut found: Vec<(&Id, DoseSteps)> = Vec::new();
    for told in within {
        let plan = &told.log.start.plan;
        // Of an exercise whose sides have doses of their own there is an entry a dose.
        for entries in plan.chunk_by(|a, b| a.exercise == b.exercise) {
            let Some(entry) = entries.first() else { continue };
            let words = dose(entries);
            let step = (told.log.start.day, words);
            match found.iter_mut().find(|(id, _)| **id == entry.exercise) {
                Some((_, known)) => {
                    known.name.clone_from(&entry.name);
                    if known.steps.last().is_none_or(|(_, last)| *last != step.1) {
                        known.steps.push(step);
                    }
                }
                None => found.push((&entry.exercise, DoseSteps { name: entry.name.clone(), steps: vec![step] })),
            }
        }
    }
    found.into_iter().map(|(_, steps)| steps).filter(|steps| steps.steps.len() > 1).collect()
}

/// `3 × 15, 10 kg`; `left 2 × 8, right 3 × 15` where the sides differ.
fn dose(entries: &[PlannedExercise]) -> String {
    let one = |entry: &PlannedExercise| {
        let load = entry.load.as_ref().map(|load| format!(", {load}")).unwrap_or_default();
        format!("{}{load}", work(entry.sets, &entry.target))
    };
    if let [only] = entries {
        return one(only);
    }
    let side = |entry: &PlannedExercise| {
        let sides = entry.sides.iter().flatten().map(|side| side.word());
        sides.collect::<Vec<_>>().join(" and ")
    };
    entries.iter().map(|entry| format!("{} {}", side(entry), one(entry))).collect::<Vec<_>>().join("; ")
}

fn work(sets: u32, target: &Target) -> String {
    match target {
        Target { reps: Some(reps), .. } => format!("{sets} × {reps}"),
        Target { reps: None, time: Some(time) } => format!("{sets} × {}", in_words(*time)),
        Target { reps: None, time: None } => format!("{sets} ×"),
    }
}
