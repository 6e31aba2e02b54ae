//! Lines of text that scroll, with a mark where there is more.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Clear, Widget as _};

use crate::tui::theme::{Look, Role};
use crate::tui::widgets::{inset, text};

/// The furthest scroll of so many lines in so many rows.
pub fn end(lines: usize, rows: u16) -> u16 {
    u16::try_from(lines).unwrap_or(u16::MAX).saturating_sub(rows)
}

/// Draws lines from a scroll on.
pub fn draw(buf: &mut Buffer, area: Rect, lines: &[Line<'static>], scroll: u16, look: Look) {
    let area = area.intersection(buf.area);
    let end = end(lines.len(), area.height);
    let scroll = scroll.min(end);
    // The mark has a row of its own: it never covers a word.
    let shown = if scroll < end && area.height > 1 { area.height - 1 } else { area.height };
    for (row, line) in (0..shown).zip(lines.iter().skip(usize::from(scroll))) {
        line.render(Rect { y: area.y + row, height: 1, ..area }, buf);
    }
    let quiet = look.style(Role::Strong);
    if scroll < end {
        text(buf, area, area.height.saturating_sub(1), " ↓ more", (quiet, Alignment::Right));
    }
    let is_free = |x: u16| buf.cell((x, area.top())).is_none_or(|cell| cell.symbol() == " ");
    let corner = is_free(area.right().saturating_sub(1)) && is_free(area.right().saturating_sub(2));
    if scroll > 0 && area.height > 1 && corner {
        text(buf, area, 0, " ↑", (quiet, Alignment::Right));
    }
}

/// A cleared box with a frame and a title in the middle of an area; the room inside comes back.
pub fn frame(buf: &mut Buffer, area: Rect, size: (u16, u16), title: &str, look: Look) -> Rect {
    let (width, height) = (size.0.min(area.width), size.1.min(area.height));
    let x = area.x + (area.width - width) / 2;
    let y = area.y + (area.height - height) / 2;
    let at = Rect { x, y, width, height }.intersection(buf.area);
    Clear.render(at, buf);
    if at.width < 12 || at.height < 5 {
        return at;
    }
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(look.style(Role::Quiet))
        .title(Line::styled(format!(" {title} "), look.style(Role::Strong)));
    let inside = block.inner(at);
    block.render(at, buf);
    inset(inside, 1)
}
