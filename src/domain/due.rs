//! What is due: one program's state at a moment, and when it is due next.
//!
//! - `gap` counts from the last line of the last session in which any set was done, to the start of the next, across
//!   days: a session too short to count has loaded the tendon too.
//! - A week's quota and the slots are those of the streak (S10, S11): what is due here is what keeps it.
//! - The program's own schedule holds from today on, where the history does not know of it yet.
//! - Where the gap ends on a later day, the program is due later if it is due on that day, else it is over for today.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

use crate::domain::day;
use crate::domain::following;
use crate::domain::history::History;
use crate::domain::outcome::set_records;
use crate::domain::program::Program;
use crate::domain::progress::{self, Seen};
use crate::domain::schedule::{Rhythm, Schedule};
use crate::domain::session::SetResult;
use crate::domain::standing;
use crate::domain::streak::call::{Call, call};
use crate::domain::streak::ledger::Ledger;
use crate::domain::streak::{Dated, Record, Rules};

mod sessions;
mod waiting;
mod words;

pub(crate) use sessions::each;
pub use sessions::schedule;
use sessions::together;
pub use waiting::{Waiting, line, waiting};
pub use words::words;

/// How far the next due day is looked for, in days: past any week, slot or pause that can be written.
const HORIZON: u64 = 366;

/// What is due of one program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// How it stands.
    pub state: DueState,
    /// Qualifying sessions of today.
    pub done_today: u32,
    /// Sessions that are prescribed for a due day, 1 or more.
    pub times: u32,
    /// When it is due next; none where it is due now, or nothing is known.
    pub next: Option<Next>,
    /// The day it is.
    pub today: NaiveDate,
}

/// How a program stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueState {
    /// May be done, and keeps the day, the week or the slot.
    Now,
    /// Due once the gap after the last session is over.
    Later(DateTime<FixedOffset>),
    /// All of today's sessions are done.
    DoneToday,
    /// Not due, and wanted: the week's quota is met, and the schedule takes more days than that.
    Wanted,
    /// Not due today: another day of the week, the quota or the slot is met.
    RestDay,
    /// Not asked for today.
    Excused(Excuse),
    /// Never due; done when it is needed.
    AsNeeded,
    /// Not before the day that the runner named.
    Begins,
}

/// Why a day is excused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excuse {
    /// The pain was over the limit: the program's rules advise a day of rest.
    RestAdvised,
    /// The runner is in a pause.
    Paused,
}

/// When a program is due next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// The logical day.
    pub day: NaiveDate,
    /// Not before this moment, where the gap reaches into that day.
    pub after: Option<DateTime<FixedOffset>>,
}

/// What is due of a program at `now`, in the offset of the runner's clock: by the schedule of the stage in which the
/// runner stands.
pub fn due(program: &Program, history: &History, rules: &Rules, now: DateTime<FixedOffset>) -> Due {
    let seen = Seen { history, rules, now };
    let phase = standing::begun(program, history).phase;
    let today = seen.today();
    if let Some(day) = following::begins(history, &program.id, today) {
        let next = Some(Next { day, after: None });
        let times = program.schedule_of(phase).times.max(1);
        return Due { state: DueState::Begins, done_today: 0, times, next, today };
    }
    if let Some(due) = together(&each(program, phase, &seen)) {
        return due;
    }
    let schedule = program.schedule_of(phase);
    let mut record = progress::record(history, &program.id, schedule, rules, now);
    let in_force = record.schedules.iter().rfind(|dated| dated.from.is_none_or(|from| from <= today));
    if in_force.is_none_or(|dated| dated.schedule != schedule) {
        record.schedules.push(Dated { from: Some(today), need: rules.need, ..Dated::always(schedule) });
    }
    one(program, &record, schedule, &seen)
}

/// When a program is due by its file and by the stage in which the runner stands: what the streak is reckoned from.
pub fn schedule_now(program: &Program, history: &History) -> Schedule {
    schedule(program, standing::begun(program, history).phase)
}

/// What is due by one schedule, with the entries and schedules of a record.
fn one(program: &Program, record: &Record, schedule: Schedule, seen: &Seen<'_>) -> Due {
    let Seen { history, rules, now } = *seen;
    let today = seen.today();
    let ledger = Ledger::new(record, now, today);
    let gap = gap_end(program, history, now);
    let gap_day = gap.map_or(today, |end| day::logical_day(end, rules.rollover).max(today));
    let asks = |day| matches!(call(&ledger, day), Call::Welcome | Call::Due) && !ledger.paused(day);
    let done_today = ledger.done(today);
    let times = schedule.times.max(1);

    let over = if done_today > 0 { DueState::DoneToday } else { DueState::RestDay };
    let state = if schedule.rhythm == Rhythm::AsNeeded {
        DueState::AsNeeded
    } else if done_today >= times {
        DueState::DoneToday
    } else if progress::rest_days(history, &program.id, now).contains(&today) {
        DueState::Excused(Excuse::RestAdvised)
    } else if ledger.paused(today) {
        DueState::Excused(Excuse::Paused)
    } else if call(&ledger, today) == Call::Wanted && gap.is_none() {
        DueState::Wanted
    } else if !asks(today) {
        over
    } else {
        match gap {
            None => DueState::Now,
            Some(end) if asks(gap_day) => DueState::Later(end),
            Some(_) => over,
        }
    };
    let from = match state {
        DueState::Now => None,
        DueState::Later(_) => Some(gap_day),
        DueState::AsNeeded | DueState::Begins => gap.map(|_| gap_day),
        DueState::Wanted | DueState::DoneToday | DueState::RestDay | DueState::Excused(_) => {
            let from = gap_day.max(day::after(today, 1));
            day::span(from, day::after(from, HORIZON)).find(|day| asks(*day))
        }
    };
    let next = from.map(|day| Next { day, after: gap.filter(|_| day == gap_day) });
    Due { state, done_today, times, next, today }
}

/// When the gap after the last session ends, in the runner's offset; none where it has ended.
fn gap_end(program: &Program, history: &History, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
    let gap = TimeDelta::from_std(program.gap?).ok()?;
    let believable = history.of(&program.id).filter(|log| day::believable(log.start.at, log.start.day, now));
    let trained =
        believable.filter(|log| set_records(&log.lines).any(|record| !matches!(record.result, SetResult::Skipped(_))));
    let end = trained.map(progress::ended).max()?.checked_add_signed(gap)?;
    (end > now).then(|| end.with_timezone(now.offset()))
}
