//! Sets laid out one behind the other: what stands before each, and between two.

use std::time::Duration;

use crate::domain::exercise::{DEFAULT_GET_READY, FIRST_GET_READY};
use crate::domain::plan::{Bout, Plan};
use crate::domain::timeline::{Step, StepKind, work};

/// What goes before the first set that is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain) enum Lead {
    /// Nothing: the runner has to get there, as at the beginning of a session.
    Nothing,
    /// A pause, long enough to get there.
    Pause,
    /// This set: the pause between the two is laid out too.
    After(Bout),
}

/// The steps of these sets in this order. A count stands before every set: whole before an exercise and after a change
/// of sides, at most 5 s between two sets of an exercise on one side, since the rest has gone before.
pub(in crate::domain) fn lay(plan: &Plan, bouts: &[Bout], lead: Lead) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut lead = lead;
    for bout in bouts {
        let Some(item) = plan.items.get(bout.item) else { continue };
        let written = item.exercise.get_ready;
        let count = match lead {
            Lead::Nothing => written.unwrap_or(FIRST_GET_READY),
            Lead::Pause => written.unwrap_or(DEFAULT_GET_READY),
            Lead::After(last) => {
                steps.extend(pause(plan, last, *bout));
                let whole = written.unwrap_or(DEFAULT_GET_READY);
                let same = last.item == bout.item && last.side == bout.side;
                if same { whole.min(DEFAULT_GET_READY) } else { whole }
            }
        };
        steps.extend(timed(StepKind::GetReady, *bout, count));
        steps.push(work(item, *bout));
        lead = Lead::After(*bout);
    }
    steps
}

/// A set alone, without the count before it.
pub(in crate::domain) fn set(plan: &Plan, bout: Bout) -> Option<Step> {
    plan.items.get(bout.item).map(|item| work(item, bout))
}

/// What stands between two sets.
fn pause(plan: &Plan, last: Bout, next: Bout) -> Option<Step> {
    let exercise = &plan.items.get(last.item)?.exercise;
    let circuit = plan.circuit(last.item);
    let together = circuit.contains(&next.item);
    if together && last.side != next.side && plan.by_side(&circuit) {
        // All stations were done on one side: the other one begins a round too.
        let stations = plan.items.get(circuit).unwrap_or_default().iter();
        let longest = stations.map(|item| item.exercise.change_over).max().unwrap_or(exercise.change_over);
        return timed(StepKind::ChangeOver, last, exercise.rest.max(longest));
    }
    let same = last.item == next.item;
    let new_set = next.set > last.set;
    match (same, last.side == next.side) {
        (true, true) => timed(StepKind::Rest, last, exercise.rest),
        // Where the sides alternate, the other side works after the time to change over, and the rest stands before
        // the next round.
        (true, false) if new_set => timed(StepKind::Rest, last, exercise.rest.max(exercise.change_over)),
        (true, false) => timed(StepKind::ChangeOver, last, exercise.change_over),
        (false, _) if together && new_set => timed(StepKind::Rest, last, exercise.rest),
        (false, _) => timed(StepKind::Between, last, exercise.rest_after),
    }
}

fn timed(kind: StepKind, bout: Bout, length: Duration) -> Option<Step> {
    let step = Step { kind, bout, length: Some(length), beats: Vec::new(), repeats: false };
    (!length.is_zero()).then_some(step)
}
