//! The catalogue: what was typed, what fits, and beside it how the chosen exercise is done.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::exercise::Exercise;
use crate::domain::prescription::{dose, in_general, short_dose};
use crate::domain::text::Clean;
use crate::tui::model::Model;
use crate::tui::model::builder::{Builder, Shelf};
use crate::tui::theme::{Look, Role};
use crate::tui::view::{heading, looped, put};
use crate::tui::words::{self, clip};

/// From here on the chosen exercise is shown beside the list.
const TWO: u16 = 70;

pub(super) fn draw(model: &Model, builder: &Builder, shelf: &Shelf, body: Rect, buf: &mut Buffer) {
    let look = model.look;
    let found = builder.fitting(&shelf.filter);
    let first = vec![
        Span::styled("find ", look.style(Role::Strong)),
        Span::raw(clip(&shelf.filter, usize::from(body.width.saturating_sub(10)))),
        Span::styled(" ", look.style(Role::Selected)),
        Span::styled(hint(shelf, found.len()), look.style(Role::Quiet)),
    ];
    let mut row = put(&[Line::from(first)], body, 0, buf);
    row += u16::from(body.height > 12);
    let below = Rect { y: body.y + row, height: body.height.saturating_sub(row), ..body };
    let width = if body.width >= TWO { body.width / 2 - 1 } else { body.width };
    let list = Rect { width, ..below };
    let lines = list_lines(&found, shelf, list, look);
    put(&lines, list, 0, buf);
    if body.width >= TWO {
        let beside = Rect { x: body.x + width + 2, width: body.width - width - 2, ..below };
        let lines = found.get(shelf.chosen).map_or_else(|| own(beside.width, look), |e| about(e, beside.width, look));
        let row = put(&lines, beside, 0, buf) + 1;
        if let Some(exercise) = found.get(shelf.chosen) {
            let rest = Rect { y: beside.y + row, height: beside.height.saturating_sub(row), ..beside };
            looped::exercise(model, (None, exercise), model.now.elapsed.as_secs_f64(), rest, buf);
        }
    }
}

fn hint(shelf: &Shelf, found: usize) -> String {
    if shelf.filter.is_empty() {
        " a name, a muscle, what you have at hand".to_owned()
    } else {
        format!(" {found} found")
    }
}

fn list_lines(found: &[&Exercise], shelf: &Shelf, area: Rect, look: Look) -> Vec<Line<'static>> {
    let rows = usize::from(area.height).max(1);
    let each = if area.width >= 44 || area.height < 12 { 1 } else { 2 };
    let skip = ((shelf.chosen + 1) * each).saturating_sub(rows).div_ceil(each);
    let room = usize::from(area.width.saturating_sub(2));
    let own = if shelf.filter.trim().is_empty() {
        "one of my own".to_owned()
    } else {
        format!("one of my own: {}", shelf.filter.trim())
    };
    let mut lines = Vec::new();
    for n in skip..=found.len() {
        let chosen = n == shelf.chosen;
        let style = look.style(if chosen { Role::Selected } else { Role::Text });
        let pointer = Span::raw(if chosen { "▸ " } else { "  " });
        let name = found.get(n).map_or(own.as_str(), |exercise| exercise.name.as_str());
        let dose = found.get(n).map(|exercise| short_dose(exercise)).unwrap_or_default();
        let name = clip(name, room);
        let left = room.saturating_sub(usize::from(crate::tui::widgets::columns(&name)) + 2);
        let mut spans = vec![pointer, Span::styled(name, style)];
        if each == 1 && left > 12 {
            spans.push(Span::styled(format!("  {}", clip(&dose, left)), look.style(Role::Quiet)));
        }
        lines.push(Line::from(spans));
        if each == 2 {
            lines.push(Line::styled(format!("    {}", clip(&dose, room.saturating_sub(2))), look.style(Role::Quiet)));
        }
    }
    lines
}

/// The chosen exercise: its dose in the catalogue, what it is for, what it needs, how it is done.
fn about(exercise: &Exercise, width: u16, look: Look) -> Vec<Line<'static>> {
    let mut lines = words::lines(&exercise.name, width, look, Role::Strong);
    lines.extend(words::lines(&dose(exercise), width, look, Role::Text));
    if let Some(purpose) = &exercise.purpose {
        lines.extend(words::lines(purpose, width, look, Role::Quiet));
    }
    for (title, texts) in [("needs", &exercise.equipment), ("works", &exercise.muscles), ("also", &exercise.synonyms)] {
        if !texts.is_empty() {
            let texts: Vec<&str> = texts.iter().map(Clean::as_str).collect();
            lines.extend(words::lines(&format!("{title}: {}", texts.join(", ")), width, look, Role::Text));
        }
    }
    if !exercise.steps.is_empty() {
        heading(&mut lines, "Steps", look);
        let steps: Vec<String> = exercise.steps.iter().map(|step| in_general(step, exercise.side)).collect();
        lines.extend(words::bullets(&steps, "·", width, look));
    }
    lines
}

fn own(width: u16, look: Look) -> Vec<Line<'static>> {
    let mut lines = words::lines("An exercise of your own", width, look, Role::Strong);
    let text = "Give it a name, and say what a set of it is: reps, a hold, a time, or steps to follow.";
    lines.extend(words::lines(text, width, look, Role::Text));
    lines
}
