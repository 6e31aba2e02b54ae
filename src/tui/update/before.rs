//! Before a session: nothing starts until everything was confirmed.

use crate::domain::consent::Missing;
use crate::domain::exercise::Affected;
use crate::domain::history::Chosen;
use crate::domain::session::{Rating, When};
use crate::domain::time::Moment;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::{Model, Over, Screen};
use crate::tui::update::{home, overlay, variant};
use crate::tui::{view, words};

pub(super) fn act(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    let confirms = [Action::NoneApplies, Action::KnowSigns, Action::EntryHolds, Action::Understood];
    if confirms.contains(&action) && !read_to_the_end(model) {
        overlay::scroll(model, Action::PageDown);
        model.message = Some("there is more to read first: here it is".to_owned());
        return Vec::new();
    }
    let Screen::Before(before) = &mut model.screen else { return Vec::new() };
    match action {
        Action::NoneApplies => before.give(Missing::NotFor),
        Action::KnowSigns => before.give(Missing::StopIf),
        Action::EntryHolds => before.give(Missing::Entry),
        Action::Understood => before.give(Missing::Advice),
        Action::Side(side) => {
            before.side = Some(side);
            before.give(Missing::Side);
        }
        Action::Score(score) => before.pain = Some(score),
        Action::Variants => return overlay::open(model, Over::Variant, now),
        Action::Choice(number) => return variant::choose(model, number),
        Action::OneApplies => {
            home::go_home(model);
            model.message = Some(words::REFUSAL.to_owned());
        }
        Action::Back => {
            let program = before.program.clone();
            model.screen = Screen::Preview(crate::tui::model::Preview { program, scroll: 0 });
        }
        Action::Up | Action::Down | Action::PageUp | Action::PageDown => overlay::scroll(model, action),
        // Where nothing is left to confirm, a clicker starts too.
        Action::PageOn if before.missing().is_empty() && overlay::is_at_the_end(model) => return start(model, now),
        Action::PageOn => overlay::scroll(model, Action::PageDown),
        Action::Start => return start(model, now),
        _ => {}
    }
    Vec::new()
}

/// Whether the end of the text was ever on the screen: a warning that was not shown cannot be confirmed.
fn read_to_the_end(model: &mut Model) -> bool {
    let (end, _) = view::scroll_end(model);
    let Screen::Before(before) = &mut model.screen else { return true };
    before.read |= before.scroll >= end;
    before.read
}

fn start(model: &mut Model, now: Moment) -> Vec<Effect> {
    let Screen::Before(before) = &model.screen else { return Vec::new() };
    if let Some(need) = before.missing().first() {
        model.message = Some(format!("first confirm {}", need.words()));
        return Vec::new();
    }
    let program = before.program.clone();
    let affected = before.side.unwrap_or(Affected::Neither);
    let is_new = !before.needs.is_empty();
    let variant = before.asks_variant.then(|| before.variant.clone());
    let rating = |pain| Rating { when: When::Before, pain: Some(pain), effort: None, stiffness: None, place: None };
    let ratings: Vec<Rating> = before.pain.map(rating).into_iter().collect();
    let mut occasion = home::occasion(model, &program, affected, &ratings);
    let chosen = variant.filter(|variant| *variant != occasion.standing.variant);
    if let Some(variant) = &chosen {
        occasion.standing.variant.clone_from(variant);
    }
    let begun = home::begin(model, &program, &occasion, ratings, now);
    let mut effects = Vec::new();
    if is_new && !begun.is_empty() {
        effects.push(Effect::Enrol { program: program.clone(), affected });
    }
    if let Some(variant) = chosen.filter(|_| !begun.is_empty()) {
        effects.push(Effect::Choose { program, what: vec![Chosen::Variant(variant)] });
    }
    effects.extend(begun);
    effects
}
