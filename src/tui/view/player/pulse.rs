//! The border answers the end of a phase: for a moment, at most once a second (`update::far` sees to that).

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::domain::player::Run;
use crate::tui::model::{Model, Play};
use crate::tui::theme::Role;

/// So long it is seen.
const LONG: Duration = Duration::from_millis(200);

/// Draws it over what is there; nothing where nothing may move.
pub(super) fn draw(model: &Model, play: &Play, area: Rect, buf: &mut Buffer) {
    let long = LONG.saturating_mul(model.speed.max(1));
    let on = play.pulsed.is_some_and(|at| model.now.awake.saturating_sub(at.awake) < long);
    // What stands still must not keep a pulse on the screen.
    if !on || model.look.still || !matches!(play.player.run(), Run::Running { .. }) {
        return;
    }
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let at_a_side = x == area.left() || x + 1 == area.right();
            let at_an_end = y == area.top() || y + 1 == area.bottom();
            let Some(cell) = buf.cell_mut((x, y)) else { continue };
            if model.wants.flash {
                cell.set_style(cell.style().add_modifier(Modifier::REVERSED));
            } else if at_a_side && matches!(cell.symbol(), " " | "▚" | "▞") {
                // The pattern of the side would turn into that of the other one; letters stay letters.
                cell.set_char('█').set_style(model.look.style(Role::Fill));
            } else if at_a_side || at_an_end {
                cell.set_style(cell.style().add_modifier(Modifier::REVERSED));
            } else {
                // within the border
            }
        }
    }
}
