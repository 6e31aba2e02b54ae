//! The sessions, and one of them opened to its sets.

use ratatui::text::Line;

use super::Room;
use crate::domain::visit::{Entry, Pain};
use crate::tui::model::Looking;
use crate::tui::theme::Role;
use crate::tui::view::heading;
use crate::tui::words;

/// A line a session, the chosen one marked.
pub(super) fn list(looking: &Looking, room: Room) -> Vec<Line<'static>> {
    let Some(view) = looking.view() else { return Vec::new() };
    let several = view.visit.is_none();
    let line = |(n, entry): (usize, &Entry)| {
        let chosen = n == looking.chosen;
        let mark = if chosen { "▸ " } else { "  " };
        let title = if several { format!("{}: ", entry.title) } else { String::new() };
        let worst = entry.pain.worst().map(|pain| format!(", pain {pain}")).unwrap_or_default();
        let at = if entry.at.is_empty() { String::new() } else { format!(" {}", entry.at) };
        let words = format!("{mark}{}{at}  {title}{}{worst}", entry.day.format("%a %-d %b %Y"), entry.how);
        let role = if chosen { Role::Selected } else { Role::Text };
        Line::styled(words::clip(&words, room.width.into()), room.look.style(role))
    };
    view.entries.iter().enumerate().map(line).collect()
}

/// One session with all that is known of it.
pub(super) fn opened(looking: &Looking, room: Room) -> Vec<Line<'static>> {
    let Some(entry) = looking.entry() else { return Vec::new() };
    let mut lines = Vec::new();
    let at = if entry.at.is_empty() { String::new() } else { format!(", {}", entry.at) };
    heading(&mut lines, &format!("{}{at}", entry.day.format("%A, %-d %B %Y")), room.look);
    lines.extend(words::lines(&format!("{}: {}", entry.title, entry.how), room.width, room.look, Role::Text));
    lines.extend(words::lines(&pain(entry.pain), room.width, room.look, Role::Text));
    if !entry.sets.is_empty() {
        lines.push(Line::default());
        lines.extend(words::bullets(&entry.sets, "·", room.width, room.look));
    }
    lines
}

/// `pain: before 1, during unknown, after 3, next morning unknown`.
fn pain(pain: Pain) -> String {
    let score = |score: Option<u8>| score.map_or_else(|| "unknown".to_owned(), |score| score.to_string());
    let during = pain.during.map(|score| format!(", a stamp of {score} during it")).unwrap_or_default();
    format!(
        "pain: before {}{during}, worst as told after it {}, next morning {}",
        score(pain.before),
        score(pain.after),
        score(pain.morning)
    )
}
