//! A schedule as an object: `{"kind":"days","days":["mon"],"times":2}`.

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use super::Bad;
use crate::domain::schedule::{Rhythm, Schedule, Weekdays};

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Shape {
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    per_week: Option<u32>,
    /// Where more days than `per_week` are wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    up_to: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    every: Option<u32>,
    #[serde(default = "once")]
    times: u32,
}

const fn once() -> u32 {
    1
}

impl Shape {
    pub(super) fn new(schedule: Schedule) -> Self {
        let (kind, days, per_week, every) = match schedule.rhythm {
            Rhythm::Days(days) => ("days", Some(days.days().map(word).collect()), None, None),
            Rhythm::PerWeek { least, .. } => ("week", None, Some(least), None),
            Rhythm::EveryDays(days) => ("every", None, None, Some(days)),
            Rhythm::AsNeeded => ("as-needed", None, None, None),
        };
        let up_to = match schedule.rhythm {
            Rhythm::PerWeek { least, most } if most > least => Some(most),
            Rhythm::PerWeek { .. } | Rhythm::Days(_) | Rhythm::EveryDays(_) | Rhythm::AsNeeded => None,
        };
        Self { kind: kind.to_owned(), days, per_week, up_to, every, times: schedule.times }
    }

    pub(super) fn read(self) -> Result<Schedule, Bad> {
        const BAD: Bad = "`schedule` is not known or out of range";
        let rhythm = match (self.kind.as_str(), self.days, self.per_week, self.every) {
            ("days", None, ..) => Rhythm::Days(Weekdays::ALL),
            ("days", Some(days), ..) => Rhythm::Days(weekdays(&days).ok_or(BAD)?),
            ("week", _, Some(least @ 1..=7), _) => {
                let most = self.up_to.unwrap_or(least);
                (least..=7).contains(&most).then_some(Rhythm::PerWeek { least, most }).ok_or(BAD)?
            }
            ("every", _, _, Some(days @ 2..=366)) => Rhythm::EveryDays(days),
            ("as-needed", ..) => Rhythm::AsNeeded,
            _ => return Err(BAD),
        };
        if (1..=100).contains(&self.times) { Ok(Schedule { rhythm, times: self.times }) } else { Err(BAD) }
    }
}

fn word(day: Weekday) -> String {
    day.to_string().to_ascii_lowercase()
}

fn weekdays(words: &[String]) -> Option<Weekdays> {
    let mut days = Weekdays::default();
    for found in words {
        days = days.with(Weekdays::ALL.days().find(|day| word(*day) == *found)?);
    }
    (!days.is_empty()).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rhythm_goes_there_and_back() {
        let workdays = Rhythm::Days(Weekdays::WORKDAYS);
        for rhythm in [
            workdays,
            Rhythm::per_week(3),
            Rhythm::PerWeek { least: 2, most: 3 },
            Rhythm::EveryDays(2),
            Rhythm::AsNeeded,
        ] {
            let schedule = Schedule { rhythm, times: 2 };
            let json = serde_json::to_string(&Shape::new(schedule)).unwrap();
            assert_eq!(serde_json::from_str::<Shape>(&json).unwrap().read(), Ok(schedule), "{json}");
        }
        let daily = serde_json::from_str::<Shape>(r#"{"kind":"days","times":3}"#).unwrap().read().unwrap();
        assert_eq!(daily, Schedule { times: 3, ..Schedule::DAILY });
        for bad in [
            r#"{"kind":"moon"}"#,
            r#"{"kind":"week","per_week":8}"#,
            r#"{"kind":"days","days":[]}"#,
            r#"{"kind":"week","per_week":3,"up_to":2}"#,
        ] {
            assert!(serde_json::from_str::<Shape>(bad).unwrap().read().is_err(), "{bad}");
        }
    }
}
