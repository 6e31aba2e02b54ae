//! What is measured over time: loads, holds, reps, results, stiffness, effort. One value a day, the highest of it.

use chrono::NaiveDate;

use crate::domain::exercise::Side;
use crate::domain::program::Program;
use crate::domain::session::{PlannedExercise, SetRecord, SetResult};
use crate::domain::text::{Clean, Id};
use crate::domain::visit::Told;

/// A value over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What it is of: the exercise's name; empty for stiffness and effort.
    pub name: Clean,
    /// The side; none where both work at once.
    pub side: Option<Side>,
    /// What is told.
    pub kind: Kind,
    /// Its unit: `kg`, `s`, `reps`, `cm`; empty where none is known.
    pub unit: String,
    /// Day and value in thousandths of the unit, in the order of the days.
    pub points: Vec<(NaiveDate, u32)>,
}

/// Kinds of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What was carried or pulled.
    Load,
    /// The longest hold or stretch of time.
    Hold,
    /// The most reps of a set that had no number to reach.
    Reps,
    /// A result that the program asked for.
    Measure,
    /// Minutes of stiffness on the next morning.
    Stiffness,
    /// Effort, 0 to 10.
    Effort,
}

impl Series {
    /// Whether anything of it changed: else it says nothing that the dose does not.
    pub fn moves(&self) -> bool {
        self.points.iter().any(|(_, value)| self.points.first().is_some_and(|(_, first)| first != value))
    }

    /// The lowest and the highest value; none where there is no value.
    pub fn ends(&self) -> Option<(u32, u32)> {
        let values = || self.points.iter().map(|(_, value)| *value);
        values().min().zip(values().max())
    }
}

/// One row in the making.
type Key = (Kind, Id, Option<Side>);

/// All values over time. Loads, holds and reps that never changed are left out; results are always told.
pub(super) fn series(within: &[&Told<'_>], at_hand: Option<&Program>) -> Vec<Series> {
    let mut found: Vec<(Key, Series)> = Vec::new();
    for told in within {
        let day = told.log.start.day;
        for record in told.sets() {
            let planned = told
                .log
                .start
                .plan
                .iter()
                .find(|planned| planned.exercise == record.exercise && planned.sides.contains(&record.side));
            for (kind, value, unit) in values(record, planned, at_hand) {
                let id = if kind == Kind::Measure { record.instead.as_ref() } else { None };
                let id = id.unwrap_or(&record.exercise);
                let name = planned.filter(|planned| &planned.exercise == id).map(|planned| planned.name.clone());
                let name = name.unwrap_or_else(|| Clean::name(id.as_str()));
                add(&mut found, (kind, id.clone(), record.side), &name, &unit, (day, value));
            }
        }
        let whole = told.stiffness.map(|n| (Kind::Stiffness, n, "min")).into_iter();
        for (kind, value, unit) in whole.chain(told.effort.map(|n| (Kind::Effort, n, "of 10"))) {
            let key = (kind, told.log.start.program.id.clone(), None);
            add(&mut found, key, &Clean::default(), unit, (day, u32::from(value) * 1_000));
        }
    }
    found.sort_by_key(|((kind, ..), _)| *kind);
    let told = found.into_iter().map(|(_, series)| series);
    told.filter(|series| !matches!(series.kind, Kind::Load | Kind::Hold | Kind::Reps) || series.moves()).collect()
}

fn add(found: &mut Vec<(Key, Series)>, key: Key, name: &Clean, unit: &str, (day, value): (NaiveDate, u32)) {
    let known = found.iter().position(|(other, series)| *other == key && series.unit == unit);
    let place = known.unwrap_or_else(|| {
        let (kind, _, side) = key;
        let series = Series { name: name.clone(), side, kind, unit: unit.to_owned(), points: Vec::new() };
        found.push((key, series));
        found.len() - 1
    });
    let Some((_, series)) = found.get_mut(place) else { return };
    match series.points.iter_mut().find(|(other, _)| *other == day) {
        Some((_, highest)) => *highest = value.max(*highest),
        None => series.points.push((day, value)),
    }
}

/// What a set tells over time, with the unit of each.
fn values(
    record: &SetRecord,
    planned: Option<&PlannedExercise>,
    at_hand: Option<&Program>,
) -> Vec<(Kind, u32, String)> {
    let mut values = Vec::new();
    if let Some(value) = record.measure {
        values.push((Kind::Measure, value, unit_of(record, at_hand)));
    }
    if record.instead.is_some() || !matches!(record.result, SetResult::Done | SetResult::Early) {
        return values;
    }
    if let Some((value, unit)) = planned.and_then(|planned| number(planned.load.as_deref()?)) {
        values.push((Kind::Load, value, unit));
    }
    match (record.target.reps, record.target.time, record.reps) {
        (None, Some(_), _) => {
            // To the tenth of a second, as the player is right to it.
            let tenths = u32::try_from(record.active.as_millis() / 100).unwrap_or(u32::MAX);
            values.push((Kind::Hold, tenths.saturating_mul(100), "s".to_owned()));
        }
        (None, None, Some(reps)) => values.push((Kind::Reps, reps.saturating_mul(1_000), "reps".to_owned())),
        _ => {}
    }
    values
}

/// The unit of a result, where the program is at hand.
fn unit_of(record: &SetRecord, at_hand: Option<&Program>) -> String {
    let id = record.instead.as_ref().unwrap_or(&record.exercise);
    let mut units = at_hand.into_iter().flat_map(Program::exercises).flat_map(|exercise| {
        let own = std::iter::once(exercise);
        own.chain(exercise.easier.as_deref()).chain(exercise.harder.as_deref())
    });
    let found = units.find(|exercise| &exercise.id == id && exercise.measure.is_some());
    found.and_then(|exercise| exercise.measure.as_ref()).map(ToString::to_string).unwrap_or_default()
}

/// `10 kg`, `2.5 kg each hand`: the number in thousandths, and what stands behind it.
fn number(load: &str) -> Option<(u32, String)> {
    let (number, unit) = load.split_once(' ')?;
    let (whole, rest) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(rest) || rest.len() > 3 {
        return None;
    }
    let thousandths = format!("{rest:0<3}").parse::<u32>().ok()?;
    let value = whole.parse::<u32>().ok()?.checked_mul(1_000)?.checked_add(thousandths)?;
    Some((value, unit.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_load_is_a_number_where_it_begins_with_one() {
        assert_eq!(number("10 kg"), Some((10_000, "kg".to_owned())));
        assert_eq!(number("2.5 kg each hand"), Some((2_500, "kg each hand".to_owned())));
        assert_eq!(number("2,25 kg"), Some((2_250, "kg".to_owned())));
        for words in ["red band", "5kg", "10", "1.2345 kg", "-3 kg", ". kg"] {
            assert_eq!(number(words), None, "{words}");
        }
    }
}
