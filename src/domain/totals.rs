//! What a program adds up to: minutes a session, sets, reps and time under tension an exercise and side, and the
//! same a week by its schedules. Ranges count at their low end, where every runner begins.

mod week;

#[cfg(test)]
mod tests;

use std::time::Duration;

use crate::domain::exercise::{Affected, Exercise, Side, SideRule};
use crate::domain::plan::{Item, Plan, target};
use crate::domain::program::{Phase, Program};
use crate::domain::schedule::Schedule;
use crate::domain::standing::Occasion;
use crate::domain::text::{Clean, Id};
use crate::domain::timeline::Timeline;

pub use week::{Average, part_of};

/// What one stage of a program adds up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseTotals {
    /// What the stage is called, where the program has stages.
    pub title: Option<Clean>,
    /// Its least length in weeks.
    pub weeks: Option<u32>,
    /// Its sessions in order.
    pub sessions: Vec<SessionTotals>,
}

/// What one session adds up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionTotals {
    /// What it is called, where there are several.
    pub title: Option<Clean>,
    /// When it is due: its own schedule, else that of its stage.
    pub schedule: Schedule,
    /// So many sessions are done in turn on the due days; 1 where this one has them for itself.
    pub turns: u32,
    /// How often a week on average; none as needed.
    pub weekly: Option<Average>,
    /// Its length where one side is affected; none where nothing is left to do.
    pub one_side: Option<Length>,
    /// Its length where both sides are affected; the same as [`Self::one_side`] where the side changes nothing.
    pub both_sides: Option<Length>,
    /// An exercise and side a row, in the order in which they are played where one side is affected.
    pub rows: Vec<Row>,
}

/// The length of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// How long.
    pub time: Duration,
    /// Whether it holds a guess at what the runner ends.
    pub is_guess: bool,
}

/// What an exercise adds up to on a side in one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The exercise.
    pub id: Id,
    /// What the runner reads.
    pub name: Clean,
    /// On which side.
    pub side: Sides,
    /// Sets on that side.
    pub sets: u32,
    /// Reps on that side in all; none where nothing is counted, or as many are done as possible.
    pub reps: Option<u64>,
    /// Time under work, relaxing between held reps left out; none where the runner sets the pace.
    pub tension: Option<Duration>,
    /// Sessions with this exercise a week; none as needed.
    pub weekly: Option<Average>,
    /// May be skipped.
    pub optional: bool,
}

/// The side of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// Both work at once.
    Together,
    /// Each does as much.
    Each,
    /// The left one.
    Left,
    /// The right one.
    Right,
    /// The one that the runner named.
    Affected,
    /// The other one.
    Unaffected,
}

impl Sides {
    /// `both`, `each`, `left`, `right`, `affected` or `other`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Together => "both",
            Self::Each => "each",
            Self::Left => "left",
            Self::Right => "right",
            Self::Affected => "affected",
            Self::Unaffected => "other",
        }
    }
}

impl Row {
    /// Reps a week on average.
    pub fn weekly_reps(&self) -> Option<Average> {
        Some(self.weekly?.times(self.reps?))
    }

    /// Time under work a week on average, to the tenth of a second.
    pub fn weekly_tension(&self) -> Option<Duration> {
        let tension = u64::try_from(self.tension?.as_millis()).unwrap_or(u64::MAX);
        Some(Duration::from_millis(self.weekly?.times(tension).tenths().saturating_mul(10) / 100))
    }
}

/// What an exercise that stands in several sessions of a stage adds up to in a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekTotals {
    /// What the runner reads.
    pub name: Clean,
    /// On which side.
    pub side: Sides,
    /// Sessions with it.
    pub times: Average,
    /// Reps, where they are known.
    pub reps: Option<Average>,
    /// Time under work, where it is known.
    pub tension: Option<Duration>,
}

