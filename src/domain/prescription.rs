//! A prescription in words, as it would stand on a sheet of paper.

mod more;
mod stages;

use crate::domain::amount::Amount;
use crate::domain::climb::Step;
use crate::domain::exercise::{Exercise, Reps, SideRule, Tempo, Work};
use crate::domain::schedule::{Rhythm, Schedule};
use crate::domain::time::in_words;
use std::time::Duration;

pub use more::{climb, climbs, conditions, side_dose};
pub use stages::{advancing, dated, going_back, lower_first, tempo, work_and_load};

/// `1 set`, `3 sets`: a count with its noun.
pub fn count(n: u32, noun: &str) -> String {
    if n == 1 { format!("{n} {noun}") } else { format!("{n} {noun}s") }
}

/// `3 sets of 15 reps, affected side: raise 1 s, change feet 1 s, lower 3 s; rest 1 min`; behind it what else holds.
pub fn dose(exercise: &Exercise) -> String {
    let mut parts = vec![short_dose(exercise)];
    let (climb, of_load) = (climb(exercise), climbs_load(exercise));
    parts.extend(climb.clone().filter(|_| !of_load));
    parts.extend(side(exercise.side).map(str::to_owned));
    parts.extend(exercise.load.as_ref().map(|load| load.words.to_string()));
    parts.extend(climb.filter(|_| of_load));
    let mut words = parts.join(", ");
    if let Work::Paced { tempo, .. } = &exercise.work {
        words.push_str(": ");
        words.push_str(&phases(tempo));
    }
    let rest = (exercise.sets.high() > 1).then(|| format!("rest {}", in_words(exercise.rest)));
    for part in rest.into_iter().chain(conditions(exercise)) {
        words.push_str("; ");
        words.push_str(&part);
    }
    words
}

/// All of a prescription but the dose: tempo, side, load, how its range is climbed, rest, what else holds.
pub fn manner(exercise: &Exercise) -> Vec<String> {
    let mut parts = Vec::new();
    if let Work::Paced { tempo, .. } = &exercise.work {
        parts.push(phases(tempo));
    }
    parts.extend(side(exercise.side).map(str::to_owned));
    parts.extend(exercise.load.as_ref().map(|load| load.words.to_string()));
    parts.extend(climb(exercise));
    if exercise.sets.high() > 1 && !exercise.rest.is_zero() {
        parts.push(format!("rest {}", in_words(exercise.rest)));
    }
    parts.extend(conditions(exercise));
    if exercise.optional {
        parts.push("optional".to_owned());
    }
    parts
}

fn climbs_load(exercise: &Exercise) -> bool {
    exercise.progress.is_some_and(|progress| matches!(progress.step, Step::Load(_) | Step::LoadShare(_)))
}

fn phases(tempo: &Tempo) -> String {
    let phases = tempo.phases.iter().filter(|phase| !phase.length.is_zero());
    let phases: Vec<String> = phases.map(|phase| format!("{} {}", phase.verb, in_words(phase.length))).collect();
    phases.join(", ")
}

/// The dose without tempo and rest: `3 sets of 15 reps`, `2 sets of 30 s`, `10 holds of 2 s`.
pub fn short_dose(exercise: &Exercise) -> String {
    set_dose(exercise.sets, &exercise.work)
}

/// The same of some sets of some work.
pub fn set_dose(sets: Amount<u32>, of: &Work) -> String {
    let of = work(of);
    if sets.is_range() {
        format!("{} to {} sets of {of}", sets.low(), sets.high())
    } else {
        format!("{} of {of}", count(sets.low(), "set"))
    }
}

fn work(work: &Work) -> String {
    match work {
        Work::Paced { reps, .. } => reps_words(*reps),
        Work::OwnPace { reps } => format!("{} at your own pace", reps_words(*reps)),
        Work::HeldReps { reps, hold, relax } => {
            let holds = if reps.is_range() {
                format!("{} to {} holds", reps.low(), reps.high())
            } else {
                count(reps.low(), "hold")
            };
            format!("{holds} of {}, {} between", length(*hold), in_words(*relax))
        }
        Work::Hold { hold } => format!("{} held", length(*hold)),
        Work::Timed { time } => length(*time),
        Work::Instruction => "steps to follow".to_owned(),
    }
}

