//! Which sets are open, and the steps that lead through them.
//!
//! The steps up to the present one are what was; those behind it are laid out anew from the open sets whenever one of
//! them is left or becomes another.

use std::collections::BTreeSet;

use crate::domain::exercise::FIRST_GET_READY;
use crate::domain::plan::Bout;
use crate::domain::player::Player;
use crate::domain::session::{SetRecord, SetResult};
use crate::domain::timeline::{Lead, Step, StepKind, lay};

impl Player {
    /// The sets without a record, in the order of the plan.
    pub(super) fn open(&self) -> Vec<Bout> {
        self.open_and(None)
    }

    /// The same with one that is done again.
    pub(super) fn open_and(&self, again: Option<Bout>) -> Vec<Bout> {
        let closed: BTreeSet<_> =
            self.records.iter().map(|record| (&record.exercise, record.set, record.side)).collect();
        let is_open = |bout: &Bout| {
            let item = self.plan.items.get(bout.item);
            Some(*bout) == again || item.is_some_and(|item| !closed.contains(&(&item.planned, bout.set, bout.side)))
        };
        self.plan.bouts().into_iter().filter(is_open).collect()
    }

    /// The first set of an item without a record.
    pub(super) fn next_open_in(&self, item: usize) -> Option<Bout> {
        let planned = self.plan.items.get(item)?;
        planned.bouts(item).into_iter().find(|bout| self.holding(*bout).is_none())
    }

    /// The record of a set that holds: the last one.
    pub(super) fn holding(&self, bout: Bout) -> Option<&SetRecord> {
        let planned = &self.plan.items.get(bout.item)?.planned;
        let same = |r: &&SetRecord| r.exercise == *planned && r.set == bout.set && r.side == bout.side;
        self.records.iter().rev().find(same)
    }

    /// The set of a record.
    pub(super) fn bout_of(&self, record: &SetRecord) -> Option<Bout> {
        let item = self.plan.items.iter().position(|item| item.planned == record.exercise)?;
        Some(Bout { item, set: record.set, side: record.side })
    }

    /// Goes on from records: the exercise with which an item was done last stays in place, and the sets that were
    /// done lie behind.
    pub(super) fn take_up_records(&mut self) {
        let Self { plan, records, .. } = self;
        for item in &mut plan.items {
            let done = |r: &&SetRecord| r.exercise == item.planned && !matches!(r.result, SetResult::Skipped(_));
            if let Some(last) = records.iter().rev().find(done) {
                item.take_up(last.instead.as_ref().unwrap_or(&last.exercise));
            }
        }
        self.latest = self.records.last().and_then(|record| self.bout_of(record));
        let open: BTreeSet<Bout> = self.open().into_iter().collect();
        let closed: Vec<Bout> = self.plan.bouts().into_iter().filter(|bout| !open.contains(bout)).collect();
        self.timeline.steps = lay(&self.plan, &closed, Lead::Nothing);
    }

    /// Whoever goes on with a session has to get there first, as at its beginning.
    pub(super) fn time_to_get_there(&mut self, index: usize) {
        if let Some(step) = self.timeline.steps.get_mut(index)
            && index > 0
            && step.kind == StepKind::GetReady
        {
            step.length = step.length.map(|length| length.max(FIRST_GET_READY));
        }
    }

    /// Lays out anew what comes behind the first `keep` steps.
    pub(super) fn replan(&mut self, keep: usize, bouts: &[Bout], lead: Lead) {
        self.timeline.steps.truncate(keep);
        self.timeline.steps.extend(lay(&self.plan, bouts, lead));
    }

    /// The set that is worked on, or that comes after a rest.
    pub(super) fn focus(&self, step: &Step) -> Bout {
        match step.kind {
            StepKind::GetReady | StepKind::Work => step.bout,
            StepKind::Rest | StepKind::ChangeOver | StepKind::Between => {
                self.timeline.steps.get(self.index + 1).map_or(step.bout, |next| next.bout)
            }
        }
    }
}
