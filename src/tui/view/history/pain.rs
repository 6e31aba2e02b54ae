//! Pain over time: before, in and on the morning after each day, with the limit as a line.
//!
//! A column a day with any score, the last at the right. A score that was not given leaves no mark.

use ratatui::text::{Line, Span};

use super::Room;
use crate::domain::visit::Kind;
use crate::domain::visit::{Day, Series, Visit};
use crate::tui::theme::Role;
use crate::tui::words;

/// The columns before the first day.
const LABEL: usize = 4;

pub(super) fn lines(visit: &Visit, numbers: bool, room: Room) -> Vec<Line<'static>> {
    let given: Vec<&Day> = visit.days.iter().filter(|day| day.before.or(day.worst).or(day.morning).is_some()).collect();
    if given.is_empty() {
        return words::lines("No score was given yet.", room.width, room.look, Role::Text);
    }
    if numbers {
        return given.iter().rev().flat_map(|day| in_numbers(day, room)).collect();
    }
    // One row a point where there is room, else one row for two.
    let by = if room.rows >= 15 { 1 } else { 2 };
    let columns = usize::from(room.width).saturating_sub(LABEL).max(1);
    let shown = given.get(given.len().saturating_sub(columns)..).unwrap_or(&[]);
    let mut lines: Vec<Line<'static>> =
        (0..=10 / by).rev().map(|row| level(shown, row, by, visit.limit, room)).collect();
    if let (Some(first), Some(last)) = (shown.first(), shown.last()) {
        let (first, last) = (first.day.format("%-d %b").to_string(), last.day.format("%-d %b %Y").to_string());
        let gap = shown.len().saturating_sub(first.len() + last.len()).max(1);
        let dates = format!("{}{first}{}{last}", " ".repeat(LABEL), " ".repeat(gap));
        lines.push(Line::styled(words::clip(&dates, room.width.into()), room.look.style(Role::Quiet)));
    }
    let legend = format!("○ before   ● worst in the session   ▄ next morning   ─ over {} is too much", visit.limit);
    lines.extend(words::lines(&legend, room.width, room.look, Role::Text));
    lines.extend(
        visit.series.iter().filter(|series| series.kind == Kind::Stiffness).map(|series| stiffness(series, room)),
    );
    lines
}

/// One row of the chart: the worst mark of each day that lies in it.
fn level(days: &[&Day], row: u8, by: u8, limit: u8, room: Room) -> Line<'static> {
    let (low, high) = (row * by, row * by + by - 1);
    let in_row = |score: Option<u8>| score.is_some_and(|score| (low..=high).contains(&score));
    let is_limit = (low..=high).contains(&limit);
    let label = if by == 1 { format!("{low:>2}  ") } else { format!("{low:>2}+ ") };
    let mut spans = vec![Span::styled(label, room.look.style(Role::Quiet))];
    for day in days {
        let (mark, role) = if in_row(day.worst) {
            ("●", if day.worst > Some(limit) { Role::Danger } else { Role::Text })
        } else if in_row(day.morning) {
            ("▄", Role::Phase)
        } else if in_row(day.before) {
            ("○", Role::Text)
        } else if is_limit {
            ("─", Role::Quiet)
        } else {
            (" ", Role::Text)
        };
        spans.push(Span::styled(mark, room.look.style(role)));
    }
    Line::from(spans)
}

fn stiffness(series: &Series, room: Room) -> Line<'static> {
    let last = series.points.last().map_or(0, |(_, value)| value / 1_000);
    let first = series.points.first().map_or(0, |(_, value)| value / 1_000);
    let words = format!("morning stiffness: {first} min at first, {last} min last");
    Line::raw(words::clip(&words, room.width.into()))
}

/// `21 Nov 2026: before 1, worst 3, next morning unknown`.
fn in_numbers(day: &Day, room: Room) -> Vec<Line<'static>> {
    let score = |score: Option<u8>| score.map_or_else(|| "unknown".to_owned(), |score| score.to_string());
    let words = format!(
        "{}: before {}, worst {}, next morning {}",
        day.day.format("%-d %b %Y"),
        score(day.before),
        score(day.worst),
        score(day.morning)
    );
    words::lines(&words, room.width, room.look, Role::Text)
}