fn reps_words(reps: Reps) -> String {
    match reps {
        Reps::Count(n) if n.is_range() => format!("{} to {} reps", n.low(), n.high()),
        Reps::Count(n) => count(n.low(), "rep"),
        Reps::Max => "as many reps as you can".to_owned(),
    }
}

fn length(amount: Amount<Duration>) -> String {
    if amount.is_range() {
        format!("{} to {}", in_words(amount.low()), in_words(amount.high()))
    } else {
        in_words(amount.low())
    }
}

/// Which side works, in words; nothing where both do at once.
pub const fn side(rule: SideRule) -> Option<&'static str> {
    match rule {
        SideRule::Both => None,
        SideRule::Each => Some("each side, alternating"),
        SideRule::EachInTurn => Some("each side, one after the other"),
        SideRule::Left => Some("left side"),
        SideRule::Right => Some("right side"),
        SideRule::Affected => Some("affected side"),
        SideRule::Unaffected => Some("unaffected side"),
    }
}

/// `every day, 2 times a day`, `mon, wed and fri`, `4 times a week`, `every 2 days`, `as needed`.
pub fn schedule(schedule: &Schedule) -> String {
    let rhythm = match schedule.rhythm {
        Rhythm::Days(days) if days == crate::domain::schedule::Weekdays::ALL => "every day".to_owned(),
        Rhythm::Days(days) if days == crate::domain::schedule::Weekdays::WORKDAYS => "monday to friday".to_owned(),
        Rhythm::Days(days) => {
            let names: Vec<String> = days.days().map(|day| day.to_string().to_lowercase()).collect();
            and_list(&names)
        }
        Rhythm::PerWeek { least, most } if most > least => format!("{least} to {most} times a week"),
        Rhythm::PerWeek { least: 1, .. } => "once a week".to_owned(),
        Rhythm::PerWeek { least, .. } => format!("{least} times a week"),
        Rhythm::EveryDays(n) => format!("every {n} days"),
        Rhythm::AsNeeded => "as needed".to_owned(),
    };
    if schedule.times > 1 { format!("{rhythm}, {} times a day", schedule.times) } else { rhythm }
}

/// `a`, `a and b`, `a, b and c`.
pub fn and_list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [front @ .., last] => format!("{} and {last}", front.join(", ")),
    }
}

/// A text with `{side}` filled in; both sides at once leave the word out.
pub fn with_side(text: &str, side: Option<crate::domain::exercise::Side>) -> String {
    match side {
        Some(side) => text.replace("{side}", side.word()),
        None => text.replace("{side} ", "").replace("{side}", ""),
    }
}

/// A text with `{side}` filled in before a session: `affected` for an exercise of the affected side, else left out.
pub fn in_general(text: &str, rule: SideRule) -> String {
    match rule {
        SideRule::Left => with_side(text, Some(crate::domain::exercise::Side::Left)),
        SideRule::Right => with_side(text, Some(crate::domain::exercise::Side::Right)),
        SideRule::Affected => text.replace("{side}", "affected"),
        SideRule::Unaffected => text.replace("{side}", "unaffected"),
        SideRule::Both | SideRule::Each | SideRule::EachInTurn => with_side(text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schedules_read_as_written() {
        assert_eq!(schedule(&Schedule::DAILY), "every day");
        let twice = Schedule { times: 2, ..Schedule::DAILY };
        assert_eq!(schedule(&twice), "every day, 2 times a day");
        let weekly = Schedule { rhythm: Rhythm::per_week(4), times: 1 };
        assert_eq!(schedule(&weekly), "4 times a week");
        let weekly = Schedule { rhythm: Rhythm::PerWeek { least: 2, most: 3 }, times: 1 };
        assert_eq!(schedule(&weekly), "2 to 3 times a week");
        assert_eq!(in_general("on your {side} foot", SideRule::Affected), "on your affected foot");
        assert_eq!(in_general("on your {side} foot", SideRule::Each), "on your foot");
        assert_eq!(with_side("on your {side} foot", Some(crate::domain::exercise::Side::Left)), "on your left foot");
        assert_eq!(and_list(&["a".to_owned(), "b".to_owned(), "c".to_owned()]), "a, b and c");
    }
}
