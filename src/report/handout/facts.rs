//! What a handout says of a program, in words, before anybody lays it out.

use crate::domain::amount::Amount;
use crate::domain::exercise::{Affected, Exercise, Reps, SideDose, SideRule, Work};
use crate::domain::plan::Plan;
use crate::domain::program::{PainRule, Phase, Program, Session};
use crate::domain::standing::Occasion;
use crate::domain::time::{in_words, minutes};
use crate::domain::timeline::Timeline;
use crate::report::handout::phrases::Phrases;

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
pub(super) fn rows(program: &Program, session: &Session, say: Phrases<'_>) -> Vec<Row> {
    session.exercises.iter().map(|exercise| row(program, session, exercise, say)).collect()
}

fn row(program: &Program, session: &Session, exercise: &Exercise, say: Phrases<'_>) -> Row {
    let mut own = vec![amount(exercise.sets, &exercise.work, say)];
    let sides = &exercise.sides;
    let doses = [
        ("affected_side", &sides.affected),
        ("other_side", &sides.unaffected),
        ("left", &sides.left),
        ("right", &sides.right),
    ];
    let of = |(name, dose): &(&str, &Option<Box<SideDose>>)| {
        Some(format!("{}: {}", say.text(name), side_amount(dose.as_deref()?, say)))
    };
    own.extend(doses.iter().filter_map(of));
    Row {
        name: exercise.name.to_string(),
        amount: own,
        side: say.text(side_words(exercise.side)),
        pace: pace(&exercise.work, say),
        rest: match (exercise.sets.high(), exercise.rest.is_zero()) {
            (0 | 1, _) => String::new(),
            (_, true) => say.text("none"),
            (_, false) => in_words(exercise.rest),
        },
        load: exercise.load.as_ref().map(|load| load.words.to_string()).unwrap_or_default(),
        remarks: remarks(program, session, exercise, say),
    }
}

/// The key of the words for which side works, short enough for a column.
const fn side_words(rule: SideRule) -> &'static str {
    match rule {
        SideRule::Both => "both_together",
        SideRule::Each => "each_side",
        SideRule::EachInTurn => "each_in_turn",
        SideRule::Left => "left",
        SideRule::Right => "right",
        SideRule::Affected => "affected_side",
        SideRule::Unaffected => "other_side",
    }
}

fn side_amount(dose: &SideDose, say: Phrases<'_>) -> String {
    let load = dose.load.as_ref().map(|load| format!(", {}", load.words)).unwrap_or_default();
    format!("{}{load}", amount(dose.sets, &dose.work, say))
}

/// `3 × 15 reps`, `2 × 30 s held`, `1 × 10 holds of 2 s`, `3 × 8 to 15 reps`.
pub(super) fn amount(sets: Amount<u32>, work: &Work, say: Phrases<'_>) -> String {
    let work = match work {
        Work::Instruction => return say.text("follow_steps"),
        Work::Paced { reps, .. } | Work::OwnPace { reps } => match reps {
            Reps::Count(reps) => counted(*reps, say.reps(reps.high()), say),
            Reps::Max => say.text("as_many"),
        },
        Work::HeldReps { reps, hold, .. } => {
            let holds = counted(*reps, say.count("holds", reps.high()), say);
            say.with("holds_of", &[("holds", &holds), ("time", &length(*hold, say))])
        }
        Work::Hold { hold } => say.with("held", &[("time", &length(*hold, say))]),
        Work::Timed { time } => length(*time, say),
    };
    if sets.is_range() {
        format!("{} × {work}", say.range(&sets.low(), &sets.high().to_string()))
    } else {
        format!("{} × {work}", sets.low())
    }
}

fn counted(amount: Amount<u32>, most: String, say: Phrases<'_>) -> String {
    if amount.is_range() { say.range(&amount.low(), &most) } else { most }
}

fn length(amount: Amount<Duration>, say: Phrases<'_>) -> String {
    let most = in_words(amount.high());
    if amount.is_range() { say.range(&in_words(amount.low()), &most) } else { most }
}

fn pace(work: &Work, say: Phrases<'_>) -> String {
    match work {
        Work::Paced { tempo, .. } => {
            let phases = tempo.phases.iter().filter(|phase| !phase.length.is_zero());
            let phases: Vec<String> =
                phases.map(|phase| format!("{} {}", phase.verb, in_words(phase.length))).collect();
            phases.join(", ")
        }
        Work::HeldReps { relax, .. } if !relax.is_zero() => say.with("relax_between", &[("time", &in_words(*relax))]),
        Work::OwnPace { .. } => say.text("own_pace"),
        Work::HeldReps { .. } | Work::Hold { .. } | Work::Timed { .. } | Work::Instruction => String::new(),
    }
}

fn remarks(program: &Program, session: &Session, exercise: &Exercise, say: Phrases<'_>) -> Vec<String> {
    let growth = say.climb(exercise).map(|growth| say.with("growth", &[("growth", &growth)]));
    let mut lines: Vec<String> = growth.into_iter().collect();
    if exercise.optional {
        lines.push(say.text("may_leave"));
    }
    lines.extend(exercise.schedule.as_ref().map(|on| say.with("only", &[("when", &say.schedule(on))])));
    lines.extend(exercise.only_if_pain.map(|pain| say.number("only_if_pain", &pain)));
    lines.extend(circuit(session, exercise, say));
    lines.extend(exercise.measure.as_ref().map(|unit| say.with("result", &[("unit", unit)])));
    for (id, other) in &exercise.variants {
        if let Some(variant) = program.variants.iter().find(|variant| variant.id == *id) {
            let dose = amount(other.sets, &other.work, say);
            let is_same = dose == amount(exercise.sets, &exercise.work, say);
            let dose = if is_same { String::new() } else { format!(", {dose}") };
            let what = format!("{}{dose}", other.name);
            lines.push(say.with("variant", &[("title", &say.quote(&variant.title)), ("what", &what)]));
        }
    }
    let without = program.variants.iter().filter(|variant| exercise.left_out_by.contains(&variant.id));
    lines.extend(without.map(|variant| say.with("variant_without", &[("title", &say.quote(&variant.title))])));
    lines
}

