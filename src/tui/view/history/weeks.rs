//! Weeks with done against due, the last first. What is shown is a bar and its numbers in one.

use ratatui::text::{Line, Span};

use super::Room;
use crate::domain::prescription::count;
use crate::domain::visit::{Visit, Week};
use crate::tui::theme::Role;
use crate::tui::widgets::columns;
use crate::tui::words;

/// The longest bar, in sessions.
const LONGEST: u32 = 21;
/// Columns of the days of a week.
const LABEL: usize = 15;

pub(super) fn lines(visit: &Visit, room: Room) -> Vec<Line<'static>> {
    let most = visit.weeks.iter().map(|week| week.done.max(week.due.unwrap_or(0))).max().unwrap_or(0).clamp(1, LONGEST);
    // The numbers are never cut: in a small window the bars are shorter.
    let numbers = visit.weeks.iter().map(|week| columns(&number(week))).max().unwrap_or(0);
    let left = usize::from(room.width).saturating_sub(LABEL + 2 + usize::from(numbers));
    let scale = Scale { most, columns: u32::try_from(left).unwrap_or(u32::MAX).clamp(1, most) };
    visit.weeks.iter().rev().map(|week| line(week, scale, room)).collect()
}

/// So many sessions fill so many columns.
#[derive(Clone, Copy, Debug)]
struct Scale {
    most: u32,
    columns: u32,
}

impl Scale {
    fn columns(self, sessions: u32) -> usize {
        // A week that lacks one never looks whole, one with a session never empty.
        let columns = sessions.min(self.most) * self.columns / self.most;
        usize::try_from(columns.max(sessions.min(1))).unwrap_or(0)
    }
}

/// `5 of 7`.
fn number(week: &Week) -> String {
    match week.due {
        Some(due) => format!("{} of {due}", week.done),
        None => count(week.done, "session"),
    }
}

/// `16–22 Nov  ■■■■■──  5 of 7`; where there is room what they were too.
fn line(week: &Week, scale: Scale, room: Room) -> Line<'static> {
    let same_month = week.from.format("%b").to_string() == week.to.format("%b").to_string();
    let from = if same_month { week.from.format("%-d") } else { week.from.format("%-d %b") };
    let label = format!("{from}–{}", week.to.format("%-d %b"));
    let full = scale.columns(week.done);
    let open = scale.columns(week.due.unwrap_or(0)).saturating_sub(full);
    let pad = scale.columns(scale.most).saturating_sub(full + open);
    let number = number(week);
    let mut parts = Vec::new();
    for (number, word) in [(week.part, "partly"), (week.short, "cut short"), (week.stopped, "stopped for pain")] {
        if number > 0 {
            parts.push(format!("{number} {word}"));
        }
    }
    let more = if parts.is_empty() || room.width < 60 { String::new() } else { format!("  ({})", parts.join(", ")) };
    Line::from(vec![
        Span::raw(format!("{label:<LABEL$}")),
        Span::styled("■".repeat(full), room.look.style(Role::Good)),
        Span::styled("─".repeat(open), room.look.style(Role::Track)),
        Span::raw(" ".repeat(pad)),
        Span::raw(words::clip(
            &format!("  {number}{more}"),
            usize::from(room.width).saturating_sub(LABEL + full + open + pad),
        )),
    ])
}
