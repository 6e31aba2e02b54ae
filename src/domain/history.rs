//! The history as a whole: every session ever, and what was said about programs outside of sessions.
//!
//! It is the only state; what is due, the streak and the progress are folded from it for a given moment.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::exercise::Affected;
use crate::domain::runs::Unit;
use crate::domain::schedule::Schedule;
use crate::domain::session::{Finish, Line, Rating, Start};
use crate::domain::text::{Clean, Id};

/// All that was read from disk and could be understood. Order never matters (promise P5).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// Sessions by the moment of their start; voided ones are gone, amendments applied.
    pub sessions: Vec<SessionLog>,
    /// Confirmed enrolments, one an (id, moment); the latest of a program holds.
    pub enrolments: Vec<Enrolment>,
    /// Schedules of programs with the day from which each is in force.
    pub plans: Vec<DatedPlan>,
    /// What the runner decided about stages, ranges and variants, in the order of their moments.
    pub choices: Vec<Choice>,
    /// Stretches in which the runner could not train.
    pub pauses: Vec<Pause>,
    /// Entries that were typed in later.
    pub manual: Vec<Manual>,
    /// Everything that was said outside of sessions and holds, in the order of their moments: what can be taken back.
    pub said: Vec<Said>,
    /// Programs that were left.
    pub stops: Vec<Stop>,
    /// The run log; what was taken back is gone.
    pub runs: Vec<Run>,
}

/// Something that was said outside of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its own id.
    pub id: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// `void`, `amend`, `manual`, `pause`, `run`, `stop`, `choose` or `rate`.
    pub kind: &'static str,
}

/// One session as it stands in the history.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionLog {
    /// Its head.
    pub start: Start,
    /// Its lines in order, the finish left out.
    pub lines: Vec<Line>,
    /// Answers given later: the next morning's.
    pub later: Vec<Rating>,
    /// How it ended; none while it runs, or when it was cut off.
    pub finish: Option<Finish>,
    /// Since the start, the moment of its last line.
    pub last: Duration,
    /// Whether this device wrote it (only then can it be resumed here).
    pub ours: bool,
}

/// The runner confirmed a program's warnings and named the affected side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Which program.
    pub program: Id,
    /// Which side hurts.
    pub affected: Affected,
    /// Fingerprint of the warnings that were shown: other warnings are confirmed anew.
    pub warnings: String,
    /// The first day on which it is due, where that was later than the day on which it was taken up.
    pub from: Option<NaiveDate>,
    /// Where it hurts, where the runner named another place than the program.
    pub place: Option<Clean>,
}

impl Enrolment {
    /// One that begins at once, at the place that the program has.
    pub const fn new(at: DateTime<FixedOffset>, program: Id, affected: Affected, warnings: String) -> Self {
        Self { at, program, affected, warnings, from: None, place: None }
    }

    /// The day on which it was said, by the runner's clock.
    pub fn day(&self) -> NaiveDate {
        self.at.naive_local().date()
    }
}

/// A program is not followed any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// When it was said.
    pub at: DateTime<FixedOffset>,
    /// The first day on which nothing of it is asked.
    pub day: NaiveDate,
    /// Which program.
    pub program: Id,
}

/// A program's schedule, in force from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedPlan {
    /// When it was written down; of two for one day the later holds.
    pub at: DateTime<FixedOffset>,
    /// Which program.
    pub program: Id,
    /// Its first day.
    pub from: NaiveDate,
    /// What is due.
    pub schedule: Schedule,
}

/// What the runner decided about a program: what was reached is folded from these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The logical day (rule S1).
    pub day: NaiveDate,
    /// Which program.
    pub program: Id,
    /// What.
    pub what: Chosen,
}

/// A decision. The latest of its kind holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// This stage from now on; its entry statements were confirmed.
    Phase {
        /// Index in the program, 0 and up.
        index: usize,
        /// The title that it had: where a stage of that title stands elsewhere now, that one is meant.
        title: Option<Clean>,
    },
    /// So many steps above the low end of an exercise's range.
    Level {
        /// Which exercise.
        exercise: Id,
        /// Steps, 0 and up.
        level: u32,
    },
    /// This variant, or none.
    Variant(Option<Id>),
    /// The next session with a lighter dose: a set less, else a fifth less (clinical-facts.md 4.2, D).
    Lighter,
    /// An offer was not taken: it is not made again before the next session, and the sessions that lead to a step of
    /// a range are counted from here.
    NotNow(Offered),
}

impl Chosen {
    /// The level that it chose for an exercise; none where it is about anything else.
    pub fn level_of(&self, exercise: &Id) -> Option<u32> {
        match self {
            Self::Level { exercise: of, level } if of == exercise => Some(*level),
            Self::Level { .. } | Self::Phase { .. } | Self::Variant(_) | Self::Lighter | Self::NotNow(_) => None,
        }
    }
}

