//! The list: the program, its stages with their minutes, their exercises with their dose.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::form::{Key, Place};
use crate::domain::prescription::short_dose;
use crate::domain::problem::Gravity;
use crate::tui::model::builder::{Builder, Pane};
use crate::tui::theme::{Look, Role};
use crate::tui::widgets::{columns, page};
use crate::tui::words::clip;

/// The longest word of a circuit that is shown whole, in columns.
const MARK: usize = 6;

pub(super) fn draw(builder: &Builder, area: Rect, look: Look, buf: &mut Buffer) {
    let places = builder.form.places();
    let chosen = places.iter().position(|place| *place == builder.place).unwrap_or(0);
    let mut lines = Vec::new();
    // Where in the lines the chosen row ends.
    let mut end = 0;
    for (n, place) in places.iter().enumerate() {
        lines.extend(row(builder, *place, n == chosen, area.width, look));
        if n == chosen {
            end = lines.len();
        }
    }
    if builder.form.exercises().next().is_none() {
        lines.push(Line::default());
        for words in [
            "a adds an exercise.",
            "p makes phases: weeks of work, one after another.",
            "n makes sessions: a morning and an evening one, or A and B in turn.",
        ] {
            lines.extend(crate::tui::words::lines(words, area.width, look, Role::Quiet));
        }
    }
    let skip = end.saturating_sub(usize::from(area.height.saturating_sub(1)));
    page::draw(buf, area, &lines, u16::try_from(skip).unwrap_or(u16::MAX), look);
}

fn row(builder: &Builder, place: Place, chosen: bool, width: u16, look: Look) -> Vec<Line<'static>> {
    let (words, right) = match place {
        Place::Head => ("the program".to_owned(), head_minutes(builder)),
        Place::Variant(v) => (variant_words(builder, v), String::new()),
        Place::Phase(p) => (phase_words(builder, p), phase_minutes(builder, p)),
        Place::Session(p, s) => {
            let title = builder.form.text(place, Key::Title);
            let title = if title.is_empty() { format!("session {}", s + 1) } else { title.to_owned() };
            (format!(" {title}"), session_minutes(builder, p, s))
        }
        Place::Exercise(_, _, e) => {
            // What is done in turn has one word at its right.
            let circuit = clip(builder.form.text(place, Key::Circuit).trim(), MARK);
            (format!(" {:>2} {}", e + 1, builder.name(place)), circuit)
        }
    };
    let mark = match builder.problems(place).map(|problem| problem.gravity).min() {
        Some(Gravity::Error) => Span::styled("!", look.style(Role::Danger)),
        Some(Gravity::Warning) => Span::styled("~", look.style(Role::Caution)),
        Some(Gravity::Note) | None => Span::raw(" "),
    };
    let heading = !matches!(place, Place::Exercise(..));
    let style = match (chosen, builder.pane == Pane::Outline, heading) {
        (true, true, _) => look.style(Role::Selected),
        (true, false, _) | (false, _, true) => look.style(Role::Strong),
        (false, _, false) => look.style(Role::Text),
    };
    let pointer = if chosen { "▸" } else { " " };
    let room = usize::from(width).saturating_sub(3 + usize::from(columns(&right)) + usize::from(!right.is_empty()));
    let words = clip(&words, room);
    let gap = room.saturating_sub(usize::from(columns(&words)));
    let mut spans = vec![Span::raw(pointer), mark, Span::styled(format!("{words} "), style)];
    if !right.is_empty() {
        spans.push(Span::raw(" ".repeat(gap)));
        spans.push(Span::styled(right, look.style(Role::Quiet)));
    }
    let mut lines = Vec::new();
    if matches!(place, Place::Phase(_)) {
        lines.push(Line::default());
    }
    lines.push(Line::from(spans));
    if let (Place::Exercise(..), Some(exercise)) = (place, builder.resolved(place)) {
        let dose = clip(&short_dose(exercise), usize::from(width).saturating_sub(6));
        lines.push(Line::from(vec![Span::raw("      "), Span::styled(dose, look.style(Role::Quiet))]));
    }
    lines
}

/// `or: My pain is at the heel bone`.
fn variant_words(builder: &Builder, v: usize) -> String {
    let title = builder.form.text(Place::Variant(v), Key::Title);
    if title.is_empty() { format!("or: variant {}", v + 1) } else { format!("or: {title}") }
}

fn phase_words(builder: &Builder, p: usize) -> String {
    let title = builder.form.text(Place::Phase(p), Key::Title);
    let other = builder.form.text(Place::Phase(p), Key::SameAs);
    if !other.is_empty() {
        return format!("{} {title} (as {other})", p + 1);
    }
    if title.is_empty() { format!("phase {}", p + 1) } else { format!("{} {title}", p + 1) }
}

fn head_minutes(builder: &Builder) -> String {
    let one = !builder.form.phased && builder.form.phases.first().is_some_and(|phase| !phase.split);
    if one { session_minutes(builder, 0, 0) } else { String::new() }
}

fn session_minutes(builder: &Builder, p: usize, s: usize) -> String {
    builder.length(p, s).map(|minutes| format!("{minutes} min")).unwrap_or_default()
}

/// Of a stage whose sessions have rows of their own each of them says it.
fn phase_minutes(builder: &Builder, p: usize) -> String {
    let is_split = builder.form.phases.get(p).is_some_and(|phase| phase.split);
    if is_split { String::new() } else { session_minutes(builder, p, 0) }
}
