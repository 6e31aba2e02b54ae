//! Before a session: nothing starts until everything was confirmed.

use crate::domain::exercise::Affected;
use crate::domain::session::{Rating, When};
use crate::domain::time::Moment;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::{Model, Need, Screen};
use crate::tui::update::{home, overlay};
use crate::tui::words;

pub(super) fn act(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    let Screen::Before(before) = &mut model.screen else { return Vec::new() };
    match action {
        Action::NoneApplies => before.give(Need::NotFor),
        Action::KnowSigns => before.give(Need::StopIf),
        Action::Understood => before.give(Need::Advice),
        Action::Side(side) => {
            before.side = Some(side);
            before.give(Need::Side);
        }
        Action::Score(score) => before.pain = Some(score),
        Action::OneApplies => {
            home::go_home(model);
            model.message = Some(words::REFUSAL.to_owned());
        }
        Action::Back => {
            let program = before.program.clone();
            model.screen = Screen::Preview(crate::tui::model::Preview { program, scroll: 0 });
        }
        Action::Up | Action::Down | Action::PageUp | Action::PageDown => overlay::scroll(model, action),
        Action::Start => return start(model, now),
        _ => {}
    }
    Vec::new()
}

fn start(model: &mut Model, now: Moment) -> Vec<Effect> {
    let Screen::Before(before) = &model.screen else { return Vec::new() };
    if let Some(need) = before.missing().first() {
        model.message = Some(format!("first confirm {}", need.missing()));
        return Vec::new();
    }
    let program = before.program.clone();
    let affected = before.side.unwrap_or(Affected::Neither);
    let is_new = !before.needs.is_empty();
    let rating = |pain| Rating { when: When::Before, pain: Some(pain), effort: None, stiffness: None, place: None };
    let ratings: Vec<Rating> = before.pain.map(rating).into_iter().collect();
    let begun = home::begin(model, &program, affected, ratings, now);
    let mut effects = Vec::new();
    if is_new && !begun.is_empty() {
        effects.push(Effect::Enrol { program, affected });
    }
    effects.extend(begun);
    effects
}
