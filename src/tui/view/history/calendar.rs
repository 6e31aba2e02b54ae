//! A year of days: a column a week, a row a day of the week; each kind of day has a shape of its own.

use chrono::{Datelike as _, NaiveDate};
use ratatui::text::{Line, Span};

use super::Room;
use crate::domain::day;
use crate::domain::prescription::count;
use crate::domain::visit::{Past, Square, View};
use crate::tui::theme::{Look, Role};
use crate::tui::words;

/// The columns before the first week.
const LABEL: usize = 4;

pub(super) fn lines(past: &Past, view: &View, numbers: bool, room: Room) -> Vec<Line<'static>> {
    if numbers {
        return in_numbers(view, room);
    }
    let Grid { first, weeks, step } = grid(past, room);
    let mut lines = vec![months(first, weeks, step, room.look)];
    for (weekday, name) in (0_u64..).zip(["Mon", "", "Wed", "", "Fri", "", "Sun"]) {
        let mut spans = vec![Span::styled(format!("{name:<LABEL$}"), room.look.style(Role::Quiet))];
        for week in 0..weeks {
            let on = day::after(first, 7 * week as u64 + weekday);
            let square = view.days.get(&on).copied().filter(|_| on <= past.today);
            let (shape, role) = square.map_or((' ', Role::Text), shape);
            let shape = if step == 2 { format!("{shape} ") } else { shape.to_string() };
            spans.push(Span::styled(shape, room.look.style(role)));
        }
        lines.push(Line::from(spans));
    }
    lines.push(Line::default());
    lines.extend(legend(view, room));
    lines
}

/// Where the squares are.
struct Grid {
    /// The first Monday.
    first: NaiveDate,
    weeks: usize,
    /// Columns a week.
    step: usize,
}

fn grid(past: &Past, room: Room) -> Grid {
    // Two columns a week where there is room: squares are squares then.
    let room_for = usize::from(room.width).saturating_sub(LABEL).max(1);
    let step = if room_for >= 53 * 2 { 2 } else { 1 };
    let weeks = (room_for / step).clamp(1, 53);
    Grid { first: day::before(day::monday(past.today), 7 * (weeks as u64 - 1)), weeks, step }
}

/// The day whose square is at a column of a line; none beside the squares and after today.
pub(super) fn day_at(past: &Past, room: Room, column: usize, line: usize) -> Option<NaiveDate> {
    let Grid { first, weeks, step } = grid(past, room);
    let week = column.checked_sub(LABEL)? / step;
    let weekday = line.checked_sub(1).filter(|weekday| *weekday < 7)?;
    let on = day::after(first, 7 * week as u64 + weekday as u64);
    (week < weeks && on <= past.today).then_some(on)
}

/// A shape of its own for each kind of day, whatever the colours.
const fn shape(square: Square) -> (char, Role) {
    match square {
        Square::Done => ('■', Role::Good),
        Square::Part => ('▪', Role::Good),
        Square::Rest => ('·', Role::Quiet),
        Square::Forgiven => ('○', Role::Text),
        Square::Excused => ('─', Role::Quiet),
        Square::Missed => ('×', Role::Strong),
        Square::Open => ('▸', Role::Strong),
    }
}

const fn word(square: Square) -> &'static str {
    match square {
        Square::Done => "done",
        Square::Part => "partly done",
        Square::Rest => "nothing due",
        Square::Forgiven => "missed, forgiven",
        Square::Excused => "paused or rest advised",
        Square::Missed => "missed",
        Square::Open => "today",
    }
}

const KINDS: [Square; 7] =
    [Square::Done, Square::Part, Square::Rest, Square::Forgiven, Square::Excused, Square::Missed, Square::Open];

/// The names of the months above the week in which each begins.
fn months(first: NaiveDate, weeks: usize, step: usize, look: Look) -> Line<'static> {
    let mut row = " ".repeat(LABEL);
    for week in 0..weeks {
        let monday = day::after(first, 7 * week as u64);
        let begins = monday.day() <= 7;
        let column = LABEL + week * step;
        if begins && row.chars().count() <= column {
            row.push_str(&" ".repeat(column - row.chars().count()));
            // A name that would stand out at the right is left out.
            if column + 3 <= LABEL + weeks * step {
                row.push_str(&monday.format("%b").to_string());
                row.push(' ');
            }
        }
    }
    Line::styled(row, look.style(Role::Quiet))
}

/// The shapes that occur, with their numbers.
fn legend(view: &View, room: Room) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut used = 0;
    for kind in KINDS {
        let number = view.days.values().filter(|square| **square == kind).count();
        if number == 0 {
            continue;
        }
        let (shape, role) = shape(kind);
        let words = format!(" {} {number}   ", word(kind));
        let wide = 1 + words.chars().count();
        if used > 0 && used + wide > usize::from(room.width) {
            lines.push(Line::from(std::mem::take(&mut spans)));
            used = 0;
        }
        spans.push(Span::styled(shape.to_string(), room.look.style(role)));
        spans.push(Span::raw(words));
        used += wide;
    }
    lines.push(Line::from(spans));
    lines
}

/// Month by month, the last first.
fn in_numbers(view: &View, room: Room) -> Vec<Line<'static>> {
    let mut months: Vec<(i32, u32)> = view.days.keys().map(|day| (day.year(), day.month())).collect();
    months.dedup();
    let mut lines = Vec::new();
    for (year, month) in months.into_iter().rev() {
        let of: Vec<Square> = view
            .days
            .iter()
            .filter(|(day, _)| (day.year(), day.month()) == (year, month))
            .map(|(_, square)| *square)
            .collect();
        let parts: Vec<String> = KINDS
            .iter()
            .filter_map(|kind| {
                let number = of.iter().filter(|square| *square == kind).count();
                (number > 0).then(|| format!("{} {number}", word(*kind)))
            })
            .collect();
        let name = NaiveDate::from_ymd_opt(year, month, 1).map(|day| day.format("%B %Y").to_string());
        let days = count(u32::try_from(of.len()).unwrap_or(u32::MAX), "day");
        let words = format!("{}: {} ({days})", name.unwrap_or_default(), parts.join(", "));
        lines.extend(words::lines(&words, room.width, room.look, Role::Text));
    }
    lines
}
