//! The lines of a session after its head.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::start::{Program, Repeated};
use super::{Bad, Piece, is_false, words};
use crate::domain::exercise::Side;
use crate::domain::session::{Finish, Happened, Line, Rating, SetRecord, SetResult, Start, Target};
use crate::domain::text::{Clean, Id};

/// The most bytes of a note that are written, so that a line stays under its limit whatever the letters.
const NOTE: usize = 30_000;

#[derive(Debug, Serialize, Deserialize)]
#[expect(clippy::struct_field_names, reason = "the fields are the words of the file format")]
pub(super) struct Set {
    ex: String,
    set: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<String>,
    result: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target_ms: Option<u64>,
    #[serde(default)]
    active_ms: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    target_reps: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reps: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    instead: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<f64>,
    #[serde(default, skip_serializing_if = "is_false")]
    unconfirmed: bool,
    t_ms: u64,
}

impl Set {
    pub(super) fn new(set: &SetRecord, at: Duration) -> Self {
        let why = match set.result {
            SetResult::Skipped(why) => why,
            SetResult::Done | SetResult::Early | SetResult::StoppedPain => None,
        };
        Self {
            ex: set.exercise.to_string(),
            set: set.set,
            side: set.side.map(|side| side.word().to_owned()),
            result: words::set_word(set.result).to_owned(),
            why: why.map(|why| words::skip_word(why).to_owned()),
            target_ms: set.target.time.map(words::millis),
            active_ms: words::millis(set.active),
            target_reps: set.target.reps,
            reps: set.reps,
            instead: set.instead.as_ref().map(Id::to_string),
            measure: set.measure.map(|n| f64::from(n) / 1_000.0),
            unconfirmed: set.unconfirmed,
            t_ms: words::millis(at),
        }
    }

    pub(super) fn read(self) -> Result<Line, Bad> {
        let why = self.why.as_deref().map(words::skip).transpose()?;
        let record = SetRecord {
            exercise: words::id(&self.ex)?,
            set: self.set,
            side: self.side.as_deref().map(words::side).transpose()?,
            result: words::set_result(&self.result, why)?,
            target: Target { reps: self.target_reps, time: self.target_ms.map(words::length).transpose()? },
            reps: self.reps,
            active: words::length(self.active_ms)?,
            instead: self.instead.as_deref().map(words::id).transpose()?,
            measure: self.measure.map(words::thousandths).transpose()?,
            unconfirmed: self.unconfirmed,
        };
        line(self.t_ms, Happened::Set(record))
    }
}

/// An answer: a line of a session with `t_ms`, or part of a later one in `changes/` without.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Rate {
    when: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pain: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    effort: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stiffness_min: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ex: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    set: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    t_ms: Option<u64>,
}

impl Rate {
    pub(super) fn new(rating: &Rating, at: Option<Duration>) -> Self {
        let place = rating.place.as_ref();
        Self {
            when: words::when_word(rating.when).to_owned(),
            pain: rating.pain,
            effort: rating.effort,
            stiffness_min: rating.stiffness,
            ex: place.map(|(exercise, _, _)| exercise.to_string()),
            set: place.map(|(_, set, _)| *set),
            side: place.and_then(|(_, _, side)| side.map(Side::word)).map(str::to_owned),
            t_ms: at.map(words::millis),
        }
    }

    pub(super) fn read(&self) -> Result<Rating, Bad> {
        let side = self.side.as_deref().map(words::side).transpose()?;
        let place = match (&self.ex, self.set) {
            (Some(exercise), set) => Some((words::id(exercise)?, set.unwrap_or(1), side)),
            (None, _) => None,
        };
        Ok(Rating {
            when: words::when(&self.when)?,
            pain: words::score(self.pain, 10)?,
            effort: words::score(self.effort, 10)?,
            stiffness: words::score(self.stiffness_min, 120)?,
            place,
        })
    }

    pub(super) fn read_line(&self) -> Result<Line, Bad> {
        line(self.t_ms.ok_or("`t_ms` is missing")?, Happened::Rate(self.read()?))
    }
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Note {
    text: String,
    t_ms: u64,
}

impl Note {
    pub(super) fn new(text: &Clean, at: Duration) -> Self {
        let text = text.get(..text.floor_char_boundary(NOTE)).unwrap_or_default().to_owned();
        Self { text, t_ms: words::millis(at) }
    }

    pub(super) fn read(self) -> Result<Line, Bad> {
        line(self.t_ms, Happened::Note(Clean::note(&self.text)))
    }
}

/// A line that is only a moment.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Stamp {
    t_ms: u64,
}

impl Stamp {
    pub(super) fn new(at: Duration) -> Self {
        Self { t_ms: words::millis(at) }
    }

    pub(super) fn read(self, what: Happened) -> Result<Line, Bad> {
        line(self.t_ms, what)
    }
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Finished {
    result: String,
    fraction: f64,
    counts: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    rest_advised: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clock_step_s: Option<i64>,
    t_ms: u64,
    // what follows repeats the head, so that a damaged one costs the plan but not the day
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    off: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    #[serde(default)]
    dev: String,
    #[serde(default, skip_serializing_if = "is_false")]
    rehearsal: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    program: Option<Program>,
}

impl Finished {
    pub(super) fn new(finish: &Finish, at: Duration, start: &Start, device: &str) -> Self {
        let (start_at, off) = words::moment_words(start.at);
        Self {
            result: words::result_word(finish.result).to_owned(),
            fraction: finish.fraction,
            counts: finish.counts,
            rest_advised: finish.rest_advised.map(|day| day.to_string()),
            clock_step_s: finish.clock_step,
            t_ms: words::millis(at),
            at: Some(start_at),
            off: Some(off),
            day: Some(start.day.to_string()),
            dev: device.to_owned(),
            rehearsal: start.rehearsal,
            program: Some(Program::new(&start.program)),
        }
    }

    pub(super) fn read(self, session: &str) -> Result<Piece, Bad> {
        let finish = Finish {
            result: words::result(&self.result)?,
            fraction: words::fraction(self.fraction)?,
            counts: self.counts,
            rest_advised: self.rest_advised.as_deref().map(words::day).transpose()?,
            clock_step: self.clock_step_s,
        };
        let repeated = match (self.at, self.day, self.program) {
            (Some(at), Some(day), Some(program)) => {
                let at = words::moment(&at, self.off.as_deref())?;
                let mut repeated = Repeated::new(session, at, words::day(&day)?, program.read()?)?;
                repeated.start.rehearsal = self.rehearsal;
                repeated.device = self.dev;
                Some(Box::new(repeated))
            }
            _ => None,
        };
        Ok(Piece::Event(line(self.t_ms, Happened::Finish(finish))?, repeated))
    }
}

fn line(t_ms: u64, what: Happened) -> Result<Line, Bad> {
    Ok(Line { at: words::length(t_ms)?, what })
}
