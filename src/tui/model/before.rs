//! What must be confirmed before a program is followed, and what is asked before a session.

use crate::domain::exercise::Affected;
use crate::domain::program::{PainQuestion, Program};
use crate::domain::text::Id;
use crate::tui::keymap::Context;

/// The screen before a session: everything grouped on one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// Which program.
    pub program: Id,
    /// What this runner has to confirm, in order; empty where the program is followed already.
    pub needs: Vec<Need>,
    /// What of it was confirmed.
    pub given: Vec<Need>,
    /// The side that was named.
    pub side: Option<Affected>,
    /// Whether pain is asked.
    pub asks_pain: bool,
    /// The answer.
    pub pain: Option<u8>,
    /// Lines scrolled.
    pub scroll: u16,
}

/// Something without which no session starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// None of the reasons against the program applies.
    NotFor,
    /// The warning signs are known.
    StopIf,
    /// It is understood that this is no medical advice.
    Advice,
    /// The affected side is named.
    Side,
}

impl Need {
    /// What is missing, in words.
    pub const fn missing(self) -> &'static str {
        match self {
            Self::NotFor => "whether any of the reasons against it applies to you (n: none)",
            Self::StopIf => "that you know the warning signs (w)",
            Self::Advice => "that this is not medical advice (m)",
            Self::Side => "which side is affected (l, r, b or x)",
        }
    }

    /// The context in which it can be confirmed.
    pub const fn context(self) -> Context {
        match self {
            Self::NotFor => Context::BeforeNotFor,
            Self::StopIf => Context::BeforeSigns,
            Self::Advice => Context::BeforeAdvice,
            Self::Side => Context::BeforeSide,
        }
    }
}

impl Before {
    /// What a runner confirms and answers, who has or has not followed the program yet.
    pub fn new(program: &Program, enrolled: Option<Affected>) -> Self {
        let all = [
            (Need::NotFor, !program.not_for.is_empty()),
            (Need::StopIf, !program.stop_if.is_empty()),
            (Need::Advice, true),
            (Need::Side, program.asks_side()),
        ];
        let needs = all.into_iter().filter(|(_, asked)| *asked && enrolled.is_none()).map(|(need, _)| need).collect();
        Self {
            program: program.id.clone(),
            needs,
            given: Vec::new(),
            side: enrolled,
            asks_pain: program.pain.ask.contains(&PainQuestion::Before),
            pain: None,
            scroll: 0,
        }
    }

    /// Whether there is anything to confirm or to answer.
    pub const fn is_needed(&self) -> bool {
        !self.needs.is_empty() || self.asks_pain
    }

    /// What is still to be confirmed.
    pub fn missing(&self) -> Vec<Need> {
        self.needs.iter().copied().filter(|need| !self.given.contains(need)).collect()
    }

    /// Confirms one thing.
    pub fn give(&mut self, need: Need) {
        if self.needs.contains(&need) && !self.given.contains(&need) {
            self.given.push(need);
        }
    }
}
