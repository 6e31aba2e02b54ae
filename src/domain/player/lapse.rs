//! A set that waits for its runner goes on by itself, where the runner chose that.
//!
//! It is off unless it was chosen, because nobody can know from here whether the set was done. What is written down is
//! the set as prescribed with a mark that nobody confirmed it: left out it would look like a set that was skipped, and
//! without the mark like one that was counted. The time under work is not known and stays zero. Such a set keeps its
//! day, but no step of a range is earned by it (`standing`), and whoever puts its reps right takes the mark away.

use std::time::Duration;

use crate::domain::player::{Event, Player, Run};
use crate::domain::session::SetResult;
use crate::domain::time::Moment;
use crate::domain::timeline::StepKind;

/// When a set at the runner's own pace, or an instruction, goes on by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoesOn {
    /// After so long, 5 s to 30 min.
    After(Duration),
    /// After so many hundredths of the time that is expected, 50 to 500.
    Expected(u32),
}

impl GoesOn {
    /// The time after which a set of an expected length goes on.
    pub fn length(self, expected: Duration) -> Duration {
        match self {
            Self::After(length) => length,
            Self::Expected(percent) => Duration::from_secs((expected * percent / 100).as_secs().max(1)),
        }
    }
}

impl Player {
    /// From now on sets that wait for their runner go on by themselves, or wait again. The present one counts from now.
    pub fn go_on_by_itself(&mut self, rule: Option<GoesOn>, now: Moment) {
        self.goes_on = rule;
        self.chosen_at = self.offset(now);
    }

    /// Offset of the present step at which it goes on by itself. Not a set of as many reps as possible at a given
    /// pace: where it ends is all that there is to know about it.
    pub(super) fn lapses(&self) -> Option<Duration> {
        let step = self.step().filter(|step| step.kind == StepKind::Work && step.length.is_none())?;
        let rule = self.goes_on.filter(|_| step.beats.is_empty())?;
        Some(self.chosen_at + rule.length(step.expected(&self.plan)))
    }

    /// What is left until the present set goes on by itself.
    pub fn lapses_in(&self, now: Moment) -> Option<Duration> {
        self.lapses().map(|at| at.saturating_sub(self.offset(now)))
    }

    pub(super) fn lapse_where_due(&mut self, zero: Duration, now: Moment, events: &mut Vec<Event>) -> bool {
        let Some(due) = self.lapses().map(|at| zero + at).filter(|due| *due <= now.awake) else { return false };
        self.lapse(due.saturating_sub(zero), due, now, events);
        true
    }

    pub(super) fn lapse_now(&mut self, now: Moment, events: &mut Vec<Event>) {
        let waits = self.step().is_some_and(|step| step.kind == StepKind::Work && step.length.is_none());
        if waits && matches!(self.run, Run::Running { .. }) {
            self.lapse(self.offset(now), now.awake, now, events);
        }
    }

    fn lapse(&mut self, offset: Duration, due: Duration, now: Moment, events: &mut Vec<Event>) {
        let Some((bout, paced)) = self.step().map(|step| (step.bout, step.repeats)) else { return };
        let mut record = self.record(bout, SetResult::Done, offset);
        record.reps = record.reps.or(record.target.reps);
        record.unconfirmed = true;
        if !paced {
            record.active = Duration::ZERO;
        }
        let record = self.measured(record);
        self.log_set(record, due, now, events);
        self.onto_next(due, now, events);
    }
}
