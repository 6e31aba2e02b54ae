//! Harder and lighter, asked for by the runner: what comes of it is said.

use crate::domain::plan::Swap;
use crate::domain::player::Command;
use crate::domain::text::{Clean, Id};
use crate::domain::time::Moment;
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Play, Screen};
use crate::tui::update::play;

/// Asks for a neighbour of the exercise that is done now, or comes next.
pub(super) fn ask(model: &mut Model, to: Swap, now: Moment) -> Vec<Effect> {
    let Some((item, before)) = in_focus(model, now) else { return Vec::new() };
    let command = match to {
        Swap::Easier => Command::Easier,
        Swap::Harder => Command::Harder,
    };
    let effects = play::command(model, command, now);
    let words = match &model.screen {
        Screen::Play(play) => coming(play, item, &before),
        _ => None,
    };
    if let Some(words) = words {
        model.say(words);
    }
    effects
}

/// The item that the next set is of, and the exercise that is in its place.
fn in_focus(model: &Model, now: Moment) -> Option<(usize, Id)> {
    let Screen::Play(play) = &model.screen else { return None };
    let snapshot = play.player.snapshot(now)?;
    Some((snapshot.item.checked_sub(1)?, snapshot.exercise.id.clone()))
}

/// `next set: Single-leg heel drop`.
fn coming(play: &Play, item: usize, before: &Id) -> Option<String> {
    let next = |name: &Clean| Some(format!("next set: {name}"));
    let place = play.player.plan().items.get(item)?;
    match play.player.wanted().and_then(|to| place.neighbour(to)) {
        Some(other) => next(&other.name),
        None if place.exercise.id != *before => next(&place.exercise.name),
        None => Some(format!("it stays {}", place.exercise.name)),
    }
}