/// With whom an exercise is done in turn.
fn circuit(session: &Session, exercise: &Exercise, say: Phrases<'_>) -> Option<String> {
    let label = exercise.circuit.as_ref()?;
    let others =
        session.exercises.iter().filter(|other| other.circuit.as_ref() == Some(label) && other.id != exercise.id);
    let names: Vec<String> = others.map(|other| say.quote(&other.name)).collect();
    (!names.is_empty()).then(|| say.with("circuit", &[("names", &say.list(&names))]))
}

/// `every day, 2 times a day, at least 5 h apart`; where its stages or sessions differ each of them says its own.
pub(super) fn how_often(program: &Program, say: Phrases<'_>) -> String {
    let one = is_due_as_one(program);
    let when = if one { say.schedule(&program.schedule_of(0)) } else { say.text("see_stages") };
    match program.gap {
        Some(gap) => say.with("apart", &[("when", &when), ("gap", &say.length(gap))]),
        None => when,
    }
}

/// Whether every session of every stage is due on the same days.
fn is_due_as_one(program: &Program) -> bool {
    let stages = (0..program.phases.len()).all(|index| program.schedule_of(index) == program.schedule_of(0));
    stages && program.phases.iter().flat_map(|phase| &phase.sessions).all(|session| session.schedule.is_none())
}

/// How long a session takes with one side affected; nothing where none of it would be left.
pub(super) fn session_minutes(program: &Program, phase: usize, session: usize, say: Phrases<'_>) -> Option<String> {
    let plan = Plan::of(program, &Occasion::whole(Affected::Left, phase, session))?;
    Some(say.number("minutes", &minutes(Timeline::of(&plan).length(&plan))))
}

/// What stands under the title of a stage: how long it lasts, what it is for, when it is due.
pub(super) fn stage_lines(program: &Program, index: usize, phase: &Phase, say: Phrases<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(phase.goal.as_ref().map(ToString::to_string));
    let own_days = phase.sessions.iter().any(|session| session.schedule.is_some());
    if !is_due_as_one(program) && !own_days {
        lines.push(say.with("due", &[("when", &say.schedule(&program.schedule_of(index)))]));
    }
    if !phase.entry.is_empty() {
        let held: Vec<String> = phase.entry.iter().map(|line| say.quote(line)).collect();
        lines.push(say.with("entry", &[("list", &say.list(&held))]));
    }
    if !phase.skip_if.is_empty() {
        let held: Vec<String> = phase.skip_if.iter().map(|line| say.quote(line)).collect();
        lines.push(say.with("skip", &[("list", &say.list(&held))]));
    }
    if index > 0 {
        lines.extend(say.going_back(phase));
    }
    if index + 1 < program.phases.len() {
        lines.extend(say.advancing(phase).map(|when| say.with("next_stage", &[("when", &when)])));
    }
    lines
}

/// The heading of a session within its stage, where there is more than one.
pub(super) fn session_title(phase: &Phase, index: usize, session: &Session, say: Phrases<'_>) -> Option<String> {
    if phase.sessions.len() < 2 {
        return None;
    }
    let title = session.title.as_ref().map_or_else(|| say.number("session", &(index + 1)), ToString::to_string);
    let when = session.schedule.as_ref().map_or_else(|| say.text("in_turn"), |due| say.schedule(due));
    Some(format!("{title}: {when}"))
}

/// A stripe of the pain scale and what to do in it.
pub(super) struct Stripe {
    pub(super) scores: String,
    pub(super) what: String,
}

/// What the scores mean, from none to the worst: carry on, ease off, stop (clinical facts, 3.2).
pub(super) fn stripes(pain: &PainRule, say: Phrases<'_>) -> Vec<Stripe> {
    let limit = pain.limit.min(10);
    let from_to = |low: u8, high: u8| if low == high { low.to_string() } else { say.range(&low, &high.to_string()) };
    let calm = limit.min(CALM);
    let mut stripes = vec![Stripe { scores: from_to(0, calm), what: say.text("carry_on") }];
    if limit > CALM {
        stripes.push(Stripe { scores: from_to(CALM + 1, limit), what: say.text("ease_off") });
    }
    if limit < 10 {
        stripes.push(Stripe { scores: from_to(limit + 1, 10), what: say.text("stop_here") });
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
pub(super) fn explained<'a>(program: &'a Program, say: Phrases<'_>) -> Vec<Explained<'a>> {
    let mut all: Vec<Explained<'a>> = Vec::new();
    let one_table = is_one_table(program);
    for (place, exercise) in program.exercises().enumerate() {
        take(&mut all, exercise, one_table.then_some(place + 1), None);
        for (_, other) in &exercise.variants {
            take(&mut all, other, None, Some(say.with("instead", &[("name", &say.quote(&exercise.name))])));
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
