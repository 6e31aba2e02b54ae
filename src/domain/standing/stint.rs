//! The sessions of the stage in which a runner stands, as the rules about going on look at them.

use chrono::NaiveDate;

use crate::domain::history::{History, SessionLog};
use crate::domain::outcome::set_records;
use crate::domain::program::Program;
use crate::domain::progress::{Asides, lines, stands, tried};
use crate::domain::session::{SessionResult, SetRecord, SetResult, SkipReason};
use crate::domain::standing::{Begun, Standing, begun};
use crate::domain::text::Id;

/// A session of the stage in which something was tried.
#[derive(Debug)]
pub(super) struct Sat<'a> {
    pub(super) log: &'a SessionLog,
    /// How it went.
    pub(super) result: SessionResult,
    /// The pain that counts for a rule; none where it is unknown.
    pub(super) pain: Option<u8>,
    /// The worst pain that is known of it, whatever was left unanswered.
    pub(super) worst: Option<u8>,
    records: Vec<&'a SetRecord>,
}

/// What a session says about one exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// It was not in it, or was skipped for another reason than pain.
    Absent,
    /// It was done as it is.
    Done,
    /// It hurt, or something else was done in its place.
    Troubled,
}

impl Sat<'_> {
    /// What the session says about an exercise.
    pub(super) fn part(&self, exercise: &Id) -> Part {
        let mut part = Part::Absent;
        for record in self.records.iter().filter(|record| &record.exercise == exercise) {
            match record.result {
                SetResult::StoppedPain | SetResult::Skipped(Some(SkipReason::Pain)) => return Part::Troubled,
                // A set that went on by itself is no proof that it can be done.
                SetResult::Done | SetResult::Early if record.unconfirmed => {}
                SetResult::Done | SetResult::Early if record.instead.is_some() => return Part::Troubled,
                SetResult::Done | SetResult::Early => part = Part::Done,
                SetResult::Skipped(_) => {}
            }
        }
        part
    }
}

/// The sessions since the stage began in which something was tried, up to today, in the order of their start.
pub(super) fn stint<'a>(
    program: &Program,
    history: &'a History,
    standing: &Standing,
    today: NaiveDate,
) -> Vec<Sat<'a>> {
    // Where another stage is looked at than the one that was chosen, all of its sessions are its own.
    let Begun { choice, was, phase } = begun(program, history);
    let choice = choice.filter(|_| phase == standing.phase);
    let since = |log: &SessionLog| choice.is_none_or(|choice| log.start.at >= choice.at);
    // Stages of a program may be moved about: the stage may have had another index when it was chosen.
    let of_it = |log: &SessionLog| log.start.phase == standing.phase || choice.is_some() && log.start.phase == was;
    let logs = program_logs(program, history).filter(|log| log.start.day <= today && since(log) && of_it(log));
    let asides = Asides::of(history, &program.id);
    let mut sat: Vec<Sat<'a>> = logs
        .filter(|log| tried(history, log))
        .filter(|log| !asides.is_gone_on(log))
        .map(|log| Sat {
            log,
            result: stands(history, log),
            pain: asides.pain_that_counts(history, log, &program.pain.ask),
            worst: asides.worst_known(history, log),
            records: set_records(lines(history, log)).collect(),
        })
        .collect();
    sat.sort_by_key(|sat| sat.log.start.at);
    sat
}

fn program_logs<'a>(program: &Program, history: &'a History) -> impl Iterator<Item = &'a SessionLog> {
    let id = program.id.clone();
    history.sessions.iter().filter(move |log| log.start.program.id == id && !log.start.rehearsal)
}
