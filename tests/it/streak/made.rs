//! Histories made by hand, in a line each.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};
use soleus::domain::day::{ROLLOVER, logical_day};
use soleus::domain::exercise::{Affected, Side};
use soleus::domain::history::{DatedPlan, Enrolment, Manual, SessionLog};
use soleus::domain::program::Program;
use soleus::domain::schedule::{Rhythm, Schedule, Weekdays};
use soleus::domain::session::{
    Finish, Happened, Line, PlannedExercise, ProgramRef, Rating, SessionResult, SetRecord, SetResult, Start, Target,
    When,
};
use soleus::domain::text::{Clean, Id};

pub(super) fn at(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// A finished session of half an hour, with one set done.
pub(crate) fn session(program: &str, start: &str) -> SessionLog {
    let start = at(start);
    let start = Start {
        session: format!("{program} {start}"),
        at: start,
        zone: None,
        day: logical_day(start, ROLLOVER),
        rollover: ROLLOVER,
        program: ProgramRef { id: id(program), title: Clean::name(program), hash: String::new() },
        affected: Affected::Left,
        pain_limit: 5,
        phase: 0,
        turn: 0,
        variant: None,
        plan: vec![planned("drop", 2)],
        lighter: false,
        rehearsal: false,
        continues: None,
    };
    SessionLog {
        start,
        lines: vec![line(Happened::Set(set("drop", 1, SetResult::Done)))],
        later: Vec::new(),
        finish: Some(finish(true)),
        last: Duration::from_mins(30),
        ours: true,
    }
}

/// The same without an end, its last line half an hour after its start.
pub(super) fn unfinished(program: &str, start: &str) -> SessionLog {
    SessionLog { finish: None, ..session(program, start) }
}

pub(super) fn finish(counts: bool) -> Finish {
    Finish { result: SessionResult::Completed, fraction: 1.0, counts, rest_advised: None, clock_step: None }
}

pub(crate) const fn line(what: Happened) -> Line {
    Line { at: Duration::from_mins(30), what }
}

pub(crate) fn rated(when: When, pain: u8) -> Rating {
    Rating { when, pain: Some(pain), effort: None, stiffness: None, place: None }
}

/// So many sets of 10 reps on the left.
pub(super) fn planned(exercise: &str, sets: u32) -> PlannedExercise {
    PlannedExercise {
        exercise: id(exercise),
        name: Clean::name(exercise),
        sets,
        sides: vec![Some(Side::Left)],
        target: Target { reps: Some(10), time: None },
        optional: false,
        load: None,
        level: 0,
        manner: None,
    }
}

/// A set of 10 reps on the left.
pub(super) fn set(exercise: &str, number: u32, result: SetResult) -> SetRecord {
    SetRecord {
        exercise: id(exercise),
        set: number,
        side: Some(Side::Left),
        result,
        target: Target { reps: Some(10), time: None },
        reps: None,
        active: Duration::ZERO,
        instead: None,
        measure: None,
        unconfirmed: false,
    }
}

pub(crate) fn manual(program: &str, on: &str) -> Manual {
    Manual {
        id: format!("typed {program} {on}"),
        program: id(program),
        day: day(on),
        counts: true,
        fraction: 1.0,
        pain: None,
        at: midnight(day(on)),
    }
}

pub(super) fn enrolment(program: &str, when: &str) -> Enrolment {
    Enrolment::new(at(when), id(program), Affected::Left, String::new())
}

pub(super) fn plan(program: &str, from: &str, schedule: Schedule) -> DatedPlan {
    DatedPlan { at: at("2026-11-01T08:00:00+01:00"), program: id(program), from: day(from), schedule }
}

pub(super) const fn once(rhythm: Rhythm) -> Schedule {
    Schedule { rhythm, times: 1 }
}

/// On these days of the week, once.
pub(super) fn on(days: &str) -> Schedule {
    let set = days.split(' ').fold(Weekdays::default(), |set, day| set.with(day.parse().unwrap()));
    once(Rhythm::Days(set))
}

pub(super) fn program(schedule: Schedule, gap_hours: u64) -> Program {
    let gap = (gap_hours > 0).then(|| Duration::from_hours(gap_hours));
    Program { schedule, gap, phases: Vec::new(), ..Program::new(id("knee"), Clean::name("Knee"), Vec::new()) }
}

/// The beginning of a day, in UTC.
pub(super) fn midnight(on: NaiveDate) -> DateTime<FixedOffset> {
    on.and_hms_opt(0, 0, 0).unwrap().and_utc().fixed_offset()
}
