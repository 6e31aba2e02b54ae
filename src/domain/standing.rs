//! Where a runner stands in a program: stage, variant and levels, folded from the choices in the history.

mod back;
mod carry;
mod next;
mod offers;
mod stint;
mod why;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::exercise::Affected;
use crate::domain::history::{Choice, Chosen, History, Offered};
use crate::domain::program::Program;
use crate::domain::progress::tried;
use crate::domain::text::{Clean, Id};

pub use back::{StepBack, stage_back, steps_back};
pub use next::occasion;
pub(in crate::domain) use offers::refused;
pub use offers::{choice_of, offers};
pub use why::why;

/// Where a runner stands in a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The side that hurts.
    pub affected: Affected,
    /// The variant that was chosen.
    pub variant: Option<Id>,
    /// Index of the stage, always one that the program has.
    pub phase: usize,
    /// First day of the stage; none before its first session where it is the program's first.
    pub since: Option<NaiveDate>,
    /// Steps above the low end of the exercises' ranges, where any was climbed.
    pub levels: BTreeMap<Id, u32>,
    /// The next session is a lighter one: the runner took that offer, and has trained on none since.
    pub lighter: bool,
}

impl Standing {
    /// Where everybody begins.
    pub const fn first(affected: Affected) -> Self {
        Self { affected, variant: None, phase: 0, since: None, levels: BTreeMap::new(), lighter: false }
    }

    /// Steps above the low end of an exercise's range.
    pub fn level(&self, exercise: &Id) -> u32 {
        self.levels.get(exercise).copied().unwrap_or(0)
    }
}

/// What decides which exercises of which session are done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// Where the runner stands.
    pub standing: Standing,
    /// Index of the session in its stage.
    pub session: usize,
    /// The day; none: nothing is left out because of the day or of pain (a preview of the whole).
    pub on: Option<OnDay>,
}

/// A day on which a session is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnDay {
    /// The logical day.
    pub day: NaiveDate,
    /// The last pain that was asked, 0 to 10; none where it is unknown.
    pub pain: Option<u8>,
    /// The days on which each exercise was done before: its own schedule is reckoned from them.
    pub done: BTreeMap<Id, BTreeSet<NaiveDate>>,
}

impl Occasion {
    /// The first session of a program, as a whole.
    pub const fn first(affected: Affected) -> Self {
        Self { standing: Standing::first(affected), session: 0, on: None }
    }

    /// Any session of any stage, as a whole, at the low end of every range.
    pub const fn whole(affected: Affected, phase: usize, session: usize) -> Self {
        let mut occasion = Self::first(affected);
        occasion.standing.phase = phase;
        occasion.session = session;
        occasion
    }
}

/// Something that may be changed before a session: the runner decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What.
    pub what: Offered,
    /// What it would be, in words: `heel drop, straight knee: 10 reps instead of 8`.
    pub words: String,
    /// The rule and the numbers that led to it, in words.
    pub why: String,
    /// The statements that a runner must confirm before it is taken.
    pub entry: Vec<Clean>,
}

/// The choice that began the stage in which a runner stands, and the stage.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Begun<'a> {
    /// None where no stage was ever chosen.
    pub(crate) choice: Option<&'a Choice>,
    /// Index that it had then.
    pub(crate) was: usize,
    /// Index of the stage, always one that the program has.
    pub(crate) phase: usize,
}

/// The stage that was chosen last: the one of its title, else the one of its index, else the last.
pub(crate) fn begun<'a>(program: &Program, history: &'a History) -> Begun<'a> {
    let chosen = choices(history, program).filter_map(|choice| match &choice.what {
        Chosen::Phase { index, title } => Some((choice, *index, title.as_ref())),
        Chosen::Level { .. } | Chosen::Variant(_) | Chosen::Lighter | Chosen::NotNow(_) => None,
    });
    let Some((choice, index, title)) = chosen.max_by_key(|(choice, ..)| choice.at) else {
        return Begun { choice: None, was: 0, phase: 0 };
    };
    Begun { choice: Some(choice), was: index, phase: stage(program, index, title) }
}

/// The stage of a choice: the one of its title, else the one of its index, else the last.
fn stage(program: &Program, index: usize, title: Option<&Clean>) -> usize {
    let titled =
        |at: usize| title.is_some() && program.phases.get(at).is_some_and(|phase| phase.title.as_ref() == title);
    let named = || (0..program.phases.len()).find(|at| titled(*at));
    let phase = Some(index).filter(|index| titled(*index)).or_else(named);
    phase.unwrap_or(index).min(program.phases.len().saturating_sub(1))
}

/// What the runner decided about a program.
fn choices<'a>(history: &'a History, program: &Program) -> impl Iterator<Item = &'a Choice> {
    history.choices.iter().filter(move |choice| choice.program == program.id)
}

/// Where a runner stands in a program, by the choices and sessions of the history.
///
/// A level holds for the stage in which it was chosen, and goes along into another one only where the exercise has the
/// same range there: everywhere else a runner starts at the low end.
pub fn standing(program: &Program, history: &History, affected: Affected) -> Standing {
    let mut decided: Vec<&Choice> = choices(history, program).collect();
    decided.sort_by_key(|choice| choice.at);
    let mut standing = Standing::first(affected);
    let mut variants = decided.iter().filter_map(|choice| match &choice.what {
        Chosen::Variant(variant) => Some(variant.clone()),
        Chosen::Phase { .. } | Chosen::Level { .. } | Chosen::Lighter | Chosen::NotNow(_) => None,
    });
    let variant = variants.next_back().flatten();
    standing.variant = variant.filter(|chosen| program.variants.iter().any(|variant| &variant.id == chosen));
    standing.since = history.of(&program.id).map(|log| log.start.day).min();
    for choice in decided {
        match &choice.what {
            Chosen::Level { exercise, level } => {
                standing.levels.insert(exercise.clone(), *level);
            }
            Chosen::Phase { index, title } => {
                let phase = stage(program, *index, title.as_ref());
                standing.levels = carry::along(program, &standing, phase);
                standing.phase = phase;
                standing.since = Some(choice.day);
            }
            Chosen::Lighter => standing.lighter = !trained_since(program, history, choice.at),
            Chosen::Variant(_) | Chosen::NotNow(_) => {}
        }
    }
    standing.levels.retain(|_, level| *level > 0);
    standing
}

/// Whether anything of a program was tried in a session that began later.
fn trained_since(program: &Program, history: &History, at: DateTime<FixedOffset>) -> bool {
    history.of(&program.id).any(|log| log.start.at >= at && tried(history, log))
}

/// Whether an offer is of less than what is done now.
pub(in crate::domain) fn lowers(standing: &Standing, what: &Offered) -> bool {
    match what {
        Offered::Phase(index) => *index < standing.phase,
        Offered::Level { exercise, to } => *to < standing.level(exercise),
        Offered::Lighter => true,
    }
}
