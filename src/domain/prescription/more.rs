//! What a prescription says besides its dose: how it is climbed, on which days, with whom in turn.

use std::time::Duration;

use crate::domain::amount::Amount;
use crate::domain::climb::{Step, thousandths};
use crate::domain::exercise::{Exercise, Reps, SideDose, SideDoses, Work};
use crate::domain::prescription::{count, dated, schedule, set_dose};
use crate::domain::time::in_words;

/// `2 more after 7 sessions with pain of 3 or less`, `5 kg more after 3 sessions with pain of 2 or less, at least 7
/// days after the last step`; none where nothing is a range.
pub fn climb(exercise: &Exercise) -> Option<String> {
    let progress = exercise.progress?;
    let (step, of_sets, unit) = climbs(exercise)?;
    let more = match step {
        Step::Count(n) if of_sets => format!("{} more", count(n, "set")),
        Step::Count(n) => format!("{n} more"),
        Step::Time(step) => format!("{} more", in_words(step)),
        Step::Load(step) => format!("{} {unit} more", thousandths(step)),
        Step::LoadShare(percent) | Step::TimeShare(percent) => format!("{percent} % more"),
    };
    let sessions = count(progress.every, "session");
    let least = progress.no_sooner_than.filter(|least| !least.is_zero());
    let sooner = least.map(|days| format!(", at least {} after the last step", dated(days)));
    let pain = progress.pain_at_most;
    Some(format!("{more} after {sessions} with pain of {pain} or less{}", sooner.unwrap_or_default()))
}

/// What is climbed in which steps, whether it is the sets, and the unit of a load (else empty); none where nothing is a
/// range.
pub fn climbs(exercise: &Exercise) -> Option<(Step, bool, String)> {
    let step = exercise.progress?.step;
    match step {
        Step::Count(_) if ranged(exercise, |dose| dose.sets.is_range()) => Some((step, true, String::new())),
        Step::Count(_) if ranged(exercise, |dose| reps(&dose.work).is_some_and(|n| n.is_range())) => {
            Some((step, false, String::new()))
        }
        Step::Time(_) if ranged(exercise, |dose| time(&dose.work).is_some_and(|time| time.is_range())) => {
            Some((step, false, String::new()))
        }
        Step::TimeShare(_) if ranged(exercise, |dose| time(&dose.work).is_some_and(|time| time.is_range())) => {
            Some((step, false, String::new()))
        }
        Step::Load(_) | Step::LoadShare(_) => Some((step, false, loads(exercise)?)),
        Step::Count(_) | Step::Time(_) | Step::TimeShare(_) => None,
    }
}

/// What holds besides: other doses of single sides, the circuit, its own days, the pain that leaves it out, the result
/// that is asked for.
pub fn conditions(exercise: &Exercise) -> Vec<String> {
    let SideDoses { affected, unaffected, left, right } = &exercise.sides;
    let sides = [("left", left), ("right", right), ("affected side", affected), ("unaffected side", unaffected)];
    let sides = sides.into_iter().filter_map(|(side, dose)| Some((side, dose.as_deref()?)));
    let mut parts: Vec<String> = sides.map(|(side, dose)| named_dose(side, dose, exercise)).collect();
    parts.extend(exercise.circuit.as_ref().map(|label| format!("in a circuit: {label}")));
    parts.extend(exercise.schedule.as_ref().map(|days| format!("only {}", schedule(days))));
    parts.extend(exercise.only_if_pain.map(|pain| format!("only with pain of {pain} or less")));
    parts.extend(exercise.measure.as_ref().map(|unit| format!("asks for the result in {unit}")));
    parts
}

/// `2 sets of 8 reps, 5 kg`: the dose of one side.
pub fn side_dose(dose: &SideDose) -> String {
    let load = dose.load.as_ref().map(|load| format!(", {}", load.words)).unwrap_or_default();
    format!("{}{load}", set_dose(dose.sets, &dose.work))
}

/// `left: 2 sets of 8 reps`; the load too, where it is another.
fn named_dose(side: &str, dose: &SideDose, exercise: &Exercise) -> String {
    let load = dose.load.as_ref().filter(|load| Some(*load) != exercise.load.as_ref());
    let load = load.map(|load| format!(", {}", load.words)).unwrap_or_default();
    format!("{side}: {}{load}", set_dose(dose.sets, &dose.work))
}

/// Whether the exercise's own dose, or one of its sides', has this.
fn ranged(exercise: &Exercise, has: impl Fn(&SideDose) -> bool) -> bool {
    let SideDoses { affected, unaffected, left, right } = &exercise.sides;
    let own = SideDose { sets: exercise.sets, work: exercise.work.clone(), load: exercise.load.clone() };
    has(&own) || [affected, unaffected, left, right].into_iter().flatten().any(|dose| has(dose))
}

/// The unit of the load that is a range, where one is.
fn loads(exercise: &Exercise) -> Option<String> {
    let SideDoses { affected, unaffected, left, right } = &exercise.sides;
    let sides = [affected, unaffected, left, right].into_iter().flatten().map(|dose| &dose.load);
    let range = sides.chain([&exercise.load]).flatten().find_map(|load| load.range.as_ref());
    range.filter(|range| range.thousandths.is_range()).map(|range| range.unit.to_string())
}

