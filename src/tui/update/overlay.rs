//! What lies over a screen: it stops timed work while it is read, and gives the time back when it closes.

use crate::domain::player::{Command, Run};
use crate::domain::time::Moment;
use crate::domain::timeline::StepKind;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::{Model, Over, Overlay, Screen};
use crate::tui::update::{listening, play, variant};
use crate::tui::view;

/// Opens one. Work stops while something is read; a rest goes on, unless a reason is asked.
pub(super) fn open(model: &mut Model, what: Over, now: Moment) -> Vec<Effect> {
    if model.overlays.iter().any(|over| over.what == what) {
        return Vec::new();
    }
    let paused = match &model.screen {
        Screen::Play(play) => {
            let runs = matches!(play.player.run(), Run::Running { .. } | Run::CountIn { .. });
            let works = play.player.step().is_some_and(|step| step.kind == StepKind::Work);
            runs && (works || what == Over::Reason)
        }
        _ => false,
    };
    let effects = if paused { play::command(model, Command::Pause, now) } else { Vec::new() };
    model.overlays.push(Overlay { what, scroll: 0, paused, since: now });
    effects
}

pub(super) fn act(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    if model.overlays.last().is_some_and(|over| over.what == Over::Voice) {
        return listening::answer(model, action, now);
    }
    match action {
        Action::Back => close(model, now),
        Action::Reason(reason) => {
            model.overlays.clear();
            play::command(model, Command::Skip(reason), now)
        }
        Action::Choice(number) if model.overlays.last().is_some_and(|over| over.what == Over::StepBack) => {
            variant::step_back(model, number)
        }
        Action::Choice(number) => variant::choose(model, number),
        Action::StageBack => variant::stage_back(model),
        Action::Leave => variant::leave(model),
        _ => {
            scroll(model, action);
            Vec::new()
        }
    }
}

fn close(model: &mut Model, now: Moment) -> Vec<Effect> {
    let paused = model.overlays.pop().is_some_and(|over| over.paused);
    if paused { play::command(model, Command::Resume, now) } else { Vec::new() }
}

/// Whether the last line of what is on top is on the screen.
pub(super) fn is_at_the_end(model: &Model) -> bool {
    let (end, _) = view::scroll_end(model);
    let scroll = match (model.overlays.last(), &model.screen) {
        (Some(over), _) => over.scroll,
        (None, Screen::Preview(preview)) => preview.scroll,
        (None, Screen::Decide(decide)) => decide.scroll,
        (None, Screen::Before(before)) => before.scroll,
        (None, _) => return true,
    };
    scroll >= end
}

/// Scrolls whatever is on top, never past its end.
pub(super) fn scroll(model: &mut Model, action: Action) {
    let (end, page) = view::scroll_end(model);
    let scroll = match (model.overlays.last_mut(), &mut model.screen) {
        (Some(over), _) => &mut over.scroll,
        (None, Screen::Preview(preview)) => &mut preview.scroll,
        (None, Screen::Decide(decide)) => &mut decide.scroll,
        (None, Screen::Before(before)) => &mut before.scroll,
        (None, Screen::History(looking)) => &mut looking.scroll,
        (None, _) => return,
    };
    let at = (*scroll).min(end);
    *scroll = match action {
        Action::Up => at.saturating_sub(1),
        Action::Down => at.saturating_add(1).min(end),
        Action::PageUp => at.saturating_sub(page),
        Action::PageDown => at.saturating_add(page).min(end),
        _ => at,
    };
}
