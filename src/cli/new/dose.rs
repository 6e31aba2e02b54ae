//! A dose as it is typed: `calf-raise:3x10`, `soleus-stretch:2x30s`.

use crate::domain::exercise::{Exercise, Work};
use crate::domain::text::Clean;
use crate::error::Error;

/// An exercise of the catalogue with the dose that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The catalogue's entry.
    pub exercise: Exercise,
    /// The dose; none: the catalogue's.
    pub dose: Option<Dose>,
}

/// Sets and the work of one, as a program writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dose {
    /// `3`, or a range in words.
    pub sets: String,
    /// `reps`, `hold` or `time`.
    pub key: &'static str,
    /// `10`, `8 to 12`, `30s`, `max`.
    pub amount: String,
}

/// `3x10`, `3 × 8-12`, `2x30s`, `3xmax`; an error says what is taken.
pub fn written(exercise: &Exercise, text: &str) -> Result<Dose, Error> {
    let text = text.trim().to_lowercase();
    let wrong = |why: &str| {
        Error::input(format!("`{}` is no dose for `{}`: {why}", Clean::name(&text), exercise.id))
            .hint(format!("write {}", example(&exercise.work)))
    };
    let Some((sets, amount)) = text.split_once(['x', '×', '*']) else {
        return Err(wrong("sets and their work are parted by an x"));
    };
    let (sets, amount) = (sets.trim(), amount.trim());
    if sets.is_empty() || !sets.bytes().all(|b| b.is_ascii_digit()) {
        return Err(wrong("it begins with a number of sets"));
    }
    let timed = amount.ends_with(|c: char| c.is_ascii_alphabetic()) && amount != "max";
    let is_range = amount.split(['-', '–']).count() == 2;
    let key = match (&exercise.work, timed) {
        (Work::Paced { .. } | Work::OwnPace { .. } | Work::HeldReps { .. }, false) => "reps",
        (Work::HeldReps { .. } | Work::Hold { .. }, true) => "hold",
        (Work::Timed { .. }, true) => "time",
        (Work::Paced { .. } | Work::OwnPace { .. }, true) => return Err(wrong("it is counted in reps")),
        (Work::Hold { .. } | Work::Timed { .. }, false) => return Err(wrong("it is measured in time, with a unit")),
        (Work::Instruction, _) => return Err(wrong("its steps are followed once; it has no sets")),
    };
    let plain = |part: &str| {
        let part = part.trim();
        !part.is_empty() && part.len() <= 12 && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == ' ')
    };
    if amount != "max" && !amount.split(['-', '–']).all(plain) {
        return Err(wrong("the work of a set is a number, a range or a time"));
    }
    let amount = if is_range { amount.replace(['-', '–'], " to ").replace("  ", " ") } else { amount.to_owned() };
    Ok(Dose { sets: sets.to_owned(), key, amount })
}

const fn example(work: &Work) -> &'static str {
    match work {
        Work::Paced { .. } | Work::OwnPace { .. } | Work::HeldReps { .. } => "3x10, 3x8-12 or 3xmax",
        Work::Hold { .. } | Work::Timed { .. } => "2x30s or 3x30s-60s",
        Work::Instruction => "its id alone",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::amount::Amount;
    use crate::domain::exercise::Reps;
    use crate::domain::text::Id;
    use std::time::Duration;

    fn exercise(work: Work) -> Exercise {
        Exercise::new(Id::new("x").unwrap(), Clean::name("X"), work)
    }

    #[test]
    fn a_dose_is_read_as_the_work_of_its_exercise() {
        let reps = exercise(Work::OwnPace { reps: Reps::Count(Amount::fixed(10)) });
        let hold = exercise(Work::Hold { hold: Amount::fixed(Duration::from_secs(30)) });
        let said = |exercise: &Exercise, text: &str| {
            written(exercise, text).map(|dose| format!("{} {} {}", dose.sets, dose.key, dose.amount))
        };
        assert_eq!(said(&reps, "3x10").unwrap(), "3 reps 10");
        assert_eq!(said(&reps, "3 × 8-12").unwrap(), "3 reps 8 to 12");
        assert_eq!(said(&reps, "2xMAX").unwrap(), "2 reps max");
        assert_eq!(said(&hold, "2x30s").unwrap(), "2 hold 30s");
        assert_eq!(said(&hold, "2x30s-1m30s").unwrap(), "2 hold 30s to 1m30s");
        for (exercise, text) in [(&reps, "3x30s"), (&hold, "3x10"), (&reps, "10"), (&reps, "x10"), (&reps, "3x\"")] {
            let error = said(exercise, text).unwrap_err().to_string();
            assert!(error.contains("is no dose") && error.contains("hint: write"), "{text}: {error}");
        }
    }
}
