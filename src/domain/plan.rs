//! What is done today: a program with the runner's sides filled in, in the order in which it is played.

pub(crate) mod choose;
mod item;
mod lighter;
mod order;

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::domain::exercise::{Affected, Exercise};
use crate::domain::program::{PainRule, Program};
use crate::domain::session::{PlannedExercise, Start};
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
    /// The language of its texts, as the program names it (BCP 47).
    pub language: Clean,
    /// The stage, 0 and up.
    pub phase: usize,
    /// The session of the stage, 0 and up.
    pub turn: usize,
    /// The variant that the runner chose.
    pub variant: Option<Id>,
    /// The side that the runner named.
    pub affected: Affected,
    /// The doses are those of a lighter session, this once.
    pub lighter: bool,
    /// What is asked about pain, and how much is too much.
    pub pain: PainRule,
    /// The exercises in order.
    pub items: Vec<Item>,
    /// Exercises that are left out today, by name, and why.
    pub left_out: Vec<LeftOut>,
}

/// An exercise that is left out today, by its name, and why.
pub type LeftOut = (Clean, String);

impl Plan {
    /// The first session of a program as a whole; `None` where every exercise is left out.
    pub fn new(program: &Program, affected: Affected) -> Option<Self> {
        Self::of(program, &Occasion::first(affected))
    }

    /// The session of an occasion; `None` where every exercise is left out (all are for an affected side and there is
    /// none, or none is for this day), or where the program has no such session.
    pub fn of(program: &Program, occasion: &Occasion) -> Option<Self> {
        let Standing { affected, variant, phase, lighter, .. } = &occasion.standing;
        let (items, left_out) = Self::items(program, occasion)?;
        let plan = Self {
            program: program.id.clone(),
            title: program.title.clone(),
            language: program.language.clone(),
            phase: *phase,
            turn: occasion.session,
            variant: variant.clone(),
            affected: *affected,
            lighter: *lighter,
            pain: program.pain.clone(),
            items,
            left_out,
        };
        (!plan.items.is_empty()).then_some(plan)
    }

    /// The exercises that are left out of the session of an occasion, by name, and why: for where nothing is left.
    pub fn left_out(program: &Program, occasion: &Occasion) -> Vec<LeftOut> {
        Self::items(program, occasion).map(|(_, left_out)| left_out).unwrap_or_default()
    }

    /// The rest of a session that was begun: its own stage, session, variant, sides and levels, and the exercises that
    /// were in it, whatever the runner has reached and whatever day it is. `None` where the program has none of it.
    pub fn again(program: &Program, start: &Start) -> Option<Self> {
        let mut occasion = Occasion::whole(start.affected, start.phase, start.turn);
        occasion.standing.variant.clone_from(&start.variant);
        occasion.standing.lighter = start.lighter;
        occasion.standing.levels = start.plan.iter().map(|entry| (entry.exercise.clone(), entry.level)).collect();
        let mut plan = Self::of(program, &occasion)?;
        plan.items.retain(|item| start.plan.iter().any(|entry| entry.exercise == item.planned));
        (!plan.items.is_empty()).then_some(plan)
    }

    /// The exercises of an occasion, and those that are left out; `None` where the program has no such session.
    fn items(program: &Program, occasion: &Occasion) -> Option<(Vec<Item>, Vec<LeftOut>)> {
        let standing = &occasion.standing;
        let session = program.phases.get(standing.phase)?.sessions.get(occasion.session)?;
        let mut items = Vec::new();
        let mut left_out = Vec::new();
        for written in &session.exercises {
            let Some(exercise) = choose::in_variant(written, standing) else {
                left_out.push((written.name.clone(), chosen(program, standing)));
                continue;
            };
            match choose::choose(exercise, occasion) {
                Ok(sides) => {
                    let eased = standing.lighter.then(|| lighter::lighter(exercise, standing.level(&exercise.id)));
                    let mut item = Item::new(eased.as_ref().unwrap_or(exercise), sides, standing);
                    item.level = standing.level(&exercise.id).min(exercise.top_level());
                    item.exercise.optional |= choose::as_needed(exercise);
                    items.push(item);
                }
                Err(why) => left_out.push((exercise.name.clone(), why)),
            }
        }
        Some((items, left_out))
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

/// Why a variant leaves an exercise out: `you chose “no calf stretches”`.
fn chosen(program: &Program, standing: &Standing) -> String {
    let variant = program.variants.iter().find(|variant| Some(&variant.id) == standing.variant.as_ref());
    variant.map_or_else(String::new, |variant| format!("you chose “{}”", variant.title))
}
