//! What is heard is chosen by a key, for the program that is played; the voice is offered once.

use crate::domain::cue::{Cue, Hearing, Place};
use crate::domain::time::Moment;
use crate::tui::effect::{Call, Effect};
use crate::tui::keymap::Action;
use crate::tui::model::{Model, Over, Screen, listening};
use crate::tui::update::home;

/// The next way of hearing, for this program from now on.
pub(super) fn next(model: &mut Model) -> Vec<Effect> {
    let Screen::Play(play) = &model.screen else { return Vec::new() };
    let program = play.player.plan().program.clone();
    let hearing = model.listening.of(&program).next();
    model.listening.chosen.insert(program.clone(), hearing);
    model.say(format!("heard: {}", listening::words(hearing)));
    vec![Effect::Hearing { program, hearing }]
}

/// The answer to the one question about the voice; without one it stays off. The session that it stood before goes on.
pub(super) fn answer(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    let wanted = match action {
        Action::Yes => true,
        Action::No => false,
        Action::HearTones => return vec![Effect::SoundCheck],
        _ => return Vec::new(),
    };
    model.overlays.retain(|over| over.what != Over::Voice);
    model.listening.offers_voice = false;
    if wanted {
        model.listening.usual = Hearing::Both;
    }
    let mut effects = vec![Effect::Voice(wanted)];
    if let Screen::Preview(preview) = &model.screen {
        let program = preview.program.clone();
        effects.extend(home::start(model, &program, now));
    }
    effects
}

/// The effect for what is to be heard now; none where it is nothing.
pub(super) fn call(model: &Model, (cues, breaks): (Vec<Cue>, bool), now: Moment) -> Option<Effect> {
    let Screen::Play(play) = &model.screen else { return None };
    if cues.is_empty() && !breaks {
        return None;
    }
    let hearing = at_speed(model.listening.of(&play.player.plan().program), model.speed);
    Some(Effect::Hear(Box::new(Call { cues, breaks, hearing, place: Place::of(&play.player, now) })))
}

/// Faster than the clock on the wall nothing is said: no voice could follow.
const fn at_speed(hearing: Hearing, speed: u32) -> Hearing {
    match hearing {
        _ if speed <= 1 => hearing,
        Hearing::Tones | Hearing::Both => Hearing::Tones,
        Hearing::Quiet | Hearing::Voice => Hearing::Quiet,
    }
}
