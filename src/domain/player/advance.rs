//! Time passes: boundaries are crossed in order, gaps are found, nothing is counted twice.

use std::time::Duration;

use crate::domain::player::{COUNT_IN, End, Event, LONG_PAUSE, Pause, Player, Run, What};
use crate::domain::session::Happened;
use crate::domain::time::Moment;
use crate::domain::timeline::{Step, StepKind};

impl Player {
    /// Goes on to `now` and tells all that happened on the way, in order. One call may cross many boundaries.
    ///
    /// A gap over 2 s since the last call, awake or asleep, is an interruption: time is credited up to the last call,
    /// the player pauses and asks, and no cue that was missed is played (rule T4).
    pub fn advance(&mut self, now: Moment) -> Vec<Event> {
        let mut events = Vec::new();
        // A clock that goes backwards stands still.
        let now = Moment { awake: now.awake.max(self.last.awake), elapsed: now.elapsed.max(self.last.elapsed) };
        if let Some(gap) = self.gap_before(now) {
            self.interrupt(gap, now, &mut events);
        }
        self.last = now;
        loop {
            match self.run {
                Run::CountIn { at, until } if now.awake >= until => {
                    self.run = Run::Running { zero: until.saturating_sub(at) };
                    events.push(event(until, now, What::Resumed));
                }
                Run::Running { zero } => {
                    if !self.cross_one(zero, now, &mut events) {
                        break;
                    }
                }
                Run::Paused { at, why, since, told: false } if now.elapsed >= since.elapsed + LONG_PAUSE => {
                    self.run = Run::Paused { at, why, since, told: true };
                    self.limping = true;
                    events.push(Event { due: now, what: What::Log(Happened::Interrupted) });
                }
                Run::CountIn { .. } | Run::Paused { .. } | Run::Over(_) => break,
            }
        }
        events
    }

    /// The gap since the last call, where it is one and time was running.
    pub(in crate::domain) fn gap_before(&self, now: Moment) -> Option<Duration> {
        if !matches!(self.run, Run::Running { .. } | Run::CountIn { .. }) {
            return None;
        }
        let awake = now.awake.saturating_sub(self.last.awake);
        let elapsed = now.elapsed.saturating_sub(self.last.elapsed);
        let slept = elapsed.saturating_sub(awake);
        (awake > self.gap || slept > self.gap).then_some(elapsed)
    }

    fn interrupt(&mut self, gap: Duration, now: Moment, events: &mut Vec<Event>) {
        let at = self.offset(self.last);
        // A set that waits for its runner loses nothing by a gap but its credited time.
        self.run = Run::Paused { at, why: Pause::Gap(gap), since: now, told: true };
        self.limping = true;
        events.push(Event { due: now, what: What::Log(Happened::Interrupted) });
        events.push(Event { due: now, what: What::Paused(Pause::Gap(gap)) });
    }

    /// Tells the next beat or boundary that lies behind `now`; false when there is none.
    fn cross_one(&mut self, zero: Duration, now: Moment, events: &mut Vec<Event>) -> bool {
        let Some(step) = self.step() else { return false };
        let offset = now.awake.saturating_sub(zero);
        let next = self.next_beat_start(step);
        let length = step.length;
        match (next, length) {
            (Some(start), _) if start <= offset => self.cross_beat(start, zero, now, events),
            (_, Some(length)) if length <= offset => {
                let due = zero + length;
                if step.kind == StepKind::Work {
                    self.end_set(length, due, now, events);
                }
                if !self.is_asking() {
                    self.onto_next(due, now, events);
                }
            }
            _ => return self.lapse_where_due(zero, now, events),
        }
        true
    }

    fn cross_beat(&mut self, start: Duration, zero: Duration, now: Moment, events: &mut Vec<Event>) {
        let Some(step) = self.step() else { return };
        let bout = step.bout;
        let Some((beat, round)) = step.beat_at(start) else { return };
        let reps_in_round = step.beats.last().map_or(1, |b| b.rep);
        let rep = round * reps_in_round + beat.rep;
        let index = self.beat;
        // A stamp over the limit lets its rep end: neither the next rep nor the relaxing before it begins.
        let new_rep = beat.phase == 0 || beat.relax;
        if self.stop_after_rep && new_rep && start > Duration::ZERO {
            self.stop_set_for_pain(start, zero + start, now, events);
            return;
        }
        self.beat += 1;
        events.push(event(zero + start, now, What::Beat { bout, rep, beat: index }));
    }

    /// Offset of the next beat that was not told.
    pub(super) fn next_beat_start(&self, step: &Step) -> Option<Duration> {
        if step.beats.is_empty() {
            return None;
        }
        if !step.repeats {
            return step.beats.get(self.beat).map(|beat| beat.start);
        }
        let (round, within) = (self.beat / step.beats.len(), self.beat % step.beats.len());
        let cycle = step.beats.last()?.end();
        let beat = step.beats.get(within)?;
        Some(cycle.saturating_mul(u32::try_from(round).unwrap_or(u32::MAX)) + beat.start)
    }

    /// Goes on to the next step, with another exercise where that was asked for.
    pub(super) fn onto_next(&mut self, zero: Duration, now: Moment, events: &mut Vec<Event>) {
        self.settle(zero, now, events);
        self.enter(self.index + 1, zero, now, events);
    }

    /// Goes to a step whose offset 0 lies at `zero`; past the last one the session is over.
    pub(super) fn enter(&mut self, index: usize, zero: Duration, now: Moment, events: &mut Vec<Event>) {
        self.beat = 0;
        self.stop_after_rep = false;
        self.stamped = false;
        self.chosen_at = Duration::ZERO;
        match self.timeline.steps.get(index) {
            Some(step) => {
                let (kind, bout) = (step.kind, step.bout);
                self.index = index;
                self.run = Run::Running { zero };
                events.push(event(zero, now, What::Step { kind, bout }));
            }
            None => self.over(End::Through, now, events),
        }
    }

    pub(super) fn over(&mut self, end: End, now: Moment, events: &mut Vec<Event>) {
        self.run = Run::Over(end);
        events.push(Event { due: now, what: What::Over(end) });
    }

    pub(super) fn pause(&mut self, why: Pause, now: Moment, events: &mut Vec<Event>) {
        let at = self.offset(now);
        self.run = Run::Paused { at, why, since: now, told: false };
        events.push(Event { due: now, what: What::Paused(why) });
    }

    /// Counts in, then goes on at an offset of the present step.
    pub(super) fn count_in(&mut self, at: Duration, now: Moment, events: &mut Vec<Event>) {
        if self.limping {
            self.limping = false;
            events.push(Event { due: now, what: What::Log(Happened::Resumed) });
        }
        self.run = Run::CountIn { at, until: now.awake + COUNT_IN };
    }

    pub(super) const fn is_asking(&self) -> bool {
        matches!(self.run, Run::Paused { .. } | Run::Over(_))
    }
}

/// A moment of the awake clock at or before `now`, on both clocks.
pub(in crate::domain) fn due_at(due: Duration, now: Moment) -> Moment {
    let late = now.awake.saturating_sub(due);
    Moment { awake: due, elapsed: now.elapsed.saturating_sub(late) }
}

/// An event that was due at a moment of the awake clock, at or before `now`.
pub(super) fn event(due: Duration, now: Moment, what: What) -> Event {
    Event { due: due_at(due, now), what }
}
