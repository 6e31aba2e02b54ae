//! The headline streak: all followed programs together, in days.
//!
//! A day is due when any program is due on it, and kept when any due session was done:
//!
//! - A schedule of days is due on its days.
//! - A schedule of days a week is due when what remains of the week's quota can be met only by training that day: as
//!   much remains as days are left, this one counted, paused ones not. Every n days is due on the last day of a slot
//!   without a session. As needed never is.
//! - A session keeps the day where its program is due that day or welcomes it: any day until the quota is met (where
//!   more is wanted, until that is done), any day of a slot without a session. Any other session is a bonus. With `need = all` it takes all sessions of the day.
//! - A day in a pause or of advised rest asks nothing of the programs that it holds for. Where nothing else is due, it
//!   is excused.
//! - A program asks nothing before its first session; one that was only enrolled in is due today, and never missed.
//! - A program that was left for more than 14 days while another one was trained is set aside: it asks nothing from
//!   the day after its last session to the next one. A runner who goes on to another program loses nothing.
//! - A program that begins on a later day, or that the runner has left, asks nothing until it begins and from the day on
//!   which it was left. Where nothing else is followed, such a day is a rest day.
//! - A program that is not in `schedules` any more asks nothing after its last session.
//! - Where no program is followed at all, today is open (S5).
//!
//! The days are then walked like those of one program (S7 to S9). With a single program on a schedule of days, the
//! headline is that program's own streak.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::day;
use crate::domain::following;
use crate::domain::history::{History, Pause};
use crate::domain::progress::{followed, record};
use crate::domain::schedule::Schedule;
use crate::domain::streak::call::{Call, call};
use crate::domain::streak::ledger::Ledger;
use crate::domain::streak::{Entry, Record, Rules, State, Streak, Unit, days};
use crate::domain::text::Id;

/// Days away from a program after which it is set aside for another (clinical-facts.md 4.2: two weeks away).
const SET_ASIDE: i64 = 14;

/// The streak of all followed programs together. `schedules`: the programs at hand, with the schedule of their file.
pub fn headline(
    history: &History,
    schedules: &BTreeMap<Id, Schedule>,
    rules: &Rules,
    now: DateTime<FixedOffset>,
) -> Streak {
    let of = |id: &Id| {
        let own = schedules.get(id);
        let record = record(history, id, own.copied().unwrap_or(Schedule::DAILY), rules, now);
        let idle = following::idle(history, id, super::today(history, now, rules.rollover));
        Known { record, at_hand: own.is_some(), idle }
    };
    let records: Vec<Known> = followed(history).iter().map(of).collect();
    let entries: Vec<Entry> = records.iter().flat_map(|known| known.record.entries.clone()).collect();
    let union =
        Record { entries, pauses: Vec::new(), schedules: Vec::new(), grace: rules.grace, rollover: rules.rollover };
    let all = Ledger::new(&union, now, day::logical_day(now, rules.rollover));
    let today = all.today();
    let followed: Vec<Followed<'_>> = records.iter().map(|known| Followed::new(known, now, &all)).collect();

    let of_day = |day| (day, state(&followed, day, today));
    let first = all.first(NaiveDate::MIN, today);
    let states = first.map_or_else(BTreeMap::new, |first| day::span(first, today).map(of_day).collect());
    let walked = days::walk(states, all.jumps(), rules.grace, today);
    Streak {
        current: walked.run,
        longest: walked.longest,
        unit: Unit::Days,
        today: if first.is_some() { walked.today } else { of_day(today).1 },
        at_risk: walked.at_risk,
        future: all.future(),
        states: walked.states,
    }
}

/// What one day comes to, before the date line and the grace.
fn state(followed: &[Followed<'_>], day: NaiveDate, today: NaiveDate) -> State {
    if followed.iter().any(|program| program.keeps(day)) {
        State::Met
    } else if followed.iter().any(|program| program.is_due(day)) {
        if day == today { State::Open } else { State::Missed }
    } else if followed.iter().any(|program| program.is_excused(day)) {
        State::Excused
    } else if followed.is_empty() {
        State::Open
    } else {
        State::Rest
    }
}

/// What is known of a program.
struct Known {
    record: Record,
    at_hand: bool,
    /// Before it begins, and after it was left.
    idle: Vec<Pause>,
}

/// One program among the others.
struct Followed<'a> {
    ledger: Ledger<'a>,
    idle: &'a [Pause],
    /// Its first and last session.
    ends: Option<(NaiveDate, NaiveDate)>,
    /// Days on which it asks nothing, because it was set aside.
    aside: BTreeSet<NaiveDate>,
    at_hand: bool,
}

impl<'a> Followed<'a> {
    fn new(known: &'a Known, now: DateTime<FixedOffset>, all: &Ledger<'_>) -> Self {
        let Known { record, at_hand, idle } = known;
        let ledger = Ledger::new(record, now, all.today());
        let kept: Vec<NaiveDate> = ledger.kept_days().collect();
        let ends = kept.first().copied().zip(kept.last().copied());
        let until = kept.iter().skip(1).map(|next| day::before(*next, 1)).chain([all.today()]);
        let gaps = kept.iter().map(|last| day::after(*last, 1)).zip(until);
        let aside = gaps
            .filter(|(from, to)| to.signed_duration_since(*from).num_days() >= SET_ASIDE && all.kept(*from, *to) > 0)
            .flat_map(|(from, to)| day::span(from, to))
            .collect();
        Self { ledger, idle, ends, aside, at_hand: *at_hand }
    }

    /// The schedule in force on a day asks for a session, and enough were done.
    fn keeps(&self, day: NaiveDate) -> bool {
        let threshold = self
            .ledger
            .stretch(day)
            .and_then(|stretch| stretch.segment(day))
            .map_or(1, |segment| days::threshold(&segment.dated));
        self.ledger.done(day) >= threshold && call(&self.ledger, day) != Call::Free
    }

    fn is_due(&self, day: NaiveDate) -> bool {
        let given_up = !self.at_hand && self.ends.is_none_or(|(_, last)| day > last);
        let asks = !given_up && !self.aside.contains(&day) && !self.ledger.paused(day);
        asks && call(&self.ledger, day) == Call::Due
    }

    fn is_excused(&self, day: NaiveDate) -> bool {
        let idle = self.idle.iter().any(|pause| (pause.from..=pause.to).contains(&day));
        self.ledger.paused(day) && !idle
    }
}
