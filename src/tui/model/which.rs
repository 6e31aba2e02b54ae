//! Which program is for me: where somebody stands in its questions.

use crate::domain::which::{ANSWERS, SIGNS};
use crate::tui::keymap::Context;

/// The screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Which {
    /// The question that is asked.
    pub step: Step,
    /// Which line of it is chosen.
    pub at: usize,
    /// The last of the signs was on the screen: none of them is denied unread.
    pub read: bool,
}

/// Its questions, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Is one of the warning signs true?
    Signs,
    /// One is, by its place: a doctor first, and nothing behind it.
    Doctor(usize),
    /// What is it?
    Says,
    /// Which of the programs of an answer, by its place?
    Offers(usize),
}

impl Which {
    /// At the beginning.
    pub const fn new() -> Self {
        Self { step: Step::Signs, at: 0, read: false }
    }

    /// At a question, its first line chosen.
    pub const fn at(step: Step, read: bool) -> Self {
        Self { step, at: 0, read }
    }

    /// How many lines can be chosen.
    pub fn len(&self) -> usize {
        match self.step {
            Step::Signs => SIGNS.len(),
            Step::Doctor(_) => 0,
            Step::Says => ANSWERS.len(),
            Step::Offers(answer) => ANSWERS.get(answer).map_or(0, |answer| answer.offers.len()),
        }
    }

    /// Whether there is nothing to choose.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The contexts of the screen.
    pub(super) fn contexts(&self) -> Vec<Context> {
        vec![match self.step {
            Step::Signs => Context::WhichSigns,
            Step::Doctor(_) => Context::WhichDoctor,
            Step::Says | Step::Offers(_) => Context::WhichList,
        }]
    }
}

impl Default for Which {
    fn default() -> Self {
        Self::new()
    }
}
