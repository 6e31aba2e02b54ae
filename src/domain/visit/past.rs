//! The past as the history screen looks at it: a year of days, and every program with its sessions.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::climb::thousandths;
use crate::domain::day;
use crate::domain::due::schedule_now;
use crate::domain::prescription::{count, lower_first};
use crate::domain::program::Program;
use crate::domain::progress::{self, Seen, headline};
use crate::domain::schedule::Schedule;
use crate::domain::session::{SessionResult, SetRecord, SetResult, SkipReason};
use crate::domain::streak::{State, Unit, streak};
use crate::domain::text::{Clean, Id};
use crate::domain::time::{in_words, minutes};
use crate::domain::visit::{Mark, Pain, Span, Told, Visit, told};

/// The days that are looked back on: 53 weeks.
pub const YEAR: u64 = 371;

/// All of it; never borrowed from the history, so that a screen can keep it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Past {
    /// The day it is.
    pub today: NaiveDate,
    /// All programs together, where there are several; then each, the one trained last first.
    pub views: Vec<View>,
    /// Whether anything that was said outside of sessions can be taken back.
    pub can_undo: bool,
}

/// One program, or all together.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Its title.
    pub title: Clean,
    /// Every day of the last year since the first session.
    pub days: BTreeMap<NaiveDate, Square>,
    /// Weeks, pain, loads, choices; none for all programs together.
    pub visit: Option<Visit>,
    /// Its sessions, the last first.
    pub entries: Vec<Entry>,
}

/// How a day is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Square {
    /// Done as prescribed, or stopped for pain: that is training too.
    Done,
    /// Something was done, less than was prescribed.
    Part,
    /// Nothing was due.
    Rest,
    /// Missed, and forgiven.
    Forgiven,
    /// In a pause, or rest was advised.
    Excused,
    /// Missed.
    Missed,
    /// Today, and still to do.
    Open,
}

/// One session, or one that was typed in later.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its day.
    pub day: NaiveDate,
    /// `07:12`; empty where it was typed in.
    pub at: String,
    /// The program's title.
    pub title: Clean,
    /// `completed, 12 of 12 sets, 21 min`.
    pub how: String,
    /// What was said about pain.
    pub pain: Pain,
    /// What is known of each set, and the notes, a line each.
    pub sets: Vec<String>,
}

impl Past {
    /// The past at a moment.
    pub fn of<'a>(programs: impl IntoIterator<Item = &'a Program>, seen: &Seen<'_>) -> Self {
        let programs: Vec<&Program> = programs.into_iter().collect();
        let today = seen.today();
        let span = Span { from: day::before(today, YEAR), to: today };
        let mut views: Vec<View> = progress::followed(seen.history)
            .iter()
            .filter_map(|id| {
                let at_hand = programs.iter().find(|program| &program.id == id).copied();
                let visit = Visit::of(id, at_hand, seen, span)?;
                let entries = entries(seen, |other| other == id);
                Some(View {
                    title: visit.title.clone(),
                    days: squares(&visit, at_hand, seen),
                    visit: Some(visit),
                    entries,
                })
            })
            .collect();
        views.sort_by_key(|view| std::cmp::Reverse(view.entries.first().map(|entry| (entry.day, entry.at.clone()))));
        if views.len() > 1 {
            views.insert(0, together(&views, &programs, seen));
        }
        Self { today, views, can_undo: !seen.history.said.is_empty() }
    }
}

/// All programs together: the headline streak, and what was done on each day.
fn together(views: &[View], programs: &[&Program], seen: &Seen<'_>) -> View {
    let schedules: BTreeMap<Id, Schedule> =
        programs.iter().map(|program| (program.id.clone(), schedule_now(program, seen.history))).collect();
    let streak = headline(seen.history, &schedules, seen.rules, seen.now);
    let from = day::before(seen.today(), YEAR);
    let days = streak.states.range(from..).map(|(day, state)| {
        let own = views.iter().filter_map(|view| view.days.get(day));
        let done = own.clone().any(|square| *square == Square::Done);
        let part = own.clone().any(|square| *square == Square::Part);
        (*day, square(*state, done, part))
    });
    View { title: Clean::name("All programs"), days: days.collect(), visit: None, entries: entries(seen, |_| true) }
}

/// The squares of one program: by its streak where that is of days, else by what was done.
fn squares(visit: &Visit, at_hand: Option<&Program>, seen: &Seen<'_>) -> BTreeMap<NaiveDate, Square> {
    let own = at_hand.map_or(Schedule::DAILY, |program| schedule_now(program, seen.history));
    let streak = streak(&progress::record(seen.history, &visit.program, own, seen.rules, seen.now), seen.now);
    let of_days = streak.unit == Unit::Days;
    let one = |day: &crate::domain::visit::Day| {
        let state = match day.mark {
            Mark::Paused | Mark::RestAdvised => State::Excused,
            Mark::Today if of_days => State::Open,
            Mark::Due(_) | Mark::Free | Mark::Today => State::Rest,
        };
        let state = streak.states.get(&day.day).copied().filter(|_| of_days).unwrap_or(state);
        let asked = if let Mark::Due(times) = day.mark { times.max(1) } else { 1 };
        (day.day, square(state, day.done >= asked, day.begun > 0 || day.done > 0))
    };
    visit.days.iter().map(one).collect()
}

