//! The questions after a session and on the next morning. What is not answered is unknown.

use crate::domain::player::Player;
use crate::domain::program::PainQuestion;
use crate::tui::model::Number;

/// The questions after a session.
#[derive(Clone, Debug)]
pub struct CheckIn {
    /// What was played.
    pub player: Player,
    /// The numbers that were still open at the end of the session.
    pub numbers: Vec<Number>,
    /// What the next key answers.
    pub field: Field,
    /// The worst pain during the session.
    pub pain: Option<u8>,
    /// How hard it was.
    pub effort: Option<u8>,
    /// The runner's own words.
    pub note: String,
}

/// What the next key answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Nothing: the program asks for no pain after the session.
    Nothing,
    /// A number that is still open, by its place in the list.
    Number(usize),
    /// The pain.
    Pain,
    /// The effort.
    Effort,
    /// The note.
    Note,
}

impl CheckIn {
    /// The questions after what was played.
    pub fn new(player: Player) -> Self {
        let numbers: Vec<Number> = player.questions().into_iter().map(Number::new).collect();
        let first = if asks_pain(&player) { Field::Pain } else { Field::Nothing };
        let field = if numbers.is_empty() { first } else { Field::Number(0) };
        Self { player, numbers, field, pain: None, effort: None, note: String::new() }
    }

    /// The field behind the numbers.
    pub fn behind_numbers(&self) -> Field {
        if self.asks_pain() { Field::Pain } else { Field::Nothing }
    }

    /// Whether pain is asked.
    pub fn asks_pain(&self) -> bool {
        asks_pain(&self.player)
    }
}

fn asks_pain(player: &Player) -> bool {
    player.plan().pain.ask.contains(&PainQuestion::After)
}

/// The questions of the next morning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Morning {
    /// What the next key answers.
    pub field: MorningField,
    /// Pain now.
    pub pain: Option<u8>,
    /// Minutes until it felt normal, as typed.
    pub minutes: String,
}

/// What the next key answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MorningField {
    /// The pain.
    Pain,
    /// The minutes.
    Minutes,
}

impl Morning {
    /// The questions that are open.
    pub fn new(ask: &[PainQuestion]) -> Self {
        let pain = ask.contains(&PainQuestion::NextMorning);
        let field = if pain { MorningField::Pain } else { MorningField::Minutes };
        Self { field, pain: None, minutes: String::new() }
    }
}
