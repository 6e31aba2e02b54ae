//! Before a session: nothing starts until everything was confirmed.

use chrono::NaiveDate;

use crate::domain::consent::Missing;
use crate::domain::day;
use crate::domain::exercise::Affected;
use crate::domain::history::Chosen;
use crate::domain::session::{Rating, When};
use crate::domain::text::{Clean, Id};
use crate::domain::time::Moment;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::{Before, Model, Over, Screen};
use crate::tui::update::{home, overlay, variant};
use crate::tui::{view, words};

/// The most days from now on which a program may begin.
const LATEST: u16 = 366;

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
        Action::Later => {
            before.later = (before.later + 1).min(LATEST);
            say_day(model);
        }
        Action::Earlier => {
            before.later = before.later.saturating_sub(1);
            say_day(model);
        }
        Action::Place => next_place(model),
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
    let place = model.program(&program).filter(|_| is_new).and_then(|program| before.other_place(program));
    if is_new && before.later > 0 {
        let from = day::after(model.today.day, u64::from(before.later));
        return begin_later(model, program, Later { affected, from, place, variant: variant.flatten() });
    }
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
        effects.push(Effect::Enrol { program: program.clone(), affected, from: None, place });
    }
    if let Some(variant) = chosen.filter(|_| !begun.is_empty()) {
        effects.push(Effect::Choose { program, what: vec![Chosen::Variant(variant)] });
    }
    effects.extend(begun);
    effects
}

/// The next place where it may hurt; behind the last one comes the first.
fn next_place(model: &mut Model) {
    let Screen::Before(before) = &model.screen else { return };
    let places = model.program(&before.program).map_or(1, |program| Before::places(program).len().max(1));
    if let Screen::Before(before) = &mut model.screen {
        before.place = (before.place + 1) % places;
    }
    let Screen::Before(before) = &model.screen else { return };
    let place =
        model.program(&before.program).and_then(|program| Before::places(program).into_iter().nth(before.place));
    if let Some(place) = place {
        model.say(format!("it hurts at: {place}"));
    }
}

/// The day on which it begins, since the key that moved it may stand below the window.
fn say_day(model: &mut Model) {
    let Screen::Before(before) = &model.screen else { return };
    let day = day::after(model.today.day, u64::from(before.later));
    model.say(match before.later {
        0 => "begins today: a session follows".to_owned(),
        _ => format!("begins on {}: no session follows now", day.format("%A, %-d %B")),
    });
}

/// A program that begins on a later day.
struct Later {
    affected: Affected,
    from: NaiveDate,
    place: Option<Clean>,
    variant: Option<Id>,
}

/// It is followed from that day on; no session begins now.
fn begin_later(model: &mut Model, program: Id, later: Later) -> Vec<Effect> {
    let Later { affected, from, place, variant } = later;
    home::go_home(model);
    let title = model.program(&program).map_or("", |program| program.title.as_str());
    model.say(format!("{title} begins on {}", from.format("%A, %-d %B %Y")));
    let mut effects = vec![Effect::Enrol { program: program.clone(), affected, from: Some(from), place }];
    effects.extend(variant.map(|variant| Effect::Choose { program, what: vec![Chosen::Variant(Some(variant))] }));
    effects
}
