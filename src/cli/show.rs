//! `soleus show`: a program as a prescription sheet, and its timeline.

use std::io::Write;
use std::time::Duration;

use serde_json::{Value, json};

use crate::domain::exercise::{Affected, Exercise};
use crate::domain::plan::Plan;
use crate::domain::prescription::{dose, in_general, schedule};
use crate::domain::program::{PainQuestion, Program};
use crate::domain::text::Clean;
use crate::domain::time::{clock_face_down, in_words, minutes};
use crate::domain::timeline::{Step, StepKind, Timeline, side_word};
use crate::error::Error;

/// Writes the sheet; the timeline is laid out for the affected side, left where nothing else is said.
pub fn text(program: &Program, affected: Affected, out: &mut impl Write) -> Result<(), Error> {
    writeln!(out, "{} ({})", program.title, program.id)?;
    for line in [&program.summary, &program.audience].into_iter().flatten() {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "\ndue: {}{}", schedule(&program.schedule), gap(program))?;
    list(out, "needed", &program.equipment)?;
    list(out, "not for you if", &program.not_for)?;
    list(out, "stop if", &program.stop_if)?;
    if let Some(expect) = &program.expect {
        writeln!(out, "\nexpect: {expect}")?;
    }
    writeln!(out, "\npain over {} of 10 stops an exercise; asked {}", program.pain.limit, asked(program))?;
    for (n, exercise) in program.exercises().enumerate() {
        sheet(n + 1, exercise, out)?;
    }
    timeline(program, affected, out)?;
    list(out, "sources", &program.sources)?;
    writeln!(out, "\nExercise guidance, not medical advice.")?;
    Ok(())
}

fn gap(program: &Program) -> String {
    program.gap.map(|gap| format!(", at least {} apart", in_words(gap))).unwrap_or_default()
}

fn asked(program: &Program) -> String {
    let words: Vec<String> = program
        .pain
        .ask
        .iter()
        .map(|question| match question {
            PainQuestion::Before => "before".to_owned(),
            PainQuestion::After => "after".to_owned(),
            PainQuestion::NextMorning => "the next morning".to_owned(),
            PainQuestion::MorningStiffness => "for morning stiffness".to_owned(),
        })
        .collect();
    if words.is_empty() { "never".to_owned() } else { crate::domain::prescription::and_list(&words) }
}

fn list(out: &mut impl Write, title: &str, items: &[Clean]) -> Result<(), Error> {
    if !items.is_empty() {
        writeln!(out, "\n{title}:")?;
        for item in items {
            writeln!(out, "  - {item}")?;
        }
    }
    Ok(())
}

fn sheet(n: usize, exercise: &Exercise, out: &mut impl Write) -> Result<(), Error> {
    let optional = if exercise.optional { " (optional)" } else { "" };
    writeln!(out, "\n{n}. {}{optional}\n   {}", exercise.name, dose(exercise))?;
    for line in [&exercise.purpose, &exercise.note].into_iter().flatten() {
        writeln!(out, "   {line}")?;
    }
    if let Some(setup) = &exercise.setup {
        writeln!(out, "   set-up: {}", in_general(setup, exercise.side))?;
    }
    for (n, step) in exercise.steps.iter().enumerate() {
        writeln!(out, "   {}) {}", n + 1, in_general(step, exercise.side))?;
    }
    if !exercise.mistakes.is_empty() {
        let mistakes: Vec<&str> = exercise.mistakes.iter().map(Clean::as_str).collect();
        writeln!(out, "   avoid: {}", mistakes.join("; "))?;
    }
    Ok(())
}

fn timeline(program: &Program, affected: Affected, out: &mut impl Write) -> Result<(), Error> {
    let Some(plan) = Plan::new(program, affected) else {
        writeln!(out, "\nwith affected side {} nothing of this program is left to do", affected.word())?;
        return Ok(());
    };
    let timeline = Timeline::of(&plan);
    let about = if timeline.is_guess() { "about " } else { "" };
    let length = timeline.length(&plan);
    writeln!(out, "\ntimeline, affected side {}: {about}{} min", affected.word(), minutes(length))?;
    for (name, why) in &plan.left_out {
        writeln!(out, "  left out: {name} ({why})")?;
    }
    let mut at = Duration::ZERO;
    for step in &timeline.steps {
        let expected = step.expected(&plan);
        writeln!(
            out,
            "  {:>7}  {:<13} {:>10}  {}",
            clock_face_down(at),
            kind(step.kind),
            lasts(step),
            place(step, &plan)
        )?;
        at += expected;
    }
    writeln!(out, "  {:>7}  end", clock_face_down(at))?;
    Ok(())
}

fn lasts(step: &Step) -> String {
    step.length.map_or_else(|| "your pace".to_owned(), in_words)
}

fn place(step: &Step, plan: &Plan) -> String {
    if !matches!(step.kind, StepKind::GetReady | StepKind::Work) {
        return String::new();
    }
    let Some(item) = plan.items.get(step.bout.item) else { return String::new() };
    let side = side_word(step.bout.side).map(|side| format!(", {side}")).unwrap_or_default();
    format!("{}, set {} of {}{side}", item.exercise.name, step.bout.set, item.exercise.sets.low())
}

/// The word for a step in listings.
pub const fn kind(kind: StepKind) -> &'static str {
    match kind {
        StepKind::GetReady => "get ready",
        StepKind::Work => "work",
        StepKind::Rest => "rest",
        StepKind::ChangeOver => "change sides",
        StepKind::Between => "next exercise",
    }
}

/// The same for a program to read: doses and the timeline in milliseconds from the start.
pub fn json(program: &Program, affected: Affected) -> Value {
    let texts = |items: &[Clean]| items.iter().map(|item| Value::from(item.as_str())).collect::<Vec<_>>();
    let exercises: Vec<Value> = program
        .exercises()
        .map(|exercise| {
            json!({
                "id": exercise.id.as_str(), "name": exercise.name.as_str(), "dose": dose(exercise),
                "sets": exercise.sets.low(), "optional": exercise.optional, "setup": exercise.setup.as_ref().map(|setup| in_general(setup, exercise.side)),
                "steps": exercise.steps.iter().map(|step| in_general(step, exercise.side)).collect::<Vec<_>>(),
            })
        })
        .collect();
    let mut at = Duration::ZERO;
    let plan = Plan::new(program, affected);
    let steps: Vec<Value> = plan.as_ref().map(|plan| (plan, Timeline::of(plan))).map_or_else(Vec::new, |(plan, line)| {
        let steps = line.steps.iter().map(|step| {
            let start = at;
            at += step.expected(plan);
            let item = plan.items.get(step.bout.item);
            json!({
                "at_ms": millis(start), "length_ms": step.length.map(millis), "expected_ms": millis(at.saturating_sub(start)),
                "kind": kind(step.kind), "exercise": item.map(|item| item.planned.as_str()),
                "set": step.bout.set, "side": side_word(step.bout.side), "reps": step.beats.last().map(|beat| beat.rep),
            })
        });
        steps.collect()
    });
    json!({
        "id": program.id.as_str(), "title": program.title.as_str(), "schedule": schedule(&program.schedule),
        "equipment": texts(&program.equipment), "not_for": texts(&program.not_for), "stop_if": texts(&program.stop_if),
        "pain_limit": program.pain.limit, "affected": affected.word(), "exercises": exercises,
        "length_ms": millis(at), "timeline": steps,
    })
}

fn millis(length: Duration) -> u64 {
    u64::try_from(length.as_millis()).unwrap_or(u64::MAX)
}
