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

fn fits(key: Key, fields: &Fields, resolved: Option<&Exercise>) -> bool {
    let work = resolved.map(|exercise| &exercise.work);
    let written = |key: Key| !fields.get(key).is_empty();
    match key {
        Key::Relax => (written(Key::Hold) && written(Key::Reps)) || matches!(work, Some(Work::HeldReps { .. })),
        Key::ClimbEvery | Key::ClimbStep | Key::ClimbPain | Key::ClimbSooner => climbs(fields, resolved),
        Key::SoreSets | Key::SoreLoad => by_sides(fields, resolved),
        Key::SoreReps => {
            let counted = matches!(work, Some(Work::Paced { .. } | Work::OwnPace { .. } | Work::HeldReps { .. }));
            by_sides(fields, resolved) && (written(Key::Reps) || counted)
        }
        Key::SoreHold => {
            let held = matches!(work, Some(Work::Hold { .. } | Work::HeldReps { .. }));
            by_sides(fields, resolved) && (written(Key::Hold) || held)
        }
        Key::SoreTime => by_sides(fields, resolved) && (written(Key::Time) || matches!(work, Some(Work::Timed { .. }))),
        _ => true,
    }
}

/// A range is written, if only half of it, or comes from the catalogue.
fn climbs(fields: &Fields, resolved: Option<&Exercise>) -> bool {
    let amounts = [Key::Sets, Key::Reps, Key::Hold, Key::Time, Key::Load];
    let sore = [Key::SoreSets, Key::SoreReps, Key::SoreHold, Key::SoreTime, Key::SoreLoad];
    let range = |text: &str| text.contains(" to ") || text.contains(['-', '–']);
    amounts.into_iter().chain(sore).any(|key| range(fields.get(key)))
        || resolved.is_some_and(|exercise| exercise.progress.is_some())
}

/// The sides work one by one, so each may have a dose of its own.
fn by_sides(fields: &Fields, resolved: Option<&Exercise>) -> bool {
    match fields.get(Key::Side).trim().to_lowercase().as_str() {
        "" => resolved.is_some_and(|exercise| matches!(exercise.side, SideRule::Each | SideRule::EachInTurn)),
        side => side.starts_with("each"),
    }
}
