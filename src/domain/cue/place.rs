//! Where in a session something is heard: for the voice its language, for whoever follows along the rest.

use crate::domain::exercise::Side;
use crate::domain::player::Player;
use crate::domain::text::{Clean, Id};
use crate::domain::time::Moment;

/// The place of a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The program's language (BCP 47).
    pub language: Clean,
    /// The program.
    pub program: Id,
    /// The exercise that is worked on, or comes next; none once nothing is left.
    pub exercise: Option<Id>,
    /// The side that works; none for both at once.
    pub side: Option<Side>,
    /// The set, from 1, and sets in all.
    pub set: Option<(u32, u32)>,
    /// The rep, from 1, where reps are counted.
    pub rep: Option<u32>,
    /// Reps in all, where their number is known.
    pub reps: Option<u32>,
}

impl Place {
    /// The place of a player at a moment.
    pub fn of(player: &Player, now: Moment) -> Self {
        let plan = player.plan();
        let snapshot = player.snapshot(now);
        let seen = snapshot.as_ref();
        Self {
            language: plan.language.clone(),
            program: plan.program.clone(),
            exercise: seen.map(|seen| seen.exercise.id.clone()),
            side: seen.and_then(|seen| seen.side),
            set: seen.map(|seen| (seen.set, seen.sets)),
            rep: seen.and_then(|seen| seen.rep),
            reps: seen.and_then(|seen| seen.reps),
        }
    }
}
