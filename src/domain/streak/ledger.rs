//! The ledger: entries by day, beside the stretches of schedule in force and the pauses. Every question that the
//! rules ask about a day is answered here.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::history::Pause;
use crate::domain::schedule::{Rhythm, Schedule};
use crate::domain::streak::sift::{Sifted, sift};
use crate::domain::streak::{Dated, Record, Unit};

/// One program's days.
#[derive(Debug)]
pub(crate) struct Ledger<'a> {
    sifted: Sifted,
    pauses: &'a [Pause],
    stretches: Vec<Stretch>,
}

/// Schedules of one kind that follow each other; never empty.
#[derive(Debug)]
pub(crate) struct Stretch {
    /// Its first day.
    pub(crate) from: NaiveDate,
    /// Its last day; the end of time where it is the last.
    pub(crate) to: NaiveDate,
    unit: Unit,
    segments: Vec<Segment>,
}

/// One schedule and the days on which it is in force, both ends in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Segment {
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
    pub(crate) dated: Dated,
}

impl Stretch {
    pub(crate) const fn unit(&self) -> Unit {
        self.unit
    }

    pub(crate) fn holds(&self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// The schedule in force on a day of this stretch.
    pub(crate) fn segment(&self, day: NaiveDate) -> Option<&Segment> {
        self.segments.iter().find(|segment| (segment.from..=segment.to).contains(&day))
    }
}

impl<'a> Ledger<'a> {
    /// The ledger as seen at `now`, on a day that is at least `floor`.
    pub(crate) fn new(record: &'a Record, now: DateTime<FixedOffset>, floor: NaiveDate) -> Self {
        let sifted = sift(&record.entries, now, floor);
        let stretches = stretches(&record.schedules, sifted.today);
        Self { sifted, pauses: &record.pauses, stretches }
    }

    /// The day it is (S4).
    pub(crate) const fn today(&self) -> NaiveDate {
        self.sifted.today
    }

    /// Entries ignored as dated in the future (S3).
    pub(crate) const fn future(&self) -> usize {
        self.sifted.future
    }

    /// The jumps over the date line (S7).
    pub(crate) fn jumps(&self) -> &[(NaiveDate, NaiveDate)] {
        &self.sifted.jumps
    }

    /// Qualifying sessions of a day.
    pub(crate) fn done(&self, day: NaiveDate) -> u32 {
        self.sifted.done.get(&day).copied().unwrap_or(0)
    }

    /// The first day with a qualifying session, of all or of a span of days (S5).
    pub(crate) fn first(&self, from: NaiveDate, to: NaiveDate) -> Option<NaiveDate> {
        (from <= to).then(|| self.sifted.done.range(from..=to).next().map(|(day, _)| *day)).flatten()
    }

    /// Days with a qualifying session among these.
    pub(crate) fn kept(&self, from: NaiveDate, to: NaiveDate) -> usize {
        if from <= to { self.sifted.done.range(from..=to).count() } else { 0 }
    }

    /// All days with a qualifying session, in order.
    pub(crate) fn kept_days(&self) -> impl Iterator<Item = NaiveDate> {
        self.sifted.done.keys().copied()
    }

    pub(crate) fn paused(&self, day: NaiveDate) -> bool {
        self.pauses.iter().any(|pause| (pause.from..=pause.to).contains(&day))
    }

    /// The stretches in force up to today, in order; never empty.
    pub(crate) fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// The stretch that holds a day.
    pub(crate) fn stretch(&self, day: NaiveDate) -> Option<&Stretch> {
        self.stretches.iter().find(|stretch| stretch.holds(day))
    }
}

/// Lays out the schedules that are in force up to `today`: the earliest holds from always, of two for one day the last
/// given, and the latest holds without end.
fn stretches(schedules: &[Dated], today: NaiveDate) -> Vec<Stretch> {
    let mut dated: Vec<(NaiveDate, Dated)> =
        schedules.iter().map(|dated| (dated.from.unwrap_or(NaiveDate::MIN), *dated)).collect();
    dated.sort_by_key(|(from, _)| *from);
    dated.reverse();
    dated.dedup_by_key(|(from, _)| *from);
    dated.reverse();
    let mut rest = dated.into_iter();
    let (_, first) = rest.next().unwrap_or((NaiveDate::MIN, Dated::always(Schedule::DAILY)));
    let mut stretches = vec![Stretch::begin(NaiveDate::MIN, first)];
    for (from, dated) in rest.filter(|(from, _)| *from <= today) {
        let end = from.pred_opt().unwrap_or(from);
        if let Some(last) = stretches.last_mut() {
            last.to = end;
            if let Some(segment) = last.segments.last_mut() {
                segment.to = end;
            }
            if last.unit == unit(dated.schedule.rhythm) {
                last.to = NaiveDate::MAX;
                last.segments.push(Segment { from, to: NaiveDate::MAX, dated });
                continue;
            }
        }
        stretches.push(Stretch::begin(from, dated));
    }
    stretches
}

impl Stretch {
    fn begin(from: NaiveDate, dated: Dated) -> Self {
        let to = NaiveDate::MAX;
        Self { from, to, unit: unit(dated.schedule.rhythm), segments: vec![Segment { from, to, dated }] }
    }
}

const fn unit(rhythm: Rhythm) -> Unit {
    match rhythm {
        Rhythm::Days(_) | Rhythm::AsNeeded => Unit::Days,
        Rhythm::PerWeek { .. } => Unit::Weeks,
        Rhythm::EveryDays(_) => Unit::Periods,
    }
}
