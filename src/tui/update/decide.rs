//! What is to be decided before a session. Nothing is answered unread; what is left open is not now.

use crate::domain::text::Id;
use crate::domain::time::Moment;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::{Decide, Model, Preview, READ_FIRST, Screen};
use crate::tui::update::{home, overlay};
use crate::tui::view;

pub(super) fn act(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    let Screen::Decide(decide) = &model.screen else { return Vec::new() };
    let early = now.awake.saturating_sub(decide.since.awake) < READ_FIRST;
    let asks = !decide.points.is_empty();
    match action {
        Action::Yes | Action::No if asks && !early => answer(model, action == Action::Yes, now),
        Action::Up if asks => go(model, -1, now),
        Action::Down if asks => go(model, 1, now),
        Action::Up | Action::Down | Action::PageUp | Action::PageDown => overlay::scroll(model, action),
        Action::PageOn if !overlay::is_at_the_end(model) => overlay::scroll(model, Action::PageDown),
        Action::Start | Action::PageOn if !early => return start(model, now),
        Action::Back => {
            let program = decide.program.clone();
            model.screen = Screen::Preview(Preview { program, scroll: 0 });
        }
        _ => {}
    }
    Vec::new()
}

/// Takes an answer to the present question, if it was on the screen to its end, and goes on to the next one.
fn answer(model: &mut Model, yes: bool, now: Moment) {
    if !show(model) {
        model.say("there is more to read first: here it is");
        return;
    }
    let Screen::Decide(decide) = &mut model.screen else { return };
    match decide.answer(yes) {
        Ok(()) => go(model, 1, now),
        Err(_) => model.say("first say that the statements above are true of you"),
    }
}

/// To another question; the last one stays the last.
fn go(model: &mut Model, by: isize, now: Moment) {
    let Screen::Decide(decide) = &mut model.screen else { return };
    let at = decide.at.saturating_add_signed(by).min(decide.points.len().saturating_sub(1));
    if at != decide.at {
        decide.at = at;
        decide.since = now;
        let _shown = show(model);
    }
}

/// Scrolls to the present question; whether it was in sight to its end.
fn show(model: &mut Model) -> bool {
    let (end, page) = view::scroll_end(model);
    let Some((first, behind)) = view::decide_place(model) else { return false };
    let Screen::Decide(decide) = &mut model.screen else { return false };
    let scroll = decide.scroll.min(end);
    // Where the text goes on, the last row says so.
    let rows = if scroll < end { page } else { page.saturating_add(1) };
    let fits = behind.saturating_sub(first) <= page;
    let seen = behind <= scroll.saturating_add(rows) && (scroll <= first || !fits);
    if !seen {
        // What is longer than the window is read page by page.
        let on = behind.saturating_sub(page).min(scroll.saturating_add(page));
        decide.scroll = if scroll > first && fits { first } else { on }.min(end);
    }
    seen
}

/// The decisions are made; with nothing to decide the session comes next.
fn start(model: &mut Model, now: Moment) -> Vec<Effect> {
    let Screen::Decide(decide) = &model.screen else { return Vec::new() };
    if decide.sent {
        return Vec::new();
    }
    let Some(program) = model.program(&decide.program) else { return Vec::new() };
    let what = decide.choices(program);
    let program = decide.program.clone();
    if let Screen::Decide(decide) = &mut model.screen {
        decide.sent = true;
    }
    if what.is_empty() { go_on(model, now) } else { vec![Effect::Choose { program, what }] }
}

/// The decisions are kept: what comes next is what they make of the session.
pub(super) fn go_on(model: &mut Model, now: Moment) -> Vec<Effect> {
    let Screen::Decide(decide) = &model.screen else { return Vec::new() };
    if !decide.sent {
        return Vec::new();
    }
    let (program, stages) = (decide.program.clone(), decide.stages.clone());
    if let Some(decide) = again(model, &program, stages, now) {
        model.screen = Screen::Decide(decide);
        return Vec::new();
    }
    let effects = home::onward(model, &program, now);
    if matches!(model.screen, Screen::Decide(_)) {
        // Nothing is left to do today: the preview says why.
        model.screen = Screen::Preview(Preview { program, scroll: 0 });
    }
    effects
}

/// What is to be decided of the stage that was chosen just now: it may be one that only some need.
fn again(model: &Model, program: &Id, mut stages: Vec<usize>, now: Moment) -> Option<Decide> {
    let briefing = &model.row(program)?.briefing;
    let stage = briefing.occasion.standing.phase;
    if briefing.offers.is_empty() || stages.contains(&stage) {
        return None;
    }
    stages.push(stage);
    Some(Decide { stages, ..Decide::new(model.program(program)?, briefing, now)? })
}
