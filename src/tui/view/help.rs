//! The keys, from the one table: those of the present screen first.

use ratatui::text::Line;

use crate::tui::keymap::{Context, sections};
use crate::tui::theme::Look;
use crate::tui::view::heading;
use crate::tui::widgets::hints;

pub(super) fn lines(contexts: &[Context], width: u16, look: Look) -> Vec<Line<'static>> {
    let here: Vec<&str> = contexts.iter().map(|context| context.group()).collect();
    let (first, others): (Vec<_>, Vec<_>) = sections().into_iter().partition(|(group, _)| here.contains(group));
    let mut lines = Vec::new();
    for (group, rows) in first.into_iter().chain(others) {
        heading(&mut lines, group, look);
        lines.extend(hints::table(&rows, width, look));
    }
    lines
}
