//! What a runner may take back without being offered it: a step of a range that was climbed, or the stage.
//!
//! It is written down as any other decision about a level or a stage; so the sessions before it do not count for the next
//! step, and a least distance between two steps is counted from it.

use crate::domain::history::{Chosen, Offered};
use crate::domain::plan::{Item, Plan, choose};
use crate::domain::program::Program;
use crate::domain::standing::offers::instead;
use crate::domain::standing::{Occasion, choice_of};
use crate::domain::text::Id;

/// A climbed step that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepBack {
    /// Of which exercise.
    pub exercise: Id,
    /// Steps above the low end of its range afterwards: one less than now.
    pub to: u32,
    /// What it becomes, in words: `heel drop, straight knee: 8 reps instead of 10`.
    pub words: String,
}

impl StepBack {
    /// The decision.
    pub fn choice(&self) -> Chosen {
        Chosen::Level { exercise: self.exercise.clone(), level: self.to }
    }
}

/// Every climbed step of the stage in which a runner stands, a step of each exercise; none at the low ends.
pub fn steps_back(program: &Program, occasion: &Occasion) -> Vec<StepBack> {
    let standing = &occasion.standing;
    let mut found: Vec<StepBack> = Vec::new();
    let sessions = program.phases.get(standing.phase).map(|phase| phase.sessions.as_slice()).unwrap_or_default();
    for (index, session) in sessions.iter().enumerate() {
        for exercise in choose::resolved(session, standing) {
            // A level above the top, of a range that became shorter, is played at the top.
            let level = standing.level(&exercise.id).min(exercise.top_level());
            let Some(to) = level.checked_sub(1).filter(|_| found.iter().all(|one| one.exercise != exercise.id)) else {
                continue;
            };
            let item = |level: u32| {
                let mut whole = Occasion { standing: standing.clone(), session: index, on: None };
                whole.standing.levels.insert(exercise.id.clone(), level);
                Plan::of(program, &whole)?.items.into_iter().find(|item: &Item| item.planned == exercise.id)
            };
            let words = item(level).zip(item(to)).map(|(now, then)| instead(&now, &then));
            found.extend(words.map(|words| StepBack { exercise: exercise.id.clone(), to, words }));
        }
    }
    found
}

/// The decision to go back to the stage before; none in the first.
pub fn stage_back(program: &Program, occasion: &Occasion) -> Option<Chosen> {
    let before = occasion.standing.phase.checked_sub(1)?;
    Some(choice_of(program, &Offered::Phase(before)))
}
