//! Schedules in words: `daily`, `mon wed fri`, `every 2 days`, `3 times a week`, `as needed`.

use chrono::Weekday;

use crate::domain::schedule::{Rhythm, Schedule, Weekdays};
use crate::io::program_file::value::{Part, Wrong};

const DAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

const TAKES: &str = "write \"daily\", \"weekdays\", \"mon wed fri\", \"every 2 days\", \"3 times a week\", \"2 to 3 times a week\" or \"as needed\", \
     with \", 2 times a day\" behind it where it is more than once";

/// The most sessions of one day.
const MOST_A_DAY: u32 = 12;

/// Reads a schedule; case and surplus blanks mean nothing.
pub(super) fn schedule(part: Part<'_>) -> Result<Schedule, Wrong> {
    let part = part.trim();
    let cut = part.text.find(',').and_then(|at| part.cut(at, 1));
    let (days, times) = match cut {
        Some((days, times))
            if times.text.to_lowercase().contains("day") && times.text.contains(|c: char| c.is_ascii_digit()) =>
        {
            (days.trim(), a_day(times.trim())?)
        }
        Some((days, times)) if times.text.trim().eq_ignore_ascii_case("twice a day") => (days.trim(), 2),
        Some(_) | None => (part, 1),
    };
    Ok(Schedule { rhythm: rhythm(days)?, times })
}

fn a_day(part: Part<'_>) -> Result<u32, Wrong> {
    let words = words(part.text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let times = match words.as_slice() {
        [n, "times" | "time", "a" | "per", "day"] => n.parse().ok(),
        _ => None,
    };
    times.filter(|n| (1..=MOST_A_DAY).contains(n)).ok_or_else(|| {
        Wrong::new(part.at(), format!("`{}` does not say how often a day", part.text))
            .help("write it like \"daily, 2 times a day\"; 12 is the most")
    })
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase().split_whitespace().map(str::to_owned).collect()
}

fn rhythm(part: Part<'_>) -> Result<Rhythm, Wrong> {
    let words = words(part.text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let number = |n: &str, least: u32, most: u32| {
        let read = n.parse::<u32>().ok().filter(|n| (least..=most).contains(n));
        read.ok_or_else(|| Wrong::new(part.at(), format!("`{n}` is not a number from {least} to {most}")).help(TAKES))
    };
    match words.as_slice() {
        ["daily"] | ["every", "day"] => Ok(Rhythm::Days(Weekdays::ALL)),
        ["weekdays"] => Ok(Rhythm::Days(Weekdays::WORKDAYS)),
        ["as", "needed"] => Ok(Rhythm::AsNeeded),
        ["every", "other" | "second", "day"] => Ok(Rhythm::EveryDays(2)),
        ["every", n, "days"] => number(n, 2, 90).map(Rhythm::EveryDays),
        ["once", "a" | "per", "week"] => Ok(Rhythm::per_week(1)),
        ["twice", "a" | "per", "week"] => Ok(Rhythm::per_week(2)),
        [n @ .., "times" | "time" | "days", "a" | "per", "week"] if !n.is_empty() => {
            let said = n.join(" ").replace(['–', '—'], "-").replace(" to ", "-");
            let (least, most) = said.split_once('-').unwrap_or((&said, &said));
            let (least, most) = (number(least.trim(), 1, 7)?, number(most.trim(), 1, 7)?);
            if least > most {
                let wrong = Wrong::new(part.at(), format!("the range `{}` runs downwards", n.join(" ")));
                return Err(wrong.help("write the low end first"));
            }
            Ok(Rhythm::PerWeek { least, most })
        }
        _ => days(part),
    }
}

fn days(part: Part<'_>) -> Result<Rhythm, Wrong> {
    let mut set = Weekdays::default();
    let mut rest = part;
    while !rest.text.is_empty() {
        let start = rest.text.find(|c: char| !c.is_whitespace() && c != ',').unwrap_or(rest.text.len());
        let Some((_, behind)) = rest.cut(start, 0) else { break };
        let end = behind.text.find(|c: char| c.is_whitespace() || c == ',').unwrap_or(behind.text.len());
        let Some((word, behind)) = behind.cut(end, 0) else { break };
        rest = behind;
        let said = word.text.to_lowercase();
        if said.is_empty() || said == "and" {
            continue;
        }
        let day = DAYS.iter().find(|(name, _)| said.len() >= 3 && name.starts_with(&said)).map(|(_, day)| *day);
        let Some(day) = day else {
            return Err(Wrong::new(word.at(), format!("`{}` is not a day or a schedule", word.text)).help(TAKES));
        };
        set = set.with(day);
    }
    if set.is_empty() {
        return Err(Wrong::new(part.at(), "the schedule is empty").help(TAKES));
    }
    Ok(Rhythm::Days(set))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read() {
        let read = |text| schedule(Part::whole(text)).map(|s| crate::domain::prescription::schedule(&s));
        let good = [
            ("daily", "every day"),
            ("Daily,  2 times a day", "every day, 2 times a day"),
            ("weekdays", "monday to friday"),
            ("mon wed fri", "mon, wed and fri"),
            ("tues, Thursday", "tue and thu"),
            ("every 2 days", "every 2 days"),
            ("3 times a week", "3 times a week"),
            ("4 TIMES a week", "4 times a week"),
            ("2 to 3 times a week", "2 to 3 times a week"),
            ("2-3 days per week", "2 to 3 times a week"),
            ("3 – 4 times a week", "3 to 4 times a week"),
            ("3 to 3 times a week", "3 times a week"),
            ("as needed", "as needed"),
            ("mon tue, 3 times a day", "mon and tue, 3 times a day"),
        ];
        for (text, words) in good {
            assert_eq!(read(text), Ok(words.to_owned()), "{text}");
        }
        assert_eq!(schedule(Part::whole("mon wen fri")).unwrap_err().at, 4..7);
        for bad in [
            "",
            "dayly",
            "every 0 days",
            "8 times a week",
            "3 to 2 times a week",
            "2 to 8 times a week",
            "2 to times a week",
            "daily, 0 times a day",
            "daily, 2 times a week",
            "mo",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
