//! The schedule as a calendar (RFC 5545): events that repeat, at the runner's own time wherever they are.
//!
//! The times are floating, without a zone: seven in the morning is seven in the morning. The ids of the events are the
//! same each time, so that a calendar that takes the file again changes its events and does not double them.

mod lines;

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Weekday};

use crate::domain::consent;
use crate::domain::day;
use crate::domain::due::{DueState, due};
use crate::domain::exercise::Affected;
use crate::domain::plan::Plan;
use crate::domain::prescription::{count, schedule as schedule_words};
use crate::domain::program::Program;
use crate::domain::progress::Seen;
use crate::domain::schedule::{Rhythm, Schedule, Weekdays};
use crate::domain::standing::{Occasion, occasion};
use crate::domain::text::Id;
use crate::domain::time::minutes;
use crate::domain::timeline::Timeline;

pub use lines::calendar;

/// From the first session of a day to the last (D).
const WAKING: i64 = 12 * 60;
/// No session is put later than this in minutes after midnight: 22:00 (D).
const LATEST: i64 = 22 * 60;

/// One event that repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its id: the program, the session of the stage, the number of the day.
    pub uid: String,
    /// Its first day.
    pub first: NaiveDate,
    /// Its time of day.
    pub at: NaiveTime,
    /// How long it lasts in whole minutes, 1 and up.
    pub minutes: u64,
    /// When it repeats.
    pub repeat: Repeat,
    /// The program's title, and the session's where there are several.
    pub title: String,
    /// What it is, in a sentence.
    pub words: String,
}

/// When an event repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// On these days of the week.
    On(Weekdays),
    /// Every so many days.
    Every(u32),
}

/// The events of a program in the stage in which the runner stands; none where it is done as needed. `at` is the time of
/// the first session of a day; further ones follow through the day, twelve hours to the last.
pub fn events(program: &Program, seen: &Seen<'_>, at: NaiveTime) -> Vec<Event> {
    let affected = consent::enrolment(seen.history, program).map_or(Affected::Left, |enrolment| enrolment.affected);
    let stands = occasion(program, seen, affected, None);
    let phase = stands.standing.phase;
    let sessions = program.phases.get(phase).map(|phase| phase.sessions.as_slice()).unwrap_or_default();
    let own: Vec<(usize, Schedule)> =
        sessions.iter().enumerate().filter_map(|(n, session)| Some((n, session.schedule?))).collect();
    if own.is_empty() {
        let schedule = program.schedule_of(phase);
        return (0..schedule.times)
            .filter_map(|n| {
                let slot = Slot { session: None, n, of: schedule.times };
                event(program, seen, &stands, schedule, slot, at)
            })
            .collect();
    }
    // Sessions with schedules of their own follow each other through the day.
    let of = own.iter().map(|(_, schedule)| schedule.times).sum();
    let all = own.iter().flat_map(|(session, schedule)| (0..schedule.times).map(move |_| (*session, *schedule)));
    let numbered = all.zip(0_u32..);
    numbered
        .filter_map(|((session, schedule), n)| {
            event(program, seen, &stands, schedule, Slot { session: Some(session), n, of }, at)
        })
        .collect()
}

/// Which of the sessions of a day an event is.
#[derive(Clone, Copy)]
struct Slot {
    /// Index of the session in its stage, where it has a schedule of its own.
    session: Option<usize>,
    n: u32,
    of: u32,
}

