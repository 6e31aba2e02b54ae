//! The line of keys at the bottom, drawn from the key table. Rows that do not fit are left out; help stays.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget as _;

use crate::tui::keymap::{Action, Context, Does, Row, TABLE};
use crate::tui::theme::{Look, Role};
use crate::tui::widgets::columns;
use crate::tui::words::{clip, wrap};

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

/// The keys of these contexts, one a line, with their long words: for questions.
pub fn list(contexts: &[Context], width: u16, look: Look) -> Vec<Line<'static>> {
    let rows: Vec<&Row> = TABLE.iter().filter(|row| row.holds(contexts)).collect();
    table(&rows, width, look)
}

/// The same with the footer's words: for questions in small windows.
pub fn short_list(contexts: &[Context], width: u16, look: Look) -> Vec<Line<'static>> {
    let rows = TABLE.iter().filter(|row| row.holds(contexts));
    let words = |row: &&Row| if row.short.is_empty() { row.long } else { row.short };
    let line = |row: &Row| {
        let words = clip(words(&row), usize::from(width.saturating_sub(columns(&row.first_label()) + 2)));
        Line::from(vec![Span::styled(row.first_label(), look.style(Role::Key)), Span::raw(format!("  {words}"))])
    };
    rows.map(line).collect()
}

/// The same, as many keys in a line as fit.
pub fn flow(contexts: &[Context], width: u16, look: Look) -> Vec<Line<'static>> {
    let mut lines: Vec<(u16, Line<'static>)> = Vec::new();
    for row in TABLE.iter().filter(|row| row.holds(contexts)) {
        let own = self::width(row);
        match lines.last_mut() {
            Some((used, line)) if *used + own <= width + 2 => {
                *used += own;
                line.spans.extend(spans(row, look));
            }
            Some(_) | None => lines.push((own, Line::from(spans(row, look).to_vec()))),
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Rows of the table: keys in a column of their own, words beside it.
pub fn table(rows: &[&Row], width: u16, look: Look) -> Vec<Line<'static>> {
    let column = rows.iter().map(|row| columns(&row.label())).max().unwrap_or(0);
    rows.iter().flat_map(|row| entry(row, column, width, look)).collect()
}

fn entry(row: &Row, column: u16, width: u16, look: Look) -> Vec<Line<'static>> {
    let room = width.saturating_sub(column + 2);
    let column = usize::from(column);
    let lines = wrap(row.long, room).into_iter().enumerate().map(|(n, words)| {
        let label = if n == 0 { row.label() } else { String::new() };
        let label = Span::styled(format!("{label:>column$}  "), look.style(Role::Key));
        Line::from(vec![label, Span::raw(words)])
    });
    lines.collect()
}
