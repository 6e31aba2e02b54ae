//! Pieces that several screens are made of. Every one stays inside the area it is given, down to nothing at all.

pub mod big;
pub mod diagnostics;
pub mod figure;
mod font;
pub mod hints;
pub mod page;
pub mod progress;
pub mod tempo;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget as _;
use unicode_width::UnicodeWidthStr as _;

use crate::tui::words::clip;

/// One line of text in a row of an area; what does not fit ends in an ellipsis.
pub fn text(buf: &mut Buffer, area: Rect, row: u16, words: &str, look: (Style, Alignment)) {
    if row >= area.height || area.width == 0 {
        return;
    }
    let (style, align) = look;
    let words = clip(words, usize::from(area.width));
    let line = Rect { y: area.y + row, height: 1, ..area }.intersection(buf.area);
    Line::styled(words, style).alignment(align).render(line, buf);
}

/// Columns of a text.
pub fn columns(words: &str) -> u16 {
    u16::try_from(words.width()).unwrap_or(u16::MAX)
}

/// So many rows from the top of an area, and the rest.
pub fn take_top(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    (Rect { height: rows, ..area }, Rect { y: area.y + rows, height: area.height - rows, ..area })
}

/// So many rows from the bottom of an area, and the rest.
pub fn take_bottom(area: Rect, rows: u16) -> (Rect, Rect) {
    let (rest, bottom) = take_top(area, area.height.saturating_sub(rows));
    (bottom, rest)
}

/// An area without so many columns at either side.
pub fn inset(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width / 2);
    Rect { x: area.x + columns, width: area.width - 2 * columns, ..area }
}
