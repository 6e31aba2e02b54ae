//! Day by day and week by week: what was due, what was done, how much it hurt.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::day;
use crate::domain::due;
use crate::domain::program::Program;
use crate::domain::progress::{self, Seen};
use crate::domain::schedule::{Rhythm, Schedule};
use crate::domain::session::SessionResult;
use crate::domain::streak::Record;
use crate::domain::streak::ledger::Ledger;
use crate::domain::text::Id;
use crate::domain::visit::{Span, Told};

/// One day of the span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub day: NaiveDate,
    /// Sessions that keep the day, those typed in later too.
    pub done: u32,
    /// Sessions that were begun, whatever came of them.
    pub begun: u32,
    /// What was asked of the day where none was done.
    pub mark: Mark,
    /// The worst pain before a session, 0 to 10.
    pub before: Option<u8>,
    /// The worst pain during and after.
    pub worst: Option<u8>,
    /// Pain on the morning after this day.
    pub morning: Option<u8>,
}

/// What a day asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Sessions were due, so many.
    Due(u32),
    /// Nothing fixed: any days of a week, a slot of days, as needed, or not one of its days.
    Free,
    /// In a pause that the runner named.
    Paused,
    /// Rest was advised because of pain.
    RestAdvised,
    /// Today, which is not over.
    Today,
}

/// One calendar week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its first day in the span.
    pub from: NaiveDate,
    /// Its last day in the span.
    pub to: NaiveDate,
    /// Sessions that keep their day.
    pub done: u32,
    /// Sessions that were due; none where the program is done as needed.
    pub due: Option<u32>,
    /// Sessions that were done as a whole.
    pub whole: u32,
    /// Sessions of which at least half was done.
    pub part: u32,
    /// Sessions of which less was done; they keep no day.
    pub short: u32,
    /// Sessions that were stopped because of pain.
    pub stopped: u32,
}

/// What the days of one program are judged by.
fn record(id: &Id, at_hand: Option<&Program>, seen: &Seen<'_>) -> Record {
    let own = at_hand.map_or(Schedule::DAILY, |program| due::schedule_now(program, seen.history));
    progress::record(seen.history, id, own, seen.rules, seen.now)
}

/// Every day of a span.
pub(super) fn days(id: &Id, at_hand: Option<&Program>, seen: &Seen<'_>, span: Span, within: &[&Told<'_>]) -> Vec<Day> {
    let record = record(id, at_hand, seen);
    let today = seen.today();
    let ledger = Ledger::new(&record, seen.now, today);
    let rest: BTreeSet<NaiveDate> = progress::rest_days(seen.history, id, seen.now);
    let paused = |day| seen.history.pauses.iter().any(|pause| (pause.from..=pause.to).contains(&day));
    let mut of_day: BTreeMap<NaiveDate, Vec<&Told<'_>>> = BTreeMap::new();
    for told in within {
        of_day.entry(told.log.start.day).or_default().push(told);
    }
    let one = |day: NaiveDate| {
        let sat = of_day.get(&day).map(Vec::as_slice).unwrap_or_default();
        let mark = if rest.contains(&day) {
            Mark::RestAdvised
        } else if paused(day) {
            Mark::Paused
        } else if day == today {
            Mark::Today
        } else {
            match schedule_on(&ledger, day) {
                Schedule { rhythm: Rhythm::Days(days), times } if days.holds(chrono::Datelike::weekday(&day)) => {
                    Mark::Due(times)
                }
                _ => Mark::Free,
            }
        };
        Day {
            day,
            done: ledger.done(day),
            begun: count(sat.iter()),
            mark,
            before: sat.iter().filter_map(|told| told.pain.before).max(),
            worst: sat.iter().filter_map(|told| told.pain.worst()).max(),
            morning: sat.iter().filter_map(|told| told.pain.morning).max(),
        }
    };
    day::span(span.from, span.to).map(one).collect()
}

/// The schedule in force on a day.
fn schedule_on(ledger: &Ledger<'_>, day: NaiveDate) -> Schedule {
    let segment = ledger.stretch(day).and_then(|stretch| stretch.segment(day));
    segment.map_or(Schedule::DAILY, |segment| segment.dated.schedule)
}

/// The calendar weeks of these days.
pub(super) fn weeks(
    id: &Id,
    at_hand: Option<&Program>,
    seen: &Seen<'_>,
    days: &[Day],
    within: &[&Told<'_>],
) -> Vec<Week> {
    let record = record(id, at_hand, seen);
    let ledger = Ledger::new(&record, seen.now, seen.today());
    let begun = ledger.first(NaiveDate::MIN, seen.today());
    let of_week = days.chunk_by(|a, b| day::monday(a.day) == day::monday(b.day));
    of_week
        .filter_map(|days| {
            let (from, to) = (days.first()?.day, days.last()?.day);
            let sat = |result| {
                count(within.iter().filter(|told| (from..=to).contains(&told.log.start.day) && told.result == result))
            };
            Some(Week {
                from,
                to,
                done: days.iter().map(|day| day.done).sum(),
                due: due_in(&ledger, begun, days),
                whole: sat(SessionResult::Completed),
                part: sat(SessionResult::Partial),
                short: sat(SessionResult::Short),
                stopped: sat(SessionResult::StoppedPain),
            })
        })
        .collect()
}

/// Sessions due on these days of one week; none where all of them are as needed. Paused days and days of rest ask
/// nothing, and today asks no more than was done on it. A week's number is taken in proportion to the days that there
/// are, as the streak does (S10); a slot of days asks on its last one.
fn due_in(ledger: &Ledger<'_>, begun: Option<NaiveDate>, days: &[Day]) -> Option<u32> {
    let (mut due, mut sevenths, mut fixed) = (0, 0, false);
    let ended = days.len() == 7 || days.last().is_some_and(|last| last.mark != Mark::Today);
    for day in days {
        let Schedule { rhythm, times } = schedule_on(ledger, day.day);
        fixed |= rhythm != Rhythm::AsNeeded;
        let asks = begun.is_some_and(|begun| day.day >= begun);
        if !asks || matches!(day.mark, Mark::Paused | Mark::RestAdvised) {
            continue;
        }
        let number = if day.mark == Mark::Today { times.min(day.done) } else { times };
        match rhythm {
            Rhythm::Days(days) if days.holds(chrono::Datelike::weekday(&day.day)) => due += number,
            Rhythm::PerWeek { least, .. } => sevenths += least * times,
            Rhythm::EveryDays(n) => {
                let since = begun.map_or(0, |begun| day.day.signed_duration_since(begun).num_days());
                if since.rem_euclid(i64::from(n.max(1))) == i64::from(n.max(1)) - 1 {
                    due += number;
                }
            }
            Rhythm::Days(_) | Rhythm::AsNeeded => {}
        }
    }
    due += if ended { u32::div_ceil(sevenths, 7) } else { sevenths / 7 };
    fixed.then_some(due)
}

fn count<T>(these: impl Iterator<Item = T>) -> u32 {
    u32::try_from(these.count()).unwrap_or(u32::MAX)
}
