//! Sets end and exercises are left: what goes into the record then.

use std::time::Duration;

use crate::domain::exercise::Work;
use crate::domain::plan::{Bout, target};
use crate::domain::player::{End, Event, Pause, Player, Run};
use crate::domain::session::{SetRecord, SetResult, SkipReason};
use crate::domain::time::Moment;
use crate::domain::timeline::StepKind;

impl Player {
    /// Ends the present set at its full length, or where the runner says so.
    pub(super) fn end_set(&mut self, offset: Duration, due: Duration, now: Moment, events: &mut Vec<Event>) {
        let Some(step) = self.step() else { return };
        let bout = step.bout;
        let mut record = self.record(bout, SetResult::Done, offset);
        // At the runner's own pace a set counts as prescribed until the runner puts it right.
        record.reps = record.reps.or(record.target.reps);
        let hurts = self.stop_after_rep;
        self.log_set(record, due, now, events);
        if hurts {
            self.pause_for_pain(offset, now, events);
        }
    }

    /// A record of the present exercise's set.
    pub(super) fn record(&self, bout: Bout, result: SetResult, offset: Duration) -> SetRecord {
        let item = self.plan.items.get(bout.item);
        let step = self.step();
        let work = item.map(|item| &item.exercise.work);
        let counted = matches!(work, Some(Work::Paced { .. } | Work::HeldReps { .. }));
        let planned = item.map_or_else(|| self.plan.program.clone(), |item| item.planned.clone());
        SetRecord {
            instead: item.map(|item| item.exercise.id.clone()).filter(|id| *id != planned),
            exercise: planned,
            set: bout.set,
            side: bout.side,
            result,
            target: work.map(target).unwrap_or_default(),
            reps: step.filter(|_| counted).map(|step| step.reps_done(offset)),
            active: step.map_or(offset, |step| step.work_done(offset)),
            measure: None,
        }
    }

    /// Whether reps are counted in the exercise of a record.
    pub(super) fn counts_reps(&self, record: &SetRecord) -> bool {
        let item = self.plan.items.iter().find(|item| item.planned == record.exercise);
        item.is_some_and(|item| match item.exercise.work {
            Work::Paced { .. } | Work::HeldReps { .. } | Work::OwnPace { .. } => true,
            Work::Hold { .. } | Work::Timed { .. } | Work::Instruction => false,
        })
    }

    /// The item that a skip is about: in the pause between two exercises the next one.
    pub(super) fn item_in_focus(&self) -> usize {
        self.step().map_or(0, |step| step.bout.item + usize::from(step.kind == StepKind::Between))
    }

    /// Leaves the exercise: the set that was begun ends early, the sets left are skipped.
    pub(super) fn leave(&mut self, reason: Option<SkipReason>, now: Moment, events: &mut Vec<Event>) {
        let Some(step) = self.step() else { return };
        let (kind, bout, at) = (step.kind, step.bout, self.offset(now));
        let item = match self.run {
            Run::Over(_) => return,
            Run::Running { .. } | Run::Paused { .. } | Run::CountIn { .. } => self.item_in_focus(),
        };
        let answered = matches!(self.run, Run::Paused { why: Pause::Pain { .. }, .. });
        if kind == StepKind::Work && !at.is_zero() && !answered {
            let hurt = reason == Some(SkipReason::Pain);
            let result = if hurt { SetResult::StoppedPain } else { SetResult::Early };
            let record = self.record(bout, result, at);
            self.log_set(record, now.awake, now, events);
        }
        self.skip_rest_of(item, reason, now, events);
        self.told_resumed(now, events);
        match self.step_after(item) {
            Some(index) => self.enter(index, now.awake, now, events),
            None => self.over(End::Through, now, events),
        }
    }

    fn skip_rest_of(&mut self, item: usize, reason: Option<SkipReason>, now: Moment, events: &mut Vec<Event>) {
        let Some(planned) = self.plan.items.get(item) else { return };
        let open: Vec<Bout> = planned.bouts(item).into_iter().filter(|bout| !self.has_record(*bout)).collect();
        for bout in open {
            let mut record = self.record(bout, SetResult::Skipped(reason), Duration::ZERO);
            record.reps = None;
            record.active = Duration::ZERO;
            self.log_set(record, now.awake, now, events);
        }
    }

    /// Where to go on after an item: the pause before the next one, so that there is time to get there.
    fn step_after(&self, item: usize) -> Option<usize> {
        let between = |s: &crate::domain::timeline::Step| s.kind == StepKind::Between && s.bout.item == item;
        let after = self.timeline.steps.iter().position(between);
        after.or_else(|| self.timeline.steps.iter().position(|step| step.bout.item > item))
    }
}