const fn square(state: State, done: bool, part: bool) -> Square {
    match state {
        _ if done => Square::Done,
        _ if part => Square::Part,
        // Kept by what is not in these programs any more.
        State::Met => Square::Done,
        State::Missed => Square::Missed,
        State::Forgiven => Square::Forgiven,
        State::Excused => Square::Excused,
        State::Rest => Square::Rest,
        State::Open => Square::Open,
    }
}

/// The sessions of some programs, the last first.
fn entries(seen: &Seen<'_>, wanted: impl Fn(&Id) -> bool) -> Vec<Entry> {
    let played = told(seen.history, |log| wanted(&log.start.program.id));
    let mut entries: Vec<Entry> = played.iter().map(played_entry).collect();
    let typed = seen.history.manual.iter().filter(|manual| wanted(&manual.program));
    entries.extend(typed.map(|manual| Entry {
        id: manual.id.clone(),
        day: manual.day,
        at: String::new(),
        title: Clean::name(manual.program.as_str()),
        how: format!("typed in later, {:.0} %", manual.fraction * 100.0),
        pain: Pain { after: manual.pain, ..Pain::default() },
        sets: Vec::new(),
    }));
    entries.sort_by(|a, b| (b.day, &b.at).cmp(&(a.day, &a.at)));
    entries
}

fn played_entry(told: &Told<'_>) -> Entry {
    let start = &told.log.start;
    let planned: u32 = start.plan.iter().map(|entry| entry.sets * u32::try_from(entry.sides.len()).unwrap_or(1)).sum();
    let records = told.sets();
    let done = records.iter().filter(|record| record.result == SetResult::Done).count();
    let result = match (told.result, told.log.finish.is_some()) {
        (SessionResult::Completed, _) => "completed",
        (SessionResult::StoppedPain, _) => "stopped because of pain",
        (SessionResult::Partial | SessionResult::Short, false) => "not finished",
        (SessionResult::Partial, true) => "partly done",
        (SessionResult::Short, true) => "cut short",
    };
    let notes = told.notes().map(|note| format!("note: {note}"));
    Entry {
        id: start.session.clone(),
        day: start.day,
        at: start.at.format("%H:%M").to_string(),
        title: start.program.title.clone(),
        how: format!("{result}, {done} of {}, {} min", count(planned, "set"), minutes(told.log.last)),
        pain: told.pain,
        sets: records.iter().map(|record| set(told, record)).chain(notes).collect(),
    }
}

/// `heel drop, set 2, left: 15 reps, 1 min 15 s`.
fn set(told: &Told<'_>, record: &SetRecord) -> String {
    let planned = told.log.start.plan.iter().find(|entry| entry.exercise == record.exercise);
    let name = planned.map_or_else(|| record.exercise.to_string(), |entry| lower_first(&entry.name));
    let instead = record.instead.as_ref().map(|id| format!(" ({id} in its place)")).unwrap_or_default();
    let side = record.side.map(|side| format!(", {}", side.word())).unwrap_or_default();
    let mut parts = Vec::new();
    parts.extend(match record.result {
        SetResult::Done => None,
        SetResult::Early => Some("ended early".to_owned()),
        SetResult::StoppedPain => Some("stopped because of pain".to_owned()),
        SetResult::Skipped(why) => Some(match why {
            Some(SkipReason::Pain) => "left out: it hurt".to_owned(),
            Some(SkipReason::Tired) => "left out: too tired".to_owned(),
            Some(SkipReason::NoTime) => "left out: no time".to_owned(),
            Some(SkipReason::NoEquipment) => "left out: no equipment".to_owned(),
            None => "left out".to_owned(),
        }),
    });
    parts.extend(record.reps.map(|reps| match record.target.reps {
        Some(target) if target != reps => format!("{reps} of {}", count(target, "rep")),
        Some(_) | None => count(reps, "rep"),
    }));
    let active = std::time::Duration::from_secs(record.active.as_secs());
    parts.extend((!active.is_zero()).then(|| in_words(active)));
    parts.extend(record.measure.map(|measured| format!("result {}", thousandths(measured))));
    let parts = if parts.is_empty() { "done".to_owned() } else { parts.join(", ") };
    format!("{name}{instead}, set {}{side}: {parts}", record.set)
}
