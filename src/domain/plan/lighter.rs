//! A lighter session, this once: a set less, and where there is one set alone a fifth less of its reps or of its time
//! (clinical-facts.md 4.2, "lighten", a design choice). Loads, tempo, rests and sides stay.

use std::time::Duration;

use crate::domain::amount::Amount;
use crate::domain::exercise::{Exercise, Reps, SideDose, SideDoses, Work};

/// The exercise at a level of its range, with a lighter dose on every side.
pub(super) fn lighter(exercise: &Exercise, level: u32) -> Exercise {
    let mut eased = exercise.at_level(level.min(exercise.top_level()));
    let own = ease(&SideDose { sets: eased.sets, work: eased.work.clone(), load: None });
    (eased.sets, eased.work) = (own.sets, own.work);
    let SideDoses { affected, unaffected, left, right } = &mut eased.sides;
    for dose in [affected, unaffected, left, right].into_iter().flatten() {
        **dose = ease(dose);
    }
    // What was reached is fixed: nothing is climbed within this session.
    eased.progress = None;
    eased
}

fn ease(dose: &SideDose) -> SideDose {
    let mut eased = dose.clone();
    let sets = dose.sets.low();
    if sets > 1 {
        eased.sets = Amount::fixed(sets - 1);
        return eased;
    }
    match &mut eased.work {
        Work::Paced { reps: Reps::Count(reps), .. }
        | Work::OwnPace { reps: Reps::Count(reps) }
        | Work::HeldReps { reps, .. } => *reps = Amount::fixed(fewer(reps.low())),
        Work::Hold { hold: time } | Work::Timed { time } => *time = Amount::fixed(shorter(time.low())),
        Work::Paced { reps: Reps::Max, .. } | Work::OwnPace { reps: Reps::Max } | Work::Instruction => {}
    }
    eased
}

/// A fifth less, rounded down, at least 1.
const fn fewer(reps: u32) -> u32 {
    let fifth = reps.div_ceil(5);
    if reps > fifth { reps - fifth } else { 1 }
}

/// A fifth less in whole seconds, at least 1 s.
fn shorter(time: Duration) -> Duration {
    Duration::from_secs((time * 4 / 5).as_secs()).max(Duration::from_secs(1)).min(time)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::{Clean, Id};

    fn exercise(sets: u32, work: Work) -> Exercise {
        let id = Id::new("drop").unwrap();
        Exercise { sets: Amount::fixed(sets), ..Exercise::new(id, Clean::name("Drop"), work) }
    }

    #[test]
    fn a_set_less_and_of_one_set_a_fifth_less() {
        let reps = |n| Work::OwnPace { reps: Reps::Count(Amount::fixed(n)) };
        let eased = lighter(&exercise(3, reps(15)), 0);
        assert_eq!((eased.sets.low(), eased.work), (2, reps(15)));
        let eased = lighter(&exercise(1, reps(15)), 0);
        assert_eq!((eased.sets.low(), eased.work), (1, reps(12)));
        for (before, after) in [(1, 1), (2, 1), (5, 4), (6, 4), (10, 8)] {
            assert_eq!(lighter(&exercise(1, reps(before)), 0).work, reps(after));
        }
        let hold = |secs| Work::Hold { hold: Amount::fixed(Duration::from_secs(secs)) };
        assert_eq!(lighter(&exercise(1, hold(30)), 0).work, hold(24));
        assert_eq!(lighter(&exercise(1, hold(1)), 0).work, hold(1));
    }

    #[test]
    fn sides_with_doses_of_their_own_are_eased_too() {
        let reps = |n| Work::OwnPace { reps: Reps::Count(Amount::fixed(n)) };
        let mut exercise = exercise(2, reps(10));
        let own = SideDose { sets: Amount::fixed(1), work: reps(20), load: None };
        exercise.sides.affected = Some(Box::new(own));
        let eased = lighter(&exercise, 0);
        assert_eq!(eased.sides.affected.unwrap().work, reps(16));
        assert_eq!(eased.sets.low(), 1);
    }
}
