//! An exercise of a plan with its sides, and the dose of one set of it.

use std::time::Duration;

use crate::domain::amount::Load;
use crate::domain::exercise::{Exercise, Reps, Side, SideDose, Work};
use crate::domain::session::{PlannedExercise, Target};
use crate::domain::standing::Standing;
use crate::domain::text::Id;

/// An exercise of a plan with its sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What is done now, every range fixed at what was reached: the planned exercise, or the one that stands in for it.
    pub exercise: Exercise,
    /// What was planned: the history's name for this item.
    pub planned: Id,
    /// Steps above the low end of its range.
    pub level: u32,
    /// The sides in their order: `[None]` for both at once.
    pub sides: Vec<Option<Side>>,
    /// Doses of single sides that are not the exercise's.
    pub own: Vec<(Side, SideDose)>,
}

impl Item {
    pub(super) fn new(exercise: &Exercise, sides: Vec<Option<Side>>, standing: &Standing) -> Self {
        let level = standing.level(&exercise.id).min(exercise.top_level());
        let exercise = exercise.at_level(level);
        let mut own = Vec::new();
        for side in sides.iter().copied().flatten() {
            own.extend(exercise.sides.of(side, standing.affected).map(|dose| (side, dose.clone())));
        }
        Self { planned: exercise.id.clone(), exercise, level, sides, own }
    }

    /// The dose of a side where it has one of its own.
    pub fn own(&self, side: Option<Side>) -> Option<&SideDose> {
        self.own.iter().find(|(own, _)| Some(*own) == side).map(|(_, dose)| dose)
    }

    /// The work of one set on a side.
    pub fn work(&self, side: Option<Side>) -> &Work {
        self.own(side).map_or(&self.exercise.work, |dose| &dose.work)
    }

    /// Sets on a side.
    pub fn sets(&self, side: Option<Side>) -> u32 {
        self.own(side).map_or(self.exercise.sets, |dose| dose.sets).low()
    }

    /// What is carried or pulled on a side.
    pub fn load(&self, side: Option<Side>) -> Option<&Load> {
        self.own(side).map_or(self.exercise.load.as_ref(), |dose| dose.load.as_ref())
    }

    pub(super) fn planned(&self) -> Vec<PlannedExercise> {
        let entry = |sides: Vec<Option<Side>>| {
            let side = sides.first().copied().flatten();
            PlannedExercise {
                exercise: self.planned.clone(),
                name: self.exercise.name.clone(),
                sets: self.sets(side),
                target: target(self.work(side)),
                load: self.load(side).map(|load| load.words.clone()),
                optional: self.exercise.optional,
                level: self.level,
                sides,
            }
        };
        if self.own.is_empty() {
            return vec![entry(self.sides.clone())];
        }
        self.sides.iter().map(|side| entry(vec![*side])).collect()
    }
}

/// The dose of one set: reps, and time under work where soleus sets the pace.
pub fn target(work: &Work) -> Target {
    match work {
        Work::Paced { reps, tempo } => {
            Target { reps: reps.target(), time: reps.target().map(|reps| tempo.rep() * reps) }
        }
        Work::HeldReps { reps, hold, relax: _ } => {
            Target { reps: Some(reps.low()), time: Some(hold.low() * reps.low()) }
        }
        Work::OwnPace { reps: Reps::Count(reps) } => Target { reps: Some(reps.low()), time: None },
        Work::Hold { hold: time } | Work::Timed { time } => Target { reps: None, time: Some(time.low()) },
        Work::OwnPace { reps: Reps::Max } | Work::Instruction => Target::default(),
    }
}

/// A guess at a rep of a set at the runner's own pace, for the length of a session (a design choice).
pub const OWN_PACE_REP: Duration = Duration::from_secs(4);
/// A guess at the reps of a set of as many as possible.
pub const MAX_REPS_GUESS: u32 = 20;
/// A guess at an instruction that is read and done.
pub const INSTRUCTION_GUESS: Duration = Duration::from_secs(30);
