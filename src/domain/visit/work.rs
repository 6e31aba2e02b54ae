//! What was prescribed and done, an exercise and side a row; what was stopped, and what was left out because of pain.

use chrono::NaiveDate;
use std::time::Duration;

use crate::domain::exercise::Side;
use crate::domain::outcome::is_done;
use crate::domain::plan::choose;
use crate::domain::program::Program;
use crate::domain::session::{Happened, SetRecord, SetResult, SkipReason, When};
use crate::domain::standing::Standing;
use crate::domain::text::{Clean, Id};
use crate::domain::visit::Told;

/// One exercise on one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// Which.
    pub exercise: Id,
    /// Its name, as the last session with it had it.
    pub name: Clean,
    /// The side; none where both work at once.
    pub side: Option<Side>,
    /// It could be skipped whenever it was in.
    pub optional: bool,
    /// Sessions that it was in.
    pub sessions: u32,
    /// Sets.
    pub sets: Done<u32>,
    /// Reps; none where none are prescribed.
    pub reps: Option<Done<u64>>,
    /// Time under work; none where none is prescribed or reps are.
    pub time: Option<Done<Duration>>,
    /// Sets that were ended before their target.
    pub early: u32,
    /// Sets that were stopped because of pain.
    pub stopped: u32,
    /// Sets that were left out, by reason.
    pub skipped: Skipped,
    /// Sets that were done as an easier or harder exercise, by its name.
    pub instead: Vec<(Clean, u32)>,
}

/// What was done of what was prescribed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done<T> {
    /// So much was done.
    pub done: T,
    /// So much was prescribed in the sessions that were begun.
    pub of: T,
}

/// Sets that were left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Skipped {
    /// It hurt.
    pub pain: u32,
    /// Too tired.
    pub tired: u32,
    /// No time.
    pub no_time: u32,
    /// No equipment.
    pub no_equipment: u32,
    /// No reason was given.
    pub unsaid: u32,
}

impl Skipped {
    fn add(&mut self, why: Option<SkipReason>) {
        let number = match why {
            Some(SkipReason::Pain) => &mut self.pain,
            Some(SkipReason::Tired) => &mut self.tired,
            Some(SkipReason::NoTime) => &mut self.no_time,
            Some(SkipReason::NoEquipment) => &mut self.no_equipment,
            None => &mut self.unsaid,
        };
        *number += 1;
    }
}

/// Something that pain stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// On which day.
    pub day: NaiveDate,
    /// Which exercise.
    pub name: Clean,
    /// On which side.
    pub side: Option<Side>,
    /// What was stopped.
    pub what: Stopped,
    /// The score that was given for it, 0 to 10.
    pub pain: Option<u8>,
}

/// What was stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// This set, once it was begun.
    Set(u32),
    /// So many sets, before they were begun.
    LeftOut(u32),
}

/// The rows, those of the last session first, in its order.
pub(super) fn work(within: &[&Told<'_>], at_hand: Option<&Program>) -> Vec<Work> {
    let mut rows: Vec<Work> = Vec::new();
    for told in within.iter().rev() {
        for planned in &told.log.start.plan {
            for side in &planned.sides {
                let row = row(&mut rows, &planned.exercise, *side, &planned.name, planned.optional);
                let Some(row) = row else { continue };
                row.sessions += 1;
                row.optional &= planned.optional;
                row.sets.of += planned.sets;
                if let Some(reps) = planned.target.reps {
                    row.reps.get_or_insert_default().of += u64::from(reps) * u64::from(planned.sets);
                } else if let Some(time) = planned.target.time {
                    row.time.get_or_insert_default().of += time * planned.sets;
                } else {
                    // As many as possible, or an instruction: only its sets can be counted.
                }
            }
        }
        for record in told.sets() {
            let planned = told
                .log
                .start
                .plan
                .iter()
                .any(|planned| planned.exercise == record.exercise && planned.sides.contains(&record.side));
            let name = Clean::name(record.exercise.as_str());
            let Some(row) = row(&mut rows, &record.exercise, record.side, &name, false) else { continue };
            if !planned {
                // The plan was lost with a damaged line: what is known was prescribed.
                row.sets.of += 1;
            }
            add(row, record, at_hand);
        }
    }
    rows
}

fn row<'a>(rows: &'a mut Vec<Work>, id: &Id, side: Option<Side>, name: &Clean, optional: bool) -> Option<&'a mut Work> {
    let known = rows.iter().position(|row| &row.exercise == id && row.side == side);
    let place = known.unwrap_or_else(|| {
        rows.push(Work {
            exercise: id.clone(),
            name: name.clone(),
            side,
            optional,
            sessions: 0,
            sets: Done::default(),
            reps: None,
            time: None,
            early: 0,
            stopped: 0,
            skipped: Skipped::default(),
            instead: Vec::new(),
        });
        rows.len() - 1
    });
    rows.get_mut(place)
}

