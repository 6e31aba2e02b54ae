//! A question of the player, over the stage: what happened, and what each key does.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::player::{Pause, Run, Snapshot};
use crate::domain::time::{clock_face, in_words};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{hints, page};
use crate::tui::words;

/// Title and words of a question.
pub(super) fn asks(snapshot: &Snapshot<'_>) -> Option<(&'static str, String)> {
    let Run::Paused { why, .. } = snapshot.run else { return None };
    Some(match why {
        Pause::Asked => return None,
        Pause::Gap(gap) => {
            let gap = in_words(std::time::Duration::from_secs(gap.as_secs().max(1)));
            let left = snapshot.step_left.map_or(String::new(), |left| format!(", with {} left", clock_face(left)));
            (
                "welcome back",
                format!("Nothing was heard from this computer for {gap}. It stopped at “{}”{left}.", snapshot.phase),
            )
        }
        Pause::Pain { score, between, .. } => {
            let kind = "Stopping here is the right thing to do.";
            let sharp = "If it is sharp, sudden or different, end the session and read the warning signs (w).";
            let what = if between { "That is above the limit." } else { "This exercise stops here." };
            return Some(("pain", format!("Pain {score}. {what} {kind} {sharp}")));
        }
        Pause::Quit => ("end the session?", "What you did is kept.".to_owned()),
    })
}

pub(super) fn draw(model: &Model, snapshot: &Snapshot<'_>, area: Rect, buf: &mut Buffer) {
    let Some((title, words)) = asks(snapshot) else { return };
    let width = area.width.min(64);
    let mut lines: Vec<Line<'static>> = words::lines(&words, width.saturating_sub(4), model.look, Role::Strong);
    let keys = hints::list(&model.screen_contexts(), width.saturating_sub(4), model.look);
    if lines.len() + keys.len() + 3 <= usize::from(area.height) {
        lines.push(Line::default());
    }
    // The keys stay visible, whatever else must go.
    let room = usize::from(area.height).saturating_sub(keys.len() + 2);
    lines.truncate(room.max(1));
    lines.extend(keys);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
    let inside = page::frame(buf, area, (width, height), title, model.look);
    super::super::put(&lines, inside, 0, buf);
}
