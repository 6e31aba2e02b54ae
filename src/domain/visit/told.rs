//! One session as it is told: how it went and what was said of it, put together from all its lines.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::exercise::Side;
use crate::domain::history::{History, SessionLog};
use crate::domain::outcome::{Outcome, outcome, set_records};
use crate::domain::progress::lines;
use crate::domain::session::{Happened, Line, Rating, SessionResult, SetRecord, When};
use crate::domain::text::{Clean, Id};

/// The scores of a session, each 0 to 10; none where it was not given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pain {
    /// Before it.
    pub before: Option<u8>,
    /// The worst stamp in the middle of it.
    pub during: Option<u8>,
    /// The worst during it, as it was said after it.
    pub after: Option<u8>,
    /// On the next morning; asked about once for a day.
    pub morning: Option<u8>,
}

impl Pain {
    /// The worst of stamps and of what was said after the session.
    pub fn worst(self) -> Option<u8> {
        self.during.max(self.after)
    }
}

/// One session of the history.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// Its head, its end, and whose it is.
    pub log: &'a SessionLog,
    /// Its lines, after those of the session that it goes on with.
    pub lines: Vec<&'a Line>,
    /// How it went: as stored, or as it stands.
    pub result: SessionResult,
    /// The part of its plan that was done, 0 to 1.
    pub fraction: f64,
    /// Whether it keeps its day.
    pub counts: bool,
    /// What was said about pain.
    pub pain: Pain,
    /// Minutes of stiffness on the next morning, 0 to 120.
    pub stiffness: Option<u8>,
    /// Effort, 0 to 10.
    pub effort: Option<u8>,
}

/// Pain and stiffness of a morning.
type Morning = (Option<u8>, Option<u8>);

/// A set by its exercise, its number and its side.
type Key<'a> = (&'a Id, u32, Option<Side>);

impl<'a> Told<'a> {
    /// The records that hold: the last of each set, in the order of their lines.
    pub fn sets(&self) -> Vec<&'a SetRecord> {
        let mut last: BTreeMap<Key<'a>, usize> = BTreeMap::new();
        let records: Vec<&'a SetRecord> = set_records(self.lines.iter().copied()).collect();
        for (n, record) in records.iter().enumerate() {
            let _before = last.insert((&record.exercise, record.set, record.side), n);
        }
        let held: BTreeSet<usize> = last.into_values().collect();
        records.into_iter().enumerate().filter(|(n, _)| held.contains(n)).map(|(_, record)| record).collect()
    }

    /// The answers and stamps of the session itself.
    pub fn ratings(&self) -> impl Iterator<Item = &'a Rating> {
        self.lines.iter().filter_map(|line| match &line.what {
            Happened::Rate(rating) => Some(rating),
            Happened::Set(_) | Happened::Note(_) | Happened::Interrupted | Happened::Resumed | Happened::Finish(_) => {
                None
            }
        })
    }

    /// The runner's own words.
    pub fn notes(&self) -> impl Iterator<Item = &'a Clean> {
        self.lines.iter().filter_map(|line| match &line.what {
            Happened::Note(text) => Some(text),
            Happened::Set(_) | Happened::Rate(_) | Happened::Interrupted | Happened::Resumed | Happened::Finish(_) => {
                None
            }
        })
    }
}

/// The wanted sessions in the order of their start: rehearsals are left out, and so is a session that another one goes
/// on with, since that one tells of both.
pub fn told(history: &History, wanted: impl Fn(&SessionLog) -> bool) -> Vec<Told<'_>> {
    let gone_on: BTreeSet<&str> = history.sessions.iter().filter_map(|log| log.start.continues.as_deref()).collect();
    let mut mornings: BTreeMap<(&Id, NaiveDate), Morning> = BTreeMap::new();
    for log in history.sessions.iter().filter(|log| !log.start.rehearsal) {
        for rating in log.later.iter().filter(|rating| rating.when == When::NextMorning) {
            let (pain, stiffness) = mornings.entry((&log.start.program.id, log.start.day)).or_default();
            *pain = rating.pain.max(*pain);
            *stiffness = rating.stiffness.max(*stiffness);
        }
    }
    let own = history.sessions.iter().filter(|log| !log.start.rehearsal && wanted(log));
    own.filter(|log| !gone_on.contains(log.start.session.as_str()))
        .map(|log| {
            let morning = mornings.get(&(&log.start.program.id, log.start.day)).copied().unwrap_or_default();
            one(log, lines(history, log), morning)
        })
        .collect()
}

fn one<'a>(log: &'a SessionLog, lines: Vec<&'a Line>, morning: Morning) -> Told<'a> {
    let stands = || outcome(&log.start.plan, set_records(lines.iter().copied()));
    let Outcome { result, fraction, counts } = match &log.finish {
        Some(end) => Outcome { result: end.result, fraction: end.fraction, counts: end.counts },
        None => stands(),
    };
    let mut told = Told {
        log,
        lines,
        result,
        fraction,
        counts,
        pain: Pain { morning: morning.0, ..Pain::default() },
        stiffness: morning.1,
        effort: None,
    };
    let later = log.later.iter().filter(|rating| rating.when != When::NextMorning);
    let ratings: Vec<&Rating> = told.ratings().chain(later).collect();
    for rating in ratings {
        let pain = match rating.when {
            When::Before => &mut told.pain.before,
            When::During => &mut told.pain.during,
            When::After => &mut told.pain.after,
            When::NextMorning => &mut told.pain.morning,
        };
        *pain = rating.pain.max(*pain);
        told.effort = rating.effort.max(told.effort);
        told.stiffness = rating.stiffness.max(told.stiffness);
    }
    told
}
