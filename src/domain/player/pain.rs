//! Pain on the moment: a stamp never stops the clock; one over the limit stops the exercise after this rep.

use std::time::Duration;

use crate::domain::exercise::Work;
use crate::domain::player::{Event, Pause, Player, Run, What};
use crate::domain::session::{Happened, Rating, SetResult, When};
use crate::domain::time::Moment;
use crate::domain::timeline::StepKind;

impl Player {
    pub(super) fn stamp(&mut self, score: u8, now: Moment, events: &mut Vec<Event>) {
        let Some(step) = self.step() else { return };
        if matches!(self.run, Run::Over(_)) {
            return;
        }
        let (kind, bout) = (step.kind, step.bout);
        let planned = self.plan.items.get(bout.item).map(|item| item.planned.clone());
        let place = planned.map(|exercise| (exercise, bout.set, bout.side));
        let rating = Rating { when: When::During, pain: Some(score), effort: None, stiffness: None, place };
        events.push(Event { due: now, what: What::Log(Happened::Rate(rating)) });
        // A lower stamp does not take back the one that stops.
        self.stamped |= score > 0;
        self.hurt = if self.stop_after_rep { self.hurt.max(score) } else { score };
        if score <= self.plan.pain.limit || matches!(self.run, Run::Paused { why: Pause::Pain { .. }, .. }) {
            return;
        }
        let at = self.offset(now);
        if kind != StepKind::Work {
            self.pause_for_pain(at, now, events);
        } else if self.has_reps_to_end() && matches!(self.run, Run::Running { .. }) {
            self.stop_after_rep = true;
        } else if at.is_zero() {
            self.pause_for_pain(at, now, events);
        } else {
            self.stop_set_for_pain(at, now.awake, now, events);
        }
    }

    /// Whether the present set has reps that end by themselves: a long hold is not held on for the sake of a rule.
    fn has_reps_to_end(&self) -> bool {
        let Some(step) = self.step() else { return false };
        let work = self.plan.items.get(step.bout.item).map(|item| item.work(step.bout.side));
        matches!(work, Some(Work::Paced { .. } | Work::HeldReps { .. }))
    }

    pub(super) fn stop_set_for_pain(&mut self, at: Duration, due: Duration, now: Moment, events: &mut Vec<Event>) {
        let Some(step) = self.step() else { return };
        let record = self.record(step.bout, SetResult::StoppedPain, at);
        self.log_set(record, due, now, events);
        self.pause_for_pain(at, now, events);
    }

    pub(super) fn pause_for_pain(&mut self, at: Duration, now: Moment, events: &mut Vec<Event>) {
        let Some(step) = self.step() else { return };
        let item = step.bout.item;
        let stopped = step.kind == StepKind::Work && self.was_stopped();
        let over = self.next_open_in(item).is_none() && !stopped;
        let easier = !over && self.plan.items.get(item).is_some_and(|item| item.exercise.easier.is_some());
        let why = Pause::Pain { score: self.hurt, easier, between: over };
        self.stop_after_rep = false;
        self.wanted = None;
        self.run = Run::Paused { at, why, since: now, told: false };
        events.push(Event { due: now, what: What::Paused(why) });
    }

    /// Whether the set that ended last was stopped.
    pub(super) fn was_stopped(&self) -> bool {
        let last = self.latest.and_then(|bout| self.holding(bout));
        last.is_some_and(|record| record.result == SetResult::StoppedPain)
    }
}