/// What may be offered before a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offered {
    /// Another stage, by its index.
    Phase(usize),
    /// Another level of an exercise's range.
    Level {
        /// Which exercise.
        exercise: Id,
        /// Steps above the low end.
        to: u32,
    },
    /// A lighter session, this once.
    Lighter,
}

/// Days on which the runner could not train; both ends count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pause {
    /// Its own id; empty for a rest that a rule advises.
    pub id: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Why, in the runner's words.
    pub why: Option<Clean>,
}

/// A session that was typed in later.
#[derive(Clone, Debug, PartialEq)]
pub struct Manual {
    /// Its own id.
    pub id: String,
    /// Which program.
    pub program: Id,
    /// On which day.
    pub day: NaiveDate,
    /// Whether it keeps the day.
    pub counts: bool,
    /// How much of the session was done, 0 to 1.
    pub fraction: f64,
    /// The worst pain in it, 0 to 10; for the chart alone: no rule counts what soleus did not lead.
    pub pain: Option<u8>,
    /// When it was typed in.
    pub at: DateTime<FixedOffset>,
}

/// What is put right about a session or an entry; what is left out stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amended {
    /// The logical day.
    pub day: Option<NaiveDate>,
    /// Whether it keeps its day.
    pub counts: Option<bool>,
    /// Pain before it, 0 to 10.
    pub pain_before: Option<u8>,
    /// The worst pain in it, 0 to 10.
    pub pain_after: Option<u8>,
    /// Effort, 0 to 10.
    pub effort: Option<u8>,
}

/// A run outside of any program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its own id: what a later line takes back.
    pub id: String,
    /// When it was written down.
    pub at: DateTime<FixedOffset>,
    /// What was run.
    pub ran: Ran,
}

/// What was run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ran {
    /// On which day.
    pub day: NaiveDate,
    /// How far, 1 to 1,000,000 metres.
    pub metres: u32,
    /// In what the runner counts.
    pub unit: Unit,
    /// How long.
    pub minutes: Option<u32>,
    /// In which shoes.
    pub shoes: Option<Clean>,
    /// A note.
    pub note: Option<Clean>,
}

/// Something said outside of a running session; written to `changes/`.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Warnings confirmed, side named.
    Enrol(Enrolment),
    /// A schedule from a day on.
    Plan(DatedPlan),
    /// A decision about stages, ranges or variants.
    Choose(Choice),
    /// An answer about a session that is over.
    Later {
        /// The session's id.
        of: String,
        /// When it was given.
        at: DateTime<FixedOffset>,
        /// The answer.
        rating: Rating,
    },
    /// A program is left.
    Stop(Stop),
    /// A run.
    Run {
        /// When it was written down.
        at: DateTime<FixedOffset>,
        /// What was run.
        ran: Ran,
    },
    /// A session that was done elsewhere; its id is that of the line.
    Manual(Manual),
    /// Days on which the runner cannot train; its id is that of the line.
    Pause {
        /// When it was said.
        at: DateTime<FixedOffset>,
        /// The days.
        pause: Pause,
    },
    /// Something is put right.
    Amend {
        /// When it was said.
        at: DateTime<FixedOffset>,
        /// The id of the session or entry.
        of: String,
        /// What.
        set: Amended,
    },
    /// A session, an entry or another correction is taken out; taking out the correction brings it back.
    Void {
        /// When it was said.
        at: DateTime<FixedOffset>,
        /// The id of what is taken out.
        of: String,
    },
}

impl History {
    /// The enrolment that holds for a program.
    pub fn enrolment(&self, program: &Id) -> Option<&Enrolment> {
        self.enrolments.iter().filter(|e| &e.program == program).max_by_key(|e| e.at)
    }

    /// All that somebody can know of a program without a session: everything but the sessions up to a day. The later ones
    /// stay, since they tell which day it is.
    #[must_use]
    pub fn without_sessions(&self, until: NaiveDate) -> Self {
        let Self { sessions, enrolments, plans, choices, pauses, manual, stops, runs, said } = self;
        Self {
            sessions: sessions.iter().filter(|log| log.start.day > until).cloned().collect(),
            enrolments: enrolments.clone(),
            plans: plans.clone(),
            choices: choices.clone(),
            pauses: pauses.clone(),
            manual: manual.clone(),
            stops: stops.clone(),
            runs: runs.clone(),
            said: said.clone(),
        }
    }

    /// The sessions of one program, rehearsals left out, in order of their start.
    pub fn of<'a>(&'a self, program: &'a Id) -> impl DoubleEndedIterator<Item = &'a SessionLog> {
        self.sessions.iter().filter(move |s| &s.start.program.id == program && !s.start.rehearsal)
    }
}
