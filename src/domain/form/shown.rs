//! Which fields a row has to show: those that mean something for what is written in the others.
//!
//! A field with a text in it is always shown, so nothing that stands in a file is out of sight.

use crate::domain::exercise::{Exercise, SideRule, Work};
use crate::domain::form::{Fields, Form, Key, Place};

impl Form {
    /// The fields of a place that are worth showing, in their order. `resolved` is the exercise as the reader understood
    /// it last, where the place is one.
    pub fn shown(&self, place: Place, resolved: Option<&Exercise>) -> Vec<Key> {
        let Some(fields) = self.fields(place) else { return place.keys().to_vec() };
        place
            .keys()
            .iter()
            .copied()
            .filter(|key| !fields.get(*key).is_empty() || fits(*key, fields, resolved))
            .collect()
    }
}

/// How a range is climbed.
const CLIMB: [Key; 4] = [Key::ClimbEvery, Key::ClimbStep, Key::ClimbPain, Key::ClimbSooner];
/// The dose of the affected side, each with the amount of the exercise that it stands for.
const SORE: [(Key, Key); 5] = [
    (Key::SoreSets, Key::Sets),
    (Key::SoreReps, Key::Reps),
    (Key::SoreHold, Key::Hold),
    (Key::SoreTime, Key::Time),
    (Key::SoreLoad, Key::Load),
];

fn fits(key: Key, fields: &Fields, resolved: Option<&Exercise>) -> bool {
    let written = |key: Key| !fields.get(key).is_empty();
    let work = resolved.map(|exercise| &exercise.work);
    if CLIMB.contains(&key) {
        return climbs(fields, resolved);
    }
    if let Some((_, of)) = SORE.iter().find(|(sore, _)| *sore == key) {
        let has = matches!(of, Key::Sets | Key::Load) || work.is_some_and(|work| has(work, *of));
        return by_sides(fields, resolved) && (has || written(*of));
    }
    let held = matches!(work, Some(Work::HeldReps { .. }));
    key != Key::Relax || held || (written(Key::Hold) && written(Key::Reps))
}

/// Whether some work has an amount.
const fn has(work: &Work, amount: Key) -> bool {
    match work {
        Work::Paced { .. } | Work::OwnPace { .. } => matches!(amount, Key::Reps),
        Work::HeldReps { .. } => matches!(amount, Key::Reps | Key::Hold),
        Work::Hold { .. } => matches!(amount, Key::Hold),
        Work::Timed { .. } => matches!(amount, Key::Time),
        Work::Instruction => false,
    }
}

/// A range is written, if only half of it, or comes from the catalogue.
fn climbs(fields: &Fields, resolved: Option<&Exercise>) -> bool {
    let range = |text: &str| text.contains(" to ") || text.contains(['-', '–']);
    SORE.iter().any(|(sore, of)| range(fields.get(*sore)) || range(fields.get(*of)))
        || resolved.is_some_and(|exercise| exercise.progress.is_some())
}

/// The sides work one by one, so each may have a dose of its own.
fn by_sides(fields: &Fields, resolved: Option<&Exercise>) -> bool {
    match fields.get(Key::Side).trim().to_lowercase().as_str() {
        "" => resolved.is_some_and(|exercise| matches!(exercise.side, SideRule::Each | SideRule::EachInTurn)),
        side => side.starts_with("each"),
    }
}
