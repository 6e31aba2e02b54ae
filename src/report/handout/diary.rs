//! Two weeks to tick: which days, how many boxes, what is asked about pain. The dates are left for a pen.

use crate::domain::program::{PainQuestion, Phase, Program};
use crate::domain::schedule::{Rhythm, Schedule};
use crate::report::handout::phrases::Phrases;

/// A grid of two weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Diary {
    /// The stages and sessions it is for; empty where it is for all of them.
    pub(super) covers: Vec<String>,
    /// `every day, 2 times a day`, with what a pen must know.
    pub(super) when: String,
    /// The heads of the due days, a list a week.
    pub(super) weeks: Vec<Vec<String>>,
    /// The lines under each day.
    pub(super) lines: Vec<Line>,
}

/// A line of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) label: String,
    /// So many boxes to tick; none: room to write in.
    pub(super) boxes: Option<u32>,
}

/// One grid for everything that is due in the same way.
pub(super) fn diaries(program: &Program, say: Phrases<'_>) -> Vec<Diary> {
    let mut all: Vec<Diary> = Vec::new();
    for (index, phase) in program.phases.iter().enumerate() {
        let title = phase.title.as_ref().map(ToString::to_string);
        for (schedule, lines) in rhythms(program, index, phase, say) {
            let when = when(&schedule, say);
            let diary = Diary { covers: title.iter().cloned().collect(), when, weeks: weeks(&schedule, say), lines };
            match all
                .iter_mut()
                .find(|other| (&other.when, &other.weeks, &other.lines) == (&diary.when, &diary.weeks, &diary.lines))
            {
                Some(same) => same.covers.extend(diary.covers),
                None => all.push(diary),
            }
        }
    }
    if let [only] = all.as_mut_slice() {
        only.covers.clear();
    }
    all
}

/// The different rhythms of a stage, each with its lines: sessions on the same days share a grid.
fn rhythms(program: &Program, index: usize, phase: &Phase, say: Phrases<'_>) -> Vec<(Schedule, Vec<Line>)> {
    let boxes = |label: &str, times: u32| Line { label: label.to_owned(), boxes: Some(times) };
    let room = |label: &str| Line { label: label.to_owned(), boxes: None };
    let name = |n: usize| {
        let title = phase.sessions.get(n).and_then(|session| session.title.as_ref());
        title.map_or_else(|| say.number("session", &(n + 1)), ToString::to_string)
    };
    let mut found: Vec<(Schedule, Vec<Line>)> = Vec::new();
    for (n, session) in phase.sessions.iter().enumerate() {
        let Some(schedule) = session.schedule else { continue };
        let line = boxes(&name(n), schedule.times);
        match found.iter_mut().find(|(other, _)| other.rhythm == schedule.rhythm) {
            Some((_, lines)) => lines.push(line),
            None => found.push((schedule, vec![line])),
        }
    }
    if found.is_empty() {
        let schedule = program.schedule_of(index);
        let mut lines = vec![boxes(&say.text("done"), schedule.times)];
        if phase.sessions.len() > 1 {
            let names: Vec<String> = (0..phase.sessions.len()).map(name).collect();
            lines.push(room(&say.with("which", &[("names", &names.join(", "))])));
        }
        found.push((schedule, lines));
    }
    for (_, lines) in &mut found {
        lines.extend(pain_lines(program).iter().map(|label| room(&say.text(label))));
    }
    found
}

/// The keys of what is asked about pain, a line each; one line in any case.
fn pain_lines(program: &Program) -> Vec<&'static str> {
    let asked = program.pain.ask.iter().map(|question| match question {
        PainQuestion::Before => "pain_before",
        PainQuestion::After => "pain_worst",
        PainQuestion::NextMorning => "pain_next_morning",
        PainQuestion::MorningStiffness => "stiff",
    });
    let asked: Vec<&str> = asked.collect();
    if asked.is_empty() { vec!["pain_worst"] } else { asked }
}

fn when(due: &Schedule, say: Phrases<'_>) -> String {
    let words = say.schedule(due);
    match due.rhythm {
        Rhythm::PerWeek { least, most } if most > least => {
            say.with("any_days", &[("when", &words), ("n", &say.range(&least, &most.to_string()))])
        }
        Rhythm::PerWeek { least, .. } if least > 1 => {
            say.with("any_days", &[("when", &words), ("n", &least.to_string())])
        }
        Rhythm::PerWeek { .. } => say.with("any_day", &[("when", &words)]),
        Rhythm::Days(_) | Rhythm::EveryDays(_) | Rhythm::AsNeeded => words,
    }
}

/// The heads of the due days of two weeks.
fn weeks(due: &Schedule, say: Phrases<'_>) -> Vec<Vec<String>> {
    let week = |first: u32| -> Vec<String> {
        match due.rhythm {
            Rhythm::Days(days) if days != crate::domain::schedule::Weekdays::ALL => {
                days.days().map(|day| say.day("head", &day.to_string())).collect()
            }
            Rhythm::Days(_) => (first..first + 7).map(|day| say.number("day", &day)).collect(),
            Rhythm::PerWeek { most, .. } => (1..=most.min(7)).map(|n| say.nth(n)).collect(),
            Rhythm::EveryDays(n) => (first..first + 7)
                .filter(|day| (day - 1).is_multiple_of(n.max(1)))
                .map(|day| say.number("day", &day))
                .collect(),
            Rhythm::AsNeeded => (1..=7).map(|n| say.nth(n)).collect(),
        }
    };
    [week(1), week(8)].into_iter().filter(|days| !days.is_empty()).collect()
}
