//! The run log: distances, the week against the week before, and how far shoes have gone.
//!
//! The 10 % a week are a cautious habit and no threshold of injury (clinical facts 1.5 and 2.12); 480 to 800 km for a
//! pair of shoes are second-hand (1.4, T08).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::day;
use crate::domain::history::Run;

/// The longest run that is believed, in metres.
const LONGEST: f64 = 1_000_000.0;
/// A mile in metres.
const MILE: f64 = 1_609.344;
/// From here on shoes are often replaced, in metres (300 miles).
pub const SHOES_FROM: u32 = 480_000;
/// Up to here, in metres (500 miles).
pub const SHOES_TO: u32 = 800_000;

/// In what a runner counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Kilometres.
    #[default]
    Km,
    /// Miles.
    Mi,
}

impl Unit {
    /// `km` or `mi`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Km => "km",
            Self::Mi => "mi",
        }
    }

    const fn metres(self) -> f64 {
        match self {
            Self::Km => 1_000.0,
            Self::Mi => MILE,
        }
    }
}

/// A distance as it is typed (`5.2km`, `3 mi`, `5,2 km`), in metres, with its unit. Nothing below 10 m or above 1,000 km.
pub fn distance(typed: &str) -> Option<(u32, Unit)> {
    let typed = typed.trim().to_lowercase().replace(',', ".");
    let (number, unit) = [("km", Unit::Km), ("mi", Unit::Mi)]
        .into_iter()
        .find_map(|(word, unit)| typed.strip_suffix(word).map(|number| (number.trim_end().to_owned(), unit)))?;
    if !number.chars().all(|letter| letter.is_ascii_digit() || letter == '.') {
        return None;
    }
    let metres = (number.parse::<f64>().ok()? * unit.metres()).round();
    if !(10.0..=LONGEST).contains(&metres) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie between 10 and 1e6")]
    Some((metres as u32, unit))
}

/// `5.2 km`.
pub fn words(metres: u32, unit: Unit) -> String {
    format!("{:.1} {}", f64::from(metres) / unit.metres(), unit.word())
}

/// Metres of this week and of the one before, Monday to Sunday, up to today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weeks {
    /// From Monday to today.
    pub this: u32,
    /// The seven days before.
    pub last: u32,
}

/// The week that holds `today`, against the one before.
pub fn weeks(runs: &[Run], today: NaiveDate) -> Weeks {
    let monday = day::monday(today);
    let before = day::before(monday, 7);
    let sum = |from: NaiveDate, to: NaiveDate| {
        let those = runs.iter().filter(|run| (from..=to).contains(&run.ran.day));
        those.fold(0_u32, |sum, run| sum.saturating_add(run.ran.metres))
    };
    Weeks { this: sum(monday, today), last: sum(before, day::before(monday, 1)) }
}

/// The unit of the run that was logged last.
pub fn unit(runs: &[Run]) -> Unit {
    runs.iter().max_by_key(|run| run.at).map_or(Unit::Km, |run| run.ran.unit)
}

/// `12.4 km this week, 10.0 km last week`; none where neither week has a run.
pub fn week_words(runs: &[Run], today: NaiveDate) -> Option<String> {
    let (weeks, unit) = (weeks(runs, today), unit(runs));
    let some = weeks.this > 0 || weeks.last > 0;
    some.then(|| format!("ran {} this week, {} last week", words(weeks.this, unit), words(weeks.last, unit)))
}

/// What 10 % more than last week come to, and how much this week is above; none without a run last week.
pub fn habit_words(runs: &[Run], today: NaiveDate) -> Option<String> {
    const HABIT: &str = "10 % a week are a cautious habit, not a proven threshold";
    let (weeks, unit) = (weeks(runs, today), unit(runs));
    if weeks.last == 0 {
        return None;
    }
    let most = u64::from(weeks.last) * 110 / 100;
    let more = u64::from(weeks.this).saturating_sub(u64::from(weeks.last)) * 100 / u64::from(weeks.last);
    Some(if u64::from(weeks.this) > most {
        format!("that is {more} % more than last week; {HABIT}")
    } else {
        let most = words(u32::try_from(most).unwrap_or(u32::MAX), unit);
        format!("10 % more than last week would be {most}; {HABIT}")
    })
}

/// How far a pair of shoes has gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shoes {
    /// As the runner calls it.
    pub name: String,
    /// Metres.
    pub metres: u32,
}

