//! The pain that counts for a rule (program-format.md, values).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::history::{History, SessionLog};
use crate::domain::program::PainQuestion;
use crate::domain::progress::lines;
use crate::domain::session::{Happened, Rating, When};
use crate::domain::text::Id;

/// The pain of one session that counts for a rule, 0 to 10: the worst of the scores given before it (where that is
/// asked), during and after it, and on the next morning (where that is asked). `None`: unknown, because a score that
/// was asked was not given, or none was ever asked or given.
///
/// The next morning is asked about once for a day: an answer at any session of the same program and day holds.
pub fn pain_that_counts(history: &History, log: &SessionLog, asked: &[PainQuestion]) -> Option<u8> {
    Asides::of_day(history, log).pain_that_counts(history, log, asked)
}

/// The worst score of a session that was given at such a moment, 0 to 10; none where none was. Of the next morning the
/// answers at any session of the same program and day.
pub fn score(history: &History, log: &SessionLog, when: When) -> Option<u8> {
    Asides::of_day(history, log).score(history, log, when)
}

/// The worst score that is known of a session, whatever is missing: the next morning's is one of them.
pub(crate) fn worst_known(history: &History, log: &SessionLog) -> Option<u8> {
    Asides::of_day(history, log).worst_known(history, log)
}

/// What is said of a session elsewhere than in it, gathered once for many sessions: looking through years for each of
/// them would take as long as the years squared.
#[derive(Debug, Default)]
pub(crate) struct Asides<'a> {
    /// Answers of next mornings by program and day.
    mornings: BTreeMap<(&'a Id, NaiveDate), Vec<&'a Rating>>,
    /// Sessions that another one goes on with.
    gone_on: BTreeSet<&'a str>,
}

impl<'a> Asides<'a> {
    /// Of all sessions of a program.
    pub(crate) fn of(history: &'a History, program: &Id) -> Self {
        let mut asides = Self::default();
        for log in history.sessions.iter().filter(|log| &log.start.program.id == program) {
            asides.gone_on.extend(log.start.continues.as_deref());
            if !log.start.rehearsal {
                asides.take(log);
            }
        }
        asides
    }

    /// Of the day of one session, for who asks about that one alone.
    fn of_day(history: &'a History, log: &SessionLog) -> Self {
        let mut asides = Self::default();
        let same_day = history.sessions.iter().filter(|other| other.start.day == log.start.day);
        for other in same_day.filter(|other| !other.start.rehearsal) {
            asides.take(other);
        }
        asides
    }

    fn take(&mut self, log: &'a SessionLog) {
        for rating in log.later.iter().filter(|rating| rating.when == When::NextMorning) {
            self.mornings.entry((&log.start.program.id, log.start.day)).or_default().push(rating);
        }
    }

    /// Whether another session goes on with this one.
    pub(crate) fn is_gone_on(&self, log: &SessionLog) -> bool {
        self.gone_on.contains(log.start.session.as_str())
    }

    /// See [`pain_that_counts`].
    pub(crate) fn pain_that_counts(&self, history: &History, log: &SessionLog, asked: &[PainQuestion]) -> Option<u8> {
        let worst = |when: When| self.score(history, log, when);
        let mut pain = worst(When::During).max(worst(When::After));
        for question in asked {
            match question {
                PainQuestion::Before => pain = pain.max(Some(worst(When::Before)?)),
                PainQuestion::After => pain = pain.max(Some(worst(When::After)?)),
                PainQuestion::NextMorning => pain = pain.max(Some(worst(When::NextMorning)?)),
                PainQuestion::MorningStiffness => {}
            }
        }
        pain
    }

    /// See [`score`].
    pub(crate) fn score(&self, history: &History, log: &SessionLog, when: When) -> Option<u8> {
        self.given(history, log).filter(|rating| rating.when == when).filter_map(|rating| rating.pain).max()
    }

    /// See [`worst_known`].
    pub(crate) fn worst_known(&self, history: &History, log: &SessionLog) -> Option<u8> {
        self.given(history, log).filter_map(|rating| rating.pain).max()
    }

    /// The ratings of a session, and the next morning's of the whole day.
    fn given<'b>(&'b self, history: &'b History, log: &'b SessionLog) -> impl Iterator<Item = &'b Rating> {
        let of_day = self.mornings.get(&(&log.start.program.id, log.start.day));
        ratings(history, log).into_iter().chain(of_day.into_iter().flatten().copied())
    }
}

/// The worst score that was given in the session itself, whatever is missing.
pub(super) fn worst_given(history: &History, log: &SessionLog) -> Option<u8> {
    ratings(history, log)
        .iter()
        .filter(|rating| rating.when != When::NextMorning)
        .filter_map(|rating| rating.pain)
        .max()
}

fn ratings<'a>(history: &'a History, log: &'a SessionLog) -> Vec<&'a Rating> {
    let told = lines(history, log).into_iter().filter_map(|line| match &line.what {
        Happened::Rate(rating) => Some(rating),
        Happened::Set(_) | Happened::Note(_) | Happened::Interrupted | Happened::Resumed | Happened::Finish(_) => None,
    });
    told.chain(&log.later).collect()
}
