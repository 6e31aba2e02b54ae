//! Loads, holds, reps and results of each exercise and side over time.

use ratatui::text::{Line, Span};

use super::Room;
use crate::domain::climb::thousandths;
use crate::domain::visit::{Kind, Series, Visit};
use crate::tui::theme::Role;
use crate::tui::view::heading;
use crate::tui::words;

/// The heights of a column.
const HEIGHTS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

pub(super) fn lines(visit: &Visit, numbers: bool, room: Room) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for series in &visit.series {
        heading(&mut lines, &name(series), room.look);
        if numbers {
            let points: Vec<String> = series
                .points
                .iter()
                .rev()
                .map(|(day, value)| format!("{} {}", day.format("%-d %b"), with_unit(*value, series)))
                .collect();
            lines.extend(words::lines(&points.join(", "), room.width, room.look, Role::Text));
        } else {
            lines.push(chart(series, room));
        }
    }
    if !visit.decisions.is_empty() {
        heading(&mut lines, "Decisions", room.look);
        let decisions: Vec<String> = visit
            .decisions
            .iter()
            .rev()
            .map(|decision| format!("{}: {}", decision.day.format("%-d %b"), decision.words))
            .collect();
        lines.extend(words::bullets(&decisions, "·", room.width, room.look));
    }
    if lines.is_empty() {
        let words = "Nothing that can be charted has changed yet: loads, holds and results stand here when they do.";
        lines = words::lines(words, room.width, room.look, Role::Text);
    }
    lines
}

/// `Heel drop, left: load`.
fn name(series: &Series) -> String {
    let what = match series.kind {
        Kind::Load => "load",
        Kind::Hold => "longest hold",
        Kind::Reps => "most reps",
        Kind::Measure => "result",
        Kind::Stiffness => return "Morning stiffness".to_owned(),
        Kind::Effort => return "Effort".to_owned(),
    };
    let side = series.side.map(|side| format!(", {}", side.word())).unwrap_or_default();
    format!("{}{side}: {what}", series.name)
}

fn with_unit(value: u32, series: &Series) -> String {
    let unit = if series.unit.is_empty() { String::new() } else { format!(" {}", series.unit) };
    format!("{}{unit}", thousandths(value))
}

/// `▁▁▂▄▄█  0 kg to 15 kg, now 15 kg`.
fn chart(series: &Series, room: Room) -> Line<'static> {
    let (low, high) = series.ends().unwrap_or_default();
    let now = series.points.last().map_or(0, |(_, value)| *value);
    let words = format!("  {} to {}, now {}", with_unit(low, series), with_unit(high, series), with_unit(now, series));
    let columns = usize::from(room.width).saturating_sub(words.chars().count()).max(1);
    let shown = series.points.get(series.points.len().saturating_sub(columns)..).unwrap_or(&[]);
    let bars: String = shown.iter().map(|(_, value)| bar(*value, low, high)).collect();
    Line::from(vec![Span::styled(bars, room.look.style(Role::Phase)), Span::raw(words)])
}

fn bar(value: u32, low: u32, high: u32) -> &'static str {
    let range = u64::from(high - low);
    let above = u64::from(value.saturating_sub(low)) * 7;
    let height = above.checked_div(range).unwrap_or(0);
    usize::try_from(height).ok().and_then(|height| HEIGHTS.get(height)).copied().unwrap_or("█")
}
