//! What a runner sees on opening soleus: what is due, the streak, what was left unfinished. Folded, never stored.

mod briefing;
mod fold;

use std::time::Duration;

use crate::domain::advice::Advice;
use crate::domain::exercise::Affected;
use crate::domain::program::PainQuestion;
use crate::domain::standing::{Occasion, Offer};
use crate::domain::text::{Clean, Id};

pub use briefing::{briefing, session_title, stage};
pub use fold::resumable;

/// Everything for the home screen, `list` and `streak`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Today {
    /// All programs, the due ones first.
    pub rows: Vec<Row>,
    /// The streak of all followed programs together.
    pub streak: StreakLine,
    /// A session that was cut off and can be gone on with.
    pub unfinished: Option<Unfinished>,
    /// The next-morning questions that are open, with the session they belong to.
    pub morning: Option<Morning>,
    /// The day it is (rule S4).
    pub day: chrono::NaiveDate,
    /// The runs of this week and the last one, in words; none where there are none.
    pub runs: Option<String>,
    /// What could not be read, a line each: files of programs, lines of the history, a clock that looks wrong.
    pub problems: Vec<Clean>,
}

/// One program on the home screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Clean,
    /// What it is, in a sentence.
    pub summary: Option<Clean>,
    /// Expected length of today's session.
    pub length: Duration,
    /// How many exercises it has today.
    pub exercises: usize,
    /// What is needed.
    pub equipment: Vec<Clean>,
    /// Whether a session is due now.
    pub due: bool,
    /// When it is due, in words: `1 of 2 today, next after 15:00`.
    pub when: String,
    /// Its own streak; none before the first session.
    pub streak: Option<StreakLine>,
    /// The side named at enrolment; none where the warnings were not confirmed yet.
    pub enrolled: Option<Affected>,
    /// What the next session is, and what is to be decided before it.
    pub briefing: Briefing,
}

/// The next session of a program, and what is to be decided before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Briefing {
    /// What decides which exercises are done today. Where pain is asked before the session, the answer goes into
    /// `on.pain` and the plan is made anew.
    pub occasion: Occasion,
    /// The stage in words: `stage 2 of 3, week 3: Add load`; none where the program has no stages.
    pub stage: Option<String>,
    /// The session's title, where its stage has several.
    pub session: Option<Clean>,
    /// What is offered: another stage, another level of a range.
    pub offers: Vec<Offer>,
    /// What the pain so far says about this session; none before anything was done.
    pub advice: Option<Advice>,
    /// What changed in the program since its last session, in words: `calf raise: 2 sets of 12 became 3 sets of 15`.
    pub changes: Vec<String>,
    /// Other things worth knowing: the program is due for review by its author.
    pub notices: Vec<String>,
}

impl Briefing {
    /// The briefing of a first session.
    pub const fn first(affected: Affected) -> Self {
        Self {
            occasion: Occasion::first(affected),
            stage: None,
            session: None,
            offers: Vec::new(),
            advice: None,
            changes: Vec::new(),
            notices: Vec::new(),
        }
    }
}

/// A streak in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StreakLine {
    /// Units in a row up to today.
    pub current: u32,
    /// The longest run ever.
    pub longest: u32,
    /// `day`, `week` or `period`, for a count of one.
    pub unit: &'static str,
    /// `met`, `open`, `rest` or `excused`.
    pub today: &'static str,
    /// Today is open, and missing it would end the run.
    pub at_risk: bool,
    /// How firm the habit is, 0 to 100; none where days are not what is counted, or none asked for anything.
    pub habit: Option<u8>,
}

/// A session that was cut off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// The session's id.
    pub session: String,
    /// Which program.
    pub program: Id,
    /// Its title.
    pub title: Clean,
    /// When it began, in words: `today at 06:12`.
    pub began: String,
    /// Where it goes on: `Heel drop, bent knee, set 2 of 3, right`; none where its plan has changed since.
    pub place: Option<String>,
}

/// Questions about yesterday's session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Morning {
    /// The ids of the sessions that are asked about: the last one of each program that asks.
    pub sessions: Vec<String>,
    /// The programs' titles, in words.
    pub title: Clean,
    /// Where it hurts.
    pub place: Option<Clean>,
    /// [`PainQuestion::NextMorning`], [`PainQuestion::MorningStiffness`] or both.
    pub ask: Vec<PainQuestion>,
}
