//! The tempo as a bar: a segment a phase, as long as the phase, filled as it goes; its word below.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};

use crate::domain::exercise::Work;
use crate::domain::player::Snapshot;
use crate::domain::time::{in_words, seconds_left};
use crate::domain::timeline::StepKind;
use crate::tui::theme::{Look, Role};
use crate::tui::widgets::text;

/// A phase of the bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its word and length; empty where the bar needs no words.
    pub words: String,
    /// How long it is.
    pub length: Duration,
    /// How much of it is behind.
    pub done: Duration,
    /// Whether it is the present one.
    pub now: bool,
}

/// The segments of a moment.
pub fn segments(snapshot: &Snapshot<'_>, look: Look) -> Vec<Segment> {
    let Some(length) = snapshot.phase_length else { return Vec::new() };
    let left = snapshot.phase_left.unwrap_or_default();
    // With reduced motion the bar steps once a second, as the number does.
    let left = if look.still { Duration::from_secs(seconds_left(left)).min(length) } else { left };
    let done = length.saturating_sub(left);
    let phases: Vec<(&str, Duration)> = match (&snapshot.kind, snapshot.work) {
        (StepKind::Work, Work::Paced { tempo, .. }) => {
            tempo.phases.iter().map(|phase| (phase.verb.as_str(), phase.length)).collect()
        }
        (StepKind::Work, Work::HeldReps { hold, relax, .. }) => vec![("hold", hold.low()), ("relax", *relax)],
        _ => return vec![Segment { words: String::new(), length, done, now: true }],
    };
    let index = snapshot.phase_index;
    let segment = |(n, (verb, length)): (usize, (&str, Duration))| Segment {
        words: format!("{verb} {}", in_words(length)),
        length,
        done: match n.cmp(&index) {
            std::cmp::Ordering::Less => length,
            std::cmp::Ordering::Equal => done,
            std::cmp::Ordering::Greater => Duration::ZERO,
        },
        now: n == index,
    };
    phases.into_iter().enumerate().map(segment).filter(|segment| !segment.length.is_zero()).collect()
}

/// How the bar is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// The last row takes the words.
    pub labels: bool,
    /// A line in the middle of its row, apart from big letters right above it.
    pub thin: bool,
}

/// Draws the bar in all rows of an area but the last, which takes the words where there are `labels`.
pub fn draw(buf: &mut Buffer, area: Rect, segments: &[Segment], shape: Shape, look: Look) {
    let labels = shape.labels;
    let rows = area.height.saturating_sub(u16::from(labels));
    let total: Duration = segments.iter().map(|segment| segment.length).sum();
    let gaps = u16::try_from(segments.len().saturating_sub(1)).unwrap_or(0);
    let Some(room) = area.width.checked_sub(gaps) else { return };
    let mut before = Duration::ZERO;
    let mut x = area.x;
    for segment in segments {
        let start = super::progress::share(before, total, room);
        before += segment.length;
        let width = super::progress::share(before, total, room).saturating_sub(start).max(1);
        let at = Rect { x, width, ..area }.intersection(area);
        bar(buf, Rect { height: rows, ..at }, segment, (shape.thin, look));
        if labels {
            let role = if segment.now { Role::Strong } else { Role::Quiet };
            text(buf, at, rows, &segment.words, (look.style(role), Alignment::Left));
        }
        x = x.saturating_add(width + 1);
    }
}

/// One segment: full cells up to the present, half a cell where the middle is passed.
fn bar(buf: &mut Buffer, area: Rect, segment: &Segment, (thin, look): (bool, Look)) {
    let (half, whole) = if thin { ('╸', '━') } else { ('▌', '█') };
    let halves = super::progress::share(segment.done, segment.length, area.width.saturating_mul(2));
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        for (n, x) in (area.left()..area.right()).enumerate() {
            let full = u16::try_from(n).unwrap_or(u16::MAX).saturating_mul(2);
            let (symbol, role) = match halves.saturating_sub(full) {
                0 => ('─', Role::Track),
                1 => (half, Role::Fill),
                _ => (whole, Role::Fill),
            };
            if let Some(cell) = buf.cell_mut((x, y)) {
                cell.set_char(symbol).set_style(look.style(role));
            }
        }
    }
}
