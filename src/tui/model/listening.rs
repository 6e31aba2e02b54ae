//! What the runner wants to hear, and with which words.

use std::collections::BTreeMap;

use crate::domain::cue::{Caller, Hearing};
use crate::domain::lexicon::Lexicon;
use crate::domain::plan::Plan;
use crate::domain::text::Id;
use crate::tui::model::{Model, Screen};

/// What is heard of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listening {
    /// The words of every language.
    pub lexicon: Lexicon,
    /// What is heard where a program has no choice of its own.
    pub usual: Hearing,
    /// What was chosen for single programs.
    pub chosen: BTreeMap<Id, Hearing>,
    /// Whether a voice is there and was not offered yet: it is once, before the first session.
    pub offers_voice: bool,
}

impl Listening {
    /// What is heard of a program.
    pub fn of(&self, program: &Id) -> Hearing {
        self.chosen.get(program).copied().unwrap_or(self.usual)
    }

    /// Whoever calls out a session of a plan, in its program's language.
    pub fn caller(&self, plan: &Plan, speed: u32) -> Caller {
        Caller::new(self.lexicon.of(&plan.language)).at_speed(f64::from(speed))
    }
}

impl Model {
    /// What is heard of the session that is played.
    pub fn program_heard(&self) -> Option<Hearing> {
        let Screen::Play(play) = &self.screen else { return None };
        Some(self.listening.of(&play.player.plan().program))
    }
}

/// What is heard, in words.
pub const fn words(hearing: Hearing) -> &'static str {
    match hearing {
        Hearing::Quiet => "no sound",
        Hearing::Tones => "tones",
        Hearing::Voice => "voice",
        Hearing::Both => "tones and voice",
    }
}
