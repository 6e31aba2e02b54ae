//! An instruction: its steps one below the other, the present one marked and always whole on the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};

use crate::domain::exercise::{Side, Work};
use crate::domain::player::Snapshot;
use crate::domain::prescription::with_side;
use crate::domain::timeline::StepKind;
use crate::tui::theme::{Look, Role};
use crate::tui::view::player::Regions;
use crate::tui::widgets::{big, page};
use crate::tui::words;

/// Whether steps are what is shown.
pub(super) fn are_shown(snapshot: &Snapshot<'_>) -> bool {
    snapshot.kind == StepKind::Work && *snapshot.work == Work::Instruction
}

/// Draws phase, side and steps; `at` is the step that is done now.
pub(super) fn draw(snapshot: &Snapshot<'_>, at: usize, regions: &Regions, look: Look, buf: &mut Buffer) {
    let phase = super::layout::shown_phase(snapshot, regions.phase);
    big::draw(buf, regions.phase, &phase, look.style(Role::Phase), Alignment::Left);
    if let Some(side) = snapshot.side {
        let role = if side == Side::Left { Role::Left } else { Role::Right };
        big::draw(buf, regions.side, &side.word().to_uppercase(), look.style(role), Alignment::Right);
        super::stage::edge(side, regions, look, buf);
    }
    let (lines, first) = lines(snapshot, at, regions.cue, look);
    page::draw(buf, regions.cue, &lines, first, look);
}

/// All lines, and the one from which on they are shown.
fn lines(snapshot: &Snapshot<'_>, at: usize, area: Rect, look: Look) -> (Vec<Line<'static>>, u16) {
    let mut lines = Vec::new();
    let mut first = 0;
    for (n, step) in snapshot.exercise.steps.iter().enumerate() {
        if n == at {
            first = lines.len();
        }
        let (mark, role) = match n.cmp(&at) {
            std::cmp::Ordering::Less => ("  ", Role::Quiet),
            std::cmp::Ordering::Equal => ("▸ ", Role::Strong),
            std::cmp::Ordering::Greater => ("  ", Role::Text),
        };
        let number = format!("{mark}{:>2}  ", n + 1);
        // Two columns stay free for the mark that there is more above.
        let room = area.width.saturating_sub(8);
        for (line, words) in words::wrap(&with_side(step, snapshot.side), room).into_iter().enumerate() {
            let front = if line == 0 { number.clone() } else { " ".repeat(6) };
            lines.push(Line::from(vec![Span::raw(front), Span::styled(words, look.style(role))]));
        }
        if area.height >= 16 {
            lines.push(Line::default());
        }
    }
    (lines, u16::try_from(first).unwrap_or(u16::MAX))
}
