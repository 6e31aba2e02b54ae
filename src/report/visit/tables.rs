//! The tables of a visit: week by week, and exercise by exercise.

use std::time::Duration;

use crate::domain::day;
use crate::domain::exercise::Side;
use crate::domain::prescription::count;
use crate::domain::time::in_words;
use crate::domain::visit::{Day, Done, Mark, Visit, Week, Work};
use crate::report::visit::block::Table;
use crate::report::visit::page::date;

/// Beyond so many weeks the table tells of months (D).
pub(super) const MOST_WEEKS: usize = 30;

/// Week by week; of a long span month by month, without the marks of the days.
pub(super) fn weeks(visit: &Visit) -> Table {
    if visit.weeks.len() > MOST_WEEKS {
        return months(visit);
    }
    let row = |week: &Week| {
        let days = || {
            let monday = day::monday(week.from);
            day::span(monday, day::after(monday, 6)).map(|day| visit.days.iter().find(|known| known.day == day))
        };
        let marks = |mark: fn(&Day) -> char| days().map(|day| day.map_or('·', mark)).collect::<String>();
        vec![
            date(week.from, visit),
            amount(week),
            marks(session),
            how(week),
            marks(|day| score(day.before)),
            marks(|day| score(day.worst)),
            marks(|day| score(day.morning)),
        ]
    };
    Table {
        head: vec!["From", "Done", "Sessions", "How", "Before", "During/after", "Next morning"],
        rows: visit.weeks.iter().map(row).collect(),
        marks: &[2, 4, 5, 6],
    }
}

fn months(visit: &Visit) -> Table {
    let month = |day: chrono::NaiveDate| day.format("%Y-%m").to_string();
    let of_month = visit.weeks.chunk_by(|a, b| month(a.from) == month(b.from));
    let row = |weeks: &[Week]| {
        let sum = |of: fn(&Week) -> u32| weeks.iter().map(of).sum();
        let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else { return Vec::new() };
        let all = Week {
            from: first.from,
            to: last.to,
            done: sum(|week| week.done),
            due: weeks.iter().map(|week| week.due).sum(),
            whole: sum(|week| week.whole),
            part: sum(|week| week.part),
            short: sum(|week| week.short),
            stopped: sum(|week| week.stopped),
        };
        let days = || visit.days.iter().filter(|day| (first.from..=last.to).contains(&day.day));
        let worst = |of: fn(&Day) -> Option<u8>| {
            days().filter_map(of).max().map_or_else(|| "·".to_owned(), |score| score.to_string())
        };
        vec![
            date(all.from, visit),
            amount(&all),
            how(&all),
            worst(|day| day.before),
            worst(|day| day.worst),
            worst(|day| day.morning),
        ]
    };
    Table {
        head: vec!["From", "Done", "How", "Before", "During/after", "Next morning"],
        rows: of_month.map(row).collect(),
        marks: &[],
    }
}

/// `9 of 14`; as needed without the second number.
fn amount(week: &Week) -> String {
    week.due.map_or_else(|| week.done.to_string(), |due| format!("{} of {due}", week.done))
}

/// `7 whole, 1 in part`.
fn how(week: &Week) -> String {
    let Week { whole, part, short, stopped, .. } = *week;
    let parts = [(whole, "whole"), (part, "in part"), (short, "cut short"), (stopped, "stopped by pain")];
    let parts: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    if parts.is_empty() { "–".to_owned() } else { parts.join(", ") }
}

/// The sessions of a day as one letter.
fn session(day: &Day) -> char {
    match (day.done, day.mark) {
        (1.., _) => char::from_digit(day.done.min(9), 10).unwrap_or('9'),
        (0, Mark::Due(_)) => 'x',
        (0, Mark::Paused) => 'p',
        (0, Mark::RestAdvised) => 'r',
        (0, Mark::Free | Mark::Today) => '·',
    }
}

/// A score as one letter.
fn score(score: Option<u8>) -> char {
    match score {
        None => '·',
        Some(10..) => 'X',
        Some(score) => char::from_digit(u32::from(score), 10).unwrap_or('·'),
    }
}

/// Exercise by exercise and side by side.
pub(super) fn work(visit: &Visit) -> Table {
    let row = |work: &Work| {
        let optional = if work.optional { " (optional)" } else { "" };
        vec![
            format!("{}{optional}", work.name),
            work.side.map_or("both", Side::word).to_owned(),
            work.sessions.to_string(),
            format!("{} of {}", work.sets.done, work.sets.of),
            work.reps.map(reps).or_else(|| work.time.map(time)).unwrap_or_else(|| "–".to_owned()),
            rest(work),
        ]
    };
    Table {
        head: vec!["Exercise", "Side", "In", "Sets", "Reps or time", "What else"],
        rows: visit.work.iter().map(row).collect(),
        marks: &[],
    }
}

fn reps(reps: Done<u64>) -> String {
    format!("{} of {} reps", reps.done, reps.of)
}

fn time(time: Done<Duration>) -> String {
    // To the second: tenths of an hour of holds tell nobody anything.
    let whole = |time: Duration| in_words(Duration::from_secs(time.as_secs()));
    format!("{} of {}", whole(time.done), whole(time.of))
}

/// Where the sets that were not done went, and what was done instead: `2 ended early, 4 left out (3 pain, 1 tired)`.
fn rest(work: &Work) -> String {
    let listed = |counted: &[(u32, &str)]| -> Vec<String> {
        counted.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect()
    };
    let skipped = &work.skipped;
    let reasons = [
        (skipped.pain, "pain"),
        (skipped.tired, "tired"),
        (skipped.no_time, "no time"),
        (skipped.no_equipment, "no equipment"),
        (skipped.unsaid, "no reason given"),
    ];
    let all: u32 = reasons.iter().map(|(n, _)| n).sum();
    let told = work.sets.done + work.early + work.stopped + all;
    let mut parts = listed(&[(work.early, "ended early"), (work.stopped, "stopped by pain")]);
    parts.extend((all > 0).then(|| format!("{all} left out ({})", listed(&reasons).join(", "))));
    parts.extend(listed(&[(work.sets.of.saturating_sub(told), "not begun")]));
    parts.extend(work.instead.iter().map(|(name, sets)| format!("{} as {name}", count(*sets, "set"))));
    if parts.is_empty() { "–".to_owned() } else { parts.join(", ") }
}
