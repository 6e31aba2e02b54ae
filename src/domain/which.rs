//! Which program is for me: red flags first, then one answer, then the programs of that answer.
//!
//! The tables are those of the clinical facts, sections 3.1 and 5.18, in their words. Whoever has one of the signs gets
//! the sheet's advice and no program, whatever else was answered.

mod answers;
mod signs;

pub use answers::ANSWERS;
pub use signs::SIGNS;

/// How soon somebody with a sign should be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// At once.
    Emergency,
    /// On this day.
    Today,
    /// Before any program.
    Soon,
}

impl Tier {
    /// All of them, the most urgent first.
    pub const ALL: [Self; 3] = [Self::Emergency, Self::Today, Self::Soon];

    /// The headline of its group.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Emergency => "An emergency",
            Self::Today => "Be seen today",
            Self::Soon => "Be seen before you begin",
        }
    }

    /// A word for programs that read the answer.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Today => "today",
            Self::Soon => "soon",
        }
    }
}

/// A warning sign and what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// How soon.
    pub tier: Tier,
    /// What the runner notices.
    pub sign: &'static str,
    /// What the sheet says to do.
    pub action: &'static str,
}

/// What a runner may answer, and the programs that are offered for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// A word for the command line.
    pub id: &'static str,
    /// What the runner says.
    pub says: &'static str,
    /// One or more, the first offer first.
    pub offers: &'static [Suggestion],
}

/// A program that may suit, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Its id.
    pub program: &'static str,
    /// The form of it that suits, where it is not the written one.
    pub variant: Option<&'static str>,
    /// Why this one.
    pub why: &'static str,
}

/// What was said about the warning signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// None of them is true of the runner.
    NoSign,
    /// One is: its place in [`SIGNS`].
    Sign(usize),
}

/// Where the answers lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To a doctor, and to no program.
    Doctor(&'static Sign),
    /// To these programs, the first offer first.
    Programs(&'static Answer),
}

/// For everybody whom a sign leads to a doctor (clinical facts 3.4).
pub const DOCTOR: &str = "Talk to a doctor or physical therapist first. soleus cannot examine or diagnose you.";

/// Where the answers lead. The signs decide first; none where an answer is of no table.
pub fn way(signs: Said, answer: usize) -> Option<Way> {
    match signs {
        Said::Sign(place) => SIGNS.get(place).map(Way::Doctor),
        Said::NoSign => ANSWERS.get(answer).map(Way::Programs),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_never_leads_to_a_program() {
        for (place, sign) in SIGNS.iter().enumerate() {
            for answer in 0..=ANSWERS.len() {
                assert_eq!(way(Said::Sign(place), answer), Some(Way::Doctor(sign)));
            }
        }
        assert_eq!(way(Said::Sign(SIGNS.len()), 0), None, "no sign of that number: nothing is offered");
        assert_eq!(way(Said::NoSign, 0), Some(Way::Programs(&ANSWERS[0])));
    }

    #[test]
    fn the_most_urgent_signs_stand_first() {
        assert!(SIGNS.is_sorted_by_key(|sign| sign.tier));
        for tier in Tier::ALL {
            assert!(SIGNS.iter().any(|sign| sign.tier == tier), "{tier:?}");
        }
    }
}
