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
    let mut given = ratings(history, log);
    let same_day = history.of(&log.start.program.id).filter(|other| other.start.day == log.start.day);
    given.extend(same_day.flat_map(|other| &other.later).filter(|rating| rating.when == When::NextMorning));

    let worst = |when: When| given.iter().filter(|rating| rating.when == when).filter_map(|rating| rating.pain).max();
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
