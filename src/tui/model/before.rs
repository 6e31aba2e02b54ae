//! What must be confirmed before a program is followed, and what is asked before a session.

use crate::domain::consent::{Consent, Missing};
use crate::domain::exercise::Affected;
use crate::domain::plan::Plan;
use crate::domain::program::{PainQuestion, Program};
use crate::domain::standing::Occasion;
use crate::domain::text::{Clean, Id};
use crate::tui::keymap::Context;

/// The screen before a session: everything grouped on one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// Which program.
    pub program: Id,
    /// What this runner has to confirm, in order; empty where the program is followed already.
    pub needs: Vec<Missing>,
    /// What of it was confirmed.
    pub given: Vec<Missing>,
    /// The side that was named.
    pub side: Option<Affected>,
    /// Whether the program has forms to choose from, and none was chosen before.
    pub asks_variant: bool,
    /// The form that was chosen; none: as it is written.
    pub variant: Option<Id>,
    /// What decides which exercises are done, but for the answers given here.
    pub occasion: Occasion,
    /// Whether pain is asked.
    pub asks_pain: bool,
    /// The answer.
    pub pain: Option<u8>,
    /// Begins so many days from now: 0 is today, and a session follows at once.
    pub later: u16,
    /// Where it hurts: a place of [`Self::places`].
    pub place: usize,
    /// Lines scrolled.
    pub scroll: u16,
    /// The end of the text was on the screen: nothing is confirmed unread.
    pub read: bool,
}

/// Places that runners name (the places of the bundled programs).
const PLACES: &[&str] = &["Achilles tendon", "heel", "foot", "ankle", "shin", "knee", "hip", "back"];

/// The context in which a thing can be confirmed.
pub(super) const fn context(need: Missing) -> Context {
    match need {
        Missing::NotFor => Context::BeforeNotFor,
        Missing::StopIf => Context::BeforeSigns,
        Missing::Entry => Context::BeforeEntry,
        Missing::Advice => Context::BeforeAdvice,
        Missing::Side => Context::BeforeSide,
    }
}

impl Before {
    /// What a runner confirms and answers, who has or has not followed the program yet.
    pub fn new(program: &Program, enrolled: Option<Affected>) -> Self {
        let needs = if enrolled.is_none() { Consent::default().missing(program) } else { Vec::new() };
        Self {
            program: program.id.clone(),
            needs,
            given: Vec::new(),
            side: enrolled,
            asks_variant: enrolled.is_none() && !program.variants.is_empty(),
            variant: None,
            occasion: Occasion::first(enrolled.unwrap_or(Affected::Both)),
            asks_pain: program.pain.ask.contains(&PainQuestion::Before),
            pain: None,
            later: 0,
            place: 0,
            scroll: 0,
            read: false,
        }
    }

    /// Places to choose from where pain is asked: that of the program, then common ones. Any other is typed on the
    /// command line.
    pub fn places(program: &Program) -> Vec<Clean> {
        let own = program.pain.place.clone().into_iter();
        let common = PLACES.iter().map(|place| Clean::name(place));
        let common = common.filter(|place| Some(place) != program.pain.place.as_ref());
        own.chain(common).collect()
    }

    /// The place that was chosen, where it is another one than the program's.
    pub fn other_place(&self, program: &Program) -> Option<Clean> {
        Self::places(program).into_iter().nth(self.place).filter(|place| Some(place) != program.pain.place.as_ref())
    }

    /// Whether there is anything to confirm or to answer.
    pub const fn is_needed(&self) -> bool {
        !self.needs.is_empty() || self.asks_pain
    }

    /// What is still to be confirmed.
    pub fn missing(&self) -> Vec<Missing> {
        self.needs.iter().copied().filter(|need| !self.given.contains(need)).collect()
    }

    /// Confirms one thing.
    pub fn give(&mut self, need: Missing) {
        if self.needs.contains(&need) && !self.given.contains(&need) {
            self.given.push(need);
        }
    }

    /// What the answer about pain leaves out, by name, and why; no answer may leave something out, too.
    pub fn left_out_for_pain(&self, program: &Program) -> Vec<(Clean, String)> {
        let with = |pain: Option<u8>| {
            let mut occasion = self.occasion.clone();
            if let Some(on) = &mut occasion.on {
                on.pain = pain;
            }
            Plan::left_out(program, &occasion)
        };
        let without_pain = with(Some(0));
        with(self.pain).into_iter().filter(|left_out| !without_pain.contains(left_out)).collect()
    }
}