#[expect(clippy::too_many_arguments, reason = "an event is made of all that is known at its place")]
fn event(
    program: &Program,
    seen: &Seen<'_>,
    stands: &Occasion,
    schedule: Schedule,
    slot: Slot,
    at: NaiveTime,
) -> Option<Event> {
    let today = seen.today();
    let repeat = match schedule.rhythm {
        Rhythm::Days(days) => Repeat::On(days),
        Rhythm::PerWeek { least, .. } => Repeat::On(spread(least)),
        Rhythm::EveryDays(n) => Repeat::Every(n.max(1)),
        Rhythm::AsNeeded => return None,
    };
    let first = match repeat {
        Repeat::On(days) => day::span(today, day::after(today, 6)).find(|day| days.holds(day.weekday()))?,
        Repeat::Every(_) => {
            let due = due(program, seen.history, seen.rules, seen.now);
            due.next.filter(|_| due.state != DueState::Now).map_or(today, |next| next.day)
        }
    };
    let mut whole =
        Occasion::whole(stands.standing.affected, stands.standing.phase, slot.session.unwrap_or(stands.session));
    whole.standing = stands.standing.clone();
    let plan = Plan::of(program, &whole)?;
    let length = minutes(Timeline::of(&plan).length(&plan)).max(1);
    let named = slot.session.and_then(|session| program.phases.get(stands.standing.phase)?.sessions.get(session));
    let named = named.and_then(|session| session.title.as_ref()).map(|title| format!(": {title}"));
    let exercises = count(u32::try_from(plan.items.len()).unwrap_or(u32::MAX), "exercise");
    let free = if matches!(schedule.rhythm, Rhythm::PerWeek { .. }) { ", any days of the week" } else { "" };
    Some(Event {
        uid: uid(&program.id, slot),
        first,
        at: time(at, slot),
        minutes: length,
        repeat,
        title: format!("{}{}", program.title, named.unwrap_or_default()),
        words: format!("{exercises}, about {length} min. Prescribed: {}{free}.", schedule_words(&schedule)),
    })
}

/// The same for the same session each time.
fn uid(program: &Id, slot: Slot) -> String {
    format!("{program}-{}-{}@soleus.invalid", slot.session.map_or(1, |session| session + 1), slot.n + 1)
}

/// So many days of a week, with rest between them (D).
fn spread(n: u32) -> Weekdays {
    use Weekday::{Fri, Mon, Sat, Thu, Tue, Wed};
    let days: &[Weekday] = match n {
        0 | 1 => &[Mon],
        2 => &[Mon, Thu],
        3 => &[Mon, Wed, Fri],
        4 => &[Mon, Tue, Thu, Fri],
        5 => &[Mon, Tue, Wed, Thu, Fri],
        6 => &[Mon, Tue, Wed, Thu, Fri, Sat],
        _ => return Weekdays::ALL,
    };
    days.iter().fold(Weekdays::default(), |set, day| set.with(*day))
}

/// The time of a session of a day: the first at `at`, the last twelve hours later or at 22:00.
fn time(at: NaiveTime, slot: Slot) -> NaiveTime {
    let first = at.signed_duration_since(NaiveTime::MIN).num_minutes();
    let room = (first + WAKING).min(LATEST.max(first)) - first;
    let step = room / i64::from(slot.of.saturating_sub(1).max(1));
    at.overflowing_add_signed(TimeDelta::minutes(step * i64::from(slot.n))).0
}

/// The moment at which a file is made.
pub(crate) type Stamp = DateTime<FixedOffset>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_of_a_day_follow_each_other_until_the_evening() {
        let at = |text: &str| text.parse::<NaiveTime>().unwrap();
        let times = |first: &str, of: u32| {
            (0..of)
                .map(|n| time(at(first), Slot { session: None, n, of }).format("%H:%M").to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(times("07:00:00", 1), ["07:00"]);
        assert_eq!(times("07:00:00", 2), ["07:00", "19:00"]);
        assert_eq!(times("07:30:00", 3), ["07:30", "13:30", "19:30"]);
        assert_eq!(times("12:00:00", 2), ["12:00", "22:00"]);
        assert_eq!(times("23:00:00", 2), ["23:00", "23:00"], "never into the next day");
    }

    #[test]
    fn any_days_of_a_week_are_spread_over_it() {
        let days = |n| spread(n).days().map(|day| day.to_string()).collect::<Vec<_>>().join(" ");
        assert_eq!([1, 2, 3].map(days), ["Mon", "Mon Thu", "Mon Wed Fri"]);
        assert!((1..=7).all(|n| spread(n).days().count() == n as usize));
    }
}
