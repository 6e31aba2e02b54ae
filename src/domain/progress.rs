//! Progress: the history folded, for a given moment, into what the streak, the due list and the rules of pain ask.
//!
//! Rehearsals never enter. A session that was cut off counts as it stands once its last line is more than six hours
//! old; a session that another one goes on with is not counted beside it, its sets are.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use crate::domain::day;
use crate::domain::following;
use crate::domain::history::{History, Pause, SessionLog};
use crate::domain::outcome::{outcome, rest_advised, set_records};
use crate::domain::schedule::Schedule;
use crate::domain::session::{Line, SessionResult, SetResult, SkipReason};
use crate::domain::streak::{Dated, Entry, Record, Rules};
use crate::domain::text::Id;

mod headline;
mod pain;
mod why;

pub use headline::headline;
pub(crate) use pain::{Asides, worst_known};
pub use pain::{pain_that_counts, score};
pub use why::{Day, last_safe_day, ledger};

/// The history as it is looked at: by the rules of the streak, at a moment.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// All that happened.
    pub history: &'a History,
    /// The settings of the history.
    pub rules: &'a Rules,
    /// The moment, in the offset of the runner's clock.
    pub now: DateTime<FixedOffset>,
}

impl Seen<'_> {
    /// The day it is (rule S4).
    pub fn today(&self) -> NaiveDate {
        today(self.history, self.now, self.rules.rollover)
    }
}

/// Since its last line, after which a session without an end is taken as it stands (reliability.md 5.3).
pub const CUT_OFF: Duration = Duration::from_hours(6);

/// The programs that the runner follows: enrolled in, or trained at least once, by hand or not.
pub fn followed(history: &History) -> BTreeSet<Id> {
    let enrolled = history.enrolments.iter().map(|enrolment| &enrolment.program);
    let trained = history.sessions.iter().filter(|log| !log.start.rehearsal).map(|log| &log.start.program.id);
    let typed = history.manual.iter().map(|manual| &manual.program);
    enrolled.chain(trained).chain(typed).cloned().collect()
}

/// Whether the runner follows a program; see [`followed`].
pub fn follows(history: &History, program: &Id) -> bool {
    history.of(program).next().is_some()
        || history.enrolments.iter().any(|enrolment| &enrolment.program == program)
        || history.manual.iter().any(|manual| &manual.program == program)
}

/// The day it is (rule S4), by all sessions of all programs.
pub fn today(history: &History, now: DateTime<FixedOffset>, rollover: NaiveTime) -> NaiveDate {
    // Only a day that is later than the clock's can change anything: of years of sessions hardly one is.
    let by_the_clock = day::logical_day(now, rollover);
    let later = history.sessions.iter().filter(|log| log.start.day > by_the_clock && !log.start.rehearsal);
    let believable = later.filter(|log| day::believable(log.start.at, log.start.day, now));
    day::today(now, rollover, believable.map(|log| log.start.day))
}

/// What the streak of one program is reckoned from. `own` is the schedule in its file: it holds where the history
/// knows none. Days on which its sessions advise rest are excused, for this program alone, and so are those before its
/// first day and after its last where the runner named these.
pub fn record(history: &History, program: &Id, own: Schedule, rules: &Rules, now: DateTime<FixedOffset>) -> Record {
    let rest = rest_days(history, program, now).into_iter().map(|day| Pause { from: day, to: day, ..Pause::default() });
    let idle = following::idle(history, program, today(history, now, rules.rollover));
    Record {
        entries: entries(history, program, now),
        pauses: history.pauses.iter().cloned().chain(rest).chain(idle).collect(),
        schedules: schedules(history, program, own, rules),
        grace: rules.grace,
        rollover: rules.rollover,
    }
}

/// The entries of one program, those that do not qualify too: they tell the day and the zone.
fn entries(history: &History, program: &Id, now: DateTime<FixedOffset>) -> Vec<Entry> {
    let sessions = history.of(program).map(|log| Entry {
        id: log.start.session.clone(),
        at: Some(log.start.at),
        day: log.start.day,
        counts: counts(history, log, now),
    });
    let typed = history.manual.iter().filter(|manual| &manual.program == program).map(|manual| Entry {
        id: manual.id.clone(),
        at: None,
        day: manual.day,
        counts: manual.counts,
    });
    sessions.chain(typed).collect()
}

