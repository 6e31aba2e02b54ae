//! Which programs a runner follows now: from which day on, until when, and on which days none of it is asked.
//!
//! A program may begin later than it is taken up: before that day it is not due, and no day is missed. Who stops
//! following a program is asked nothing from that day on; what was done stays, and counts. Taken up again, it is asked
//! for from then on.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::day;
use crate::domain::history::{Enrolment, History, Pause, Stop};
use crate::domain::program::Program;
use crate::domain::text::Id;

/// How many days ahead a program that is not followed any more asks nothing: past any day that is looked at.
const AHEAD: u64 = 800;

/// The moment of a program's last end, where it was not taken up again since.
pub fn stopped<'a>(history: &'a History, program: &Id) -> Option<&'a Stop> {
    let last = history.stops.iter().filter(|stop| &stop.program == program).max_by_key(|stop| stop.at)?;
    let again = history.enrolment(program).is_some_and(|enrolment| enrolment.at > last.at);
    (!again).then_some(last)
}

/// The day on which a program begins, where that is still to come.
pub fn begins(history: &History, program: &Id, today: NaiveDate) -> Option<NaiveDate> {
    let enrolment = history.enrolment(program).filter(|_| stopped(history, program).is_none())?;
    enrolment.from.filter(|from| *from > today)
}

/// The days on which a program asks nothing, because it had not begun yet or was not followed any more.
pub fn idle(history: &History, program: &Id, today: NaiveDate) -> Vec<Pause> {
    let mut turns: Vec<Turn<'_>> = history
        .enrolments
        .iter()
        .filter(|enrolment| &enrolment.program == program)
        .map(Turn::Up)
        .chain(history.stops.iter().filter(|stop| &stop.program == program).map(Turn::Down))
        .collect();
    turns.sort_by_key(Turn::at);
    let next = turns.iter().skip(1).map(|turn| Some(turn.day())).chain([None]);
    let stretch = |(turn, next): (&Turn<'_>, Option<NaiveDate>)| {
        let (from, to) = match turn {
            Turn::Up(enrolment) => (turn.day(), day::before(enrolment.from?, 1)),
            Turn::Down(_) => (turn.day(), day::after(today, AHEAD)),
        };
        let to = next.map_or(to, |next| to.min(day::before(next, 1)));
        (from <= to).then_some(Pause { from, to, ..Pause::default() })
    };
    turns.iter().zip(next).filter_map(stretch).collect()
}

/// A program as its runner has it: pain is asked at the place that was named when it was taken up.
pub fn placed(program: &Program, history: &History) -> Program {
    let mut program = program.clone();
    if let Some(place) = history.enrolment(&program.id).and_then(|enrolment| enrolment.place.clone()) {
        program.pain.place = Some(place);
    }
    program
}

/// A program was taken up, or left.
enum Turn<'a> {
    Up(&'a Enrolment),
    Down(&'a Stop),
}

impl Turn<'_> {
    const fn at(&self) -> DateTime<FixedOffset> {
        match self {
            Self::Up(enrolment) => enrolment.at,
            Self::Down(stop) => stop.at,
        }
    }

    /// The day on which it was said.
    fn day(&self) -> NaiveDate {
        match self {
            Self::Up(enrolment) => enrolment.day(),
            Self::Down(stop) => stop.day,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exercise::Affected;

    fn moment(day: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(&format!("{day}T12:00:00+01:00")).unwrap()
    }

    fn date(day: &str) -> NaiveDate {
        day.parse().unwrap()
    }

    fn knee() -> Id {
        Id::new("knee").unwrap()
    }

    fn up(on: &str, from: Option<&str>) -> Enrolment {
        let from = from.map(date);
        Enrolment { from, ..Enrolment::new(moment(on), knee(), Affected::Left, String::new()) }
    }

    fn down(on: &str) -> Stop {
        Stop { at: moment(on), day: date(on), program: knee() }
    }

    #[test]
    fn a_later_start_asks_nothing_before_it() {
        let history = History { enrolments: vec![up("2026-11-21", Some("2026-12-01"))], ..History::default() };
        assert_eq!(begins(&history, &knee(), date("2026-11-30")), Some(date("2026-12-01")));
        assert_eq!(begins(&history, &knee(), date("2026-12-01")), None);
        let idle = idle(&history, &knee(), date("2026-11-25"));
        assert_eq!(idle, [Pause { from: date("2026-11-21"), to: date("2026-11-30"), ..Pause::default() }]);
    }

    #[test]
    fn who_stops_is_asked_nothing_until_it_is_taken_up_again() {
        let mut history = History { enrolments: vec![up("2026-11-01", None)], ..History::default() };
        assert!(idle(&history, &knee(), date("2026-11-25")).is_empty());
        history.stops.push(down("2026-11-10"));
        assert!(stopped(&history, &knee()).is_some());
        let open = idle(&history, &knee(), date("2026-11-25"));
        assert_eq!((open[0].from, open[0].to > date("2028-01-01")), (date("2026-11-10"), true));
        history.enrolments.push(up("2026-11-20", None));
        assert!(stopped(&history, &knee()).is_none());
        let closed = idle(&history, &knee(), date("2026-11-25"));
        assert_eq!(closed, [Pause { from: date("2026-11-10"), to: date("2026-11-19"), ..Pause::default() }]);
    }

    #[test]
    fn another_start_day_takes_the_place_of_the_first() {
        let enrolments = vec![up("2026-11-01", Some("2026-12-01")), up("2026-11-05", Some("2026-11-08"))];
        let history = History { enrolments, ..History::default() };
        let days: Vec<_> = idle(&history, &knee(), date("2026-11-06")).into_iter().map(|p| (p.from, p.to)).collect();
        let wanted = [("2026-11-01", "2026-11-04"), ("2026-11-05", "2026-11-07")].map(|(a, b)| (date(a), date(b)));
        assert_eq!(days, wanted);
    }
}
