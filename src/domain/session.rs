//! What happened: the record of one session, as it is written down line by line and read back.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use crate::domain::exercise::{Affected, Side};
use crate::domain::text::{Clean, Id};

/// The head of a session's record: what was planned, for whom, when.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// The session's own id: 26 characters, unique everywhere.
    pub session: String,
    /// The moment, with the offset of the runner's clock.
    pub at: DateTime<FixedOffset>,
    /// The zone's name where it is known (`Europe/Berlin`).
    pub zone: Option<Clean>,
    /// The logical day (rule S1): stored, never reckoned again.
    pub day: NaiveDate,
    /// When a new day begins, 00:00 to 12:00.
    pub rollover: NaiveTime,
    /// Which program.
    pub program: ProgramRef,
    /// The affected side as it was known.
    pub affected: Affected,
    /// The program's pain limit, 0 to 10.
    pub pain_limit: u8,
    /// The stage of the program, 0 and up.
    pub phase: usize,
    /// The session of the stage, 0 and up.
    pub turn: usize,
    /// The variant that the runner chose.
    pub variant: Option<Id>,
    /// The plan as it was resolved, one entry an exercise in order; an exercise whose sides have doses of their own
    /// has an entry a dose.
    pub plan: Vec<PlannedExercise>,
    /// The doses are those of a lighter session, this once.
    pub lighter: bool,
    /// Nothing of a rehearsal counts.
    pub rehearsal: bool,
    /// The session that this one goes on with, where its file could not be appended to.
    pub continues: Option<String>,
}

/// Which program a session belongs to, as far as the history needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramRef {
    /// Its id.
    pub id: Id,
    /// Its title on that day.
    pub title: Clean,
    /// SHA-256 of the plan as resolved (exercises, order, doses; not wording), 64 hex digits.
    pub hash: String,
}

/// An exercise of a plan as the history keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedExercise {
    /// The exercise's id.
    pub exercise: Id,
    /// Its name on that day.
    pub name: Clean,
    /// Sets a side.
    pub sets: u32,
    /// The sides in the order of the sets: `[None]` for both at once.
    pub sides: Vec<Option<Side>>,
    /// The dose of one set.
    pub target: Target,
    /// May be skipped.
    pub optional: bool,
    /// What is carried or pulled, as it was reached.
    pub load: Option<Clean>,
    /// Steps above the low end of its range.
    pub level: u32,
    /// How it was to be done besides its dose; none where the line was written before that was kept, or was too long.
    pub manner: Option<Manner>,
}

/// How an exercise was to be done besides its dose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manner {
    /// The phases of a rep in words: `raise 2 s, lower 3 s`; none where no tempo paces it.
    pub tempo: Option<Clean>,
    /// Between held reps, where there are any.
    pub relax: Option<Duration>,
    /// Between two sets.
    pub rest: Duration,
    /// Before the next exercise.
    pub rest_after: Duration,
    /// To change sides.
    pub change_over: Duration,
    /// The count before the first second of work; none: the built-in one.
    pub get_ready: Option<Duration>,
    /// The label of its circuit.
    pub circuit: Option<Clean>,
}

/// What one set was meant to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// Reps; none for a hold or a stretch of time.
    pub reps: Option<u32>,
    /// Time under work without relax; none where the runner sets the pace.
    pub time: Option<Duration>,
}

/// A set as it went. The last record of the same exercise, set and side is the one that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetRecord {
    /// The exercise's id.
    pub exercise: Id,
    /// 1 and up, counted a side.
    pub set: u32,
    /// The side that worked; none for both at once.
    pub side: Option<Side>,
    /// How it ended.
    pub result: SetResult,
    /// What it was meant to be.
    pub target: Target,
    /// Reps really done; none where reps are not counted.
    pub reps: Option<u32>,
    /// Time really worked: the running stretches, without pauses.
    pub active: Duration,
    /// Done in place of the planned one: the easier or harder exercise's id.
    pub instead: Option<Id>,
    /// The result that was asked for, in thousandths of the exercise's unit.
    pub measure: Option<u32>,
    /// Nobody said that it was done: its time was over, and the runner had chosen that the session goes on then. Its
    /// reps are those that were prescribed, and no step of a range is earned by it.
    pub unconfirmed: bool,
}

/// How a set ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SetResult {
    /// Held to its target less 0.1 s, or all reps.
    Done,
    /// The runner ended it before.
    Early,
    /// Not done.
    Skipped(Option<SkipReason>),
    /// Begun, and stopped because of pain.
    StoppedPain,
}

/// Why an exercise was skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SkipReason {
    /// It hurt.
    Pain,
    /// Too tired.
    Tired,
    /// No time.
    NoTime,
    /// No equipment.
    NoEquipment,
}

/// One line of a session's record after its head.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Since the start, on the clock that counts sleep.
    pub at: Duration,
    /// What happened.
    pub what: Happened,
}

/// What a line tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Happened {
    /// A set ended, or its reps were put right.
    Set(SetRecord),
    /// An answer or a stamp.
    Rate(Rating),
    /// The runner's own words, up to 2,000 characters.
    Note(Clean),
    /// Paused for more than 30 minutes, or the machine slept.
    Interrupted,
    /// Gone on after an interruption.
    Resumed,
    /// The end.
    Finish(Finish),
}

/// An answer to a question, or a stamp in the middle of the work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// When it was given.
    pub when: When,
    /// Pain, 0 to 10.
    pub pain: Option<u8>,
    /// Effort, 0 to 10, in our own words.
    pub effort: Option<u8>,
    /// Morning stiffness in minutes, 0 to 120.
    pub stiffness: Option<u8>,
    /// For a stamp: the exercise, set and side it was given in.
    pub place: Option<(Id, u32, Option<Side>)>,
}

/// When a rating was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// Before the session.
    Before,
    /// In the middle of it.
    During,
    /// After it.
    After,
    /// On the next morning.
    NextMorning,
}

/// The end of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Finish {
    /// How it went.
    pub result: SessionResult,
    /// Mean over the planned sets that are not optional, 0 to 1.
    pub fraction: f64,
    /// Whether it keeps the day. Stored, so that a later change of a rule does not rewrite the past.
    pub counts: bool,
    /// The day on which the program's rules advise rest, because the pain was over the limit.
    pub rest_advised: Option<NaiveDate>,
    /// Seconds by which the wall clock disagrees with start + elapsed, where that is more than 60.
    pub clock_step: Option<i64>,
}

/// How a session went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SessionResult {
    /// Every planned set that is not optional was done.
    Completed,
    /// At least half of it.
    Partial,
    /// Less than half.
    Short,
    /// Stopped because of pain after at least one set was begun: counts as having trained.
    StoppedPain,
}
