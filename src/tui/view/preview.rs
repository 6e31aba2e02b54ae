//! Preview: the prescription in words, where to be and the steps, the warning signs, the total time. Whoever follows
//! the program sees today's session: its sides by their names, and what is left out and why.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::consent::SHORT_ADVICE;
use crate::domain::exercise::{Affected, Exercise, Side, SideRule};
use crate::domain::plan::{Item, Plan};
use crate::domain::prescription::{in_general, manner, short_dose};
use crate::domain::program::Program;
use crate::domain::text::Clean;
use crate::domain::time::minutes;
use crate::domain::timeline::Timeline;
use crate::domain::today::Row;
use crate::tui::model::{Model, Preview};
use crate::tui::theme::{Look, Role};
use crate::tui::view::{heading, parts, signs, surround};
use crate::tui::widgets::page;
use crate::tui::words;

pub(super) fn draw(model: &Model, preview: &Preview, area: Rect, buf: &mut Buffer) {
    let parts = parts(model, area);
    let Some(program) = model.program(&preview.program) else { return };
    let row = model.row(&program.id);
    let right = row.map(|row| format!("about {} min", minutes(row.length)));
    let right = right.or_else(|| length(program)).unwrap_or_default();
    surround(model, parts, &program.title, &right, buf);
    page::draw(buf, parts.body, &lines(program, row, parts.body.width, model.look), preview.scroll, model.look);
}

/// Lines and rows of the text.
pub(super) fn extent(model: &Model, preview: &Preview, area: Rect) -> (usize, u16) {
    let body = parts(model, area).body;
    let program = model.program(&preview.program);
    let lines = program.map_or(0, |program| lines(program, model.row(&program.id), body.width, model.look).len());
    (lines, body.height)
}

fn length(program: &Program) -> Option<String> {
    let plan = Plan::new(program, Affected::Both)?;
    Some(format!("about {} min", minutes(Timeline::of(&plan).length(&plan))))
}

fn lines(program: &Program, row: Option<&Row>, width: u16, look: Look) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if let Some(summary) = &program.summary {
        lines.extend(words::lines(summary, width, look, Role::Text));
    }
    lines.extend(words::lines(SHORT_ADVICE, width, look, Role::Quiet));
    match row.filter(|row| row.enrolled.is_some()) {
        Some(row) => today(&mut lines, program, row, width, look),
        None => in_the_program(&mut lines, program, width, look),
    }
    if !program.equipment.is_empty() {
        heading(&mut lines, "You need", look);
        let all: Vec<&str> = program.equipment.iter().map(Clean::as_str).collect();
        lines.extend(words::lines(&all.join(", "), width, look, Role::Text));
    }
    if let Some(expect) = &program.expect {
        heading(&mut lines, "What to expect", look);
        lines.extend(words::lines(expect, width, look, Role::Text));
    }
    signs::lines(&mut lines, &program.stop_if, width, look);
    signs::list(&mut lines, "Not for you if", &program.not_for, (width, look));
    signs::list(&mut lines, "Where it comes from", &program.sources, (width, look));
    lines
}

/// Who does not follow it yet sees its first session as it is written.
fn in_the_program(lines: &mut Vec<Line<'static>>, program: &Program, width: u16, look: Look) {
    let session = program.phases.first().and_then(|phase| phase.sessions.first());
    for (index, exercise) in session.into_iter().flat_map(|session| &session.exercises).enumerate() {
        heading(lines, &format!("{}  {}", index + 1, exercise.name), look);
        lines.extend(self::exercise(exercise, width, look));
    }
}

/// The session of today, and what is not done in it.
fn today(lines: &mut Vec<Line<'static>>, program: &Program, row: &Row, width: u16, look: Look) {
    let occasion = &row.briefing.occasion;
    let plan = Plan::of(program, occasion);
    for (index, item) in plan.iter().flat_map(|plan| &plan.items).enumerate() {
        heading(lines, &format!("{}  {}", index + 1, item.exercise.name), look);
        lines.extend(exercise(&on_its_side(item), width, look));
    }
    let left_out = Plan::left_out(program, occasion);
    if !left_out.is_empty() {
        heading(lines, "Left out today", look);
        let entries: Vec<String> = left_out.iter().map(|(name, why)| format!("{name}: {why}")).collect();
        lines.extend(words::bullets(&entries, "·", width, look));
    }
}

/// An exercise of the affected side as one of that side.
fn on_its_side(item: &Item) -> Exercise {
    let side = match item.sides.as_slice() {
        [Some(Side::Left)] => SideRule::Left,
        [Some(Side::Right)] => SideRule::Right,
        _ => item.exercise.side,
    };
    Exercise { side, ..item.exercise.clone() }
}

fn exercise(exercise: &Exercise, width: u16, look: Look) -> Vec<Line<'static>> {
    let mut lines = words::lines(&short_dose(exercise), width, look, Role::Text);
    let rest = manner(exercise).join(" · ");
    if !rest.is_empty() {
        lines.extend(words::lines(&rest, width, look, Role::Quiet));
    }
    if let Some(note) = &exercise.note {
        lines.extend(words::lines(&format!("note: {note}"), width, look, Role::Text));
    }
    if let Some(setup) = &exercise.setup {
        let setup = format!("set-up: {}", in_general(setup, exercise.side));
        lines.extend(words::lines(&setup, width, look, Role::Text));
    }
    let steps: Vec<String> = exercise.steps.iter().map(|step| in_general(step, exercise.side)).collect();
    lines.extend(words::bullets(&steps, "·", width, look));
    lines
}
