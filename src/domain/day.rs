//! Logical days: which day a moment belongs to, and which day it is (rules S1, S3, S4 of streak-cases.toml).
//!
//! Plain civil arithmetic on the moment's own offset: no zone database and no clock ever enter. The day of a
//! session is reckoned once, when it starts, and stored; nothing here is asked about a stored day again.

use chrono::{DateTime, Datelike as _, Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta};

/// When a new day begins unless the runner says otherwise: 04:00 (reliability.md 4).
pub const ROLLOVER: NaiveTime = match NaiveTime::from_hms_opt(4, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// How far ahead of `now` an entry may lie before its clock is not believed (S3).
const AHEAD: TimeDelta = TimeDelta::minutes(5);

/// The day that a moment belongs to: its civil time less `rollover` (00:00 to 12:00), as a date (S1).
pub fn logical_day(at: DateTime<FixedOffset>, rollover: NaiveTime) -> NaiveDate {
    let civil = at.naive_local();
    let into_the_day = rollover.signed_duration_since(NaiveTime::MIN);
    civil.checked_sub_signed(into_the_day).unwrap_or(civil).date()
}

/// Whether a timed entry with this stored day may be believed at `now` (S3): it began at most five minutes from now,
/// and its day is at most one day after its own civil date.
pub fn believable(at: DateTime<FixedOffset>, day: NaiveDate, now: DateTime<FixedOffset>) -> bool {
    at.signed_duration_since(now) <= AHEAD && day <= after(at.date_naive(), 1)
}

/// The day it is (S4): that of `now`, or the greatest of the believable entries' days, so that it never moves
/// backwards when travelling west.
pub fn today(now: DateTime<FixedOffset>, rollover: NaiveTime, days: impl IntoIterator<Item = NaiveDate>) -> NaiveDate {
    days.into_iter().fold(logical_day(now, rollover), NaiveDate::max)
}

/// So many days later.
pub fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

/// So many days before.
pub fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

/// The Monday of the week that holds a day.
pub fn monday(day: NaiveDate) -> NaiveDate {
    before(day, u64::from(day.weekday().num_days_from_monday()))
}

/// All days from one to another, both ends in.
pub fn span(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().take_while(move |day| *day <= to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<FixedOffset> {
        text.parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_begins_at_the_rollover() {
        assert_eq!(logical_day(at("2026-11-21T03:59:59+01:00"), ROLLOVER), day("2026-11-20"));
        assert_eq!(logical_day(at("2026-11-21T04:00:00+01:00"), ROLLOVER), day("2026-11-21"));
        assert_eq!(logical_day(at("2026-11-21T00:00:00-11:00"), NaiveTime::MIN), day("2026-11-21"));
    }

    #[test]
    fn five_minutes_and_one_day_ahead_are_believed() {
        let now = at("2026-11-21T20:00:00+01:00");
        assert!(believable(at("2026-11-21T20:05:00+01:00"), day("2026-11-22"), now));
        assert!(!believable(at("2026-11-21T20:05:01+01:00"), day("2026-11-21"), now));
        assert!(!believable(at("2026-11-21T20:00:00+01:00"), day("2026-11-23"), now));
    }

    #[test]
    fn today_never_moves_backwards() {
        let now = at("2026-11-21T20:00:00-08:00");
        assert_eq!(today(now, ROLLOVER, [day("2026-11-22"), day("2026-11-02")]), day("2026-11-22"));
        assert_eq!(today(now, ROLLOVER, [day("2026-11-02")]), day("2026-11-21"));
    }

    #[test]
    fn weeks_begin_on_monday() {
        assert_eq!(["2026-11-16", "2026-11-22"].map(|d| monday(day(d))), [day("2026-11-16"); 2]);
        assert_eq!(span(day("2026-11-16"), day("2026-11-22")).count(), 7);
    }
}
