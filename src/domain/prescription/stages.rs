//! The words of what changes over the weeks: stages, ranges that are climbed, parts of a dose that move.

use crate::domain::amount::Load;
use crate::domain::exercise::{Reps, Tempo, Work};
use crate::domain::program::Phase;
use crate::domain::time::in_words;

use super::{count, length, phases, reps_words};

/// The parts of a dose that a range or a change may move, always the same parts for one kind of work: `3 sets`,
/// `15 reps`, `10 kg`.
pub fn work_and_load(sets: u32, work: &Work, load: Option<&Load>) -> Vec<String> {
    let mut parts = vec![count(sets, "set")];
    match work {
        Work::Paced { reps, .. } | Work::OwnPace { reps } => parts.push(reps_words(*reps)),
        Work::HeldReps { reps, hold, .. } => {
            parts.push(reps_words(Reps::Count(*reps)));
            parts.push(format!("holds of {}", length(*hold)));
        }
        Work::Hold { hold } => parts.push(format!("{} held", length(*hold))),
        Work::Timed { time } => parts.push(length(*time)),
        Work::Instruction => {}
    }
    parts.push(load.map_or_else(|| "no load".to_owned(), |load| load.words.to_string()));
    parts
}

/// The phases of a rep that last: `raise 1 s, lower 3 s`.
pub fn tempo(tempo: &Tempo) -> String {
    phases(tempo)
}

/// When the next stage is offered: `after 6 completed sessions in a row with pain of 3 or less, not before 2 weeks`; none
/// where it never is.
pub fn advancing(phase: &Phase) -> Option<String> {
    let sessions = phase.advance_when.map(|advance| {
        let row = if advance.sessions == 1 { "" } else { " in a row" };
        let pain = advance.pain_at_most.map(|most| format!(" with pain of {most} or less")).unwrap_or_default();
        format!("after {}{row}{pain}", count(advance.sessions, "completed session"))
    });
    let weeks = phase.weeks.map(|weeks| count(weeks, "week"));
    match (sessions, weeks) {
        (Some(sessions), Some(weeks)) => Some(format!("{sessions}, not before {weeks}")),
        (Some(sessions), None) => Some(sessions),
        (None, Some(weeks)) => Some(format!("after {weeks}")),
        (None, None) => None,
    }
}

/// When the stage before is offered: `after pain over 5 in 2 sessions in a row`; none where it never is.
pub fn going_back(phase: &Phase) -> Option<String> {
    let back = phase.back_when?;
    let sessions =
        if back.sessions == 1 { "a session".to_owned() } else { format!("{} sessions in a row", back.sessions) };
    Some(format!("after pain over {} in {sessions}", back.pain_over))
}

/// A length that may be whole days: `7 days`, `40 h`.
pub fn dated(length: std::time::Duration) -> String {
    const DAY: u64 = 24 * 3600;
    match length.as_secs() {
        seconds if seconds > 0 && seconds % DAY == 0 => count(u32::try_from(seconds / DAY).unwrap_or(u32::MAX), "day"),
        _ => in_words(length),
    }
}

/// A name in the middle of a sentence: `heel drop, straight knee`; a name that begins with an abbreviation stays.
pub fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::program::{Advance, Back};

    #[test]
    fn what_changes_over_the_weeks_reads_as_a_sentence() {
        let advance = |sessions, pain_at_most| Some(Advance { sessions, pain_at_most });
        let words = |advance_when, weeks| advancing(&Phase { weeks, advance_when, ..Phase::default() });
        assert_eq!(
            words(advance(6, Some(3)), Some(2)).unwrap(),
            "after 6 completed sessions in a row with pain of 3 or less, not before 2 weeks"
        );
        assert_eq!(words(advance(1, None), None).unwrap(), "after 1 completed session");
        assert_eq!(words(None, Some(1)).unwrap(), "after 1 week");
        assert_eq!(words(None, None), None);
        let back = |back_when| going_back(&Phase { back_when, ..Phase::default() });
        assert_eq!(back(Some(Back { pain_over: 5, sessions: 2 })).unwrap(), "after pain over 5 in 2 sessions in a row");
        assert_eq!(back(Some(Back { pain_over: 5, sessions: 1 })).unwrap(), "after pain over 5 in a session");
        assert_eq!(back(None), None);
        assert_eq!([lower_first("Calf raise"), lower_first("RDL, one leg")], ["calf raise", "RDL, one leg"]);
    }
}
