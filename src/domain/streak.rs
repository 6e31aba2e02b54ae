//! The streak: a pure function of all entries, the dated schedules, the pauses, the grace and the moment of looking.
//!
//! Never a counter: it is reckoned anew from the whole set, so that a late pause, a session typed in later and a
//! second device all come out the same. The rules S1 to S11 stand at the head of `streak-cases.toml`; what they leave
//! open is decided so:
//!
//! - A change of the kind of schedule (days, week, every) begins a new stretch on its first day. Each stretch is
//!   judged on its own; `current`, `today` and `unit` are those of the stretch that holds today, `longest` is the
//!   best of all stretches with that unit.
//! - "As needed" is a schedule of days on which no day is due: every day is a rest day, sessions are a bonus. A program
//!   that was always as needed has a streak of 0; one that becomes so keeps its run of days as it stood.
//! - When the number a week changes inside a week, each available day adds its own q / 7 to the quota.
//! - When *n* of "every n days" changes, slots are laid anew from that day and the run goes on; a slot that the change
//!   cut short and that was not kept is excused.
//! - `at_risk` of weeks and slots: not training *today* would end the run.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use crate::domain::day::{self, ROLLOVER};
use crate::domain::history::Pause;
use crate::domain::schedule::Schedule;

pub(crate) mod call;
pub(crate) mod days;
pub(crate) mod ledger;
mod periods;
mod score;
mod sift;
mod weeks;

use ledger::Ledger;
pub use score::score;

/// What the streak is reckoned from.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Sessions and days typed in later; a set (S2): of two with one id the first given holds.
    pub entries: Vec<Entry>,
    /// Days that are excused.
    pub pauses: Vec<Pause>,
    /// What is due, by the day from which it is in force; none at all means once every day.
    pub schedules: Vec<Dated>,
    /// Missed days that are forgiven; only for schedules of days.
    pub grace: Grace,
    /// When a new day begins, 00:00 to 12:00.
    pub rollover: NaiveTime,
}

/// One session, or one day typed in later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its own id.
    pub id: String,
    /// When it began; none where it was typed in for a day.
    pub at: Option<DateTime<FixedOffset>>,
    /// Its logical day, as stored.
    pub day: NaiveDate,
    /// Whether it qualifies: keeps a day.
    pub counts: bool,
}

/// A schedule, in force from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Its first day; none for always. The earliest of all holds for all days before it too.
    pub from: Option<NaiveDate>,
    /// What is due.
    pub schedule: Schedule,
    /// How many of a day's sessions keep the day.
    pub need: Need,
    /// For "every n days": the first day of a slot; the first kept day where there is none.
    pub anchor: Option<NaiveDate>,
}

impl Dated {
    /// A schedule that was always in force, where any session keeps the day.
    pub const fn always(schedule: Schedule) -> Self {
        Self { from: None, schedule, need: Need::Any, anchor: None }
    }
}

/// How many of the sessions of a due day keep it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Need {
    /// One: turning up counts.
    #[default]
    Any,
    /// All of them.
    All,
}

/// At most `allow` forgiven days in any `window` consecutive days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grace {
    /// 0 to 3.
    pub allow: u32,
    /// Calendar days, 1 to 31.
    pub window: u32,
}

impl Default for Grace {
    fn default() -> Self {
        Self { allow: 1, window: 7 }
    }
}

/// The settings of the history that the streak depends on: the same on every device (promise P10).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Missed days that are forgiven.
    pub grace: Grace,
    /// How many of a day's sessions keep the day.
    pub need: Need,
    /// When a new day begins, 00:00 to 12:00.
    pub rollover: NaiveTime,
}

impl Default for Rules {
    fn default() -> Self {
        Self { grace: Grace::default(), need: Need::Any, rollover: ROLLOVER }
    }
}

/// The streak as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Streak {
    /// Units of the run that goes on.
    pub current: u32,
    /// Units of the longest run ever.
    pub longest: u32,
    /// What is counted.
    pub unit: Unit,
    /// Today's day, week or slot: met, open, rest or excused.
    pub today: State,
    /// Not training today would end the run.
    pub at_risk: bool,
    /// Entries ignored because they are dated in the future (S3).
    pub future: usize,
    /// Every day, week or slot that was judged, by its first day.
    pub states: BTreeMap<NaiveDate, State>,
}

/// What a streak counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Days that were due.
    Days,
    /// Weeks, Monday to Sunday.
    Weeks,
    /// Slots of so many days.
    Periods,
}

/// How a day, a week or a slot stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Kept.
    Met,
    /// Not kept: the run ended here.
    Missed,
    /// Not kept, and forgiven: neither adds nor ends.
    Forgiven,
    /// In a pause, or lost over the date line: neither adds nor ends.
    Excused,
    /// Nothing was due.
    Rest,
    /// Today, and still to do.
    Open,
}

/// A stretch as it was judged.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) states: BTreeMap<NaiveDate, State>,
    pub(crate) run: u32,
    pub(crate) longest: u32,
    pub(crate) today: State,
    pub(crate) at_risk: bool,
}

impl Judged {
    /// A stretch without a kept day.
    const fn nothing(today: State) -> Self {
        Self { states: BTreeMap::new(), run: 0, longest: 0, today, at_risk: false }
    }

    /// The next week or slot in order; these know no grace.
    fn add(&mut self, first: NaiveDate, state: State) {
        match state {
            State::Met => self.run += 1,
            State::Missed => self.run = 0,
            State::Forgiven | State::Excused | State::Rest | State::Open => {}
        }
        self.longest = self.longest.max(self.run);
        self.states.insert(first, state);
    }
}

/// The streak at `now`, whose offset is that of the runner's clock.
pub fn streak(record: &Record, now: DateTime<FixedOffset>) -> Streak {
    let ledger = Ledger::new(record, now, day::logical_day(now, record.rollover));
    let mut streak = Streak {
        current: 0,
        longest: 0,
        unit: Unit::Days,
        today: State::Open,
        at_risk: false,
        future: ledger.future(),
        states: BTreeMap::new(),
    };
    let mut longest: BTreeMap<Unit, u32> = BTreeMap::new();
    for stretch in ledger.stretches() {
        let unit = stretch.unit();
        let judged = match unit {
            Unit::Days => days::judge(&ledger, stretch, record.grace),
            Unit::Weeks => weeks::judge(&ledger, stretch),
            Unit::Periods => periods::judge(&ledger, stretch),
        };
        let best = longest.entry(unit).or_default();
        *best = judged.longest.max(*best);
        streak.longest = *best;
        streak.unit = unit;
        streak.current = judged.run;
        streak.today = judged.today;
        streak.at_risk = judged.at_risk;
        streak.states.extend(judged.states);
    }
    streak
}
