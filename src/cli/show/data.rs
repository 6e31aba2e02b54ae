//! The same for a program to read: stages, sessions, doses, and the timeline in milliseconds from the start.

use std::time::Duration;

use serde_json::{Value, json};

use crate::cli::show::line::kind;
use crate::domain::exercise::Exercise;
use crate::domain::plan::Plan;
use crate::domain::prescription::{advancing, climb, dose, going_back, in_general, schedule};
use crate::domain::program::{Phase, Program, Session};
use crate::domain::standing::Occasion;
use crate::domain::text::Clean;
use crate::domain::timeline::{Timeline, side_word};

/// A program with all of its stages; `exercises`, `length_ms` and `timeline` are of one session: that of an occasion.
pub fn json(program: &Program, occasion: &Occasion) -> Value {
    let standing = &occasion.standing;
    let stage = program.phases.get(standing.phase);
    let session = stage.and_then(|stage| stage.sessions.get(occasion.session));
    let (length, steps) = timeline(program, occasion);
    let left_out = match Plan::of(program, occasion) {
        Some(plan) => plan.left_out,
        None => Plan::left_out(program, occasion),
    };
    let left_out: Vec<Value> =
        left_out.iter().map(|(name, why)| json!({ "name": name.as_str(), "why": why })).collect();
    let variants: Vec<Value> =
        program.variants.iter().map(|v| json!({ "id": v.id.as_str(), "title": v.title.as_str() })).collect();
    json!({
        "id": program.id.as_str(), "title": program.title.as_str(), "schedule": schedule(&program.schedule),
        "equipment": texts(&program.equipment), "not_for": texts(&program.not_for), "stop_if": texts(&program.stop_if),
        "pain_limit": program.pain.limit, "review_by": program.review_by.map(|day| day.to_string()),
        "lighter_week": program.lighter_week,
        "variants": variants, "phases": program.phases.iter().map(phase_json).collect::<Vec<_>>(),
        "affected": standing.affected.word(), "phase": standing.phase + 1, "session": occasion.session + 1,
        "variant": standing.variant.as_ref().map(crate::domain::text::Id::as_str), "left_out": left_out,
        "exercises": session.map_or_else(Vec::new, exercises), "length_ms": length, "timeline": steps,
    })
}

fn texts(items: &[Clean]) -> Vec<&str> {
    items.iter().map(Clean::as_str).collect()
}

fn phase_json(phase: &Phase) -> Value {
    let title = |text: &Option<Clean>| text.as_ref().map(ToString::to_string);
    let session = |session: &Session| {
        json!({
            "title": title(&session.title), "schedule": session.schedule.as_ref().map(schedule),
            "exercises": exercises(session),
        })
    };
    json!({
        "title": title(&phase.title), "weeks": phase.weeks, "goal": title(&phase.goal), "entry": texts(&phase.entry),
        "skip_if": texts(&phase.skip_if), "next": advancing(phase), "back": going_back(phase),
        "schedule": phase.schedule.as_ref().map(schedule),
        "sessions": phase.sessions.iter().map(session).collect::<Vec<_>>(),
    })
}

fn exercises(session: &Session) -> Vec<Value> {
    let exercise = |exercise: &Exercise| {
        json!({
            "id": exercise.id.as_str(), "name": exercise.name.as_str(), "dose": dose(exercise),
            "sets": exercise.sets.low(), "optional": exercise.optional, "climbs": climb(exercise),
            "schedule": exercise.schedule.as_ref().map(schedule), "only_if_pain_at_most": exercise.only_if_pain,
            "setup": exercise.setup.as_ref().map(|setup| in_general(setup, exercise.side)),
            "steps": exercise.steps.iter().map(|step| in_general(step, exercise.side)).collect::<Vec<_>>(),
        })
    };
    session.exercises.iter().map(exercise).collect()
}

/// The length in milliseconds, and the steps.
fn timeline(program: &Program, occasion: &Occasion) -> (u64, Vec<Value>) {
    let Some(plan) = Plan::of(program, occasion) else { return (0, Vec::new()) };
    let mut at = Duration::ZERO;
    let step = |step: &crate::domain::timeline::Step| {
        let start = at;
        at += step.expected(&plan);
        let item = plan.items.get(step.bout.item);
        json!({
            "at_ms": millis(start), "length_ms": step.length.map(millis),
            "expected_ms": millis(at.saturating_sub(start)), "kind": kind(step.kind),
            "exercise": item.map(|item| item.planned.as_str()), "set": step.bout.set,
            "side": side_word(step.bout.side), "reps": step.beats.last().map(|beat| beat.rep),
        })
    };
    let steps = Timeline::of(&plan).steps.iter().map(step).collect();
    (millis(at), steps)
}

fn millis(length: Duration) -> u64 {
    u64::try_from(length.as_millis()).unwrap_or(u64::MAX)
}
