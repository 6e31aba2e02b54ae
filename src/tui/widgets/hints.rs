//! The line of keys at the bottom, drawn from the key table. Rows that do not fit are left out; help stays.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget as _;

use crate::tui::keymap::{Action, Context, Does, Row, TABLE};
use crate::tui::theme::{Look, Role};
use crate::tui::widgets::columns;

/// Draws the keys of these contexts.
pub fn draw(buf: &mut Buffer, area: Rect, contexts: &[Context], look: Look) {
    let rows: Vec<&Row> = TABLE.iter().filter(|row| row.holds(contexts) && !row.short.is_empty()).collect();
    let is_help = |row: &&&Row| row.does == Does::One(Action::Help);
    let help = rows.iter().find(is_help);
    let mut left = area.width.saturating_sub(help.map_or(0, |row| width(row)));
    let mut shown: Vec<&Row> = Vec::new();
    for row in rows.iter().filter(|row| !is_help(row)) {
        let Some(rest) = left.checked_sub(width(row)) else { break };
        left = rest;
        shown.push(row);
    }
    shown.extend(help);
    let line: Vec<Span<'static>> = shown.iter().flat_map(|row| spans(row, look)).collect();
    let area = Rect { height: area.height.min(1), ..area }.intersection(buf.area);
    Line::from(line).render(area, buf);
}

fn width(row: &Row) -> u16 {
    columns(&row.first_label()) + columns(row.short) + 3
}

fn spans(row: &Row, look: Look) -> [Span<'static>; 2] {
    let quiet = look.style(Role::Quiet);
    [Span::styled(row.first_label(), look.style(Role::Key)), Span::styled(format!(" {}  ", row.short), quiet)]
}

/// The keys of these contexts, one a line, with their long words: for questions and for the help.
pub fn list(contexts: &[Context], look: Look) -> Vec<Line<'static>> {
    let rows = TABLE.iter().filter(|row| row.holds(contexts));
    rows.map(|row| line(row, look)).collect()
}

/// One row of the table as a line.
pub fn line(row: &Row, look: Look) -> Line<'static> {
    let label = format!("{:>9}  ", row.label());
    Line::from(vec![Span::styled(label, look.style(Role::Key)), Span::raw(row.long)])
}
