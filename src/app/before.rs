//! Before a session: the variant, the stage and the session that were asked for, and what is offered.
//!
//! What is decided is written down at once, and put into the history that was read before. A rehearsal decides nothing.

use std::sync::mpsc::Receiver;

use crate::app::sitting::choose;
use crate::app::world::World;
use crate::app::{ask, say};
use crate::cli::Play;
use crate::domain::exercise::Affected;
use crate::domain::history::{Chosen, History, Offered};
use crate::domain::prescription::count;
use crate::domain::program::{PainQuestion, Program};
use crate::domain::progress::Seen;
use crate::domain::standing::{Offer, choice_of, standing};
use crate::domain::text::{Clean, Id};
use crate::domain::today::{Briefing, briefing};
use crate::error::Error;
use crate::io::clock::Clock as _;
use crate::plain;

/// What decides about the session that is next.
pub(crate) struct Table<'a> {
    pub(crate) world: &'a World,
    pub(crate) program: &'a Program,
    pub(crate) asked: &'a Play,
    /// The answers, where somebody can give any.
    pub(crate) typed: Option<&'a Receiver<String>>,
}

impl Table<'_> {
    /// The briefing as the history stands, for the session that was asked for, with the pain that was told before it. It
    /// is unknown where the program asks for it and nobody answered.
    pub(crate) fn briefing(&self, history: &History, affected: Affected, told: Option<u8>) -> Result<Briefing, Error> {
        let rules = self.world.rules();
        let seen = Seen { history, rules: &rules, now: self.world.clock.wall() };
        let asked = self.program.pain.ask.contains(&PainQuestion::Before);
        asked_for(self.program, briefing(self.program, &seen, affected, asked.then_some(told)), self.asked)
    }

    /// Writes down what the flags decide: the variant, and a stage to go back to.
    pub(crate) fn decide(&self, history: &mut History) -> Result<(), Error> {
        let named = self.asked.variant.as_deref();
        let variant = named.map(|named| variant(self.program, named)).transpose()?;
        let standing = standing(self.program, history, Affected::Neither);
        let stage = self.asked.phase.map(|n| usize::from(n) - 1);
        if self.asked.rehearse {
            return Ok(());
        }
        if let Some(stage) = stage {
            self.may_play(stage, standing.phase)?;
        }
        if let Some(variant) = variant.filter(|variant| *variant != standing.variant) {
            self.choose(history, Chosen::Variant(variant))?;
        }
        if let Some(stage) = stage.filter(|stage| *stage != standing.phase) {
            self.choose(history, choice_of(self.program, &Offered::Phase(stage)))?;
        }
        Ok(())
    }

    /// A stage that is not reached yet is for a rehearsal alone.
    fn may_play(&self, stage: usize, reached: usize) -> Result<(), Error> {
        if stage >= self.program.phases.len() {
            return Err(no_stage(self.program, stage));
        }
        if stage > reached {
            let message = format!("stage {} of `{}` is not reached yet", stage + 1, self.program.title);
            let hint = format!(
                "stage {} is played; --rehearse plays any stage without counting, --take-offers goes on where the next \
                 stage is offered",
                reached + 1
            );
            return Err(Error::input(message).hint(hint));
        }
        Ok(())
    }

    /// Writes a decision down.
    pub(crate) fn choose(&self, history: &mut History, what: Chosen) -> Result<(), Error> {
        let world = self.world;
        let choice = choose(&world.journal, self.program, what, world.clock.wall(), world.settings.rollover)?;
        history.choices.push(choice);
        Ok(())
    }

    /// Says what is offered, and asks about it where somebody can answer. Where nobody can, an offer is taken by its
    /// flag or left as it is: nothing is turned down. Whether anything was decided.
    pub(crate) fn offer(&self, history: &mut History, offers: &[Offer]) -> Result<bool, Error> {
        let mut decided = false;
        for offer in offers.iter().filter(|_| !self.asked.rehearse) {
            plain_lines(&[plain::offer(offer)])?;
            let taken = match (self.asked.take_offers, self.typed) {
                (true, _) => Some(true),
                (false, Some(typed)) => ask::yes("take it now?", typed)?,
                (false, None) => None,
            };
            let taken = if taken == Some(true) { self.confirm(&offer.entry)? } else { taken };
            match taken {
                Some(true) => self.choose(history, choice_of(self.program, &offer.what))?,
                Some(false) => self.choose(history, Chosen::NotNow(offer.what.clone()))?,
                None => plain_lines(&["not decided: --take-offers takes it".to_owned()])?,
            }
            decided |= taken.is_some();
        }
        Ok(decided)
    }

    /// Each statement before an offer confirmed: by its flag, or by an answer. Nothing where nobody answers.
    fn confirm(&self, statements: &[Clean]) -> Result<Option<bool>, Error> {
        for statement in statements {
            let said = match (self.asked.yes, self.typed) {
                (true, _) => Some(true),
                (false, Some(typed)) => ask::yes(&format!("is this true of you: {statement}?"), typed)?,
                (false, None) => {
                    say(&format!("the stage begins only where this is true: {statement}; --yes confirms it"));
                    None
                }
            };
            if said != Some(true) {
                return Ok(said);
            }
        }
        Ok(Some(true))
    }
}

/// The briefing for what the flags name: a rehearsal has its variant from them too, else that is decided before.
pub(crate) fn asked_for(program: &Program, mut next: Briefing, asked: &Play) -> Result<Briefing, Error> {
    if let Some(named) = asked.variant.as_deref().filter(|_| asked.rehearse) {
        next.occasion.standing.variant = variant(program, named)?;
    }
    at(program, next, asked.phase, asked.session)
}

/// A briefing for another stage or session, by their numbers; an error names those that there are.
pub(crate) fn at(
    program: &Program,
    next: Briefing,
    phase: Option<u16>,
    session: Option<u16>,
) -> Result<Briefing, Error> {
    let index = |n: u16| usize::from(n) - 1;
    let stage = phase.map_or(next.occasion.standing.phase, index);
    let sessions = program.phases.get(stage).map(|stage| stage.sessions.len());
    let sessions = sessions.ok_or_else(|| no_stage(program, stage))?;
    next.at(program, phase.map(index), session.map(index)).ok_or_else(|| {
        let message =
            format!("there is no session {} in stage {} of `{}`", session.unwrap_or(1), stage + 1, program.title);
        Error::input(message).hint(format!("the stage has {}", so_many(sessions, "session")))
    })
}

fn no_stage(program: &Program, stage: usize) -> Error {
    Error::input(format!("there is no stage {} of `{}`", stage + 1, program.title))
        .hint(format!("it has {}", so_many(program.phases.len(), "stage")))
}

fn so_many(n: usize, noun: &str) -> String {
    count(u32::try_from(n).unwrap_or(u32::MAX), noun)
}

/// The variant of a name; none for `none`.
pub(crate) fn variant(program: &Program, named: &str) -> Result<Option<Id>, Error> {
    if let Some(variant) = program.variants.iter().find(|variant| variant.id.as_str() == named) {
        return Ok(Some(variant.id.clone()));
    }
    if named == "none" {
        return Ok(None);
    }
    let known: Vec<&str> = program.variants.iter().map(|variant| variant.id.as_str()).chain(["none"]).collect();
    Err(Error::input(format!("there is no variant `{}` of `{}`", Clean::text(named), program.title))
        .hint(format!("known are {}", known.join(", "))))
}

/// Lines on standard output.
pub(crate) fn plain_lines(lines: &[String]) -> Result<(), Error> {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    for line in lines {
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(())
}
