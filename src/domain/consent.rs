//! What must be confirmed before the first session of a program, and what is missing.
//!
//! The words are those of the clinical sheet, section 3.4. No session starts before all of it was confirmed, once; a
//! program whose warnings have changed since is confirmed anew.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::domain::exercise::Affected;
use crate::domain::following;
use crate::domain::history::{Enrolment, History};
use crate::domain::program::Program;
use crate::domain::text::{Clean, Id};

/// For a status line.
pub const SHORT_ADVICE: &str =
    "Exercise guidance, not medical advice. Stop if pain goes above 5 of 10 or anything feels wrong.";

/// Before the first session of a program.
pub const ADVICE: &str = "soleus plays exercise programs written from published protocols. It cannot examine or \
     diagnose you. If you have any of the warning signs, or you are unsure, talk to a doctor or physical therapist \
     first. If pain suddenly gets worse, stop and get help. You use it at your own risk.";

/// What the runner has confirmed so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is confirmed on its own")]
pub struct Consent {
    /// None of the contraindications applies.
    pub not_for: bool,
    /// The warning signs were read.
    pub stop_if: bool,
    /// All that must be true before the first stage begins is.
    pub entry: bool,
    /// It is understood that this is not medical advice.
    pub advice: bool,
    /// The affected side.
    pub side: Option<Affected>,
    /// The variant that was chosen; none: as the program is written. Nobody has to choose one.
    pub variant: Option<Id>,
}

/// One thing that was not confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// Whether a contraindication applies.
    NotFor,
    /// Whether the warning signs were read.
    StopIf,
    /// Whether the statements of the first stage are true.
    Entry,
    /// Whether it is understood that this is not medical advice.
    Advice,
    /// Which side is affected.
    Side,
}

impl Missing {
    /// What to do about it, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotFor => "whether one of the reasons not to do it applies to you",
            Self::StopIf => "that you know the warning signs",
            Self::Entry => "that all that the first stage asks for is true of you",
            Self::Advice => "that this is not medical advice",
            Self::Side => "which side is affected",
        }
    }
}

impl Consent {
    /// What is missing for a program, in the order in which it is asked. Lists that are empty need no confirmation; the
    /// side is asked only where an exercise depends on it.
    pub fn missing(&self, program: &Program) -> Vec<Missing> {
        let asked = [
            (!self.not_for && !program.not_for.is_empty(), Missing::NotFor),
            (!self.stop_if && !program.stop_if.is_empty(), Missing::StopIf),
            (!self.entry && !first_entry(program).is_empty(), Missing::Entry),
            (!self.advice, Missing::Advice),
            (self.side.is_none() && program.asks_side(), Missing::Side),
        ];
        asked.into_iter().filter(|(missing, _)| *missing).map(|(_, what)| what).collect()
    }

    /// The affected side once nothing is missing; neither where the program does not ask.
    pub fn granted(&self, program: &Program) -> Option<Affected> {
        self.missing(program).is_empty().then(|| self.side.unwrap_or(Affected::Neither))
    }
}

/// What must be true before the first stage of a program begins; nothing where nothing is asked.
pub fn first_entry(program: &Program) -> &[Clean] {
    program.phases.first().map_or(&[], |phase| &phase.entry)
}

/// The enrolment that holds for a program as it is; none where the runner left it. Other warnings than were shown are confirmed anew.
pub fn enrolment<'a>(history: &'a History, program: &Program) -> Option<&'a Enrolment> {
    let left = following::stopped(history, &program.id).is_some();
    history.enrolment(&program.id).filter(|enrolment| !left && enrolment.warnings == warnings(program))
}

/// SHA-256 of the warnings and of the statements of the first stage as they are shown, in 64 hex digits.
pub fn warnings(program: &Program) -> String {
    let mut hash = Sha256::new();
    for line in program.not_for.iter().chain(&program.stop_if).chain(first_entry(program)) {
        hash.update(line.as_bytes());
        hash.update(b"\n");
    }
    hash.update([u8::from(program.asks_side())]);
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _infallible = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exercise::{Exercise, Work};

    #[test]
    fn statements_of_the_first_stage_are_confirmed_with_the_warnings() {
        let exercise = Exercise::new(Id::new("walk").unwrap(), Clean::name("Walk"), Work::Instruction);
        let plain = Program::new(Id::new("walk").unwrap(), Clean::name("Walk"), vec![exercise]);
        let mut asking = plain.clone();
        asking.phases[0].entry = vec![Clean::name("I can walk for 30 min")];
        let consent = Consent { advice: true, ..Consent::default() };
        assert_eq!((consent.missing(&plain), consent.missing(&asking)), (vec![], vec![Missing::Entry]));
        assert_eq!(Consent { entry: true, ..consent }.granted(&asking), Some(Affected::Neither));
        assert_ne!(warnings(&plain), warnings(&asking), "statements that were not shown are not confirmed");
        // Those of a later stage are confirmed when that stage begins.
        let mut later = plain.clone();
        later.phases.push(asking.phases[0].clone());
        assert_eq!(warnings(&plain), warnings(&later));
    }
}
