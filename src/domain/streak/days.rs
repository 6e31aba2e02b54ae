//! Schedules of days: each day's state (S6), the date line (S7), and the walk with its grace (S8, S9).

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};

use crate::domain::day;
use crate::domain::schedule::Rhythm;
use crate::domain::streak::ledger::{Ledger, Stretch};
use crate::domain::streak::{Dated, Grace, Judged, Need, State};

/// The sessions that a schedule of days asks for on a day; 0 on a rest day.
pub(crate) fn required(dated: &Dated, day: NaiveDate) -> u32 {
    match dated.schedule.rhythm {
        Rhythm::Days(days) if days.holds(day.weekday()) => dated.schedule.times,
        Rhythm::Days(_) | Rhythm::AsNeeded | Rhythm::PerWeek { .. } | Rhythm::EveryDays(_) => 0,
    }
}

/// The sessions that keep a due day.
pub(crate) const fn threshold(dated: &Dated) -> u32 {
    match dated.need {
        Need::Any => 1,
        Need::All => dated.schedule.times,
    }
}

/// Judges a stretch of days.
pub(super) fn judge(ledger: &Ledger<'_>, stretch: &Stretch, grace: Grace) -> Judged {
    let today = ledger.today();
    let last = stretch.to.min(today);
    let Some(first) = ledger.first(stretch.from, last) else {
        return Judged::nothing(state(ledger, stretch, today));
    };
    let states = day::span(first, last).map(|day| (day, state(ledger, stretch, day))).collect();
    walk(states, ledger.jumps(), grace, today)
}

/// The state of one day before the date line and the grace (S6).
fn state(ledger: &Ledger<'_>, stretch: &Stretch, day: NaiveDate) -> State {
    let (required, threshold) =
        stretch.segment(day).map_or((0, 1), |segment| (required(&segment.dated, day), threshold(&segment.dated)));
    if required > 0 && ledger.done(day) >= threshold {
        State::Met
    } else if ledger.paused(day) {
        State::Excused
    } else if required == 0 {
        State::Rest
    } else if day == ledger.today() {
        State::Open
    } else {
        State::Missed
    }
}

/// Walks days in order, from their states by S6: excuses what the date line took (S7), forgives (S8), counts (S9).
pub(crate) fn walk(
    mut states: BTreeMap<NaiveDate, State>,
    jumps: &[(NaiveDate, NaiveDate)],
    grace: Grace,
    today: NaiveDate,
) -> Judged {
    for (before, after) in jumps {
        let lost = states.iter_mut().find(|(day, state)| *day > before && *day < after && **state == State::Missed);
        if let Some((_, state)) = lost {
            *state = State::Excused;
        }
    }
    let mut run = Run { length: 0, forgiven: Vec::new(), grace };
    let mut longest = 0;
    let mut at_risk = false;
    for (day, state) in &mut states {
        match *state {
            State::Met => run.length += 1,
            State::Missed if run.forgives(*day) => {
                run.forgiven.push(*day);
                *state = State::Forgiven;
            }
            State::Missed => run = Run { length: 0, forgiven: Vec::new(), grace },
            State::Open => at_risk = run.length > 0 && !run.forgives(*day),
            State::Forgiven | State::Excused | State::Rest => {}
        }
        longest = longest.max(run.length);
    }
    let today = states.get(&today).copied().unwrap_or(State::Rest);
    Judged { states, run: run.length, longest, today, at_risk }
}

/// A run of kept days, with what was forgiven in it.
struct Run {
    length: u32,
    forgiven: Vec<NaiveDate>,
    grace: Grace,
}

impl Run {
    /// Whether a miss on this day would be forgiven. A run of nothing is never forgiven anything.
    fn forgives(&self, day: NaiveDate) -> bool {
        let window = day::before(day, u64::from(self.grace.window.saturating_sub(1)));
        let spent = self.forgiven.iter().rev().take_while(|forgiven| **forgiven >= window).count();
        self.length > 0 && spent < self.grace.allow as usize
    }
}
