//! The only place where the model changes. It cannot act: what should happen is returned.

mod before;
mod builder;
mod checkin;
mod decide;
mod far;
mod history;
mod home;
mod listening;
mod live;
mod measure;
mod overlay;
mod play;
mod resume;
mod swap;
mod variant;
mod which;
mod world;

use crate::domain::player::Pause;
use crate::domain::time::Moment;
use crate::tui::effect::Effect;
use crate::tui::key::KeyPress;
use crate::tui::keymap::{self, Action};
use crate::tui::model::{Model, Over, READ_FIRST, ResumeStep, Screen};
use crate::tui::run::Spot;

pub use play::tick;
pub use world::{answer, resize};

/// A key was pressed.
pub fn press(model: &mut Model, key: KeyPress, now: Moment) -> Vec<Effect> {
    match keymap::action(key, &model.contexts()) {
        Some(action) => update(model, action, now),
        None => Vec::new(),
    }
}

/// A click on a cell, where clicks are wanted: in a session it pauses and goes on, in the history it chooses.
pub fn click(model: &mut Model, spot: Spot, now: Moment) -> Vec<Effect> {
    if !model.wants.mouse || !model.overlays.is_empty() {
        return Vec::new();
    }
    if let Screen::History(_) = model.screen {
        history::click(model, spot);
        return Vec::new();
    }
    play::click(model, now)
}

/// A step of the wheel, up or down: the history moves with it.
pub fn wheel(model: &mut Model, up: bool) {
    if model.wants.mouse && model.overlays.is_empty() {
        history::wheel(model, up);
    }
}

/// Something is asked for.
pub fn update(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    let mut effects = tick(model, now);
    model.hush();
    if action != Action::Interrupt && is_too_early(model, now) {
        return effects;
    }
    effects.extend(match action {
        Action::Interrupt => interrupt(model, now),
        Action::Suspend => suspend(model, now),
        Action::Help => overlay::open(model, Over::Help, now),
        _ if !model.overlays.is_empty() => overlay::act(model, action, now),
        _ => match &model.screen {
            Screen::Home(_) | Screen::Preview(_) => home::act(model, action, now),
            Screen::Which(_) => which::act(model, action),
            Screen::Decide(_) => decide::act(model, action, now),
            Screen::Before(_) => before::act(model, action, now),
            Screen::Play(_) if model.rehearsed.is_some() && action == Action::AskEnd => live::back(model),
            Screen::Play(_) => play::act(model, action, now),
            Screen::CheckIn(_) | Screen::Morning(_) => checkin::act(model, action, now),
            Screen::Summary(_) => home::leave_summary(model, action),
            Screen::Resume(_) => resume::act(model, action, now),
            Screen::Builder(_) => builder::act(model, action, now),
            Screen::Live(_) => live::act(model, action, now),
            Screen::History(_) => history::act(model, action),
        },
    });
    effects
}

/// Whether the present question has not been on the screen long enough to be meant by a key.
fn is_too_early(model: &Model, now: Moment) -> bool {
    let since = match (model.overlays.last(), &model.screen) {
        (None, Screen::Play(play)) => play.asked,
        (None, Screen::Resume(ResumeStep::Discard(since))) => Some(*since),
        (None, Screen::Builder(builder)) => builder::asked(builder),
        (Some(over), _) if matches!(over.what, Over::StageBack | Over::StepBack | Over::Stop | Over::Voice) => {
            Some(over.since)
        }
        (Some(_) | None, _) => None,
    };
    since.is_some_and(|since| now.awake.saturating_sub(since.awake) < READ_FIRST)
}

/// Ctrl-C: in a session as the key that asks, then at once; elsewhere it ends soleus.
fn interrupt(model: &mut Model, now: Moment) -> Vec<Effect> {
    match &model.screen {
        Screen::Builder(_) => builder::interrupt(model, now),
        Screen::Play(_) if model.rehearsed.is_some() => vec![Effect::Quit],
        Screen::Play(play) => match play.question() {
            Some(Pause::Quit) => {
                let mut effects = play::act(model, Action::End, now);
                effects.extend(checkin::finish(model, now));
                effects.push(Effect::Quit);
                effects
            }
            Some(Pause::Pain { .. }) => play::act(model, Action::End, now),
            Some(Pause::Asked | Pause::Gap(_)) | None => {
                model.overlays.clear();
                play::act(model, Action::AskEnd, now)
            }
        },
        Screen::CheckIn(_) => {
            let mut effects = checkin::finish(model, now);
            effects.push(Effect::Quit);
            effects
        }
        Screen::Home(_)
        | Screen::Which(_)
        | Screen::Preview(_)
        | Screen::Decide(_)
        | Screen::Before(_)
        | Screen::Summary(_)
        | Screen::Resume(_)
        | Screen::Morning(_)
        | Screen::Live(_)
        | Screen::History(_) => vec![Effect::Quit],
    }
}

/// Ctrl-Z: a session pauses first.
fn suspend(model: &mut Model, now: Moment) -> Vec<Effect> {
    let mut effects = play::pause(model, now);
    effects.push(Effect::Suspend);
    effects
}
