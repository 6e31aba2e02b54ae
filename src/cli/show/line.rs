//! The timeline of one session, step by step.

use std::io::Write;
use std::time::Duration;

use crate::domain::plan::Plan;
use crate::domain::prescription::schedule;
use crate::domain::program::Program;
use crate::domain::standing::Occasion;
use crate::domain::time::{clock_face_down, in_words, minutes};
use crate::domain::timeline::{Step, StepKind, Timeline, side_word};
use crate::domain::today::session_title;
use crate::error::Error;

pub(super) fn text(program: &Program, occasion: &Occasion, out: &mut impl Write) -> Result<(), Error> {
    let of = of(program, occasion);
    let affected = occasion.standing.affected.word();
    let Some(plan) = Plan::of(program, occasion) else {
        writeln!(out, "\nwith affected side {affected} nothing{of} is left to do")?;
        return left_out(&Plan::left_out(program, occasion), out);
    };
    let timeline = Timeline::of(&plan);
    let about = if timeline.is_guess() { "about " } else { "" };
    let length = timeline.length(&plan);
    writeln!(out, "\ntimeline{of}, affected side {affected}: {about}{} min", minutes(length))?;
    left_out(&plan.left_out, out)?;
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

/// Of which stage, session and variant, where there are several.
fn of(program: &Program, occasion: &Occasion) -> String {
    let standing = &occasion.standing;
    let stages = program.phases.len();
    let stage = (stages > 1).then(|| format!(" of stage {}", standing.phase + 1));
    let session = session_title(program, standing.phase, occasion.session).map(|title| format!(", session {title}"));
    let variant = standing.variant.as_ref().map(|id| format!(", variant {id}"));
    let due = program.phases.get(standing.phase).and_then(|phase| phase.schedule);
    let due = due.filter(|_| stages > 1).map(|due| format!(", {}", schedule(&due)));
    [stage, session, variant, due].into_iter().flatten().collect()
}

fn left_out(left_out: &[(crate::domain::text::Clean, String)], out: &mut impl Write) -> Result<(), Error> {
    for (name, why) in left_out {
        writeln!(out, "  left out: {name} ({why})")?;
    }
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
    format!("{}, set {} of {}{side}", item.exercise.name, step.bout.set, item.sets(step.bout.side))
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
