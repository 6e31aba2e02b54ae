//! Entries sifted: doubles and the future left out, the rest gathered by day (rules S2 to S5).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::day;
use crate::domain::streak::Entry;

/// Days further back than this hold a typing error, and would cost a step each: a hundred years.
const OLDEST_DAYS: u64 = 36_525;
/// A jump of the clock's offset from which a day may never have existed for the runner (S7): 12 h, in seconds.
const DATE_LINE: i32 = 12 * 3600;

/// What is left of the entries.
#[derive(Debug)]
pub(super) struct Sifted {
    /// The day it is (S4).
    pub(super) today: NaiveDate,
    /// Ignored as dated in the future (S3).
    pub(super) future: usize,
    /// Qualifying entries by day; only days that have some.
    pub(super) done: BTreeMap<NaiveDate, u32>,
    /// Clocks that jumped forward by half a day or more: the days before and after, in order (S7).
    pub(super) jumps: Vec<(NaiveDate, NaiveDate)>,
}

/// Sifts entries as seen at `now`, on a day that is at least `floor`.
pub(super) fn sift(entries: &[Entry], now: DateTime<FixedOffset>, floor: NaiveDate) -> Sifted {
    let mut seen = BTreeSet::new();
    let entries: Vec<&Entry> = entries.iter().filter(|entry| seen.insert(&entry.id)).collect();
    let mut timed: Vec<(DateTime<FixedOffset>, &Entry)> = entries
        .iter()
        .filter_map(|entry| entry.at.map(|at| (at, *entry)))
        .filter(|(at, entry)| day::believable(*at, entry.day, now))
        .collect();
    timed.sort_by(|(a, left), (b, right)| a.cmp(b).then_with(|| left.id.cmp(&right.id)));
    let today = timed.iter().map(|(_, entry)| entry.day).fold(floor, NaiveDate::max);
    let manual: Vec<&Entry> =
        entries.iter().copied().filter(|entry| entry.at.is_none() && entry.day <= today).collect();

    let mut done = BTreeMap::new();
    let oldest = day::before(today, OLDEST_DAYS);
    let kept = timed.iter().map(|(_, entry)| *entry).chain(manual.iter().copied());
    for entry in kept.filter(|entry| entry.counts && entry.day >= oldest) {
        *done.entry(entry.day).or_default() += 1;
    }
    let jumps = timed
        .windows(2)
        .filter_map(|pair| match pair {
            [(a, left), (b, right)] => (east_of_utc(b) - east_of_utc(a) >= DATE_LINE).then_some((left.day, right.day)),
            _ => None,
        })
        .collect();
    Sifted { today, future: entries.len() - timed.len() - manual.len(), done, jumps }
}

fn east_of_utc(at: &DateTime<FixedOffset>) -> i32 {
    at.offset().local_minus_utc()
}
