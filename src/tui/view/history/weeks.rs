//! Weeks with done against due, the last first. What is shown is a bar and its numbers in one.

use ratatui::text::{Line, Span};

use super::Room;
use crate::domain::prescription::count;
use crate::domain::visit::{Visit, Week};
use crate::tui::theme::Role;
use crate::tui::words;

/// The longest bar, in sessions.
const LONGEST: u32 = 21;

pub(super) fn lines(visit: &Visit, room: Room) -> Vec<Line<'static>> {
    let most = visit.weeks.iter().map(|week| week.done.max(week.due.unwrap_or(0))).max().unwrap_or(0).clamp(1, LONGEST);
    visit.weeks.iter().rev().map(|week| line(week, most, room)).collect()
}

/// `16–22 Nov  █████──  5 of 7`; where there is room what they were too.
fn line(week: &Week, most: u32, room: Room) -> Line<'static> {
    let same_month = week.from.format("%b").to_string() == week.to.format("%b").to_string();
    let from = if same_month { week.from.format("%-d") } else { week.from.format("%-d %b") };
    let label = format!("{from}–{}", week.to.format("%-d %b"));
    let due = week.due.unwrap_or(0);
    let full = usize::try_from(week.done.min(most)).unwrap_or(0);
    let open = usize::try_from(due.min(most)).unwrap_or(0).saturating_sub(full);
    let pad = usize::try_from(most).unwrap_or(0).saturating_sub(full + open);
    let number = match week.due {
        Some(due) => format!("{} of {due}", week.done),
        None => count(week.done, "session"),
    };
    let mut parts = Vec::new();
    for (number, word) in [(week.part, "partly"), (week.short, "cut short"), (week.stopped, "stopped for pain")] {
        if number > 0 {
            parts.push(format!("{number} {word}"));
        }
    }
    let more = if parts.is_empty() || room.width < 60 { String::new() } else { format!("  ({})", parts.join(", ")) };
    Line::from(vec![
        Span::raw(format!("{label:<15}")),
        Span::styled("█".repeat(full), room.look.style(Role::Good)),
        Span::styled("─".repeat(open), room.look.style(Role::Track)),
        Span::raw(" ".repeat(pad)),
        Span::raw(words::clip(
            &format!("  {number}{more}"),
            usize::from(room.width).saturating_sub(15 + full + open + pad),
        )),
    ])
}
