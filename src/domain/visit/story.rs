//! What the runner decided, and how the program changed under way.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::difference::compared;
use crate::domain::exercise::{Affected, Exercise};
use crate::domain::history::{Choice, Chosen, History, Offered};
use crate::domain::prescription::{lower_first, short_dose};
use crate::domain::program::Program;
use crate::domain::session::{PlannedExercise, Start};
use crate::domain::text::Id;
use crate::domain::visit::{Span, Told};

/// Something that the runner decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// On which day.
    pub day: NaiveDate,
    /// What, in words: `went on to stage 2: Add load`.
    pub words: String,
}

/// The program became another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The day of the first session that was played by it.
    pub day: NaiveDate,
    /// The first eight digits of the plan's fingerprint.
    pub fingerprint: String,
    /// What changed, in words.
    pub changes: Vec<String>,
}

/// The decisions of a span in the order of their moments.
pub(super) fn decisions(id: &Id, at_hand: Option<&Program>, history: &History, span: Span) -> Vec<Decision> {
    let mut choices: Vec<&Choice> = history.choices.iter().filter(|choice| &choice.program == id).collect();
    choices.sort_by_key(|choice| choice.at);
    let within = choices.iter().filter(|choice| span.holds(choice.day));
    let mut found: Vec<Decision> =
        within.map(|choice| Decision { day: choice.day, words: words(choice, &choices, at_hand, history) }).collect();
    // Who looks at an offer twice and turns it down twice decided once.
    found.dedup();
    found
}

fn words(choice: &Choice, all: &[&Choice], at_hand: Option<&Program>, history: &History) -> String {
    let earlier = || all.iter().filter(|other| other.at < choice.at).rev();
    match &choice.what {
        Chosen::Phase { index, title } => {
            let before = earlier().find_map(|other| match &other.what {
                Chosen::Phase { index, .. } => Some(*index),
                Chosen::Level { .. } | Chosen::Variant(_) | Chosen::Lighter | Chosen::NotNow(_) => None,
            });
            let verb = if *index < before.unwrap_or(0) { "went back to" } else { "went on to" };
            let title = title.as_ref().map(|title| format!(": {title}")).unwrap_or_default();
            format!("{verb} stage {}{title}", index + 1)
        }
        Chosen::Level { exercise, level } => {
            let before = last_level(history, choice, exercise, all);
            let verb = if *level < before { "a step back in its range" } else { "a step up in its range" };
            format!("{}: {verb}{}", name(exercise, at_hand), reached(exercise, *level, at_hand))
        }
        Chosen::Variant(None) => "took the program as it is written".to_owned(),
        Chosen::Variant(Some(id)) => {
            let variants = at_hand.map(|program| program.variants.as_slice()).unwrap_or_default();
            let title = variants.iter().find(|variant| &variant.id == id).map(|variant| variant.title.to_string());
            format!("took the variant “{}”", title.unwrap_or_else(|| id.to_string()))
        }
        Chosen::Lighter => "took a lighter session, once".to_owned(),
        Chosen::NotNow(Offered::Lighter) => "a lighter session was offered, and not taken".to_owned(),
        Chosen::NotNow(Offered::Phase(index)) => format!("stage {} was offered, and not taken", index + 1),
        Chosen::NotNow(Offered::Level { exercise, to }) => {
            let before = last_level(history, choice, exercise, all);
            let verb = if *to < before { "a step back was offered" } else { "a step up was offered" };
            format!("{}: {verb}, and not taken{}", name(exercise, at_hand), reached(exercise, *to, at_hand))
        }
    }
}

/// The level of an exercise before a decision: as it was last played, or decided since.
fn last_level(history: &History, choice: &Choice, exercise: &Id, all: &[&Choice]) -> u32 {
    let logs = history.of(&choice.program).rev().filter(|log| log.start.at <= choice.at);
    let mut played = logs.filter_map(|log| {
        let entry = log.start.plan.iter().find(|entry| &entry.exercise == exercise)?;
        Some((log.start.at, entry.level))
    });
    let mut before = all.iter().rev().filter(|other| other.at < choice.at);
    let decided = before.find_map(|other| Some((other.at, other.what.level_of(exercise)?)));
    let later = decided.into_iter().chain(played.next()).max_by_key(|(at, _)| *at);
    later.map_or(0, |(_, level)| level)
}

/// The exercise as it is written; of several stages that have it, the one with the longest range.
fn written<'a>(exercise: &Id, at_hand: Option<&'a Program>) -> Option<&'a Exercise> {
    let all = || at_hand.into_iter().flat_map(Program::exercises).filter(|other| &other.id == exercise);
    all().max_by_key(|other| other.top_level())
}

fn name(exercise: &Id, at_hand: Option<&Program>) -> String {
    written(exercise, at_hand).map_or_else(|| exercise.to_string(), |exercise| lower_first(&exercise.name))
}

/// What a level is, where the program is at hand: ` (3 sets of 10 reps, 5 kg)`.
fn reached(exercise: &Id, level: u32, at_hand: Option<&Program>) -> String {
    let Some(at) = written(exercise, at_hand).map(|exercise| exercise.at_level(level)) else { return String::new() };
    let load = at.load.as_ref().map(|load| format!(", {}", load.words)).unwrap_or_default();
    format!(" ({}{load})", short_dose(&at))
}

/// What two sessions must share before their fingerprints tell of the program alone: all that the runner decides, and
/// which exercises the day left in.
type Alike<'a> = (usize, usize, Option<&'a Id>, &'a str, Vec<(&'a Id, u32)>);

fn alike(start: &Start) -> Alike<'_> {
    let affected: Affected = start.affected;
    let levels = start.plan.iter().map(|entry| (&entry.exercise, entry.level)).collect();
    (start.phase, start.turn, start.variant.as_ref(), affected.word(), levels)
}

/// The days of a span on which a session was played by another program than the last one that was alike.
pub(super) fn versions(told: &[Told<'_>], span: Span) -> Vec<Version> {
    let mut last: BTreeMap<Alike<'_>, (&str, &[PlannedExercise])> = BTreeMap::new();
    let mut found: Vec<Version> = Vec::new();
    for start in told.iter().map(|told| &told.log.start).filter(|start| !start.plan.is_empty()) {
        let hash = start.program.hash.as_str();
        let before = last.insert(alike(start), (hash, &start.plan));
        let Some((_, plan)) = before.filter(|(was, _)| *was != hash) else { continue };
        if !span.holds(start.day) {
            continue;
        }
        let mut changes = compared(plan, &start.plan);
        if changes.is_empty() {
            changes.push("rests, tempo or the counts before the sets are others".to_owned());
        }
        found.push(Version { day: start.day, fingerprint: short(hash), changes });
    }
    found
}

/// The first eight digits of a fingerprint.
pub(super) fn short(hash: &str) -> String {
    hash.chars().take(8).collect()
}
