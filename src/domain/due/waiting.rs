//! What waits for the runner, over all programs that are followed: for a prompt, a status line, a reminder.

use crate::domain::consent;
use crate::domain::due::{Due, DueState, due, words};
use crate::domain::exercise::Affected;
use crate::domain::plan::Plan;
use crate::domain::program::Program;
use crate::domain::progress::{self, Seen};
use crate::domain::standing::occasion;
use crate::domain::text::{Clean, Id};
use crate::domain::time::minutes;
use crate::domain::timeline::Timeline;

/// A program that is followed, and what is due of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub program: Id,
    /// Its title.
    pub title: Clean,
    /// What is due of it.
    pub due: Due,
    /// Length of its next session in whole minutes, where a session is due now and something of it is left.
    pub minutes: Option<u64>,
}

impl Waiting {
    /// Whether a session is due now.
    pub fn is_now(&self) -> bool {
        self.due.state == DueState::Now
    }
}

/// The followed programs in the order given: nothing else is reckoned than what is due.
pub fn waiting<'a>(programs: impl IntoIterator<Item = &'a Program>, seen: &Seen<'_>) -> Vec<Waiting> {
    let followed = progress::followed(seen.history);
    let one = |program: &Program| {
        let due = due(program, seen.history, seen.rules, seen.now);
        let affected = consent::enrolment(seen.history, program).map_or(Affected::Left, |enrolment| enrolment.affected);
        let length = || {
            let plan = Plan::of(program, &occasion(program, seen, affected, None))?;
            Some(minutes(Timeline::of(&plan).length(&plan)))
        };
        let minutes = if due.state == DueState::Now { length() } else { None };
        Waiting { program: program.id.clone(), title: program.title.clone(), due, minutes }
    };
    programs.into_iter().filter(|program| followed.contains(&program.id)).map(one).collect()
}

/// What waits, in one line: `due: Knee (12 min), Ankle (9 min)`, `nothing is due: Knee (done today, next tomorrow)`.
pub fn line(waiting: &[Waiting]) -> String {
    let now = waiting.iter().filter(|one| one.is_now());
    let named: Vec<String> = now
        .map(|one| match one.minutes {
            Some(minutes) => format!("{} ({minutes} min)", one.title),
            None => one.title.to_string(),
        })
        .collect();
    if !named.is_empty() {
        return format!("due: {}", named.join(", "));
    }
    // The one that comes first; as needed comes never.
    let first = waiting.iter().filter(|one| one.due.next.is_some());
    let first = first.min_by_key(|one| one.due.next.map(|next| (next.day, next.after)));
    match first.or_else(|| waiting.first()) {
        Some(one) => format!("nothing is due: {} ({})", one.title, words(&one.due)),
        None => "nothing is due: no program is followed yet".to_owned(),
    }
}