fn add(row: &mut Work, record: &SetRecord, at_hand: Option<&Program>) {
    let done = is_done(record);
    row.sets.done += u32::from(done);
    match record.result {
        SetResult::Done => {}
        SetResult::Early => row.early += 1,
        SetResult::StoppedPain => row.stopped += 1,
        SetResult::Skipped(why) => {
            row.skipped.add(why);
            return;
        }
    }
    if let Some(reps) = &mut row.reps {
        reps.done += u64::from(record.reps.or_else(|| record.target.reps.filter(|_| done)).unwrap_or(0));
    } else if let Some(time) = &mut row.time {
        time.done += record.active;
    } else {
        // Nothing to reach.
    }
    if let Some(other) = &record.instead {
        let name = name_of(other, at_hand);
        match row.instead.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sets)) => *sets += 1,
            None => row.instead.push((name, 1)),
        }
    }
}

/// The name of an exercise that stands in for another, where the program is at hand.
fn name_of(id: &Id, at_hand: Option<&Program>) -> Clean {
    let exercises = at_hand.into_iter().flat_map(Program::exercises);
    let mut others = exercises.flat_map(|exercise| [&exercise.easier, &exercise.harder]).flatten();
    let found = others.find(|other| &other.id == id).map(|other| other.name.clone());
    found.unwrap_or_else(|| Clean::name(id.as_str()))
}

/// What was stopped or left out because of pain.
pub(super) fn stops(within: &[&Told<'_>]) -> Vec<Stop> {
    within.iter().flat_map(|told| stops_of(told)).collect()
}

fn stops_of(told: &Told<'_>) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for record in told.sets() {
        let what = match record.result {
            SetResult::StoppedPain => Stopped::Set(record.set),
            SetResult::Skipped(Some(SkipReason::Pain)) => Stopped::LeftOut(1),
            SetResult::Done | SetResult::Early | SetResult::Skipped(_) => continue,
        };
        let plan = &told.log.start.plan;
        let planned = plan.iter().find(|planned| planned.exercise == record.exercise);
        let name = planned.map_or_else(|| Clean::name(record.exercise.as_str()), |planned| planned.name.clone());
        let same = |stop: &&mut Stop| stop.name == name && stop.side == record.side;
        let known = stops.iter_mut().filter(same).find_map(|stop| match &mut stop.what {
            Stopped::LeftOut(sets) => Some(sets),
            Stopped::Set(_) => None,
        });
        match (what, known) {
            (Stopped::LeftOut(_), Some(sets)) => *sets += 1,
            _ => stops.push(Stop { day: told.log.start.day, name, side: record.side, what, pain: stamp(told, record) }),
        }
    }
    stops
}

/// The stamp that stopped a set: the last one given in this exercise up to its record.
fn stamp(told: &Told<'_>, record: &SetRecord) -> Option<u8> {
    let same =
        |line: &&&crate::domain::session::Line| matches!(&line.what, Happened::Set(of) if std::ptr::eq(of, record));
    let until = told.lines.iter().find(same).map(|line| line.at)?;
    let mut given = told.lines.iter().filter(|line| line.at <= until).filter_map(|line| match &line.what {
        Happened::Rate(rating) if rating.when == When::During => {
            let (exercise, _, _) = rating.place.as_ref()?;
            rating.pain.filter(|_| *exercise == record.exercise)
        }
        Happened::Rate(_)
        | Happened::Set(_)
        | Happened::Note(_)
        | Happened::Interrupted
        | Happened::Resumed
        | Happened::Finish(_) => None,
    });
    given.next_back()
}

/// Exercises that were not in a session although the program has them there, where nothing but its rule about pain can
/// have left them out: the pain before was over it, or unknown. By the program as it is now.
pub(super) fn ruled_out(within: &[&Told<'_>], at_hand: Option<&Program>) -> Vec<(Clean, u32)> {
    let mut found: Vec<(Clean, u32)> = Vec::new();
    let Some(program) = at_hand else { return found };
    for told in within.iter().filter(|told| !told.log.start.plan.is_empty()) {
        let start = &told.log.start;
        let session = program.phases.get(start.phase).and_then(|phase| phase.sessions.get(start.turn));
        let standing = Standing { variant: start.variant.clone(), ..Standing::first(start.affected) };
        let written = session.into_iter().flat_map(|session| choose::resolved(session, &standing));
        let by_rule = written.filter(|exercise| exercise.only_if_pain.is_some() && exercise.schedule.is_none());
        for exercise in by_rule.filter(|exercise| !start.plan.iter().any(|entry| entry.exercise == exercise.id)) {
            match found.iter_mut().find(|(name, _)| *name == exercise.name) {
                Some((_, sessions)) => *sessions += 1,
                None => found.push((exercise.name.clone(), 1)),
            }
        }
    }
    found
}
