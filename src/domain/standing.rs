//! Where a runner stands in a program: stage, variant and levels, folded from the choices in the history.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::exercise::Affected;
use crate::domain::history::{History, Offered};
use crate::domain::program::Program;
use crate::domain::text::Id;

/// Where a runner stands in a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The side that hurts.
    pub affected: Affected,
    /// The variant that was chosen.
    pub variant: Option<Id>,
    /// Index of the stage, always one that the program has.
    pub phase: usize,
    /// First day of the stage; none before its first session where it is the program's first.
    pub since: Option<NaiveDate>,
    /// Steps above the low end of the exercises' ranges, where any was climbed.
    pub levels: BTreeMap<Id, u32>,
}

impl Standing {
    /// Where everybody begins.
    pub const fn first(affected: Affected) -> Self {
        Self { affected, variant: None, phase: 0, since: None, levels: BTreeMap::new() }
    }

    /// Steps above the low end of an exercise's range.
    pub fn level(&self, exercise: &Id) -> u32 {
        self.levels.get(exercise).copied().unwrap_or(0)
    }
}

/// What decides which exercises of which session are done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// Where the runner stands.
    pub standing: Standing,
    /// Index of the session in its stage.
    pub session: usize,
    /// The day; none: nothing is left out because of the day or of pain (a preview of the whole).
    pub on: Option<OnDay>,
}

/// A day on which a session is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnDay {
    /// The logical day.
    pub day: NaiveDate,
    /// The last pain that was asked, 0 to 10; none where it is unknown.
    pub pain: Option<u8>,
    /// The days on which each exercise was done before: its own schedule is reckoned from them.
    pub done: BTreeMap<Id, BTreeSet<NaiveDate>>,
}

impl Occasion {
    /// The first session of a program, as a whole.
    pub const fn first(affected: Affected) -> Self {
        Self { standing: Standing::first(affected), session: 0, on: None }
    }

    /// Any session of any stage, as a whole, at the low end of every range.
    pub const fn whole(affected: Affected, phase: usize, session: usize) -> Self {
        let mut occasion = Self::first(affected);
        occasion.standing.phase = phase;
        occasion.session = session;
        occasion
    }
}

/// Something that may be changed before a session: the runner decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What.
    pub what: Offered,
    /// What it would be, in words: `heel drop, straight knee: 10 reps instead of 8`.
    pub words: String,
    /// The rule and the numbers that led to it, in words.
    pub why: String,
}

/// Where a runner stands in a program, by the choices and sessions of the history.
pub fn standing(_program: &Program, _history: &History, affected: Affected) -> Standing {
    Standing::first(affected)
}

/// What is offered before the next session.
pub const fn offers(_program: &Program, _history: &History, _standing: &Standing, _today: NaiveDate) -> Vec<Offer> {
    Vec::new()
}