/// Sessions of a program that count, from a day to another, both in; those typed in later too.
pub(crate) fn sessions_done(seen: &Seen<'_>, program: &Id, from: NaiveDate, to: NaiveDate) -> u32 {
    let within = |entry: &&Entry| entry.counts && (from..=to).contains(&entry.day);
    u32::try_from(entries(seen.history, program, seen.now).iter().filter(within).count()).unwrap_or(u32::MAX)
}

/// Whether a session keeps its day: as stored when it ended, or as it stands when it was cut off.
fn counts(history: &History, log: &SessionLog, now: DateTime<FixedOffset>) -> bool {
    match &log.finish {
        Some(finish) => finish.counts,
        None => cut_off(history, log, now) && outcome(&log.start.plan, set_records(lines(history, log))).counts,
    }
}

/// Whether a session without an end is over: nothing was written for six hours, and no other one goes on with it.
fn cut_off(history: &History, log: &SessionLog, now: DateTime<FixedOffset>) -> bool {
    let silent = now.signed_duration_since(ended(log)).to_std().unwrap_or_default();
    let goes_on = history.sessions.iter().any(|other| other.start.continues.as_ref() == Some(&log.start.session));
    silent > CUT_OFF && !goes_on
}

/// How a session went: as it was stored, or as it stands. `None` where another one goes on with it: that one tells.
pub fn result(history: &History, log: &SessionLog) -> Option<SessionResult> {
    let goes_on = history.sessions.iter().any(|other| other.start.continues.as_ref() == Some(&log.start.session));
    (!goes_on).then(|| stands(history, log))
}

/// The same of a session that no other one goes on with.
pub(crate) fn stands(history: &History, log: &SessionLog) -> SessionResult {
    let stands = || outcome(&log.start.plan, set_records(lines(history, log))).result;
    log.finish.as_ref().map_or_else(stands, |finish| finish.result)
}

/// Whether anything was tried in a session: a set begun, an exercise skipped because it hurt, or pain told. One that was
/// opened and left again says nothing.
pub(crate) fn tried(history: &History, log: &SessionLog) -> bool {
    let begun = |result| !matches!(result, SetResult::Skipped(reason) if reason != Some(SkipReason::Pain));
    set_records(lines(history, log)).any(|record| begun(record.result)) || worst_known(history, log).is_some()
}

/// The moment of a session's last line.
pub fn ended(log: &SessionLog) -> DateTime<FixedOffset> {
    chrono::TimeDelta::from_std(log.last)
        .ok()
        .and_then(|length| log.start.at.checked_add_signed(length))
        .unwrap_or(log.start.at)
}

/// The lines of a session, after those of the sessions that it goes on with.
pub fn lines<'a>(history: &'a History, log: &'a SessionLog) -> Vec<&'a Line> {
    let mut chain = vec![log];
    let mut at = log;
    while let Some(before) = at.start.continues.as_ref()
        && let Some(log) = history.sessions.iter().find(|log| &log.start.session == before)
        && !chain.iter().any(|known| known.start.session == log.start.session)
    {
        chain.push(log);
        at = log;
    }
    chain.into_iter().rev().flat_map(|log| &log.lines).collect()
}

/// Days on which the sessions of a program advise rest: as stored, or by the worst pain of one that was cut off.
pub fn rest_days(history: &History, program: &Id, now: DateTime<FixedOffset>) -> BTreeSet<NaiveDate> {
    let believable = history.of(program).filter(|log| day::believable(log.start.at, log.start.day, now));
    believable
        .filter_map(|log| match &log.finish {
            Some(finish) => finish.rest_advised,
            None if cut_off(history, log, now) => {
                rest_advised(pain::worst_given(history, log), log.start.pain_limit, log.start.day)
            }
            None => None,
        })
        .collect()
}

/// The schedules of a program with their first days; of two for one day the one written later holds.
fn schedules(history: &History, program: &Id, own: Schedule, rules: &Rules) -> Vec<Dated> {
    let mut plans: Vec<_> = history.plans.iter().filter(|plan| &plan.program == program).collect();
    plans.sort_by_key(|plan| plan.at);
    let by_day: BTreeMap<NaiveDate, Schedule> = plans.into_iter().map(|plan| (plan.from, plan.schedule)).collect();
    let dated = |from, schedule| Dated { from, schedule, need: rules.need, anchor: None };
    if by_day.is_empty() {
        return vec![dated(None, own)];
    }
    by_day.into_iter().map(|(from, schedule)| dated(Some(from), schedule)).collect()
}
