//! What a day asks of one program, by what was done before it: for what is due, and for the headline of all programs.

use chrono::NaiveDate;

use crate::domain::streak::Unit;
use crate::domain::streak::days;
use crate::domain::streak::ledger::Ledger;
use crate::domain::streak::periods::Slot;
use crate::domain::streak::weeks::Week;

/// What a day asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    /// Nothing: a session is a bonus.
    Free,
    /// The quota is met and more is wanted: a session keeps the day, and nothing is missed without it.
    Wanted,
    /// A session keeps the day; a later day would do as well.
    Welcome,
    /// The day must be trained, else a day, a week or a slot is missed.
    Due,
}

/// What a day asks, pauses left aside. Nothing before the first session asks anything, only today.
pub(crate) fn call(ledger: &Ledger<'_>, day: NaiveDate) -> Call {
    let Some(stretch) = ledger.stretch(day) else { return Call::Free };
    let begun = ledger.first(NaiveDate::MIN, ledger.today());
    if begun.is_none_or(|begun| day < begun) && day < ledger.today() {
        return Call::Free;
    }
    // Weeks and slots are counted from the stretch's own first kept day, as the streak counts them.
    let own = ledger.first(stretch.from, stretch.to.min(ledger.today()));
    let first = own.or(begun).unwrap_or_else(|| ledger.today());
    match stretch.unit() {
        Unit::Days => {
            let asked = stretch.segment(day).is_some_and(|segment| days::required(&segment.dated, day) > 0);
            if asked { Call::Due } else { Call::Free }
        }
        Unit::Weeks => {
            let week = Week::of(stretch, day);
            let kept = day.pred_opt().map_or(0, |eve| ledger.kept(week.from, eve));
            match week.quota(ledger, stretch, first).saturating_sub(kept) {
                0 if kept < week.wanted(ledger, stretch, first) => Call::Wanted,
                0 => Call::Free,
                remaining if remaining >= week.left(ledger, day) => Call::Due,
                _ => Call::Welcome,
            }
        }
        Unit::Periods => Slot::of(stretch, day, first).map_or(Call::Free, |slot| {
            if day.pred_opt().is_some_and(|eve| ledger.kept(slot.from, eve) > 0) {
                Call::Free
            } else if day == slot.to && !slot.cut && !slot.paused(ledger) {
                Call::Due
            } else {
                Call::Welcome
            }
        }),
    }
}
