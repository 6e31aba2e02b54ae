//! Sets end and exercises are left: what goes into the record then.

use std::time::Duration;

use crate::domain::exercise::Work;
use crate::domain::plan::{Bout, target};
use crate::domain::player::{End, Event, Pause, Player, Run};
use crate::domain::session::{SetRecord, SetResult, SkipReason};
use crate::domain::time::Moment;
use crate::domain::timeline::{Lead, StepKind};

impl Player {
    /// Ends the present set at its full length, or where the runner says so.
    pub(super) fn end_set(&mut self, offset: Duration, due: Duration, now: Moment, events: &mut Vec<Event>) {
        let Some(step) = self.step() else { return };
        let bout = step.bout;
        let mut record = self.record(bout, SetResult::Done, offset);
        // At the runner's own pace a set counts as prescribed until the runner puts it right.
        record.reps = record.reps.or(record.target.reps);
        let record = self.measured(record);
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
        let work = item.map(|item| item.work(bout.side));
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
            unconfirmed: false,
        }
    }

    /// Whether reps are counted in the exercise of a record.
    pub(super) fn counts_reps(&self, record: &SetRecord) -> bool {
        let item = self.plan.items.iter().find(|item| item.planned == record.exercise);
        item.is_some_and(|item| match item.work_of(record) {
            Work::Paced { .. } | Work::HeldReps { .. } | Work::OwnPace { .. } => true,
            Work::Hold { .. } | Work::Timed { .. } | Work::Instruction => false,
        })
    }

    /// Leaves the exercise: the set that was begun ends early, the sets left are skipped, and the next open set of the
    /// order comes. It is the exercise on the screen: in a pause the one that comes, after pain the one that hurt.
    pub(super) fn leave(&mut self, reason: Option<SkipReason>, now: Moment, events: &mut Vec<Event>) {
        let Some(step) = self.step() else { return };
        let (kind, bout, at) = (step.kind, step.bout, self.offset(now));
        let (answered, hurt) = match self.run {
            Run::Over(_) => return,
            Run::Paused { why: Pause::Pain { between, .. }, .. } => (true, !between),
            Run::Running { .. } | Run::Paused { .. } | Run::CountIn { .. } => (false, false),
        };
        let focus = if hurt { bout } else { self.focus(step) };
        if kind == StepKind::Work && !at.is_zero() && !answered {
            let hurt = reason == Some(SkipReason::Pain);
            let result = if hurt { SetResult::StoppedPain } else { SetResult::Early };
            let record = self.measured(self.record(bout, result, at));
            self.log_set(record, now.awake, now, events);
        }
        self.skip_rest_of(focus.item, reason, now, events);
        self.wanted = None;
        self.told_resumed(now, events);
        // There is time to get to the next one, as after its last set; in a circuit, as after this round's.
        let alone = self.plan.circuit(focus.item).len() == 1;
        let last = self.plan.items.get(focus.item).and_then(|item| item.bouts(focus.item).last().copied());
        let last = last.filter(|_| alone).unwrap_or(focus);
        let open = self.open();
        self.replan(self.index + 1, &open, Lead::After(last));
        if open.is_empty() {
            self.over(End::Through, now, events);
        } else {
            self.enter(self.index + 1, now.awake, now, events);
        }
    }

    fn skip_rest_of(&mut self, item: usize, reason: Option<SkipReason>, now: Moment, events: &mut Vec<Event>) {
        let open: Vec<Bout> = self.open().into_iter().filter(|bout| bout.item == item).collect();
        for bout in open {
            let mut record = self.record(bout, SetResult::Skipped(reason), Duration::ZERO);
            record.reps = None;
            record.active = Duration::ZERO;
            self.log_set(record, now.awake, now, events);
        }
    }
}
