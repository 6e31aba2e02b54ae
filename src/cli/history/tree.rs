//! The history for a program to read: every session with its sets and answers.

use serde_json::{Value, json as value};

use super::{Entry, measured, result, set_word, sets, why};
use crate::domain::exercise::Side;
use crate::domain::session::SetRecord;
use crate::domain::visit::Told;

/// All entries in their order.
pub fn json(entries: &[Entry<'_>], with_notes: bool) -> Value {
    Value::from(entries.iter().map(|entry| one(entry, with_notes)).collect::<Vec<_>>())
}

fn one(entry: &Entry<'_>, with_notes: bool) -> Value {
    match entry {
        Entry::Typed(manual) => value!({
            "id": manual.id, "day": manual.day.to_string(), "program": manual.program.as_str(), "added_later": true,
            "counts": manual.counts,
        }),
        Entry::Played(told) => {
            let mut session = played(told);
            if let (Some(object), true) = (session.as_object_mut(), with_notes) {
                let notes: Vec<&str> = told.notes().map(crate::domain::text::Clean::as_str).collect();
                let _none_before = object.insert("notes".to_owned(), value!(notes));
            }
            session
        }
    }
}

fn played(told: &Told<'_>) -> Value {
    let start = &told.log.start;
    let (done, of) = sets(told);
    value!({
        "id": start.session, "day": start.day.to_string(), "at": start.at.to_rfc3339(),
        "program": start.program.id.as_str(), "title": start.program.title.as_str(), "sha256": start.program.hash,
        "added_later": false, "result": result(told), "finished": told.log.finish.is_some(), "counts": told.counts,
        "part_done": told.fraction, "sets_done": done, "sets_planned": of,
        "seconds": told.log.last.as_secs(), "affected": start.affected.word(), "pain_limit": start.pain_limit,
        "stage": start.phase + 1, "session_of_stage": start.turn + 1,
        "variant": start.variant.as_ref().map(crate::domain::text::Id::as_str),
        "pain": {
            "before": told.pain.before, "during": told.pain.during, "after": told.pain.after,
            "next_morning": told.pain.morning,
        },
        "stiffness_min": told.stiffness, "effort": told.effort,
        "sets": told.sets().into_iter().map(set).collect::<Vec<_>>(),
    })
}

fn set(record: &SetRecord) -> Value {
    value!({
        "exercise": record.exercise.as_str(), "set": record.set, "side": record.side.map(Side::word),
        "result": set_word(record), "why": why(record), "reps": record.reps, "reps_planned": record.target.reps,
        "seconds": record.active.as_secs_f64(), "seconds_planned": record.target.time.map(|time| time.as_secs_f64()),
        "instead": record.instead.as_ref().map(crate::domain::text::Id::as_str),
        "measured": measured(record).and_then(|number| number.parse::<f64>().ok()),
    })
}
