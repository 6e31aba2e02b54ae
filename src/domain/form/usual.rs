//! What holds where nothing is written: the values of the exercise as the reader resolved it, as one would write them.

use std::time::Duration;

use crate::domain::amount::Amount;
use crate::domain::climb::{Step, thousandths};
use crate::domain::exercise::{Exercise, Reps, SideDose, SideRule, Work};
use crate::domain::form::Key;
use crate::domain::prescription::{dated, schedule};
use crate::domain::time::in_words;

/// The value of a field as it holds for an exercise; nothing where the work has no such part.
pub fn usual(key: Key, exercise: &Exercise) -> Option<String> {
    let text = match key {
        Key::Use | Key::Id => exercise.id.to_string(),
        Key::Name => exercise.name.to_string(),
        Key::Sets => count(exercise.sets),
        Key::Rest => in_words(exercise.rest),
        Key::RestAfter => in_words(exercise.rest_after),
        Key::ClimbEvery => exercise.progress?.every.to_string(),
        Key::ClimbStep => step(exercise)?,
        Key::ClimbPain => exercise.progress?.pain_at_most.to_string(),
        Key::ClimbSooner => dated(exercise.progress?.no_sooner_than?),
        Key::SoreSets | Key::SoreReps | Key::SoreHold | Key::SoreTime | Key::SoreLoad => sore(key, exercise)?,
        Key::Circuit => exercise.circuit.as_ref()?.to_string(),
        Key::Days => exercise.schedule.as_ref().map_or_else(|| "always".to_owned(), schedule),
        Key::OnlyPain => exercise.only_if_pain?.to_string(),
        Key::Measure => exercise.measure.as_ref()?.to_string(),
        Key::Load => exercise.load.as_ref()?.words.to_string(),
        Key::Side => side(exercise.side).to_owned(),
        Key::Note => exercise.note.as_ref()?.to_string(),
        Key::Reps => reps(&exercise.work)?,
        Key::Tempo | Key::Hold | Key::Relax | Key::Time => work(key, &exercise.work)?,
        Key::Steps => exercise.steps.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
        Key::Title
        | Key::Summary
        | Key::Audience
        | Key::Author
        | Key::Schedule
        | Key::Gap
        | Key::Equipment
        | Key::NotFor
        | Key::StopIf
        | Key::Expect
        | Key::PainAsk
        | Key::PainLimit
        | Key::PainWhere
        | Key::Weeks
        | Key::Goal
        | Key::Entry
        | Key::AdvanceSessions
        | Key::AdvancePain
        | Key::SkipIf
        | Key::BackPain
        | Key::BackSessions
        | Key::SameAs
        | Key::Replace
        | Key::Optional => return None,
    };
    Some(text)
}

/// How far a step goes: `2`, `10 s`, `5 kg`.
fn step(exercise: &Exercise) -> Option<String> {
    Some(match exercise.progress?.step {
        Step::Count(n) => n.to_string(),
        Step::Time(length) => in_words(length),
        Step::LoadShare(percent) | Step::TimeShare(percent) => format!("{percent} %"),
        Step::Load(n) => {
            let unit = exercise.load.as_ref().and_then(|load| load.range.as_ref()).map(|range| range.unit.to_string());
            [thousandths(n), unit.unwrap_or_default()].join(" ").trim_end().to_owned()
        }
    })
}

/// What the sore side does: its own dose where the program has one, else that of both.
fn sore(key: Key, exercise: &Exercise) -> Option<String> {
    let own = SideDose { sets: exercise.sets, work: exercise.work.clone(), load: exercise.load.clone() };
    let dose = exercise.sides.affected.as_deref().unwrap_or(&own);
    let load = dose.load.as_ref().map(|load| load.words.to_string());
    let amounts = [
        (Key::SoreSets, Some(count(dose.sets))),
        (Key::SoreReps, reps(&dose.work)),
        (Key::SoreHold, work(Key::Hold, &dose.work)),
        (Key::SoreTime, work(Key::Time, &dose.work)),
        (Key::SoreLoad, load),
    ];
    amounts.into_iter().find(|(of, _)| *of == key)?.1
}

fn reps(work: &Work) -> Option<String> {
    match work {
        Work::Paced { reps, .. } | Work::OwnPace { reps } => Some(match reps {
            Reps::Count(amount) => count(*amount),
            Reps::Max => "max".to_owned(),
        }),
        Work::HeldReps { reps, .. } => Some(count(*reps)),
        Work::Hold { .. } | Work::Timed { .. } | Work::Instruction => None,
    }
}

fn work(key: Key, work: &Work) -> Option<String> {
    match (key, work) {
        (Key::Tempo, Work::Paced { tempo, .. }) => {
            let phases = tempo.phases.iter().map(|phase| format!("{} {}", phase.verb, in_words(phase.length)));
            Some(phases.collect::<Vec<_>>().join(", "))
        }
        (Key::Tempo, Work::OwnPace { .. }) => Some("own pace".to_owned()),
        (Key::Hold, Work::Hold { hold } | Work::HeldReps { hold, .. }) => Some(length(*hold)),
        (Key::Relax, Work::HeldReps { relax, .. }) => Some(in_words(*relax)),
        (Key::Time, Work::Timed { time }) => Some(length(*time)),
        _ => None,
    }
}

fn count(amount: Amount<u32>) -> String {
    if amount.is_range() { format!("{} to {}", amount.low(), amount.high()) } else { amount.low().to_string() }
}

fn length(amount: Amount<Duration>) -> String {
    let (low, high) = (in_words(amount.low()), in_words(amount.high()));
    if amount.is_range() { format!("{low} to {high}") } else { low }
}

const fn side(rule: SideRule) -> &'static str {
    match rule {
        SideRule::Both => "both",
        SideRule::Each => "each",
        SideRule::EachInTurn => "each in turn",
        SideRule::Left => "left",
        SideRule::Right => "right",
        SideRule::Affected => "affected",
        SideRule::Unaffected => "unaffected",
    }
}
