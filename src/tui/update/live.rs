//! The preview of a file that is being written: an exercise is chosen and rehearsed at once, and nothing of it is kept.

use crate::domain::time::Moment;
use crate::tui::effect::Effect;
use crate::tui::effect::live::{Ask, Told};
use crate::tui::keymap::{Action, Write};
use crate::tui::model::live::{Live, SPEEDS};
use crate::tui::model::{Model, Saving, Screen};
use crate::tui::update::play;
use crate::tui::view;

pub(super) fn act(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    let (end, page) = view::scroll_end(model);
    let Screen::Live(live) = &mut model.screen else { return Vec::new() };
    match action {
        Action::Up if !live.reading => choose(live, live.chosen.checked_sub(1)),
        Action::Down if !live.reading => choose(live, live.chosen.checked_add(1)),
        Action::Up | Action::Down | Action::PageUp | Action::PageDown => {
            let scroll = if live.reading { &mut live.down } else { &mut live.scroll };
            let at = (*scroll).min(end);
            *scroll = match action {
                Action::Up => at.saturating_sub(1),
                Action::Down => at.saturating_add(1).min(end),
                Action::PageUp => at.saturating_sub(page),
                _ => at.saturating_add(page).min(end),
            };
        }
        Action::Write(Write::Left) => live.speed = speed(live.speed, false),
        Action::Write(Write::Right) => live.speed = speed(live.speed, true),
        Action::Write(Write::Problems) => live.reading = !live.reading && !live.problems.is_empty(),
        Action::Write(Write::Rehearse) => return rehearse(model, now),
        Action::Back if live.reading => live.reading = false,
        Action::Back => return vec![Effect::Quit],
        _ => {}
    }
    follow(model);
    Vec::new()
}

fn choose(live: &mut Live, to: Option<usize>) {
    let last = live.exercises().len().saturating_sub(1);
    live.chosen = to.unwrap_or(0).min(last);
}

/// The next speed, or the one before.
fn speed(now: u32, faster: bool) -> u32 {
    let at = SPEEDS.iter().position(|speed| *speed == now).unwrap_or(0);
    let to = if faster { (at + 1).min(SPEEDS.len() - 1) } else { at.saturating_sub(1) };
    SPEEDS.get(to).copied().unwrap_or(1)
}

/// The chosen exercise is kept in sight.
fn follow(model: &mut Model) {
    let Some((row, rows)) = view::live::chosen_row(model) else { return };
    let Screen::Live(live) = &mut model.screen else { return };
    if live.reading {
        return;
    }
    if row < live.scroll {
        live.scroll = row;
    } else if row + 3 > live.scroll.saturating_add(rows) {
        live.scroll = (row + 3).saturating_sub(rows);
    } else {
        // In sight.
    }
}

fn rehearse(model: &mut Model, now: Moment) -> Vec<Effect> {
    let Screen::Live(live) = &model.screen else { return Vec::new() };
    let Some(plan) = live.plan() else {
        model.message = Some("there is nothing to play here".to_owned());
        return Vec::new();
    };
    let live = live.clone();
    model.speed = live.speed;
    let mut effects = vec![Effect::Live(Ask::Speed(live.speed))];
    model.rehearsed = Some(live);
    model.saving = Saving::Rehearsal;
    effects.extend(play::enter(model, plan, Vec::new(), now));
    effects
}

/// Back from the rehearsal; time runs as on the wall again.
pub(super) fn back(model: &mut Model) -> Vec<Effect> {
    if let Some(live) = model.rehearsed.take() {
        model.overlays.clear();
        model.message = None;
        model.speed = 1;
        model.saving = Saving::Nothing;
        model.screen = Screen::Live(live);
    }
    vec![Effect::Live(Ask::Speed(1))]
}

/// The file was read, or is gone; also while one of its exercises is rehearsed.
pub(super) fn hear(model: &mut Model, told: Told) {
    match (&mut model.rehearsed, &mut model.screen) {
        (Some(live), _) | (None, Screen::Live(live)) => live.hear(told),
        (None, _) => {}
    }
    follow(model);
}
