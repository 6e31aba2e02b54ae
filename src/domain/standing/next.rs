//! Which session is next, and what is known on its day.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::day;
use crate::domain::due::{Due, DueState, each};
use crate::domain::exercise::Affected;
use crate::domain::history::{History, SessionLog};
use crate::domain::outcome::set_records;
use crate::domain::program::{PainQuestion, Program};
use crate::domain::progress::{Seen, score, tried};
use crate::domain::session::{SessionResult, SetResult, When};
use crate::domain::standing::stint::stint;
use crate::domain::standing::{Occasion, OnDay, Standing, standing};
use crate::domain::text::Id;

/// The next session of a program. `asked_before`: the answer to the question before it, once that was asked: some of
/// none where it was not given.
pub fn occasion(program: &Program, seen: &Seen<'_>, affected: Affected, asked_before: Option<Option<u8>>) -> Occasion {
    let standing = standing(program, seen.history, affected);
    let day = seen.today();
    let pain = asked_before.unwrap_or_else(|| last_asked(program, seen, day));
    let session = next(program, seen, &standing);
    Occasion { standing, session, on: Some(OnDay { day, pain, done: done(program, seen) }) }
}

/// Index of the session that is next in a stage. Of sessions with schedules of their own the first that is due, else
/// the one that is due soonest; of sessions that are done in turn the one after the last that was completed.
fn next(program: &Program, seen: &Seen<'_>, standing: &Standing) -> usize {
    let sessions = program.phases.get(standing.phase).map_or(0, |phase| phase.sessions.len());
    if sessions < 2 {
        return 0;
    }
    let dues = each(program, standing.phase, seen);
    if !dues.is_empty() {
        let soonest = dues.iter().enumerate().min_by_key(|(n, due)| (wait(due), *n));
        return soonest.map_or(0, |(n, _)| n);
    }
    let sat = stint(program, seen.history, standing, seen.today());
    let last = sat.iter().rfind(|sat| sat.result == SessionResult::Completed);
    last.map_or(0, |sat| (sat.log.start.turn + 1) % sessions)
}

/// The day until which a session waits; none for one that is due now or later today, the end of time for one that is
/// never due.
fn wait(due: &Due) -> Option<NaiveDate> {
    match (due.state, due.next) {
        (DueState::Now | DueState::Later(_), _) => None,
        // After what is due, before what is for another day.
        (DueState::Wanted, _) => Some(due.today),
        (DueState::AsNeeded | DueState::Begins, _) | (_, None) => Some(NaiveDate::MAX),
        (DueState::DoneToday | DueState::RestDay | DueState::Excused(_), Some(next)) => Some(next.day),
    }
}

/// The score that was asked last, where it was given: of the last session the next morning's where that is asked and
/// has come, else the one after it.
fn last_asked(program: &Program, seen: &Seen<'_>, today: NaiveDate) -> Option<u8> {
    let history = seen.history;
    let mut logs: Vec<&SessionLog> = believable(program, seen).filter(|log| tried(history, log)).collect();
    logs.sort_by_key(|log| log.start.at);
    let asked = |log: &SessionLog| {
        let asks = |question| program.pain.ask.contains(&question);
        if asks(PainQuestion::NextMorning) && today > log.start.day {
            Some(When::NextMorning)
        } else if asks(PainQuestion::After) {
            Some(When::After)
        } else {
            asks(PainQuestion::Before).then_some(When::Before)
        }
    };
    let (log, when) = logs.into_iter().rev().find_map(|log| Some((log, asked(log)?)))?;
    score(history, log, when)
}

/// The days on which each exercise was done.
fn done(program: &Program, seen: &Seen<'_>) -> BTreeMap<Id, BTreeSet<NaiveDate>> {
    let mut done: BTreeMap<Id, BTreeSet<NaiveDate>> = BTreeMap::new();
    for log in believable(program, seen) {
        for record in set_records(&log.lines).filter(|record| !matches!(record.result, SetResult::Skipped(_))) {
            done.entry(record.exercise.clone()).or_default().insert(log.start.day);
        }
    }
    done
}

fn believable<'a>(program: &'a Program, seen: &'a Seen<'_>) -> impl Iterator<Item = &'a SessionLog> {
    let History { sessions, .. } = seen.history;
    let mine = sessions.iter().filter(|log| log.start.program.id == program.id && !log.start.rehearsal);
    mine.filter(|log| day::believable(log.start.at, log.start.day, seen.now))
}
