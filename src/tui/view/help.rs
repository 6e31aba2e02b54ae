//! The keys, from the one table: those of the present screen first.

use ratatui::text::Line;

use crate::tui::keymap::{Context, sections};
use crate::tui::theme::Look;
use crate::tui::view::heading;
use crate::tui::widgets::hints;

pub(super) fn lines(contexts: &[Context], look: Look) -> Vec<Line<'static>> {
    let here: Vec<&str> = contexts.iter().map(|context| context.group()).collect();
    let (first, others): (Vec<_>, Vec<_>) = sections().into_iter().partition(|(group, _)| here.contains(group));
    let mut lines = Vec::new();
    for (group, rows) in first.into_iter().chain(others) {
        heading(&mut lines, group, look);
        lines.extend(rows.into_iter().map(|row| hints::line(row, look)));
    }
    lines
}
