//! The pain that counts for a rule (program-format.md, values).

use crate::domain::history::{History, SessionLog};
use crate::domain::program::PainQuestion;
use crate::domain::progress::lines;
use crate::domain::session::{Happened, Rating, When};

/// The pain of one session that counts for a rule, 0 to 10: the worst of the scores given before it (where that is
/// asked), during and after it, and on the next morning (where that is asked). `None`: unknown, because a score that
/// was asked was not given, or none was ever asked or given.
///
/// The next morning is asked about once for a day: an answer at any session of the same program and day holds.
pub fn pain_that_counts(history: &History, log: &SessionLog, asked: &[PainQuestion]) -> Option<u8> {
    let worst = |when: When| score(history, log, when);
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

/// The worst score of a session that was given at such a moment, 0 to 10; none where none was. Of the next morning the
/// answers at any session of the same program and day.
pub fn score(history: &History, log: &SessionLog, when: When) -> Option<u8> {
    given(history, log).filter(|rating| rating.when == when).filter_map(|rating| rating.pain).max()
}

/// The worst score that is known of a session, whatever is missing: the next morning's is one of them.
pub(crate) fn worst_known(history: &History, log: &SessionLog) -> Option<u8> {
    given(history, log).filter_map(|rating| rating.pain).max()
}

/// The ratings of a session, and the next morning's of the whole day.
fn given<'a>(history: &'a History, log: &'a SessionLog) -> impl Iterator<Item = &'a Rating> {
    let same_day = history.of(&log.start.program.id).filter(|other| other.start.day == log.start.day);
    let morning = same_day.flat_map(|other| &other.later).filter(|rating| rating.when == When::NextMorning);
    ratings(history, log).into_iter().chain(morning)
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
