//! What the next session of a program is, and what is to be decided before it.

use chrono::NaiveDate;

use crate::domain::advice::{advice, advised_offers};
use crate::domain::difference;
use crate::domain::exercise::Affected;
use crate::domain::plan::Plan;
use crate::domain::program::Program;
use crate::domain::progress::Seen;
use crate::domain::standing::{Occasion, Standing, occasion};
use crate::domain::timeline::Timeline;
use crate::domain::today::{Briefing, Row};

/// The briefing of the next session. `asked_before`: the answer to the question before it, once that was asked.
pub fn briefing(program: &Program, seen: &Seen<'_>, affected: Affected, asked_before: Option<Option<u8>>) -> Briefing {
    let occasion = occasion(program, seen, affected, asked_before);
    let today = seen.today();
    let plan = Plan::of(program, &occasion);
    let mut notices: Vec<String> = review(program, today).into_iter().collect();
    if plan.is_none() {
        let left_out = Plan::left_out(program, &occasion);
        notices.extend(left_out.iter().map(|(name, why)| format!("left out today: {name} ({why})")));
    }
    let advice = advice(program, seen, &occasion);
    Briefing {
        stage: stage(program, &occasion.standing, today),
        session: session_title(program, occasion.standing.phase, occasion.session),
        offers: advised_offers(program, seen.history, &occasion, advice.as_ref()),
        advice,
        changes: plan.map(|plan| difference::since_last(program, seen.history, &plan)).unwrap_or_default(),
        notices,
        occasion,
    }
}

impl Briefing {
    /// The same for another session, or for another stage as a whole at the low end of its ranges; nothing is offered
    /// there and nothing has changed. `None` where the program has no such stage or session.
    pub fn at(self, program: &Program, phase: Option<usize>, session: Option<usize>) -> Option<Self> {
        let mut occasion = self.occasion;
        let here = (occasion.standing.phase, occasion.session);
        let other_stage = phase.is_some_and(|phase| phase != occasion.standing.phase);
        if let Some(phase) = phase.filter(|_| other_stage) {
            let variant = occasion.standing.variant.take();
            occasion = Occasion::whole(occasion.standing.affected, phase, 0);
            occasion.standing.variant = variant;
        }
        occasion.session = session.unwrap_or(occasion.session);
        let stage = program.phases.get(occasion.standing.phase)?;
        stage.sessions.get(occasion.session)?;
        if here == (occasion.standing.phase, occasion.session) {
            return Some(Self { occasion, ..self });
        }
        let title = stage.title.as_ref();
        let of = program.phases.len();
        let other = title.map(|title| format!("stage {} of {of}: {title}", occasion.standing.phase + 1));
        Some(Self {
            stage: if other_stage { other } else { self.stage },
            session: session_title(program, occasion.standing.phase, occasion.session),
            offers: Vec::new(),
            advice: self.advice,
            changes: Vec::new(),
            notices: self.notices,
            occasion,
        })
    }
}

impl Row {
    /// Puts another briefing in place, and what follows from it: how many exercises, and how long.
    pub fn brief(&mut self, program: &Program, briefing: Briefing) {
        let plan = Plan::of(program, &briefing.occasion);
        self.length = plan.as_ref().map(|plan| Timeline::of(plan).length(plan)).unwrap_or_default();
        self.exercises = plan.map_or(0, |plan| plan.items.len());
        self.briefing = briefing;
    }
}

/// `stage 2 of 3, week 3: Add load`; none where the program has no stages.
pub fn stage(program: &Program, standing: &Standing, today: NaiveDate) -> Option<String> {
    let title = program.phases.get(standing.phase)?.title.as_ref()?;
    let days = standing.since.map_or(0, |since| today.signed_duration_since(since).num_days().max(0));
    Some(format!("stage {} of {}, week {}: {title}", standing.phase + 1, program.phases.len(), days / 7 + 1))
}

/// The title of a session, where its stage has several.
pub fn session_title(program: &Program, phase: usize, session: usize) -> Option<crate::domain::text::Clean> {
    let sessions = &program.phases.get(phase)?.sessions;
    sessions.get(session).filter(|_| sessions.len() > 1)?.title.clone()
}

/// Whether its author should have looked at the program again.
fn review(program: &Program, today: NaiveDate) -> Option<String> {
    let by = program.review_by.filter(|by| today > *by)?;
    Some(format!("the program is due for review by its author since {by}; it still plays"))
}
