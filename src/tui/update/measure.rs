//! Numbers that are asked of a set: typed in the rest behind it, or after the session. Time never stops for them.

use crate::domain::player::Command;
use crate::domain::time::Moment;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::{CheckIn, Field, Model, Number, Screen};
use crate::tui::update::checkin::logs;
use crate::tui::update::play;

/// In a rest.
pub(super) fn act(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    let Screen::Play(play) = &mut model.screen else { return Vec::new() };
    if action == Action::Correct {
        play.measuring.correct(&play.player);
        return Vec::new();
    }
    let Some(number) = &mut play.measuring.number else { return Vec::new() };
    match action {
        Action::Type(letter) => number.press(letter),
        Action::Erase => {
            number.typed.pop();
        }
        Action::Give if number.typed.is_empty() => {
            model.say("type the number first; Esc leaves it open");
        }
        Action::Give => {
            if let Some(value) = number.value() {
                let question = number.question;
                play.measuring.correcting = false;
                return play::command(model, Command::Answer(question, value), now);
            }
            let words = taken(number);
            model.say(words);
        }
        Action::LeaveOpen => {
            let question = number.question;
            if !std::mem::take(&mut play.measuring.correcting) {
                play.measuring.later.push(question);
            }
            play.measuring.follow(&play.player, now);
        }
        _ => {}
    }
    Vec::new()
}

/// After the session: keeps what was typed, and goes on to the next question. What is empty stays open.
pub(super) fn next(model: &mut Model, now: Moment) -> Vec<Effect> {
    let Screen::CheckIn(checkin) = &mut model.screen else { return Vec::new() };
    let Field::Number(at) = checkin.field else { return Vec::new() };
    if let Some(number) = checkin.numbers.get(at)
        && !number.typed.is_empty()
        && number.value().is_none()
    {
        let words = taken(number);
        model.say(words);
        return Vec::new();
    }
    let last = at + 1 >= checkin.numbers.len();
    checkin.field = if last { checkin.behind_numbers() } else { Field::Number(at + 1) };
    give(checkin, at, now)
}

/// After the session: all numbers once more, those that were given to be put right.
pub(super) fn correct(checkin: &mut CheckIn) {
    for (at, (question, given)) in checkin.player.given().into_iter().enumerate() {
        if !checkin.numbers.iter().any(|number| number.question == question) {
            checkin.numbers.insert(at.min(checkin.numbers.len()), Number::again(question, given));
        }
    }
    if !checkin.numbers.is_empty() {
        checkin.field = Field::Number(0);
    }
}

/// Keeps all that was typed.
pub(super) fn give_all(checkin: &mut CheckIn, now: Moment) -> Vec<Effect> {
    (0..checkin.numbers.len()).flat_map(|at| give(checkin, at, now)).collect()
}

fn give(checkin: &mut CheckIn, at: usize, now: Moment) -> Vec<Effect> {
    let Some(number) = checkin.numbers.get_mut(at) else { return Vec::new() };
    let Some(value) = number.value().filter(|value| number.given != Some(*value)) else { return Vec::new() };
    number.given = Some(value);
    let question = number.question;
    logs(&checkin.player.command(Command::Answer(question, value), now))
}

/// Which numbers are taken.
fn taken(number: &Number) -> String {
    format!("a number from 0 to {} is taken", number.most())
}
