//! An exercise of a plan with its sides, and the dose of one set of it.

use std::iter::successors;
use std::time::Duration;

use crate::domain::amount::Load;
use crate::domain::exercise::{Affected, Exercise, Reps, Side, SideDose, SideRule, Work};
use crate::domain::prescription;
use crate::domain::session::{Manner, PlannedExercise, SetRecord, Target};
use crate::domain::standing::Standing;
use crate::domain::text::{Clean, Id};

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
    /// How the sides take turns, as it was planned: another exercise in its place changes no order.
    pub rule: SideRule,
    /// The circuit that it was planned in.
    pub circuit: Option<Clean>,
    /// The side that the runner named.
    pub affected: Affected,
}

/// Which neighbour an exercise is swapped for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swap {
    /// The easier one.
    Easier,
    /// The harder one.
    Harder,
}

impl Swap {
    /// The way back.
    #[must_use]
    pub const fn back(self) -> Self {
        match self {
            Self::Easier => Self::Harder,
            Self::Harder => Self::Easier,
        }
    }
}

impl Item {
    pub(super) fn new(exercise: &Exercise, sides: Vec<Option<Side>>, standing: &Standing) -> Self {
        let level = standing.level(&exercise.id).min(exercise.top_level());
        let exercise = exercise.at_level(level);
        let affected = standing.affected;
        Self {
            planned: exercise.id.clone(),
            level,
            own: own_doses(&exercise, &sides, affected),
            sides,
            rule: exercise.side,
            circuit: exercise.circuit.clone(),
            affected,
            exercise,
        }
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

    /// The exercise that may stand in for the present one.
    pub fn neighbour(&self, to: Swap) -> Option<&Exercise> {
        match to {
            Swap::Easier => self.exercise.easier.as_deref(),
            Swap::Harder => self.exercise.harder.as_deref(),
        }
    }

    /// Sets on a side that a neighbour would have.
    pub fn sets_of(&self, neighbour: &Exercise, side: Option<Side>) -> u32 {
        let own = side.and_then(|side| neighbour.sides.of(side, self.affected));
        own.map_or(neighbour.sets, |dose| dose.sets).low()
    }

    /// Puts a neighbour in place, at its written dose or the low end of its range; false where there is none. The one
    /// that was in place becomes its neighbour on the other hand, so that the way back is always open.
    pub fn swap(&mut self, to: Swap) -> bool {
        let neighbour = match to {
            Swap::Easier => self.exercise.easier.take(),
            Swap::Harder => self.exercise.harder.take(),
        };
        let Some(neighbour) = neighbour else { return false };
        // Fixing what is fixed already changes nothing: one that was in place before keeps the level it was at.
        let left = std::mem::replace(&mut self.exercise, neighbour.at_level(0));
        match to.back() {
            Swap::Easier => self.exercise.easier = Some(Box::new(left)),
            Swap::Harder => self.exercise.harder = Some(Box::new(left)),
        }
        self.own = own_doses(&self.exercise, &self.sides, self.affected);
        true
    }

    /// Puts the exercise in place with which a set was done, where it is known among the neighbours.
    pub fn take_up(&mut self, done: &Id) {
        for to in [Swap::Easier, Swap::Harder] {
            let Some(steps) = self.row(to).position(|exercise| &exercise.id == done) else { continue };
            for _ in 0..steps {
                self.swap(to);
            }
            return;
        }
    }

    /// The exercises with which its sets may have been done: the present one and its neighbours to both hands.
    pub fn forms(&self) -> impl Iterator<Item = &Exercise> {
        self.row(Swap::Easier).chain(self.row(Swap::Harder).skip(1))
    }

    /// The exercise with which a set was done.
    pub fn done_as(&self, record: &SetRecord) -> &Exercise {
        let id = record.instead.as_ref().unwrap_or(&self.planned);
        self.forms().find(|exercise| &exercise.id == id).unwrap_or(&self.exercise)
    }

    /// The work of the set of a record, as its exercise has it.
    pub fn work_of(&self, record: &SetRecord) -> &Work {
        let exercise = self.done_as(record);
        let own = record.side.and_then(|side| exercise.sides.of(side, self.affected));
        own.map_or(&exercise.work, |dose| &dose.work)
    }

    /// The present exercise and its neighbours to one hand, the nearest first.
    fn row(&self, to: Swap) -> impl Iterator<Item = &Exercise> {
        successors(Some(&self.exercise), move |exercise| match to {
            Swap::Easier => exercise.easier.as_deref(),
            Swap::Harder => exercise.harder.as_deref(),
        })
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
                manner: Some(self.manner(side)),
                sides,
            }
        };
        if self.own.is_empty() {
            return vec![entry(self.sides.clone())];
        }
        self.sides.iter().map(|side| entry(vec![*side])).collect()
    }
}

impl Item {
    fn manner(&self, side: Option<Side>) -> Manner {
        let Exercise { rest, rest_after, change_over, get_ready, circuit, .. } = &self.exercise;
        let (tempo, relax) = match self.work(side) {
            Work::Paced { tempo, .. } => (Some(Clean::text(&prescription::tempo(tempo))), None),
            Work::HeldReps { relax, .. } => (None, Some(*relax)),
            Work::OwnPace { .. } | Work::Hold { .. } | Work::Timed { .. } | Work::Instruction => (None, None),
        };
        Manner {
            tempo,
            relax,
            rest: *rest,
            rest_after: *rest_after,
            change_over: *change_over,
            get_ready: *get_ready,
            circuit: circuit.clone(),
        }
    }
}

fn own_doses(exercise: &Exercise, sides: &[Option<Side>], affected: Affected) -> Vec<(Side, SideDose)> {
    let sides = sides.iter().copied().flatten();
    sides.filter_map(|side| exercise.sides.of(side, affected).map(|dose| (side, dose.clone()))).collect()
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
