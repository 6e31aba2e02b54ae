//! What is done today: a program with the runner's sides filled in, in the order in which it is played.

pub(crate) mod choose;

use std::fmt::Write as _;
use std::time::Duration;

use sha2::{Digest as _, Sha256};

use crate::domain::amount::Load;
use crate::domain::exercise::{Affected, Exercise, Reps, Side, SideDose, SideRule, Work};
use crate::domain::program::{PainRule, Program};
use crate::domain::session::{PlannedExercise, Start, Target};
use crate::domain::standing::{Occasion, Standing};
use crate::domain::text::{Clean, Id};

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
    /// The first session of a program as a whole; `None` where every exercise is left out.
    pub fn new(program: &Program, affected: Affected) -> Option<Self> {
        Self::of(program, &Occasion::first(affected))
    }

    /// The session of an occasion; `None` where every exercise is left out (all are for an affected side and there is
    /// none, or none is for this day), or where the program has no such session.
    pub fn of(program: &Program, occasion: &Occasion) -> Option<Self> {
        let Standing { affected, variant, phase, .. } = &occasion.standing;
        let (items, left_out) = Self::items(program, occasion)?;
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

    /// The exercises that are left out of the session of an occasion, by name, and why: for where nothing is left.
    pub fn left_out(program: &Program, occasion: &Occasion) -> Vec<(Clean, String)> {
        Self::items(program, occasion).map(|(_, left_out)| left_out).unwrap_or_default()
    }

    /// The rest of a session that was begun: its own stage, session, variant, sides and levels, and the exercises that
    /// were in it, whatever the runner has reached and whatever day it is. `None` where the program has none of it.
    pub fn again(program: &Program, start: &Start) -> Option<Self> {
        let mut occasion = Occasion::whole(start.affected, start.phase, start.turn);
        occasion.standing.variant.clone_from(&start.variant);
        occasion.standing.levels = start.plan.iter().map(|entry| (entry.exercise.clone(), entry.level)).collect();
        let mut plan = Self::of(program, &occasion)?;
        plan.items.retain(|item| start.plan.iter().any(|entry| entry.exercise == item.planned));
        (!plan.items.is_empty()).then_some(plan)
    }

    /// The exercises of an occasion, and those that are left out; `None` where the program has no such session.
    fn items(program: &Program, occasion: &Occasion) -> Option<(Vec<Item>, Vec<(Clean, String)>)> {
        let standing = &occasion.standing;
        let session = program.phases.get(standing.phase)?.sessions.get(occasion.session)?;
        let mut items = Vec::new();
        let mut left_out = Vec::new();
        for exercise in choose::resolved(session, standing) {
            match choose::choose(exercise, occasion) {
                Ok(sides) => {
                    let mut item = Item::new(exercise, sides, standing);
                    item.exercise.optional |= choose::as_needed(exercise);
                    items.push(item);
                }
                Err(why) => left_out.push((exercise.name.clone(), why)),
            }
        }
        Some((items, left_out))
    }

    /// Every set on every side in the order in which it is played.
    pub fn bouts(&self) -> Vec<Bout> {
        self.items.iter().enumerate().flat_map(|(index, item)| item.bouts(index)).collect()
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

impl Item {
    fn new(exercise: &Exercise, sides: Vec<Option<Side>>, standing: &Standing) -> Self {
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

    /// The sets of this item in order: sides alternate set by set, unless all sets of one side come first. A side
    /// with fewer sets is left out of the later ones.
    pub fn bouts(&self, index: usize) -> Vec<Bout> {
        let bout = |set, side| Bout { item: index, set, side };
        if self.exercise.side == SideRule::EachInTurn {
            let sets = |side: &Option<Side>| 1..=self.sets(*side);
            return self.sides.iter().flat_map(|side| sets(side).map(|set| bout(set, *side))).collect();
        }
        let most = self.sides.iter().map(|side| self.sets(*side)).max().unwrap_or(0);
        let round =
            |set| self.sides.iter().filter(move |side| set <= self.sets(**side)).map(move |side| bout(set, *side));
        (1..=most).flat_map(round).collect()
    }

    fn planned(&self) -> Vec<PlannedExercise> {
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
