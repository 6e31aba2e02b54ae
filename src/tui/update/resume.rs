//! A session that was cut off: go on, finish it as it is, or discard it (asked twice).

use crate::domain::time::Moment;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::{Model, ResumeStep, Screen};
use crate::tui::update::home;

pub(super) fn act(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    let Screen::Resume(step) = model.screen else { return Vec::new() };
    let Some(session) = model.today.unfinished.as_ref().map(|unfinished| unfinished.session.clone()) else {
        home::go_home(model);
        return Vec::new();
    };
    match (step, action) {
        (ResumeStep::Choose, Action::Resume) => vec![Effect::Resume(session)],
        (ResumeStep::Choose, Action::FinishAsIs) => {
            home::go_home(model);
            vec![Effect::FinishUnfinished(session), Effect::Refresh]
        }
        (ResumeStep::Choose, Action::Discard) => {
            model.screen = Screen::Resume(ResumeStep::Discard(now));
            Vec::new()
        }
        (ResumeStep::Discard(_), Action::Discard) => {
            home::go_home(model);
            vec![Effect::Void(session), Effect::Refresh]
        }
        (ResumeStep::Discard(_), Action::Back) => {
            model.screen = Screen::Resume(ResumeStep::Choose);
            Vec::new()
        }
        (ResumeStep::Choose, Action::Back) => {
            home::go_home(model);
            Vec::new()
        }
        _ => Vec::new(),
    }
}
