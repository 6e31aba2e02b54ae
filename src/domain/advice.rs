//! What pain and absence say about the next session: go on, repeat, lighten, ease back, or see someone.
//!
//! The rules are those of clinical-facts.md 3.1, 3.2 and 4.2 (design choices, no research), with the numbers that the
//! program's author wrote where the format has them. The player offers, the runner decides. What is missing is unknown,
//! never zero: no rule fires on an answer that was not given. The strictest rule that fires is the one that is told.

mod days;
mod rules;

use crate::domain::history::{Chosen, History, Offered};
use crate::domain::program::Program;
use crate::domain::progress::{Seen, tried};
use crate::domain::standing::{Occasion, Offer, lowers, offers, refused};

use days::Days;

/// The name of the rule of a long absence.
const AWAY: &str = "away";

/// The name of the rule of a lighter week.
const LIGHTER_WEEK: &str = "lighter-week";

/// What is advised, from the mildest to the strictest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Call {
    /// As written; what may be climbed is offered.
    GoOn,
    /// The same for another week: no next stage is offered where weeks alone would lead to it.
    Repeat,
    /// The next session with a lighter dose.
    Lighten,
    /// A step or a stage back, and a day of rest where it hurt.
    EaseBack,
    /// Stop, and have someone look at it.
    SeeSomeone,
}

impl Call {
    /// Its words: `ease back`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::GoOn => "go on",
            Self::Repeat => "stay with this for another week",
            Self::Lighten => "make the next session lighter",
            Self::EaseBack => "ease back",
            Self::SeeSomeone => "stop here, and see a doctor or physical therapist",
        }
    }
}

/// What is advised, by which rule and which numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What.
    pub call: Call,
    /// The stable name of the rule: `over-limit`.
    pub rule: &'static str,
    /// The rule and the numbers that led to it: `pain of 6 in the last session, over this program's limit of 5`.
    pub why: String,
}

impl Advice {
    /// One sentence: `ease back: pain of 6 in the last session, over this program's limit of 5`.
    pub fn sentence(&self) -> String {
        format!("{}: {}", self.call.words(), self.why)
    }
}

/// What is advised before the session of an occasion; none before anything was done.
pub fn advice(program: &Program, seen: &Seen<'_>, occasion: &Occasion) -> Option<Advice> {
    let days = Days::of(program, seen);
    rules::all(program, seen, occasion, &days).max_by_key(|advice| advice.call)
}

/// The offers before a session: those of the author's own rules as far as the advice leaves them, and what it adds.
pub fn advised_offers(
    program: &Program,
    history: &History,
    occasion: &Occasion,
    advice: Option<&Advice>,
) -> Vec<Offer> {
    let mut made = offers(program, history, occasion);
    let Some(advice) = advice else { return made };
    let standing = &occasion.standing;
    let phase = program.phases.get(standing.phase);
    let answered = answered(program, history);
    match advice.call {
        Call::GoOn => {}
        Call::Repeat => {
            let by_weeks = phase.is_some_and(|phase| phase.advance_when.is_none());
            made.retain(|offer| !by_weeks || !is_stage(&offer.what));
        }
        Call::Lighten => {
            // A step that the author's own pain rule allows is the author's answer to this pain.
            let authors = |what: &Offered| phase.is_some_and(|phase| phase.advance_when.is_some()) || !is_stage(what);
            let may_climb = !matches!(advice.rule, AWAY | LIGHTER_WEEK);
            made.retain(|offer| lowers(standing, &offer.what) || may_climb && authors(&offer.what));
            if made.is_empty() && !answered {
                made.extend(lighter(program, history, occasion, advice));
            }
        }
        Call::EaseBack => {
            made.retain(|offer| lowers(standing, &offer.what));
            if made.is_empty() && !answered {
                let back = stage_before(program, history, occasion, advice);
                made.extend(back.or_else(|| lighter(program, history, occasion, advice)));
            }
        }
        Call::SeeSomeone => made.retain(|offer| lowers(standing, &offer.what)),
    }
    made
}

const fn is_stage(what: &Offered) -> bool {
    matches!(what, Offered::Phase(_))
}

/// Whether the runner decided anything since the last session: then its pain has had its answer.
fn answered(program: &Program, history: &History) -> bool {
    let last = history.of(&program.id).filter(|log| tried(history, log)).map(|log| log.start.at).max();
    let mine = history.choices.iter().filter(|choice| choice.program == program.id);
    let decisions = mine.filter(|choice| !matches!(choice.what, Chosen::Variant(_)));
    decisions.map(|choice| choice.at).max().zip(last).is_some_and(|(decided, last)| decided > last)
}

/// The stage before the present one, unless it was turned down already.
fn stage_before(program: &Program, history: &History, occasion: &Occasion, advice: &Advice) -> Option<Offer> {
    let before = occasion.standing.phase.checked_sub(1)?;
    let what = Offered::Phase(before);
    let title = program.phases.get(before)?.title.as_ref().map(|title| format!(": {title}")).unwrap_or_default();
    let words = format!("go back to stage {} of {}{title}", before + 1, program.phases.len());
    (!refused(program, history, &what)).then(|| Offer { what, words, why: advice.why.clone(), entry: Vec::new() })
}

/// A lighter session, this once, unless it was chosen or turned down already.
fn lighter(program: &Program, history: &History, occasion: &Occasion, advice: &Advice) -> Option<Offer> {
    let what = Offered::Lighter;
    let words = "the next session lighter: a set less, or a fifth less where there is one set".to_owned();
    let open = !occasion.standing.lighter && !refused(program, history, &what);
    open.then(|| Offer { what, words, why: advice.why.clone(), entry: Vec::new() })
}
