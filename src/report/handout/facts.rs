//! What a handout says of a program, in words, before anybody lays it out.

use crate::domain::amount::Amount;
use crate::domain::exercise::{Affected, Exercise, Reps, SideDose, SideRule, Work};
use crate::domain::plan::Plan;
use crate::domain::prescription::{advancing, and_list, climb, count, schedule};
use crate::domain::program::{PainRule, Phase, Program, Session};
use crate::domain::standing::Occasion;
use crate::domain::time::{in_words, minutes};
use crate::domain::timeline::Timeline;

use std::time::Duration;

/// One line of the table.
pub(super) struct Row {
    pub(super) name: String,
    /// `3 × 15 reps`; doses of single sides a line each.
    pub(super) amount: Vec<String>,
    pub(super) side: String,
    /// The phases of a rep, or whose pace it is; empty where there is nothing to say.
    pub(super) pace: String,
    /// Between sets; empty where there is one set.
    pub(super) rest: String,
    /// What is carried or pulled; empty where nothing is.
    pub(super) load: String,
    /// What else must be known of it, how it grows first.
    pub(super) remarks: Vec<String>,
}

/// The rows of a session.
pub(super) fn rows(program: &Program, session: &Session) -> Vec<Row> {
    session.exercises.iter().map(|exercise| row(program, session, exercise)).collect()
}

fn row(program: &Program, session: &Session, exercise: &Exercise) -> Row {
    let mut own = vec![amount(exercise.sets, &exercise.work)];
    let sides = &exercise.sides;
    let doses = [
        ("affected side", &sides.affected),
        ("other side", &sides.unaffected),
        ("left", &sides.left),
        ("right", &sides.right),
    ];
    own.extend(doses.iter().filter_map(|(name, dose)| Some(format!("{name}: {}", side_amount(dose.as_deref()?)))));
    Row {
        name: exercise.name.to_string(),
        amount: own,
        side: side_words(exercise.side).to_owned(),
        pace: pace(&exercise.work),
        rest: match (exercise.sets.high(), exercise.rest.is_zero()) {
            (0 | 1, _) => String::new(),
            (_, true) => "none".to_owned(),
            (_, false) => in_words(exercise.rest),
        },
        load: exercise.load.as_ref().map(|load| load.words.to_string()).unwrap_or_default(),
        remarks: remarks(program, session, exercise),
    }
}

/// Which side works, short enough for a column.
const fn side_words(rule: SideRule) -> &'static str {
    match rule {
        SideRule::Both => "both together",
        SideRule::Each => "each side",
        SideRule::EachInTurn => "each side, one after the other",
        SideRule::Left => "left",
        SideRule::Right => "right",
        SideRule::Affected => "affected side",
        SideRule::Unaffected => "other side",
    }
}

fn side_amount(dose: &SideDose) -> String {
    let load = dose.load.as_ref().map(|load| format!(", {}", load.words)).unwrap_or_default();
    format!("{}{load}", amount(dose.sets, &dose.work))
}

/// `3 × 15 reps`, `2 × 30 s held`, `1 × 10 holds of 2 s`, `3 × 8 to 15 reps`.
pub(super) fn amount(sets: Amount<u32>, work: &Work) -> String {
    let work = match work {
        Work::Instruction => return "follow the steps".to_owned(),
        Work::Paced { reps, .. } | Work::OwnPace { reps } => match reps {
            Reps::Count(reps) => counted(*reps, "rep"),
            Reps::Max => "as many reps as you can".to_owned(),
        },
        Work::HeldReps { reps, hold, .. } => format!("{} of {}", counted(*reps, "hold"), length(*hold)),
        Work::Hold { hold } => format!("{} held", length(*hold)),
        Work::Timed { time } => length(*time),
    };
    if sets.is_range() {
        format!("{} to {} × {work}", sets.low(), sets.high())
    } else {
        format!("{} × {work}", sets.low())
    }
}

fn counted(amount: Amount<u32>, noun: &str) -> String {
    let most = count(amount.high(), noun);
    if amount.is_range() { format!("{} to {most}", amount.low()) } else { most }
}

