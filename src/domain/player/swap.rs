//! Easier and harder: another exercise takes the place of a planned one.

use std::time::Duration;

use crate::domain::exercise::Exercise;
use crate::domain::plan::{Bout, Swap};
use crate::domain::player::advance::due_at;
use crate::domain::player::{Event, Pause, Player, Run, What};
use crate::domain::session::SetResult;
use crate::domain::time::Moment;
use crate::domain::timeline::{Lead, StepKind};

impl Player {
    /// The easier or harder exercise that may be asked for now: of the set that is worked on, or comes next. None where
    /// there is none, or no set is left for it.
    pub fn on_offer(&self, to: Swap) -> Option<&Exercise> {
        let step = self.step()?;
        if let Run::Paused { why: Pause::Pain { easier, .. }, .. } = self.run {
            let offered = to == Swap::Easier && easier;
            return self.plan.items.get(step.bout.item).filter(|_| offered)?.neighbour(to);
        }
        let bout = self.focus(step);
        let item = self.plan.items.get(bout.item)?;
        let besides = (step.kind == StepKind::Work).then_some(bout);
        let again = (step.kind == StepKind::GetReady).then_some(bout);
        let open = |bout: Bout| Some(bout) != besides && (Some(bout) == again || self.holding(bout).is_none());
        let set = |side, set| Bout { item: bout.item, set, side };
        let fits = |other: &&Exercise| {
            let mut sides = item.sides.iter();
            sides.any(|side| (1..=item.sets_of(other, *side)).any(|n| open(set(*side, n))))
        };
        item.neighbour(to).filter(fits).filter(|_| !matches!(self.run, Run::Over(_)))
    }

    /// The neighbour that is taken when the present set is over.
    pub const fn wanted(&self) -> Option<Swap> {
        self.wanted
    }

    /// Takes a neighbour as soon as it may be.
    pub(super) fn want(&mut self, to: Swap, now: Moment, events: &mut Vec<Event>) {
        if let Run::Paused { why: Pause::Pain { .. }, .. } = self.run {
            if self.on_offer(to).is_some() {
                self.take_easier(now, events);
            }
            return;
        }
        let Some((kind, bout)) = self.step().map(|step| (step.kind, step.bout)) else { return };
        if kind == StepKind::Work && self.wanted == Some(to.back()) {
            self.wanted = None;
            events.push(Event { due: now, what: What::Wanted(None) });
            return;
        }
        if kind == StepKind::Work && to == Swap::Easier && self.stop_after_rep {
            // The rep that should end before the exercise stops needs no end any more.
            self.stop_set_for_pain(self.offset(now), now.awake, now, events);
            self.want(to, now, events);
            return;
        }
        if self.on_offer(to).is_none() || self.wanted == Some(to) {
            return;
        }
        match kind {
            StepKind::Work if to == Swap::Easier && self.stamped && !self.offset(now).is_zero() => {
                let record = self.record(bout, SetResult::Early, self.offset(now));
                self.log_set(record, now.awake, now, events);
                self.wanted = Some(to);
                self.told_resumed(now, events);
                self.onto_next(now.awake, now, events);
            }
            StepKind::Work => {
                self.wanted = Some(to);
                events.push(Event { due: now, what: What::Wanted(self.wanted) });
            }
            StepKind::GetReady => {
                self.swap(bout.item, to, now, events);
                self.begin_anew(bout, now, events);
            }
            StepKind::Rest | StepKind::ChangeOver | StepKind::Between => {
                let Some(focus) = self.step().map(|step| self.focus(step)) else { return };
                self.swap(focus.item, to, now, events);
                self.replan(self.index + 1, &self.open(), Lead::Pause);
            }
        }
    }

    /// Gets ready for a set with the exercise that is in place now; where time stood still it still does.
    pub(super) fn begin_anew(&mut self, bout: Bout, now: Moment, events: &mut Vec<Event>) {
        let before = self.run;
        self.replan(self.index, &self.open_and(Some(bout)), Lead::Nothing);
        self.enter(self.index, now.awake, now, events);
        if let Run::Paused { why, since, told, .. } = before {
            self.run = Run::Paused { at: Duration::ZERO, why, since, told };
        }
    }

    /// The set is over: the neighbour that was asked for takes its place, and the steps behind the pause change.
    pub(super) fn settle(&mut self, due: Duration, now: Moment, events: &mut Vec<Event>) {
        let Some(to) = self.wanted.take() else { return };
        let Some(bout) = self.step().map(|step| step.bout) else { return };
        let after = |n: usize| self.timeline.steps.get(self.index + n);
        let pause = after(1).filter(|step| !matches!(step.kind, StepKind::GetReady | StepKind::Work));
        let behind = pause.and_then(|_| after(2)).map(|step| step.bout);
        self.swap(bout.item, to, due_at(due, now), events);
        let open = self.open();
        // The pause is the one of the exercise that was done, as long as it leads to the same set.
        if behind.is_some() && behind == open.first().copied() {
            self.replan(self.index + 2, &open, Lead::Pause);
        } else {
            self.replan(self.index + 1, &open, Lead::After(bout));
        }
    }

    /// Puts a neighbour in place at a moment.
    pub(super) fn swap(&mut self, item: usize, to: Swap, at: Moment, events: &mut Vec<Event>) {
        if self.plan.items.get_mut(item).is_some_and(|item| item.swap(to)) {
            events.push(Event { due: at, what: What::Swapped(item) });
        }
    }

    /// The answer to pain: the set that was stopped is done again with the easier exercise; where none was, what
    /// comes next comes next.
    fn take_easier(&mut self, now: Moment, events: &mut Vec<Event>) {
        let Some((kind, bout)) = self.step().map(|step| (step.kind, step.bout)) else { return };
        let Run::Paused { at, .. } = self.run else { return };
        let again = (kind == StepKind::Work && self.was_stopped()).then_some(bout);
        self.swap(bout.item, Swap::Easier, now, events);
        self.told_resumed(now, events);
        let open = self.open_and(again);
        let next = open.first().copied();
        if next.is_some_and(|next| next.item == bout.item) {
            let keep = if kind == StepKind::GetReady { self.index } else { self.index + 1 };
            self.replan(keep, &open, Lead::Nothing);
            self.enter(keep, now.awake, now, events);
        } else if kind == StepKind::Work {
            self.replan(self.index + 1, &open, Lead::After(bout));
            self.enter(self.index + 1, now.awake, now, events);
        } else {
            // In a circuit another station comes first: the pause goes on.
            self.replan(self.index + 1, &open, Lead::Pause);
            self.run = Run::Running { zero: now.awake.saturating_sub(at) };
            events.push(Event { due: now, what: What::Resumed });
        }
    }
}