const fn reps(work: &Work) -> Option<Amount<u32>> {
    match work {
        Work::Paced { reps: Reps::Count(reps), .. }
        | Work::OwnPace { reps: Reps::Count(reps) }
        | Work::HeldReps { reps, .. } => Some(*reps),
        Work::Paced { reps: Reps::Max, .. }
        | Work::OwnPace { reps: Reps::Max }
        | Work::Hold { .. }
        | Work::Timed { .. }
        | Work::Instruction => None,
    }
}

const fn time(work: &Work) -> Option<Amount<Duration>> {
    match work {
        Work::HeldReps { hold: time, .. } | Work::Hold { hold: time } | Work::Timed { time } => Some(*time),
        Work::Paced { .. } | Work::OwnPace { .. } | Work::Instruction => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::amount::{Load, LoadRange};
    use crate::domain::climb::Progress;
    use crate::domain::exercise::SideRule;
    use crate::domain::prescription::{dose, manner, short_dose};
    use crate::domain::schedule::{Rhythm, Schedule};
    use crate::domain::text::{Clean, Id};

    fn squat(sets: u32, reps: Amount<u32>) -> Exercise {
        let work = Work::OwnPace { reps: Reps::Count(reps) };
        Exercise { sets: Amount::fixed(sets), ..Exercise::new(Id::new("squat").unwrap(), Clean::name("Squat"), work) }
    }

    const fn progress(step: Step, every: u32, pain_at_most: u8) -> Progress {
        Progress { every, step, pain_at_most, no_sooner_than: None }
    }

    #[test]
    fn a_range_says_how_it_is_climbed() {
        let reps = Amount::range(8, 15).unwrap();
        let climbed = Exercise { progress: Some(progress(Step::Count(2), 7, 3)), ..squat(3, reps) };
        let words =
            "3 sets of 8 to 15 reps at your own pace, 2 more after 7 sessions with pain of 3 or less; rest 30 s";
        assert_eq!(dose(&climbed), words);
        assert_eq!(short_dose(&climbed), "3 sets of 8 to 15 reps at your own pace");
        let reached = climbed.at_level(1);
        assert_eq!(dose(&reached), "3 sets of 10 reps at your own pace; rest 30 s", "what is reached is no range");
        let sets =
            Exercise { sets: Amount::range(2, 4).unwrap(), progress: Some(progress(Step::Count(1), 1, 3)), ..climbed };
        let sets = Exercise { work: squat(1, Amount::fixed(8)).work, ..sets };
        assert_eq!(climb(&sets).unwrap(), "1 set more after 1 session with pain of 3 or less");
        let range = LoadRange { thousandths: Amount::range(0, 60_000).unwrap(), unit: Clean::name("kg") };
        let load = Some(Load { words: Clean::name("0 kg to 60 kg"), range: Some(range) });
        let no_sooner_than = Some(Duration::from_hours(7 * 24));
        let steps = Progress { no_sooner_than, ..progress(Step::Load(2_500), 3, 2) };
        let loaded = Exercise { load, progress: Some(steps), ..squat(1, Amount::fixed(15)) };
        assert_eq!(
            manner(&loaded),
            [
                "0 kg to 60 kg",
                "2.5 kg more after 3 sessions with pain of 2 or less, at least 7 days after the last step"
            ]
        );
    }

    #[test]
    fn a_share_says_per_cent() {
        let work = Work::Timed { time: Amount::range(Duration::from_mins(30), Duration::from_mins(50)).unwrap() };
        let run = Exercise { work, progress: Some(progress(Step::TimeShare(10), 3, 3)), ..squat(1, Amount::fixed(1)) };
        assert_eq!(climb(&run).unwrap(), "10 % more after 3 sessions with pain of 3 or less");
        assert_eq!(climb(&run.at_level(1)), None);
    }

    #[test]
    fn what_else_holds_stands_behind_the_dose() {
        let mut lunge = squat(3, Amount::fixed(12));
        lunge.side = SideRule::EachInTurn;
        let ten = Some(Load { words: Clean::name("10 kg"), range: None });
        let work = Work::OwnPace { reps: Reps::Count(Amount::fixed(8)) };
        lunge.sides.left = Some(Box::new(SideDose { sets: Amount::fixed(2), work, load: ten }));
        lunge.circuit = Some(Clean::name("legs"));
        lunge.schedule = Some(Schedule { rhythm: Rhythm::per_week(3), times: 1 });
        lunge.only_if_pain = Some(3);
        lunge.measure = Some(Clean::name("cm"));
        assert_eq!(
            dose(&lunge),
            "3 sets of 12 reps at your own pace, each side, one after the other; rest 30 s; left: 2 sets of 8 reps at \
             your own pace, 10 kg; in a circuit: legs; only 3 times a week; only with pain of 3 or less; asks for the \
             result in cm"
        );
    }
}
