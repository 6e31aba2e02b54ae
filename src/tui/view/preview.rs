//! Preview: the prescription in words, the steps, the warning signs, the total time.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::consent::SHORT_ADVICE;
use crate::domain::exercise::{Affected, Exercise};
use crate::domain::plan::Plan;
use crate::domain::prescription::{in_general, manner, short_dose};
use crate::domain::program::Program;
use crate::domain::text::Clean;
use crate::domain::time::minutes;
use crate::domain::timeline::Timeline;
use crate::tui::model::{Model, Preview};
use crate::tui::theme::{Look, Role};
use crate::tui::view::{heading, parts, surround};
use crate::tui::widgets::page;
use crate::tui::words;

pub(super) fn draw(model: &Model, preview: &Preview, area: Rect, buf: &mut Buffer) {
    let parts = parts(model, area);
    let Some(program) = model.program(&preview.program) else { return };
    let row = model.row(&program.id);
    let right = row.map(|row| format!("about {} min", minutes(row.length)));
    let right = right.or_else(|| length(program)).unwrap_or_default();
    surround(model, parts, &program.title, &right, buf);
    page::draw(buf, parts.body, &lines(program, parts.body.width, model.look), preview.scroll, model.look);
}

/// Lines and rows of the text.
pub(super) fn extent(model: &Model, preview: &Preview, area: Rect) -> (usize, u16) {
    let body = parts(model, area).body;
    let lines = model.program(&preview.program).map_or(0, |program| lines(program, body.width, model.look).len());
    (lines, body.height)
}

fn length(program: &Program) -> Option<String> {
    let plan = Plan::new(program, Affected::Both)?;
    Some(format!("about {} min", minutes(Timeline::of(&plan).length(&plan))))
}

fn lines(program: &Program, width: u16, look: Look) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if let Some(summary) = &program.summary {
        lines.extend(words::lines(summary, width, look, Role::Text));
    }
    lines.extend(words::lines(SHORT_ADVICE, width, look, Role::Quiet));
    let session = program.phases.first().and_then(|phase| phase.sessions.first());
    for (index, exercise) in session.into_iter().flat_map(|session| &session.exercises).enumerate() {
        heading(&mut lines, &format!("{}  {}", index + 1, exercise.name), look);
        lines.extend(self::exercise(exercise, width, look));
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
    list(&mut lines, "Stop and get help if", &program.stop_if, "!", (width, look));
    list(&mut lines, "Not for you if", &program.not_for, "·", (width, look));
    list(&mut lines, "Where it comes from", &program.sources, "·", (width, look));
    lines
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
    let steps: Vec<String> = exercise.steps.iter().map(|step| in_general(step, exercise.side)).collect();
    lines.extend(words::bullets(&steps, "·", width, look));
    lines
}

/// A headed list, where it is not empty.
pub(super) fn list(
    lines: &mut Vec<Line<'static>>,
    title: &str,
    entries: &[Clean],
    mark: &str,
    (width, look): (u16, Look),
) {
    if entries.is_empty() {
        return;
    }
    heading(lines, title, look);
    let entries: Vec<String> = entries.iter().map(ToString::to_string).collect();
    lines.extend(words::bullets(&entries, mark, width, look));
}
