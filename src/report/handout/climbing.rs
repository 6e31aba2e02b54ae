//! How a range grows, in a sentence.

use crate::domain::climb::{Progress, Step, thousandths};
use crate::domain::exercise::{Exercise, SideDose, Work};
use crate::domain::prescription::count;
use crate::domain::time::in_words;

/// `Start at the low end. 2 reps more after every 7 sessions with pain of 3 or less.`; none where nothing is a range.
pub(super) fn sentence(exercise: &Exercise) -> Option<String> {
    let Progress { every, step, pain_at_most, no_sooner_than } = exercise.progress?;
    let much = match step {
        Step::Count(n) => count(n, noun(exercise)),
        Step::Time(length) => in_words(length),
        Step::Load(n) => format!("{} {}", thousandths(n), unit(exercise)).trim_end().to_owned(),
    };
    let sessions = if every == 1 { "each session".to_owned() } else { format!("every {every} sessions") };
    let spaced = no_sooner_than.map(|days| format!(", at most once in {}", in_words(days))).unwrap_or_default();
    Some(format!("Start at the low end. {much} more after {sessions} with pain of {pain_at_most} or less{spaced}."))
}

/// What is counted: sets where they are the range, else holds or reps.
fn noun(exercise: &Exercise) -> &'static str {
    let sets = exercise.sets.is_range() || doses(exercise).any(|dose| dose.sets.is_range());
    match exercise.work {
        _ if sets => "set",
        Work::HeldReps { .. } => "hold",
        Work::Paced { .. } | Work::OwnPace { .. } | Work::Hold { .. } | Work::Timed { .. } | Work::Instruction => "rep",
    }
}

/// The unit of the load that is a range.
fn unit(exercise: &Exercise) -> String {
    let loads = exercise.load.iter().chain(doses(exercise).filter_map(|dose| dose.load.as_ref()));
    loads.filter_map(|load| load.range.as_ref()).map(|range| range.unit.to_string()).next().unwrap_or_default()
}

fn doses(exercise: &Exercise) -> impl Iterator<Item = &SideDose> {
    let sides = &exercise.sides;
    [&sides.affected, &sides.unaffected, &sides.left, &sides.right].into_iter().filter_map(|dose| dose.as_deref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::amount::{Amount, Load, LoadRange};
    use crate::domain::exercise::Reps;
    use crate::domain::text::{Clean, Id};
    use std::time::Duration;

    fn climbing(step: Step, no_sooner_than: Option<Duration>) -> Exercise {
        let work = Work::OwnPace { reps: Reps::Count(Amount::range(8, 15).unwrap()) };
        let progress = Progress { every: 7, step, pain_at_most: 3, no_sooner_than };
        Exercise { progress: Some(progress), ..Exercise::new(Id::new("x").unwrap(), Clean::name("X"), work) }
    }

    #[test]
    fn the_step_is_said_in_the_unit_of_its_range() {
        let said = |exercise: &Exercise| sentence(exercise).unwrap();
        let reps = climbing(Step::Count(2), None);
        assert_eq!(said(&reps), "Start at the low end. 2 reps more after every 7 sessions with pain of 3 or less.");
        let sets = Exercise { sets: Amount::range(2, 3).unwrap(), ..climbing(Step::Count(1), None) };
        assert!(said(&sets).contains("1 set more"), "{}", said(&sets));
        let range = LoadRange { thousandths: Amount::range(0, 20_000).unwrap(), unit: Clean::name("kg") };
        let load = Load { words: Clean::name("0 kg to 20 kg"), range: Some(range) };
        let loaded = Exercise { load: Some(load), ..climbing(Step::Load(2_500), Some(Duration::from_hours(7 * 24))) };
        assert!(said(&loaded).contains("2.5 kg more") && said(&loaded).ends_with(", at most once in 7 days."));
        assert_eq!(sentence(&Exercise { progress: None, ..reps }), None);
    }
}
