//! How often a week: the schedules as averages over many weeks.

use crate::domain::schedule::{Rhythm, Schedule, Weekdays};

/// So much a week on average: a whole number over a number of weeks, since every 2 days is 7 times in two weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Average {
    sum: u64,
    weeks: u64,
}

impl Average {
    /// So much in so many weeks, one week at least.
    pub fn new(sum: u64, weeks: u64) -> Self {
        let weeks = weeks.max(1);
        let common = divisor(sum, weeks);
        Self { sum: sum / common, weeks: weeks / common }
    }

    /// So many times as much.
    #[must_use]
    pub fn times(self, n: u64) -> Self {
        Self::new(self.sum.saturating_mul(n), self.weeks)
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let sum = self.sum.saturating_mul(other.weeks).saturating_add(other.sum.saturating_mul(self.weeks));
        Self::new(sum, self.weeks.saturating_mul(other.weeks))
    }

    /// In tenths, to the nearest.
    pub fn tenths(self) -> u64 {
        (self.sum.saturating_mul(20).saturating_add(self.weeks)) / self.weeks.saturating_mul(2)
    }

    /// `14`, `3.5`: to the nearest tenth.
    pub fn words(self) -> String {
        let (whole, tenth) = (self.tenths() / 10, self.tenths() % 10);
        if tenth == 0 { whole.to_string() } else { format!("{whole}.{tenth}") }
    }

    fn fraction(self, part: Self) -> Self {
        Self::new(self.sum.saturating_mul(part.sum), self.weeks.saturating_mul(part.weeks))
    }

    /// One as a part of another that is not less.
    fn over(self, whole: Self) -> Self {
        Self::new(self.sum.saturating_mul(whole.weeks), self.weeks.saturating_mul(whole.sum).max(1))
    }

    fn least(self, other: Self) -> Self {
        let less = self.sum.saturating_mul(other.weeks) < other.sum.saturating_mul(self.weeks);
        if less { self } else { other }
    }
}

const fn divisor(mut a: u64, mut b: u64) -> u64 {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

/// Sessions a week of one of so many that are done in turn; none as needed.
pub(super) fn weekly(schedule: &Schedule, turns: u32) -> Option<Average> {
    let days = days(schedule.rhythm)?;
    Some(Average::new(days.sum.saturating_mul(u64::from(schedule.times)), days.weeks.saturating_mul(u64::from(turns))))
}

/// Sessions a week in which an exercise is done that is a part of them on the days of its own schedule only. Where
/// the days of the two are not tied to each other this is the average, or the most: 3 times a week on Monday and
/// Friday is twice.
pub fn part_of(session: &Schedule, turns: u32, own: Option<&Schedule>) -> Option<Average> {
    let sessions = weekly(session, turns)?;
    let Some(own) = own else { return Some(sessions) };
    let all = days(session.rhythm)?;
    // On so many days a week this one of the sessions is done.
    let here = all.least(sessions);
    let share = match (session.rhythm, own.rhythm) {
        (Rhythm::Days(days), Rhythm::Days(own)) => {
            let common = days.days().filter(|day| own.holds(*day)).count() as u64;
            Average::new(common, number(days))
        }
        (Rhythm::PerWeek { least: n, .. }, Rhythm::Days(own)) => {
            Average::new(number(own).min(u64::from(n)), u64::from(n))
        }
        (Rhythm::EveryDays(_), Rhythm::Days(own)) => Average::new(number(own), 7),
        (_, rhythm) => days(rhythm)?.least(here).over(here),
    };
    Some(sessions.fraction(share))
}

/// Due days a week; of a range its low end.
fn days(rhythm: Rhythm) -> Option<Average> {
    match rhythm {
        Rhythm::Days(days) => Some(Average::new(number(days), 1)),
        Rhythm::PerWeek { least: n, .. } => Some(Average::new(u64::from(n), 1)),
        Rhythm::EveryDays(n) => Some(Average::new(7, u64::from(n))),
        Rhythm::AsNeeded => None,
    }
}

fn number(days: Weekdays) -> u64 {
    days.days().count() as u64
}
