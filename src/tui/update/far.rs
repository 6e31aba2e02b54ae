//! What a runner notices who stands across the room, or looks at another window.

use std::time::Duration;

use crate::domain::text::Clean;
use crate::domain::time::Moment;
use crate::domain::timeline::{StepKind, side_word};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Screen};

/// From one answer of the border to the next at least so long. Three flashes a second are the limit of the web
/// guidelines (WCAG 2.3.1); one is far below it, whatever the tempo.
const APART: Duration = Duration::from_secs(1);

/// A phase ended, and the next began: the border answers, unless it did a moment ago or nothing may move.
pub(super) fn phase_ended(model: &mut Model, now: Moment) {
    let apart = APART.saturating_mul(model.speed.max(1));
    let still = model.look.still;
    let Screen::Play(play) = &mut model.screen else { return };
    let soon = play.pulsed.is_some_and(|at| now.awake.saturating_sub(at.awake) < apart);
    let first = play.kinds.0.is_none();
    if !still && !soon && !first {
        play.pulsed = Some(now);
    }
}

/// Another step began: its kind is remembered, and what was asked about the one before lapses as unknown.
pub(super) fn step_began(model: &mut Model, kind: StepKind) {
    let Screen::Play(play) = &mut model.screen else { return };
    play.reading = 0;
    play.rated = false;
    play.kinds = (Some(kind), play.kinds.0);
}

/// The rest is over: a runner who looks at another window is told.
pub(super) fn rest_is_over(model: &Model) -> Option<Effect> {
    let Screen::Play(play) = &model.screen else { return None };
    let (now, before) = play.kinds;
    let rest = |kind| matches!(kind, Some(StepKind::Rest | StepKind::ChangeOver | StepKind::Between));
    if model.focused || !model.wants.notification || !rest(before) || rest(now) {
        return None;
    }
    let snapshot = play.player.snapshot(model.now)?;
    let set = (snapshot.sets > 1).then(|| format!("set {} of {}", snapshot.set, snapshot.sets));
    let side = side_word(snapshot.side).map(|side| format!("{side} side"));
    let parts = [Some(snapshot.exercise.name.to_string()), set, side];
    let words = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    Some(Effect::Notify(Clean::text(&format!("rest is over: {words}"))))
}
