//! What lies between two events of the present step, reckoned from the player as it stands.

use std::time::Duration;

use crate::domain::cue::table::{self, FIRST_HINT, HINT_IN_REP, HINTS_APART, Point, TEN, TICKING_PAUSE, TICKS};
use crate::domain::exercise::Work;
use crate::domain::player::{Player, Run};
use crate::domain::timeline::{Beat, Step, StepKind};

/// A point between two events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Between {
    /// When, on the awake clock.
    pub(super) due: Duration,
    pub(super) point: Point,
    /// A text must be over by then.
    pub(super) by: Duration,
}

/// The points of the present count, pause, phase or rep, in order; of what lies before `from` some are left out.
pub(super) fn of(player: &Player, from: Duration) -> Vec<Between> {
    let mut points = match player.run() {
        Run::CountIn { until, .. } => ticks(Point::TickGoOn, Duration::ZERO, until).skip(1).collect(),
        Run::Running { zero } => match player.step() {
            Some(step) if step.kind == StepKind::Work => within(player, step, zero, from),
            Some(step) => before(player, step, zero),
            None => Vec::new(),
        },
        Run::Paused { .. } | Run::Over(_) => Vec::new(),
    };
    points.sort_by_key(|point| point.due);
    points
}

/// The three ticks before a moment.
fn ticks(point: Point, begins: Duration, ends: Duration) -> impl Iterator<Item = Between> {
    let ticks = TICKS.into_iter().filter_map(move |left| ends.checked_sub(left));
    ticks.filter(move |due| *due >= begins).map(move |due| Between { due, point, by: ends })
}

/// Of a count or a pause: ticks where it leads to work.
fn before(player: &Player, step: &Step, zero: Duration) -> Vec<Between> {
    let Some(length) = step.length else { return Vec::new() };
    let straight = player.ahead().get(1).is_some_and(|next| next.kind == StepKind::Work);
    let least = if step.kind == StepKind::GetReady { table::of(Point::TickBefore).least } else { TICKING_PAUSE };
    if !straight || length < least {
        return Vec::new();
    }
    ticks(Point::TickBefore, zero, zero + length).collect()
}

/// Of a set: of the present phase or rep, and the one that comes.
fn within(player: &Player, step: &Step, zero: Duration, from: Duration) -> Vec<Between> {
    let Some(item) = player.plan().items.get(step.bout.item) else { return Vec::new() };
    let offset = from.saturating_sub(zero);
    let (round, within) = step.round(offset);
    let cycle = step.beats.last().map_or(Duration::ZERO, Beat::end);
    let zero = zero + cycle * round;
    let near = |beat: &&Beat| beat.end() >= within && beat.start <= within + HINTS_APART;
    match item.work(step.bout.side) {
        Work::Paced { .. } => {
            let last = if step.repeats { u32::MAX } else { step.beats.last().map_or(0, |beat| beat.rep) };
            let firsts = step.beats.iter().enumerate().filter(|(index, _)| begins_rep(step, *index));
            let firsts = firsts.map(|(_, beat)| beat).filter(|beat| round > 0 || beat.rep > 1 && beat.rep < last);
            let of = |beat: &Beat| Between {
                due: zero + beat.start + HINT_IN_REP,
                point: Point::Hint,
                by: zero + rep_end(step, beat.rep),
            };
            firsts.map(of).collect()
        }
        Work::HeldReps { .. } | Work::Hold { .. } | Work::Timed { .. } => {
            step.beats.iter().filter(near).flat_map(|beat| held(beat, zero)).collect()
        }
        Work::OwnPace { .. } | Work::Instruction => Vec::new(),
    }
}

/// Of a hold or a stretch of time.
fn held(beat: &Beat, zero: Duration) -> Vec<Between> {
    let (begins, ends) = (zero + beat.start, zero + beat.end());
    let long = |point| beat.length >= table::of(point).least;
    let mut points = Vec::new();
    if long(Point::TickWithin) {
        points.extend(ticks(Point::TickWithin, begins, ends));
    }
    if beat.relax {
        return points;
    }
    let half = long(Point::Half).then(|| begins + beat.length / 2);
    let ten = long(Point::Ten).then(|| ends.saturating_sub(TEN));
    points.extend(half.map(|due| Between { due, point: Point::Half, by: ends }));
    points.extend(ten.map(|due| Between { due, point: Point::Ten, by: ends }));
    // The last seconds belong to the ticks.
    let quiet = ends.saturating_sub(TICKS.first().copied().unwrap_or_default());
    let mut due = begins + FIRST_HINT;
    while due < quiet {
        let next = [half, ten].into_iter().flatten().filter(|told| *told >= due).min();
        points.push(Between { due, point: Point::Hint, by: next.unwrap_or(quiet) });
        due += HINTS_APART;
    }
    points
}

/// Whether a beat is the first of its rep.
pub(super) fn begins_rep(step: &Step, beat: usize) -> bool {
    let rep = |index: usize| step.beats.get(index).map(|beat| beat.rep);
    beat == 0 || rep(beat) != rep(beat - 1)
}

/// Where a rep ends, as an offset from the start of its round.
pub(super) fn rep_end(step: &Step, rep: u32) -> Duration {
    step.beats.iter().filter(|beat| beat.rep == rep).map(Beat::end).max().unwrap_or_default()
}