fn length(amount: Amount<Duration>) -> String {
    let most = in_words(amount.high());
    if amount.is_range() { format!("{} to {most}", in_words(amount.low())) } else { most }
}

fn pace(work: &Work) -> String {
    match work {
        Work::Paced { tempo, .. } => {
            let phases = tempo.phases.iter().filter(|phase| !phase.length.is_zero());
            let phases: Vec<String> =
                phases.map(|phase| format!("{} {}", phase.verb, in_words(phase.length))).collect();
            phases.join(", ")
        }
        Work::HeldReps { relax, .. } if !relax.is_zero() => format!("relax {} between", in_words(*relax)),
        Work::OwnPace { .. } => "your own pace".to_owned(),
        Work::HeldReps { .. } | Work::Hold { .. } | Work::Timed { .. } | Work::Instruction => String::new(),
    }
}

fn remarks(program: &Program, session: &Session, exercise: &Exercise) -> Vec<String> {
    let growth = climb(exercise).map(|growth| format!("Start at the low end; {growth}."));
    let mut lines: Vec<String> = growth.into_iter().collect();
    if exercise.optional {
        lines.push("May be left out.".to_owned());
    }
    lines.extend(exercise.schedule.as_ref().map(|on| format!("Only {}.", schedule(on))));
    lines.extend(exercise.only_if_pain.map(|pain| format!("Only if your last pain score was {pain} or less.")));
    lines.extend(circuit(session, exercise));
    lines.extend(exercise.measure.as_ref().map(|unit| format!("Write down the result of each set ({unit}).")));
    for (id, other) in &exercise.variants {
        if let Some(variant) = program.variants.iter().find(|variant| variant.id == *id) {
            let dose = amount(other.sets, &other.work);
            let is_same = dose == amount(exercise.sets, &exercise.work);
            let dose = if is_same { String::new() } else { format!(", {dose}") };
            lines.push(format!("If “{}”: {}{dose} instead.", variant.title, other.name));
        }
    }
    lines
}

/// With whom an exercise is done in turn.
fn circuit(session: &Session, exercise: &Exercise) -> Option<String> {
    let label = exercise.circuit.as_ref()?;
    let others =
        session.exercises.iter().filter(|other| other.circuit.as_ref() == Some(label) && other.id != exercise.id);
    let names: Vec<String> = others.map(|other| format!("“{}”", other.name)).collect();
    (!names.is_empty()).then(|| format!("In turn with {}: a set of each, then again.", and_list(&names)))
}

/// `every day, 2 times a day, at least 5 h apart`; where its stages or sessions differ each of them says its own.
pub(super) fn how_often(program: &Program) -> String {
    let when = if is_due_as_one(program) { schedule(&program.schedule_of(0)) } else { "see each stage".to_owned() };
    let gap = program.gap.map(|gap| format!(", at least {} apart", in_words(gap))).unwrap_or_default();
    format!("{when}{gap}")
}

/// Whether every session of every stage is due on the same days.
fn is_due_as_one(program: &Program) -> bool {
    let stages = (0..program.phases.len()).all(|index| program.schedule_of(index) == program.schedule_of(0));
    stages && program.phases.iter().flat_map(|phase| &phase.sessions).all(|session| session.schedule.is_none())
}

/// How long a session takes with one side affected; nothing where none of it would be left.
pub(super) fn session_minutes(program: &Program, phase: usize, session: usize) -> Option<String> {
    let plan = Plan::of(program, &Occasion::whole(Affected::Left, phase, session))?;
    Some(format!("about {} min", minutes(Timeline::of(&plan).length(&plan))))
}

