//! What is to be decided before a session: offers, each taken or not now, and statements that must be true first.

use crate::domain::history::Chosen;
use crate::domain::program::Program;
use crate::domain::standing::{Offer, choice_of};
use crate::domain::text::{Clean, Id};
use crate::domain::time::Moment;
use crate::domain::today::Briefing;
use crate::tui::keymap::Context;

/// The screen of what is to be decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decide {
    /// Which program.
    pub program: Id,
    /// The stages that were asked about, the present one last: none is asked about twice.
    pub stages: Vec<usize>,
    /// What changed in the program since its last session, in words.
    pub changes: Vec<String>,
    /// The questions in their order: the statements of an offer stand before it.
    pub points: Vec<Point>,
    /// Which question the next key answers.
    pub at: usize,
    /// Lines scrolled.
    pub scroll: u16,
    /// Since when the present question is there.
    pub since: Moment,
    /// The decisions are on their way: the session begins when they are kept.
    pub sent: bool,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// What is asked.
    pub what: Matter,
    /// Yes, no, or not answered.
    pub said: Option<bool>,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Whether this is true of the runner.
    Statement(Clean),
    /// Whether this is taken.
    Offer(Offer),
}

impl Decide {
    /// What is to be decided before the session of a briefing; none where there is nothing.
    pub fn new(program: &Program, briefing: &Briefing, now: Moment) -> Option<Self> {
        if briefing.offers.is_empty() && briefing.changes.is_empty() {
            return None;
        }
        let open = |what| Point { what, said: None };
        let of = |offer: &Offer| {
            let statements = offer.entry.iter().cloned().map(Matter::Statement);
            statements.chain([Matter::Offer(offer.clone())]).map(open).collect::<Vec<Point>>()
        };
        Some(Self {
            program: program.id.clone(),
            stages: vec![briefing.occasion.standing.phase],
            changes: briefing.changes.clone(),
            points: briefing.offers.iter().flat_map(of).collect(),
            at: 0,
            scroll: 0,
            since: now,
            sent: false,
        })
    }

    /// The contexts of the screen.
    pub(super) fn contexts(&self) -> Vec<Context> {
        let asks = if self.points.is_empty() { Context::DecideReads } else { Context::DecideAsks };
        vec![asks, Context::Decide]
    }

    /// The first statement of an offer that was not confirmed.
    pub fn missing(&self, offer: usize) -> Option<&Clean> {
        let before = self.points.iter().take(offer).rev();
        let statements = before.map_while(|point| match &point.what {
            Matter::Statement(words) => Some((words, point.said)),
            Matter::Offer(_) => None,
        });
        statements.filter(|(_, said)| *said != Some(true)).last().map(|(words, _)| words)
    }

    /// Answers the present question. An offer whose statements are not all true is not taken: the first that is missing
    /// comes back.
    pub fn answer(&mut self, yes: bool) -> Result<(), Clean> {
        let is_offer = self.points.get(self.at).is_some_and(|point| matches!(point.what, Matter::Offer(_)));
        if let Some(missing) = self.missing(self.at).filter(|_| yes && is_offer) {
            return Err(missing.clone());
        }
        if let Some(point) = self.points.get_mut(self.at) {
            point.said = Some(yes);
        }
        if !is_offer && !yes {
            // What was taken before on the strength of it is not taken any more.
            let offer = self.points.iter_mut().skip(self.at).find(|point| matches!(point.what, Matter::Offer(_)));
            if let Some(offer) = offer.filter(|offer| offer.said == Some(true)) {
                offer.said = Some(false);
            }
        }
        Ok(())
    }

    /// The decisions: what was not taken is not now.
    pub fn choices(&self, program: &Program) -> Vec<Chosen> {
        let choice = |point: &Point| match &point.what {
            Matter::Statement(_) => None,
            Matter::Offer(offer) if point.said == Some(true) => Some(choice_of(program, &offer.what)),
            Matter::Offer(offer) => Some(Chosen::NotNow(offer.what.clone())),
        };
        self.points.iter().filter_map(choice).collect()
    }
}
