//! The whole session as a line, and the reps of a set as dots.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget as _;

use crate::tui::theme::{Look, Role};
use crate::tui::widgets::{columns, text};

/// A line that is filled up to `done` of `total`, and words at its right end.
pub fn line(buf: &mut Buffer, area: Rect, (done, total): (Duration, Duration), words: &str, look: Look) {
    let gap = 2;
    let room = columns(words) + gap;
    if area.width < room + 8 {
        text(buf, area, 0, words, (look.style(Role::Text), Alignment::Right));
        return;
    }
    let width = area.width - room;
    let filled = share(done, total, width);
    let bar = Rect { width, height: area.height.min(1), ..area }.intersection(buf.area);
    let spans = vec![
        Span::styled("━".repeat(usize::from(filled)), look.style(Role::Fill)),
        Span::styled("─".repeat(usize::from(width - filled)), look.style(Role::Track)),
    ];
    Line::from(spans).render(bar, buf);
    text(buf, area, 0, words, (look.style(Role::Text), Alignment::Right));
}

/// How many of `width` parts lie behind `done` of `total`.
pub fn share(done: Duration, total: Duration, width: u16) -> u16 {
    if total.is_zero() {
        return 0;
    }
    let parts = done.min(total).as_millis() * u128::from(width) / total.as_millis().max(1);
    u16::try_from(parts).unwrap_or(width).min(width)
}

/// Dots for `all` things of which `done` are behind and one is at work; numbers where dots do not fit.
pub fn dots(done: u32, all: u32, width: u16) -> Option<String> {
    let spaced = all.checked_mul(2)? <= u32::from(width);
    if all > u32::from(width) || all < 2 {
        return None;
    }
    let dot = |n: u32| match n.cmp(&done) {
        std::cmp::Ordering::Less => "●",
        std::cmp::Ordering::Equal => "◐",
        std::cmp::Ordering::Greater => "○",
    };
    let dots: Vec<&str> = (0..all).map(dot).collect();
    Some(dots.join(if spaced { " " } else { "" }))
}