/// Every pair that a run names, in the order of their names; capitals make no other pair.
pub fn shoes(runs: &[Run]) -> Vec<Shoes> {
    let mut all: BTreeMap<String, Shoes> = BTreeMap::new();
    for run in runs {
        let Some(name) = &run.ran.shoes else { continue };
        let pair = all.entry(name.to_lowercase()).or_insert_with(|| Shoes { name: name.to_string(), metres: 0 });
        pair.metres = pair.metres.saturating_add(run.ran.metres);
    }
    all.into_values().collect()
}

/// `blue: 512.0 km; shoes are often replaced at 480 to 800 km (300 to 500 miles)`.
pub fn shoes_words(shoes: &Shoes, unit: Unit) -> String {
    let so_far = format!("{}: {}", shoes.name, words(shoes.metres, unit));
    match shoes.metres {
        0..SHOES_FROM => format!("{so_far} of 480 to 800 km (300 to 500 miles)"),
        SHOES_FROM..=SHOES_TO => format!("{so_far}; shoes are often replaced at 480 to 800 km (300 to 500 miles)"),
        _ => format!("{so_far}; that is past the 800 km (500 miles) at which shoes are often replaced"),
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::history::Ran;
    use crate::domain::text::Clean;

    fn run(day: &str, typed: &str, shoes: Option<&str>) -> Run {
        let (metres, unit) = distance(typed).unwrap();
        let at = DateTime::parse_from_rfc3339(&format!("{day}T18:00:00+01:00")).unwrap();
        let day: NaiveDate = day.parse().unwrap();
        Run {
            id: day.to_string(),
            at,
            ran: Ran { day, metres, unit, minutes: None, shoes: shoes.map(Clean::name), note: None },
        }
    }

    #[test]
    fn distances_are_typed_in_two_units() {
        assert_eq!(distance("5.2km"), Some((5_200, Unit::Km)));
        assert_eq!(distance(" 5,2 KM"), Some((5_200, Unit::Km)));
        assert_eq!(distance("3mi"), Some((4_828, Unit::Mi)));
        for wrong in ["5.2", "km", "-3km", "1e3km", "nankm", "0.001km", "1001km", "5.2.1km", "5m", ""] {
            assert_eq!(distance(wrong), None, "{wrong}");
        }
        assert_eq!((words(5_200, Unit::Km), words(4_828, Unit::Mi)), ("5.2 km".to_owned(), "3.0 mi".to_owned()));
    }

    #[test]
    fn weeks_begin_on_monday_and_the_habit_is_called_one() {
        // 21 November 2026 is a Saturday.
        let today = "2026-11-21".parse().unwrap();
        let runs = [run("2026-11-09", "4km", None), run("2026-11-15", "6km", None), run("2026-11-16", "11km", None)];
        assert_eq!(weeks(&runs, today), Weeks { this: 11_000, last: 10_000 });
        assert_eq!(week_words(&runs, today).unwrap(), "ran 11.0 km this week, 10.0 km last week");
        assert_eq!(
            habit_words(&runs, today).unwrap(),
            "10 % more than last week would be 11.0 km; 10 % a week are a cautious habit, not a proven threshold"
        );
        let more = [runs.as_slice(), &[run("2026-11-20", "2km", None)]].concat();
        assert!(habit_words(&more, today).unwrap().starts_with("that is 30 % more than last week; "));
        assert_eq!((week_words(&[], today), habit_words(&runs[2..], today)), (None, None));
        // A run of the future, from a clock that was wrong, is of no week.
        assert_eq!(weeks(&[run("2026-11-22", "9km", None)], today), Weeks::default());
    }

    #[test]
    fn shoes_add_up() {
        let runs = [run("2026-11-01", "400km", Some("Blue")), run("2026-11-02", "90km", Some("blue"))];
        let pair = shoes(&runs).remove(0);
        assert_eq!(pair, Shoes { name: "Blue".to_owned(), metres: 490_000 });
        assert!(shoes_words(&pair, Unit::Km).contains("often replaced at 480 to 800 km"));
        assert!(shoes_words(&Shoes { metres: 1, ..pair.clone() }, Unit::Km).contains(" of 480 to 800 km"));
        assert!(shoes_words(&Shoes { metres: 800_001, ..pair }, Unit::Km).contains("past the 800 km"));
    }
}
