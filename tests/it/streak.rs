//! Days, streaks, what is due and what a session comes to: the domain's fold of the history.

#![expect(clippy::unwrap_used, reason = "a test stops where it is wrong; helpers are not seen as tests by the lint")]

mod cases;
mod due;
mod entries;
mod headline;
pub(crate) mod made;
mod outcome;
mod rules;
