//! The lists of a visit: stops, decisions, doses, changes of the program, values over time.

use chrono::NaiveDate;

use crate::domain::climb::thousandths;
use crate::domain::day;
use crate::domain::exercise::Side;
use crate::domain::prescription::{count, lower_first};
use crate::domain::visit::{Kind, Series, Stopped, Visit};
use crate::report::visit::block::Strip;
use crate::report::visit::page::date;

/// So many numbers of a series are told; of more the highest of each week, then of each month (D).
const MOST_NUMBERS: usize = 8;
/// So many weeks are told one by one; of more, months (D).
const MOST_PERIODS: usize = 30;

/// An exercise and a side.
type Place<'a> = (&'a str, Option<Side>);

/// What pain stopped, an exercise and side a line; a word where it stopped nothing.
pub(super) fn stops(visit: &Visit) -> Vec<String> {
    let mut lines: Vec<(Place<'_>, Vec<String>)> = Vec::new();
    for stop in &visit.stops {
        let what = match stop.what {
            Stopped::Set(set) => format!("stopped in set {set}"),
            Stopped::LeftOut(sets) => format!("{} left out", count(sets, "set")),
        };
        let pain = stop.pain.map(|pain| format!(", pain {pain}")).unwrap_or_default();
        let told = format!("{} {what}{pain}", date(stop.day, visit));
        let of = (stop.name.as_str(), stop.side);
        match lines.iter_mut().find(|(known, _)| *known == of) {
            Some((_, all)) => all.push(told),
            None => lines.push((of, vec![told])),
        }
    }
    let line = |((name, side), all): &(Place<'_>, Vec<String>)| {
        let side = side.map(|side| format!(", {}", side.word())).unwrap_or_default();
        format!("{}{side}: {}", lower_first(name), all.join("; "))
    };
    if lines.is_empty() { vec!["Nothing.".to_owned()] } else { lines.iter().map(line).collect() }
}

/// Exercises that the program's rule left out.
pub(super) fn ruled_out(visit: &Visit) -> Vec<String> {
    let line = |(name, sessions): &(crate::domain::text::Clean, u32)| {
        format!("{}: in {}", lower_first(name), count(*sessions, "session"))
    };
    visit.ruled_out.iter().map(line).collect()
}

/// `heel drop: 3 × 12 (2 Nov), 3 × 15 (16 Nov)`.
pub(super) fn doses(visit: &Visit) -> Vec<String> {
    let steps = |steps: &[(NaiveDate, String)]| {
        let step = |(day, words): &(NaiveDate, String)| format!("{words} (from {})", date(*day, visit));
        steps.iter().map(step).collect::<Vec<_>>().join(" → ")
    };
    visit.doses.iter().map(|dose| format!("{}: {}", lower_first(&dose.name), steps(&dose.steps))).collect()
}

/// What was decided, with its day.
pub(super) fn decisions(visit: &Visit) -> Vec<String> {
    visit.decisions.iter().map(|one| format!("{}: {}", date(one.day, visit), one.words)).collect()
}

/// How the program changed, with the day of the first session by it.
pub(super) fn versions(visit: &Visit) -> Vec<String> {
    let line = |version: &crate::domain::visit::Version| {
        let changes = version.changes.join("; ");
        format!("{}: {changes} (fingerprint {})", date(version.day, visit), version.fingerprint)
    };
    visit.versions.iter().map(line).collect()
}

/// Values over time, a strip each.
pub(super) fn strips(visit: &Visit) -> Vec<Strip> {
    let since = |day: NaiveDate| day.signed_duration_since(visit.span.from).num_days();
    let strip = |series: &Series| Strip {
        name: name(series),
        numbers: numbers(series, visit),
        points: series.points.iter().map(|(day, value)| (since(*day), *value)).collect(),
        days: since(visit.span.to).max(1),
    };
    visit.series.iter().map(strip).collect()
}

/// `Heel drop, left: load (kg)`.
fn name(series: &Series) -> String {
    let what = match series.kind {
        Kind::Load => "load",
        Kind::Hold => "longest set",
        Kind::Reps => "most reps of a set",
        Kind::Measure => "result",
        Kind::Stiffness => "Morning stiffness",
        Kind::Effort => "Effort",
    };
    let unit = match series.kind {
        Kind::Reps => String::new(),
        _ if series.unit.is_empty() => String::new(),
        _ => format!(" ({})", series.unit),
    };
    let side = series.side.map(Side::word).map(|side| format!(", {side}")).unwrap_or_default();
    if series.name.is_empty() { format!("{what}{unit}") } else { format!("{}{side}: {what}{unit}", series.name) }
}

/// `5 on 2 Nov, 10 on 16 Nov`: what repeats is told once, and of too many numbers the highest of each week or month.
fn numbers(series: &Series, visit: &Visit) -> String {
    let mut points = series.points.clone();
    points.dedup_by_key(|(_, value)| *value);
    if points.len() <= MOST_NUMBERS {
        let told = points.iter().map(|(day, value)| format!("{} on {}", thousandths(*value), date(*day, visit)));
        return told.collect::<Vec<_>>().join(", ");
    }
    let (from, to) = (day::monday(visit.span.from), visit.span.to);
    let weeks = std::iter::successors(Some(from), |monday| Some(day::after(*monday, 7)));
    let weeks: Vec<NaiveDate> = weeks.take_while(|monday| *monday <= to).collect();
    if weeks.len() <= MOST_PERIODS {
        let told = weeks.iter().map(|monday| highest(series, *monday, day::after(*monday, 6)));
        let told = told.collect::<Vec<_>>().join(" ");
        return format!("the highest of each week from {}: {told}", date(from, visit));
    }
    let month = |day: &NaiveDate| day.format("%Y-%m").to_string();
    let mut months: Vec<NaiveDate> = day::span(visit.span.from, to).collect();
    months.dedup_by_key(|day| month(day));
    let last = |first: &NaiveDate| day::span(*first, to).take_while(|day| month(day) == month(first)).last();
    let told = months.iter().map(|first| highest(series, *first, last(first).unwrap_or(*first)));
    let told = told.collect::<Vec<_>>().join(" ");
    format!("the highest of each month from {}: {told}", visit.span.from.format("%b %Y"))
}

/// The highest value of some days; a dot where there is none.
fn highest(series: &Series, from: NaiveDate, to: NaiveDate) -> String {
    let within = series.points.iter().filter(|(day, _)| (from..=to).contains(day));
    within.map(|(_, value)| *value).max().map_or_else(|| "·".to_owned(), thousandths)
}