/// What stands under the title of a stage: how long it lasts, what it is for, when it is due.
pub(super) fn stage_lines(program: &Program, index: usize, phase: &Phase) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(phase.goal.as_ref().map(ToString::to_string));
    let own_days = phase.sessions.iter().any(|session| session.schedule.is_some());
    if !is_due_as_one(program) && !own_days {
        lines.push(format!("Due {}.", schedule(&program.schedule_of(index))));
    }
    if !phase.entry.is_empty() {
        let held: Vec<String> = phase.entry.iter().map(|line| format!("“{line}”")).collect();
        lines.push(format!("Begin it only when you can say: {}.", and_list(&held)));
    }
    if index + 1 < program.phases.len() {
        lines.extend(advancing(phase).map(|when| format!("The next stage follows {when}.")));
    }
    lines
}

/// The heading of a session within its stage, where there is more than one.
pub(super) fn session_title(phase: &Phase, index: usize, session: &Session) -> Option<String> {
    if phase.sessions.len() < 2 {
        return None;
    }
    let title = session.title.as_ref().map_or_else(|| format!("Session {}", index + 1), ToString::to_string);
    let when = session.schedule.as_ref().map_or_else(|| "in turn".to_owned(), schedule);
    Some(format!("{title}: {when}"))
}

/// A stripe of the pain scale and what to do in it.
pub(super) struct Stripe {
    pub(super) scores: String,
    pub(super) what: &'static str,
}

/// What the scores mean, from none to the worst: carry on, ease off, stop (clinical facts, 3.2).
pub(super) fn stripes(pain: &PainRule) -> Vec<Stripe> {
    let limit = pain.limit.min(10);
    let from_to = |low: u8, high: u8| if low == high { low.to_string() } else { format!("{low} to {high}") };
    let calm = limit.min(CALM);
    let mut stripes = vec![Stripe { scores: from_to(0, calm), what: "Carry on." }];
    if limit > CALM {
        let what = "You may finish. Slow down, do fewer reps, rest longer, add no load.";
        stripes.push(Stripe { scores: from_to(CALM + 1, limit), what });
    }
    if limit < 10 {
        let what = "Stop this exercise. Go on only with those that do not hurt.";
        stripes.push(Stripe { scores: from_to(limit + 1, 10), what });
    }
    stripes
}

/// Up to it pain is no reason to change anything.
const CALM: u8 = 3;

/// An exercise to be explained, once in a handout.
pub(super) struct Explained<'a> {
    pub(super) exercise: &'a Exercise,
    /// Its number in the table, where there is one table.
    pub(super) number: Option<usize>,
    /// Which exercise it stands in for.
    pub(super) role: Option<String>,
    /// The therapist's remarks on it, each once, from wherever it stands.
    pub(super) notes: Vec<&'a str>,
}

/// Every exercise of a program once, in the order in which it is met; the stand-ins of variants behind their own.
pub(super) fn explained(program: &Program) -> Vec<Explained<'_>> {
    let mut all: Vec<Explained<'_>> = Vec::new();
    let one_table = is_one_table(program);
    for (place, exercise) in program.exercises().enumerate() {
        take(&mut all, exercise, one_table.then_some(place + 1), None);
        for (_, other) in &exercise.variants {
            take(&mut all, other, None, Some(format!("stands in for “{}”", exercise.name)));
        }
    }
    all
}

fn take<'a>(all: &mut Vec<Explained<'a>>, exercise: &'a Exercise, number: Option<usize>, role: Option<String>) {
    let is_same =
        |other: &Explained<'_>| (&other.exercise.name, &other.exercise.steps) == (&exercise.name, &exercise.steps);
    let note = exercise.note.as_deref();
    match all.iter_mut().find(|other| is_same(other)) {
        Some(known) => known.notes.extend(note.filter(|note| !known.notes.contains(note))),
        None => all.push(Explained { exercise, number, role, notes: note.into_iter().collect() }),
    }
}

/// Whether the program has one session, the same every time.
pub(super) fn is_one_table(program: &Program) -> bool {
    program.phases.len() == 1 && program.phases.iter().all(|phase| phase.sessions.len() == 1)
}

/// The side rule of a sentence in general.
pub(super) fn sentence(text: &str, rule: SideRule) -> String {
    crate::domain::prescription::in_general(text, rule)
}
