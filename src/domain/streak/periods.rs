//! One session in every slot of so many days: fixed slots, so that one day late is fine (S11).

use chrono::NaiveDate;

use crate::domain::day;
use crate::domain::schedule::Rhythm;
use crate::domain::streak::ledger::{Ledger, Stretch};
use crate::domain::streak::{Judged, State};

/// One slot, as far as its schedule is in force; both ends in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    /// A change of the schedule took days from it.
    pub(super) cut: bool,
}

impl Slot {
    /// The slot that holds a day, for a program whose first kept day is `first`.
    pub(super) fn of(stretch: &Stretch, held: NaiveDate, first: NaiveDate) -> Option<Self> {
        let segment = stretch.segment(held)?;
        let length = match segment.dated.schedule.rhythm {
            Rhythm::EveryDays(days) => i64::from(days.max(1)),
            Rhythm::Days(_) | Rhythm::PerWeek { .. } | Rhythm::AsNeeded => return None,
        };
        let anchor = segment.dated.anchor.unwrap_or_else(|| segment.from.max(first));
        let into_the_slot = held.signed_duration_since(anchor).num_days().rem_euclid(length);
        let from = day::before(held, into_the_slot.unsigned_abs());
        let to = day::after(from, (length - 1).unsigned_abs());
        let cut = from < segment.from || to > segment.to;
        Some(Self { from: from.max(segment.from), to: to.min(segment.to), cut })
    }

    pub(super) fn paused(self, ledger: &Ledger<'_>) -> bool {
        day::span(self.from, self.to).any(|day| ledger.paused(day))
    }
}

/// Judges a stretch of slots.
pub(super) fn judge(ledger: &Ledger<'_>, stretch: &Stretch) -> Judged {
    let today = ledger.today();
    let last = stretch.to.min(today);
    let mut judged = Judged::nothing(State::Open);
    let Some(first) = ledger.first(stretch.from, last) else {
        return judged;
    };
    let mut next = first;
    while next <= last
        && let Some(slot) = Slot::of(stretch, next, first)
    {
        let state = if ledger.kept(slot.from, slot.to) > 0 {
            State::Met
        } else if slot.paused(ledger) {
            State::Excused
        } else if (slot.from..=slot.to).contains(&today) {
            judged.at_risk = judged.run > 0 && today == slot.to;
            State::Open
        } else if slot.cut {
            State::Excused
        } else {
            State::Missed
        };
        judged.add(slot.from, state);
        judged.today = state;
        next = day::after(slot.to, 1);
    }
    judged
}
