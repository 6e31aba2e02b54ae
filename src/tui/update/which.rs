//! Which program is for me. The signs decide first; none of them is denied unread.

use crate::domain::text::Id;
use crate::domain::which::{ANSWERS, Said, Way, way};
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::{Home, Model, Preview, Screen, Step, Which};
use crate::tui::view;

/// Lines that a key goes on where there is more to read.
const ON: usize = 4;

pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let all_shown = view::which_fits(model);
    let Screen::Which(which) = &mut model.screen else { return Vec::new() };
    let last = which.len().saturating_sub(1);
    which.read |= which.step == Step::Signs && (all_shown || which.at == last);
    match action {
        Action::Up => which.at = which.at.saturating_sub(1),
        Action::Down => {
            which.at = (which.at + 1).min(last);
            which.read |= which.step == Step::Signs && which.at == last;
        }
        Action::NoneApplies if which.read => *which = Which::at(Step::Says, true),
        Action::NoneApplies => {
            which.at = (which.at + ON).min(last);
            which.read = which.at == last;
            model.say("there is more to read first: here it is");
        }
        Action::Open => open(model),
        Action::Back => back(model),
        Action::Quit => model.screen = Screen::Home(Home::default()),
        _ => {}
    }
    Vec::new()
}

/// The chosen line: a sign leads to the doctor, an answer to its programs, a program to its preview.
fn open(model: &mut Model) {
    let Screen::Which(which) = &mut model.screen else { return };
    match which.step {
        Step::Signs => *which = Which { step: Step::Doctor(which.at), at: 0, read: which.read },
        Step::Says => {
            let at = which.at;
            match way(Said::NoSign, at) {
                Some(Way::Programs(answer)) if answer.offers.len() > 1 => *which = Which::at(Step::Offers(at), true),
                Some(Way::Programs(_)) => preview(model, at, 0),
                Some(Way::Doctor(_)) | None => {}
            }
        }
        Step::Offers(answer) => {
            let at = which.at;
            preview(model, answer, at);
        }
        Step::Doctor(_) => {}
    }
}

/// The preview of a program that was found, in the form that suits.
fn preview(model: &mut Model, answer: usize, offer: usize) {
    let Some(offer) = ANSWERS.get(answer).and_then(|answer| answer.offers.get(offer)) else { return };
    let Some(program) = Id::new(offer.program).filter(|id| model.program(id).is_some()) else {
        model.say("that program is not here");
        return;
    };
    model.suggested = offer.variant.and_then(Id::new).map(|variant| (program.clone(), variant));
    model.screen = Screen::Preview(Preview { program, scroll: 0 });
    model.say(offer.why);
}

/// To the question before.
fn back(model: &mut Model) {
    let Screen::Which(which) = &mut model.screen else { return };
    match which.step {
        Step::Signs => model.screen = Screen::Home(Home::default()),
        Step::Doctor(sign) => *which = Which { step: Step::Signs, at: sign, read: which.read },
        Step::Says => *which = Which::at(Step::Signs, true),
        Step::Offers(answer) => *which = Which { step: Step::Says, at: answer, read: true },
    }
}
