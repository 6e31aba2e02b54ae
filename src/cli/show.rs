//! `soleus show`: a program as a prescription sheet with all of its stages, and the timeline of one session.

mod data;
mod line;

use std::io::Write;

use crate::domain::exercise::Exercise;
use crate::domain::prescription::{
    advancing, and_list, climb, count, dated, dose, going_back, in_general, schedule, short_dose,
};
use crate::domain::program::{PainQuestion, Phase, Program, Session};
use crate::domain::standing::Occasion;
use crate::domain::text::Clean;
use crate::error::Error;

pub use data::json;
pub use line::kind;

/// Writes the sheet; the timeline is laid out for an occasion.
pub fn text(program: &Program, occasion: &Occasion, out: &mut impl Write) -> Result<(), Error> {
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
    if let Some(every) = program.lighter_week {
        writeln!(out, "\nevery {every} weeks a lighter week is offered: a set less, else a fifth less")?;
    }
    writeln!(out, "\npain over {} of 10 stops an exercise; asked {}", program.pain.limit, asked(program))?;
    if !program.variants.is_empty() {
        writeln!(out, "\nvariants:")?;
        for variant in &program.variants {
            writeln!(out, "  - {}: {}", variant.id, variant.title)?;
        }
    }
    for (n, phase) in program.phases.iter().enumerate() {
        stage(n, phase, program, out)?;
    }
    line::text(program, occasion, out)?;
    list(out, "sources", &program.sources)?;
    writeln!(out, "\nExercise guidance, not medical advice.")?;
    Ok(())
}

fn gap(program: &Program) -> String {
    program.gap.map(|gap| format!(", at least {} apart", dated(gap))).unwrap_or_default()
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
    if words.is_empty() { "never".to_owned() } else { and_list(&words) }
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

/// A stage with its rules and its sessions; a program without stages is its sessions alone.
fn stage(n: usize, phase: &Phase, program: &Program, out: &mut impl Write) -> Result<(), Error> {
    if let Some(title) = &phase.title {
        let weeks = phase.weeks.map(|weeks| format!(", {} or more", count(weeks, "week"))).unwrap_or_default();
        writeln!(out, "\n== stage {} of {}: {title}{weeks}", n + 1, program.phases.len())?;
    }
    if let Some(goal) = &phase.goal {
        writeln!(out, "   for: {goal}")?;
    }
    if let Some(own) = &phase.schedule {
        writeln!(out, "   due: {}", schedule(own))?;
    }
    for statement in &phase.entry {
        writeln!(out, "   begins only where this is true: {statement}")?;
    }
    for statement in &phase.skip_if {
        writeln!(out, "   may be skipped where this is true: {statement}")?;
    }
    if let Some(back) = going_back(phase).filter(|_| n > 0) {
        writeln!(out, "   the stage before is offered {back}")?;
    }
    if n + 1 < program.phases.len() {
        let next = advancing(phase).unwrap_or_else(|| "never by itself".to_owned());
        writeln!(out, "   the next stage is offered {next}")?;
    }
    for (n, session) in phase.sessions.iter().enumerate() {
        if phase.sessions.len() > 1 {
            heading(n, session, out)?;
        }
        for (n, exercise) in session.exercises.iter().enumerate() {
            sheet(n + 1, exercise, out)?;
        }
    }
    Ok(())
}

fn heading(n: usize, session: &Session, out: &mut impl Write) -> Result<(), Error> {
    let title = session.title.as_ref().map(|title| format!(": {title}")).unwrap_or_default();
    let due = session.schedule.as_ref().map_or_else(|| "in turn".to_owned(), schedule);
    writeln!(out, "\n-- session {}{title}, {due}", n + 1)?;
    Ok(())
}

fn sheet(n: usize, exercise: &Exercise, out: &mut impl Write) -> Result<(), Error> {
    let optional = if exercise.optional { " (optional)" } else { "" };
    writeln!(out, "\n{n}. {}{optional}\n   {}", exercise.name, dose(exercise))?;
    for line in stand_ins(exercise) {
        writeln!(out, "   {line}")?;
    }
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

/// What stands in for it where a variant was chosen, and its dose; or that it is left out.
fn stand_ins(exercise: &Exercise) -> impl Iterator<Item = String> {
    let others = exercise.variants.iter().map(|(id, other)| {
        let parts = [Some(other.name.to_string()), Some(short_dose(other)), climb(other)];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        format!("variant {id}: {}", parts.join(", "))
    });
    others.chain(exercise.left_out_by.iter().map(|id| format!("variant {id}: left out")))
}
