//! A day on the command line: a date, or so long ago.

use chrono::NaiveDate;

use crate::domain::day;

/// A day as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// This one.
    On(NaiveDate),
    /// So many days before today.
    Ago(u64),
}

impl Typed {
    /// Which day it is, seen from today.
    pub fn seen_from(self, today: NaiveDate) -> NaiveDate {
        match self {
            Self::On(day) => day,
            Self::Ago(days) => day::before(today, days),
        }
    }
}

/// `2026-11-21`, `today`, `yesterday`, `30d`, `6w`.
pub fn typed(text: &str) -> Result<Typed, String> {
    let ago = |text: &str, days: u64| text.parse::<u64>().ok().filter(|n| *n <= 36_500).map(|n| n * days);
    let found = match text {
        "today" => Some(Typed::Ago(0)),
        "yesterday" => Some(Typed::Ago(1)),
        _ => match (text.strip_suffix('d'), text.strip_suffix('w')) {
            (Some(days), _) => ago(days, 1).map(Typed::Ago),
            (_, Some(weeks)) => ago(weeks, 7).map(Typed::Ago),
            (None, None) => NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Typed::On),
        },
    };
    found.ok_or_else(|| "takes a date like 2026-11-21, `today`, or how long ago: `30d`, `6w`".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_a_date_or_so_long_ago() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let day = |text: &str| typed(text).map(|typed| typed.seen_from(today).to_string());
        assert_eq!(day("2026-11-02").unwrap(), "2026-11-02");
        let known = ["today", "yesterday", "30d", "6w", "0d"].map(|text| day(text).unwrap());
        assert_eq!(known, ["2026-11-21", "2026-11-20", "2026-10-22", "2026-10-10", "2026-11-21"]);
        for wrong in ["", "d", "-1d", "99999999999999999999d", "2026-02-30", "21.11.2026", "3 w", "tomorrow"] {
            assert!(day(wrong).is_err(), "{wrong}");
        }
    }
}
