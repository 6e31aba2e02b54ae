//! Which exercises of a session are in on a day, on which sides, and why the others are left out.

use chrono::{Datelike as _, NaiveDate};

use crate::domain::day;
use crate::domain::exercise::{Affected, Exercise, Side, SideRule};
use crate::domain::prescription;
use crate::domain::program::Session;
use crate::domain::schedule::{Rhythm, Schedule};
use crate::domain::standing::{Occasion, OnDay, Standing};

/// The exercises of a session in order, those of the variant in the place of the written ones, without those that it
/// leaves out.
pub(crate) fn resolved<'a>(session: &'a Session, standing: &'a Standing) -> impl Iterator<Item = &'a Exercise> {
    session.exercises.iter().filter_map(|exercise| in_variant(exercise, standing))
}

/// What is done in the place of a written exercise: itself, what stands in for it, or nothing.
pub(super) fn in_variant<'a>(exercise: &'a Exercise, standing: &Standing) -> Option<&'a Exercise> {
    let Some(variant) = &standing.variant else { return Some(exercise) };
    if exercise.left_out_by.contains(variant) {
        return None;
    }
    let stands_in = exercise.variants.iter().find(|(id, _)| id == variant);
    Some(stands_in.map_or(exercise, |(_, other)| other))
}

/// The sides on which an exercise is done, in order, or why it is left out.
pub(super) fn choose(exercise: &Exercise, occasion: &Occasion) -> Result<Vec<Option<Side>>, String> {
    let sides = sides(exercise.side, occasion.standing.affected)?;
    let Some(on) = &occasion.on else { return Ok(sides) };
    if let Some(schedule) = &exercise.schedule {
        on_its_day(exercise, schedule, on)?;
    }
    match (exercise.only_if_pain, on.pain) {
        (Some(most), None) => Err(format!("no pain score is known, and it is for {most} or less")),
        (Some(most), Some(pain)) if pain > most => {
            Err(format!("the last pain was {pain}, and it is for {most} or less"))
        }
        (Some(_) | None, _) => Ok(sides),
    }
}

/// Whether an exercise is done when it is needed: it is in, and may be skipped.
pub(super) fn as_needed(exercise: &Exercise) -> bool {
    exercise.schedule.is_some_and(|schedule| schedule.rhythm == Rhythm::AsNeeded)
}

/// Whether its own schedule has an exercise in on a day. What was done earlier on the same day leaves nothing out: the
/// second session of a day has the exercises of the first.
fn on_its_day(exercise: &Exercise, schedule: &Schedule, on: &OnDay) -> Result<(), String> {
    let done = || on.done.get(&exercise.id).into_iter().flatten().copied().filter(|day| *day != on.day);
    let in_words = || prescription::schedule(&Schedule { times: 1, ..*schedule });
    match schedule.rhythm {
        Rhythm::AsNeeded => Ok(()),
        Rhythm::Days(days) if days.holds(on.day.weekday()) => Ok(()),
        Rhythm::Days(_) => Err(format!("it is for {}, and today is {}", in_words(), on.day.format("%A"))),
        Rhythm::EveryDays(length) => {
            let slots = Slots { first: done().next().unwrap_or(on.day), length };
            match done().find(|day| slots.number(*day) == slots.number(on.day)) {
                Some(day) => Err(format!("it is done {}, and was done on {}", in_words(), day.format("%A"))),
                None => Ok(()),
            }
        }
        Rhythm::PerWeek { most, .. } => {
            let monday = day::monday(on.day);
            let days = done().filter(|day| (monday..=day::after(monday, 6)).contains(day)).count();
            if u32::try_from(days).is_ok_and(|days| days < most) {
                return Ok(());
            }
            Err(format!("it is done {}, and this week has them", in_words()))
        }
    }
}

/// Slots of so many days, counted from the first day on which an exercise was done.
#[derive(Clone, Copy)]
struct Slots {
    first: NaiveDate,
    length: u32,
}

impl Slots {
    fn number(self, day: NaiveDate) -> i64 {
        day.signed_duration_since(self.first).num_days().div_euclid(i64::from(self.length.max(1)))
    }
}

/// The sides that work, in order; the affected side goes first, else the left.
fn sides(rule: SideRule, affected: Affected) -> Result<Vec<Option<Side>>, &'static str> {
    let first = affected.first();
    let both_in_turn = vec![Some(first), Some(first.other())];
    Ok(match (rule, affected) {
        (SideRule::Both, _) => vec![None],
        (SideRule::Each | SideRule::EachInTurn, _)
        | (SideRule::Affected, Affected::Both)
        | (SideRule::Unaffected, Affected::Neither) => both_in_turn,
        (SideRule::Left, _) => vec![Some(Side::Left)],
        (SideRule::Right, _) => vec![Some(Side::Right)],
        (SideRule::Affected, Affected::Left | Affected::Right) => vec![Some(first)],
        (SideRule::Unaffected, Affected::Left | Affected::Right) => vec![Some(first.other())],
        (SideRule::Affected, Affected::Neither) => return Err("it is for the affected side, and neither is"),
        (SideRule::Unaffected, Affected::Both) => return Err("it is for the unaffected side, and both are affected"),
    })
}
