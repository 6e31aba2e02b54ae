//! So many days a week: calendar weeks from Monday, prorated where a week is cut short (S10).

use chrono::NaiveDate;

use crate::domain::day;
use crate::domain::schedule::Rhythm;
use crate::domain::streak::ledger::{Ledger, Stretch};
use crate::domain::streak::{Judged, State};

/// The part of a calendar week that lies in a stretch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Week {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
}

impl Week {
    pub(super) fn of(stretch: &Stretch, held: NaiveDate) -> Self {
        let monday = day::monday(held);
        Self { from: monday.max(stretch.from), to: day::after(monday, 6).min(stretch.to) }
    }

    /// The days to be trained in it, for a program whose first kept day is `first`.
    pub(super) fn quota(self, ledger: &Ledger<'_>, stretch: &Stretch, first: NaiveDate) -> usize {
        self.prorated(ledger, first, |day| per_week(stretch, day).0)
    }

    /// The days that are wanted in it, as many as its quota or more: nothing is missed without them.
    pub(super) fn wanted(self, ledger: &Ledger<'_>, stretch: &Stretch, first: NaiveDate) -> usize {
        self.prorated(ledger, first, |day| per_week(stretch, day).1)
    }

    fn prorated(self, ledger: &Ledger<'_>, first: NaiveDate, of: impl Fn(NaiveDate) -> u32) -> usize {
        let available = day::span(self.from.max(first), self.to).filter(|day| !ledger.paused(*day));
        available.map(of).sum::<u32>().div_ceil(7) as usize
    }

    /// Days of it from `day` on that are not paused.
    pub(super) fn left(self, ledger: &Ledger<'_>, from: NaiveDate) -> usize {
        day::span(from, self.to).filter(|day| !ledger.paused(*day)).count()
    }
}

/// The least and the most days of the week that are in force on a day.
fn per_week(stretch: &Stretch, day: NaiveDate) -> (u32, u32) {
    match stretch.segment(day).map(|segment| segment.dated.schedule.rhythm) {
        Some(Rhythm::PerWeek { least, most }) => (least, most),
        Some(Rhythm::Days(_) | Rhythm::EveryDays(_) | Rhythm::AsNeeded) | None => (0, 0),
    }
}

/// Judges a stretch of weeks.
pub(super) fn judge(ledger: &Ledger<'_>, stretch: &Stretch) -> Judged {
    let today = ledger.today();
    let last = stretch.to.min(today);
    let Some(first) = ledger.first(stretch.from, last) else {
        return Judged::nothing(State::Open);
    };
    let mut judged = Judged::nothing(State::Open);
    let mut monday = day::monday(first);
    while monday <= last {
        let week = Week::of(stretch, monday.max(stretch.from));
        let quota = week.quota(ledger, stretch, first);
        let kept = ledger.kept(week.from, week.to);
        let state = if quota == 0 {
            State::Excused
        } else if kept >= quota {
            State::Met
        } else if (week.from..=week.to).contains(&today) {
            let without_today = week.left(ledger, day::after(today, 1));
            judged.at_risk = judged.run > 0 && ledger.done(today) == 0 && kept + without_today < quota;
            State::Open
        } else {
            State::Missed
        };
        judged.add(week.from, state);
        judged.today = state;
        monday = day::after(monday, 7);
    }
    judged
}