/// The exercises of a stage that stand in more than one of its sessions, in the order of the first of them; where one
/// of them is as needed, no week can be told.
pub fn in_several(phase: &PhaseTotals) -> Vec<WeekTotals> {
    let rows: Vec<&Row> = phase.sessions.iter().flat_map(|session| &session.rows).collect();
    let same = |a: &Row, b: &Row| a.id == b.id && a.side == b.side;
    let firsts = rows.iter().enumerate().filter(|(n, row)| !rows.iter().take(*n).any(|before| same(before, row)));
    let groups = firsts.map(|(_, first)| rows.iter().copied().filter(|row| same(first, row)).collect::<Vec<_>>());
    groups.filter(|group| group.len() > 1).filter_map(|group| week_totals(&group)).collect()
}

fn week_totals(group: &[&Row]) -> Option<WeekTotals> {
    let sum = |of: fn(&Row) -> Option<Average>| {
        group.iter().map(|row| of(row)).try_fold(Average::new(0, 1), |sum, part| Some(sum.plus(part?)))
    };
    let first = group.first()?;
    Some(WeekTotals {
        name: first.name.clone(),
        side: first.side,
        times: sum(|row| row.weekly)?,
        reps: sum(Row::weekly_reps),
        tension: group.iter().map(|row| row.weekly_tension()).sum(),
    })
}

/// What every stage of a program adds up to.
pub fn totals(program: &Program) -> Vec<PhaseTotals> {
    let phase = |(index, phase): (usize, &Phase)| PhaseTotals {
        title: phase.title.clone(),
        weeks: phase.weeks,
        sessions: (0..phase.sessions.len()).map(|session| session_totals(program, index, session)).collect(),
    };
    program.phases.iter().enumerate().map(phase).collect()
}

fn session_totals(program: &Program, phase: usize, index: usize) -> SessionTotals {
    let sessions = program.phases.get(phase).map_or(&[][..], |phase| &phase.sessions);
    let session = sessions.get(index);
    let own = session.and_then(|session| session.schedule);
    let schedule = own.unwrap_or_else(|| program.schedule_of(phase));
    let turns = if own.is_some() { 1 } else { u32::try_from(sessions.len()).unwrap_or(u32::MAX) };
    let plan = |affected| Plan::of(program, &Occasion::whole(affected, phase, index));
    let one = plan(Affected::Left);
    let items = one.iter().flat_map(|plan| &plan.items);
    let rows = items.flat_map(|item| rows(item, &schedule, turns)).collect();
    SessionTotals {
        title: session.and_then(|session| session.title.clone()),
        schedule,
        turns,
        weekly: week::weekly(&schedule, turns),
        one_side: one.as_ref().map(length),
        both_sides: plan(Affected::Both).as_ref().map(length),
        rows,
    }
}

fn length(plan: &Plan) -> Length {
    let timeline = Timeline::of(plan);
    Length { time: timeline.length(plan), is_guess: timeline.is_guess() }
}

/// A row a side; one row where all sides do as much.
fn rows(item: &Item, session: &Schedule, turns: u32) -> Vec<Row> {
    let exercise = &item.exercise;
    let weekly = part_of(session, turns, exercise.schedule.as_ref());
    let row = |side: Option<Side>| {
        let (sets, one) = (item.sets(side), target(item.work(side)));
        Row {
            id: exercise.id.clone(),
            name: exercise.name.clone(),
            side: named(exercise, side),
            sets,
            reps: one.reps.map(|reps| u64::from(reps) * u64::from(sets)),
            tension: one.time.map(|time| time * sets),
            weekly,
            optional: exercise.optional,
        }
    };
    let rows: Vec<Row> = item.sides.iter().map(|side| row(*side)).collect();
    let dose = |row: &Row| (row.sets, row.reps, row.tension);
    match rows.as_slice() {
        [one, other] if dose(one) == dose(other) => vec![Row { side: Sides::Each, ..one.clone() }],
        _ => rows,
    }
}

/// The side of a row; laid out where the left side is affected.
fn named(exercise: &Exercise, side: Option<Side>) -> Sides {
    let fixed = exercise.sides.left.is_some()
        || exercise.sides.right.is_some()
        || matches!(exercise.side, SideRule::Left | SideRule::Right);
    match (side, fixed) {
        (None, _) => Sides::Together,
        (Some(Side::Left), true) => Sides::Left,
        (Some(Side::Right), true) => Sides::Right,
        (Some(Side::Left), false) => Sides::Affected,
        (Some(Side::Right), false) => Sides::Unaffected,
    }
}
