//! The days on which a program was trained, with what is known of each.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::day;
use crate::domain::history::SessionLog;
use crate::domain::program::Program;
use crate::domain::progress::{Asides, Seen, tried};
use crate::domain::session::When;

/// One day of training.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Trained {
    pub(super) day: NaiveDate,
    /// The worst pain that is known of its sessions and of the next morning, 0 to 10.
    pub(super) worst: Option<u8>,
    /// The same of its last session alone.
    pub(super) last: Option<u8>,
    /// Pain before its first session, 0 to 10.
    pub(super) before: Option<u8>,
    /// Pain on the next morning, 0 to 10.
    pub(super) morning: Option<u8>,
    /// Stiffness on the next morning, in minutes.
    pub(super) stiff: Option<u8>,
}

/// The days in their order.
#[derive(Debug)]
pub(super) struct Days(pub(super) Vec<Trained>);

impl Days {
    pub(super) fn of(program: &Program, seen: &Seen<'_>) -> Self {
        let history = seen.history;
        let mut logs: Vec<&SessionLog> = history
            .of(&program.id)
            .filter(|log| day::believable(log.start.at, log.start.day, seen.now) && tried(history, log))
            .collect();
        logs.sort_by_key(|log| log.start.at);
        let asides = Asides::of(history, &program.id);
        let mut days: BTreeMap<NaiveDate, Trained> = BTreeMap::new();
        for log in logs {
            let day = log.start.day;
            let before = asides.score(history, log, When::Before);
            let new = Trained { day, worst: None, last: None, before, morning: None, stiff: None };
            let trained = days.entry(day).or_insert(new);
            let worst = asides.worst_known(history, log);
            trained.last = worst;
            trained.worst = trained.worst.max(worst);
            trained.morning = trained.morning.max(asides.score(history, log, When::NextMorning));
            trained.stiff = trained.stiff.max(log.later.iter().filter_map(|rating| rating.stiffness).max());
        }
        Self(days.into_values().collect())
    }

    pub(super) fn last(&self) -> Option<&Trained> {
        self.0.last()
    }

    /// How much worse each morning was than usual, the last day first; unknown where one of the two is. Usual is the pain
    /// before that day's session, else the morning that was answered before.
    pub(super) fn mornings(&self) -> impl Iterator<Item = (&Trained, Option<i16>)> {
        (0..self.0.len()).rev().filter_map(|at| {
            let trained = self.0.get(at)?;
            let earlier = || self.0.iter().take(at).rev().find_map(|day| day.morning);
            let worse = trained.morning.zip(trained.before.or_else(earlier));
            Some((trained, worse.map(|(morning, usual)| i16::from(morning) - i16::from(usual))))
        })
    }
}
