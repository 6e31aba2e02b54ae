//! What is done today: a program with the runner's sides filled in, in the order in which it is played.

mod item;
mod order;

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::domain::exercise::{Affected, Exercise, Side, SideRule};
use crate::domain::program::{PainRule, Program};
use crate::domain::session::PlannedExercise;
use crate::domain::standing::{Occasion, Standing};
use crate::domain::text::{Clean, Id};

pub use item::{INSTRUCTION_GUESS, Item, MAX_REPS_GUESS, OWN_PACE_REP, Swap, target};
pub use order::Bout;

/// A session as it will be played; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Which program.
    pub program: Id,
    /// Its title.
    pub title: Clean,
    /// The stage, 0 and up.
    pub phase: usize,
    /// The session of the stage, 0 and up.
    pub turn: usize,
    /// The variant that the runner chose.
    pub variant: Option<Id>,
    /// The side that the runner named.
    pub affected: Affected,
    /// What is asked about pain, and how much is too much.
    pub pain: PainRule,
    /// The exercises in order.
    pub items: Vec<Item>,
    /// Exercises that are left out today, by name, and why.
    pub left_out: Vec<(Clean, String)>,
}

impl Plan {
    /// The first session of a program as a whole; `None` where every exercise is left out.
    pub fn new(program: &Program, affected: Affected) -> Option<Self> {
        Self::of(program, &Occasion::first(affected))
    }

    /// The session of an occasion; `None` where every exercise is left out (all are for an affected side, and there
    /// is none), or where the program has no such session.
    pub fn of(program: &Program, occasion: &Occasion) -> Option<Self> {
        let Standing { affected, variant, phase, .. } = &occasion.standing;
        let session = program.phases.get(*phase)?.sessions.get(occasion.session)?;
        let mut items = Vec::new();
        let mut left_out = Vec::new();
        for exercise in &session.exercises {
            let stands_in = exercise.variants.iter().find(|(id, _)| Some(id) == variant.as_ref());
            let exercise = stands_in.map_or(exercise, |(_, other)| other);
            match sides(exercise.side, *affected) {
                Ok(sides) => items.push(Item::new(exercise, sides, &occasion.standing)),
                Err(why) => left_out.push((exercise.name.clone(), why.to_owned())),
            }
        }
        let plan = Self {
            program: program.id.clone(),
            title: program.title.clone(),
            phase: *phase,
            turn: occasion.session,
            variant: variant.clone(),
            affected: *affected,
            pain: program.pain.clone(),
            items,
            left_out,
        };
        (!plan.items.is_empty()).then_some(plan)
    }

    /// The plan as the history keeps it.
    pub fn planned(&self) -> Vec<PlannedExercise> {
        self.items.iter().flat_map(Item::planned).collect()
    }

    /// SHA-256 of exercises, order, sides and doses, in 64 hex digits: wording and comments leave it as it is.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for item in &self.items {
            let Exercise { work, sets, load, optional, rest, rest_after, change_over, get_ready, circuit, .. } =
                &item.exercise;
            let load = load.as_ref().map_or("", |l| l.words.as_str());
            let circuit = circuit.as_deref().unwrap_or_default();
            let dose = format!(
                "{} {:?} {work:?} {sets:?} {load} {optional} {rest:?} {rest_after:?} {change_over:?} {get_ready:?} \
                 {circuit} {:?}\n",
                item.planned, item.sides, item.own
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
