//! The history screen: pages, programs, a session opened, put right, taken out, brought back.

use crate::domain::visit::{Past, View};
use crate::tui::effect::Effect;
use crate::tui::effect::past::Ask;
use crate::tui::keymap::{Action, Look};
use crate::tui::model::{Looking, Model, Page, Screen};
use crate::tui::run::Spot;
use crate::tui::update::{home, overlay};
use crate::tui::view::{self, HistoryTarget as Target};

pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let Screen::History(looking) = &mut model.screen else { return Vec::new() };
    match action {
        Action::Look(Look::NextPage) => turn(looking, 1),
        Action::Look(Look::PageBefore) => turn(looking, -1),
        Action::Look(Look::NextView) => {
            let views = looking.past.views.len().max(1);
            looking.view = (looking.view + 1) % views;
            (looking.chosen, looking.scroll) = (0, 0);
        }
        Action::Look(Look::Numbers) => {
            looking.numbers = !looking.numbers;
            looking.scroll = 0;
        }
        Action::Look(Look::TakeOut) => {
            if let Some(id) = looking.entry().map(|entry| entry.id.clone()) {
                looking.open = false;
                model.message = Some("taken out; nothing is deleted, u brings it back".to_owned());
                return vec![Effect::Past(Ask::Void(id))];
            }
        }
        Action::Look(Look::Undo) => return vec![Effect::Past(Ask::Undo)],
        Action::Score(score) if looking.open => {
            if let Some(id) = looking.entry().map(|entry| entry.id.clone()) {
                model.message = Some(format!("the worst pain in it was {score}; u takes that back"));
                return vec![Effect::Past(Ask::Pain(id, score))];
            }
        }
        Action::Open if looking.page == Page::Sessions && looking.entry().is_some() => {
            (looking.open, looking.scroll) = (true, 0);
        }
        Action::Back if looking.open => (looking.open, looking.scroll) = (false, 0),
        Action::Back => home::go_home(model),
        Action::Up | Action::Down | Action::PageUp | Action::PageDown if !chooses(looking) => {
            overlay::scroll(model, action);
        }
        Action::Up => looking.chosen = looking.chosen.saturating_sub(1),
        Action::Down => looking.chosen = clamped(looking, looking.chosen + 1),
        Action::PageUp => looking.chosen = looking.chosen.saturating_sub(10),
        Action::PageDown => looking.chosen = clamped(looking, looking.chosen + 10),
        _ => {}
    }
    Vec::new()
}

/// The past was told: the first time it opens the screen, then it takes the place of what was known.
pub(super) fn hear(model: &mut Model, past: Past) {
    if let Screen::History(looking) = &mut model.screen {
        looking.past = past;
        looking.view = looking.view.min(looking.past.views.len().saturating_sub(1));
        looking.chosen = clamped(looking, looking.chosen);
    } else {
        model.screen = Screen::History(Box::new(Looking { past, ..Looking::default() }));
    }
}

/// A click on a cell: a page, a day's session, a session opened.
pub(super) fn click(model: &mut Model, spot: Spot) {
    let Screen::History(looking) = &model.screen else { return };
    let Some(target) = view::history_target(model, looking, spot) else { return };
    let Screen::History(looking) = &mut model.screen else { return };
    match target {
        Target::Page(page) => (looking.page, looking.scroll, looking.open) = (page, 0, false),
        Target::Turn(by) => turn(looking, by),
        Target::Session(at) => (looking.chosen, looking.open, looking.scroll) = (at, true, 0),
        Target::Day(day) => {
            let of_day = |view: &View| view.entries.iter().position(|entry| entry.day == day);
            if let Some(at) = looking.view().and_then(of_day) {
                (looking.page, looking.chosen, looking.open, looking.scroll) = (Page::Sessions, at, false, 0);
            } else {
                model.message = Some(format!("no session on {}", day.format("%a %-d %b %Y")));
            }
        }
    }
}

/// A step of the wheel: three lines, or one session.
pub(super) fn wheel(model: &mut Model, up: bool) {
    let Screen::History(looking) = &mut model.screen else { return };
    let lines = if chooses(looking) { 1 } else { 3 };
    for _ in 0..lines {
        let _none = act(model, if up { Action::Up } else { Action::Down });
    }
}

fn turn(looking: &mut Looking, by: isize) {
    looking.page = looking.page.moved(by);
    (looking.scroll, looking.open) = (0, false);
}

fn chooses(looking: &Looking) -> bool {
    looking.page == Page::Sessions && !looking.open
}

fn clamped(looking: &Looking, at: usize) -> usize {
    at.min(looking.view().map_or(0, |view| view.entries.len().saturating_sub(1)))
}
