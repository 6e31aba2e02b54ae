//! The questions after a session and on the next morning. What is not answered is unknown.

use crate::domain::player::{Command, End, Event, What};
use crate::domain::program::PainQuestion;
use crate::domain::session::{Happened, Rating, When};
use crate::domain::text::Clean;
use crate::domain::time::Moment;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::{CheckIn, Field, Model, MorningField, Saving, Screen, Summary};
use crate::tui::update::{home, measure};

/// The longest note, in characters (the record takes 2,000 letters).
const NOTE: usize = 2_000;
/// The longest morning stiffness, in minutes.
const STIFFNESS: u8 = 120;

pub(super) fn act(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    match &mut model.screen {
        Screen::CheckIn(checkin) => match action {
            Action::Save => finish(model, now),
            Action::Give => measure::next(model, now),
            Action::Correct => {
                measure::correct(checkin);
                Vec::new()
            }
            Action::MoreReps => put_right(checkin, 1, now),
            Action::FewerReps => put_right(checkin, -1, now),
            _ => {
                answer(checkin, action);
                Vec::new()
            }
        },
        Screen::Morning(_) => morning(model, action),
        _ => Vec::new(),
    }
}

fn answer(checkin: &mut CheckIn, action: Action) {
    let asks_pain = checkin.asks_pain();
    match (action, checkin.field) {
        (Action::Score(score), Field::Pain) => checkin.pain = Some(score),
        (Action::Score(score), Field::Effort) => checkin.effort = Some(score),
        (Action::Erase, Field::Pain) => checkin.pain = None,
        (Action::Erase, Field::Effort) => checkin.effort = None,
        (Action::Type(letter), Field::Number(at)) => {
            if let Some(number) = checkin.numbers.get_mut(at) {
                number.press(letter);
            }
        }
        (Action::Erase, Field::Number(at)) => {
            if let Some(number) = checkin.numbers.get_mut(at) {
                number.typed.pop();
            }
        }
        (Action::Erase, Field::Note) => {
            checkin.note.pop();
        }
        (Action::Type(c), Field::Note) if checkin.note.chars().count() < NOTE => checkin.note.push(c),
        (Action::AddEffort, _) | (Action::NextField, Field::Pain | Field::Nothing) => checkin.field = Field::Effort,
        (Action::AddNote, _) | (Action::NextField, Field::Effort) => checkin.field = Field::Note,
        (Action::Back, Field::Note) => checkin.field = if asks_pain { Field::Pain } else { Field::Nothing },
        _ => {}
    }
}

/// The reps of the last set are put right after the session, too.
fn put_right(checkin: &mut CheckIn, by: i32, now: Moment) -> Vec<Effect> {
    logs(&checkin.player.command(Command::Reps(by), now))
}

/// What is to be written down of these events.
pub(super) fn logs(events: &[Event]) -> Vec<Effect> {
    let logs = events.iter().filter_map(|event| match &event.what {
        What::Log(what) => Some(Effect::Log { what: what.clone(), at: event.due }),
        What::Step { .. }
        | What::Beat { .. }
        | What::Wanted(_)
        | What::Swapped(_)
        | What::Paused(_)
        | What::Resumed
        | What::Over(_) => None,
    });
    logs.collect()
}

/// Keeps the answers and closes the record.
pub(super) fn finish(model: &mut Model, now: Moment) -> Vec<Effect> {
    let Screen::CheckIn(checkin) = &mut model.screen else { return Vec::new() };
    let mut effects = measure::give_all(checkin, now);
    if checkin.pain.is_some() || checkin.effort.is_some() {
        let (pain, effort) = (checkin.pain, checkin.effort);
        let rating = Rating { when: When::After, pain, effort, stiffness: None, place: None };
        effects.push(Effect::Log { what: Happened::Rate(rating), at: now });
    }
    if !checkin.note.trim().is_empty() {
        effects.push(Effect::Log { what: Happened::Note(Clean::note(checkin.note.trim())), at: now });
    }
    let end = checkin.player.end().unwrap_or(End::Asked);
    effects.push(Effect::Finish { end, at: now });
    let player = checkin.player.clone();
    if model.saving == Saving::Saved {
        // The answers and the end are on their way: the world says when they are on disk.
        model.saving = Saving::Nothing;
    }
    model.overlays.clear();
    model.screen = Screen::Summary(Box::new(Summary { player, facts: None }));
    effects
}

fn morning(model: &mut Model, action: Action) -> Vec<Effect> {
    let Screen::Morning(answers) = &mut model.screen else { return Vec::new() };
    let ask = model.today.morning.as_ref().map(|morning| morning.ask.clone()).unwrap_or_default();
    match (action, answers.field) {
        (Action::Score(score), MorningField::Pain) => answers.pain = Some(score),
        (Action::Erase, MorningField::Pain) => answers.pain = None,
        (Action::Erase, MorningField::Minutes) => {
            answers.minutes.pop();
        }
        (Action::Type(c), MorningField::Minutes) if answers.minutes.len() < 3 => answers.minutes.push(c),
        (Action::NextField, MorningField::Pain) if ask.contains(&PainQuestion::MorningStiffness) => {
            answers.field = MorningField::Minutes;
        }
        (Action::NextField, MorningField::Minutes) if ask.contains(&PainQuestion::NextMorning) => {
            answers.field = MorningField::Pain;
        }
        (Action::Back, _) => home::go_home(model),
        (Action::Save, _) => return save_morning(model, &ask),
        _ => {}
    }
    Vec::new()
}

/// Enter goes on to a question that was not looked at yet, then keeps the answers.
fn save_morning(model: &mut Model, ask: &[PainQuestion]) -> Vec<Effect> {
    let Screen::Morning(answers) = &mut model.screen else { return Vec::new() };
    let more = ask.contains(&PainQuestion::MorningStiffness) && answers.minutes.is_empty();
    if answers.field == MorningField::Pain && more {
        answers.field = MorningField::Minutes;
        return Vec::new();
    }
    let stiffness = answers.minutes.parse::<u16>().ok();
    if stiffness.is_some_and(|minutes| minutes > u16::from(STIFFNESS)) {
        model.message = Some(format!("0 to {STIFFNESS} minutes; for longer write {STIFFNESS}"));
        return Vec::new();
    }
    let stiffness = stiffness.and_then(|minutes| u8::try_from(minutes).ok());
    let rating = Rating { when: When::NextMorning, pain: answers.pain, effort: None, stiffness, place: None };
    let sessions = model.today.morning.as_ref().map(|morning| morning.sessions.clone()).unwrap_or_default();
    home::go_home(model);
    if rating.pain.is_none() && rating.stiffness.is_none() {
        return Vec::new();
    }
    let later = sessions.into_iter().map(|session| Effect::Later { session, rating: rating.clone() });
    later.chain([Effect::Refresh]).collect()
}
