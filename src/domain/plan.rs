//! What is done today: a program with the runner's sides filled in, in the order in which it is played.

use std::fmt::Write as _;
use std::time::Duration;

use sha2::{Digest as _, Sha256};

use crate::domain::exercise::{Affected, Exercise, Reps, Side, SideRule, Work};
use crate::domain::program::{PainRule, Program};
use crate::domain::session::{PlannedExercise, Target};
use crate::domain::text::{Clean, Id};

/// A session as it will be played; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Which program.
    pub program: Id,
    /// Its title.
    pub title: Clean,
    /// The side that the runner named.
    pub affected: Affected,
    /// What is asked about pain, and how much is too much.
    pub pain: PainRule,
    /// The exercises in order.
    pub items: Vec<Item>,
    /// Exercises that are left out today, by name, and why.
    pub left_out: Vec<(Clean, &'static str)>,
}

/// An exercise of a plan with its sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What is done now: the planned exercise, or the easier one that stands in for it.
    pub exercise: Exercise,
    /// What was planned: the history's name for this item.
    pub planned: Id,
    /// The sides in their order: `[None]` for both at once.
    pub sides: Vec<Option<Side>>,
}

/// One set on one side: the unit of work, of records and of resuming.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bout {
    /// Index of the item in [`Plan::items`].
    pub item: usize,
    /// 1 and up, counted a side.
    pub set: u32,
    /// None for both at once.
    pub side: Option<Side>,
}

impl Plan {
    /// The session of today; `None` where every exercise is left out (all are for an affected side, and there is none).
    pub fn new(program: &Program, affected: Affected) -> Option<Self> {
        let exercises = program.phases.first().and_then(|phase| phase.sessions.first()).map(|s| &s.exercises)?;
        let mut items = Vec::new();
        let mut left_out = Vec::new();
        for exercise in exercises {
            match sides(exercise.side, affected) {
                Ok(sides) => {
                    items.push(Item { exercise: exercise.clone(), planned: exercise.id.clone(), sides });
                }
                Err(why) => left_out.push((exercise.name.clone(), why)),
            }
        }
        let plan = Self {
            program: program.id.clone(),
            title: program.title.clone(),
            affected,
            pain: program.pain.clone(),
            items,
            left_out,
        };
        (!plan.items.is_empty()).then_some(plan)
    }

    /// Every set on every side in the order in which it is played.
    pub fn bouts(&self) -> Vec<Bout> {
        self.items.iter().enumerate().flat_map(|(index, item)| item.bouts(index)).collect()
    }

    /// The plan as the history keeps it.
    pub fn planned(&self) -> Vec<PlannedExercise> {
        self.items
            .iter()
            .map(|item| PlannedExercise {
                exercise: item.planned.clone(),
                name: item.exercise.name.clone(),
                sets: item.exercise.sets.low(),
                sides: item.sides.clone(),
                target: target(&item.exercise.work),
                optional: item.exercise.optional,
            })
            .collect()
    }

    /// SHA-256 of exercises, order, sides and doses, in 64 hex digits: wording and comments leave it as it is.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for item in &self.items {
            let Exercise { work, sets, load, optional, rest, rest_after, change_over, get_ready, .. } = &item.exercise;
            let load = load.as_ref().map_or("", |l| l.words.as_str());
            let dose = format!(
                "{} {:?} {work:?} {sets:?} {load} {optional} {rest:?} {rest_after:?} {change_over:?} {get_ready:?}\n",
                item.planned, item.sides
            );
            hash.update(dose.as_bytes());
        }
        hash.finalize().iter().fold(String::new(), |mut hex, byte| {
            // Writing to a string cannot fail.
            let _infallible = write!(hex, "{byte:02x}");
            hex
        })
    }
}

impl Item {
    /// The sets of this item in order: sides alternate set by set, unless all sets of one side come first.
    pub fn bouts(&self, index: usize) -> Vec<Bout> {
        let sets = 1..=self.exercise.sets.low();
        let bout = |set, side| Bout { item: index, set, side };
        if self.exercise.side == SideRule::EachInTurn {
            self.sides.iter().flat_map(|side| sets.clone().map(move |set| bout(set, *side))).collect()
        } else {
            sets.flat_map(|set| self.sides.iter().map(move |side| bout(set, *side))).collect()
        }
    }
}

/// The sides that work, in order; the affected side goes first, else the left.
fn sides(rule: SideRule, affected: Affected) -> Result<Vec<Option<Side>>, &'static str> {
    let first = affected.first();
    let both_in_turn = vec![Some(first), Some(first.other())];
    Ok(match (rule, affected) {
        (SideRule::Both, _) => vec![None],
        (SideRule::Each | SideRule::EachInTurn, _)
        | (SideRule::Affected, Affected::Both)
        | (SideRule::Unaffected, Affected::Neither) => both_in_turn,
        (SideRule::Left, _) => vec![Some(Side::Left)],
        (SideRule::Right, _) => vec![Some(Side::Right)],
        (SideRule::Affected, Affected::Left | Affected::Right) => vec![Some(first)],
        (SideRule::Unaffected, Affected::Left | Affected::Right) => vec![Some(first.other())],
        (SideRule::Affected, Affected::Neither) => return Err("it is for the affected side, and neither is"),
        (SideRule::Unaffected, Affected::Both) => return Err("it is for the unaffected side, and both are affected"),
    })
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
