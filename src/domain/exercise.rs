//! One exercise as a therapist prescribes it: the work of a set, how often, on which side, with which rests.

use std::time::Duration;

use crate::domain::amount::{Amount, Load};
use crate::domain::climb::Progress;
use crate::domain::schedule::Schedule;
use crate::domain::text::{Clean, Id};

/// An exercise of a session, every key resolved: what stood in place, in `define`, in the defaults, in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    /// What the history knows it by; unique in its session.
    pub id: Id,
    /// What the runner reads.
    pub name: Clean,
    /// The work of one set.
    pub work: Work,
    /// Sets a side, 1 to 50.
    pub sets: Amount<u32>,
    /// Which side works, and in which order.
    pub side: SideRule,
    /// The count before the first second of work. `None`: not written anywhere, so the built-in one holds
    /// ([`DEFAULT_GET_READY`], [`FIRST_GET_READY`] for the first exercise of a session).
    pub get_ready: Option<Duration>,
    /// Between two sets.
    pub rest: Duration,
    /// Before the next exercise.
    pub rest_after: Duration,
    /// To change sides.
    pub change_over: Duration,
    /// What is carried or pulled.
    pub load: Option<Load>,
    /// May be skipped without the session counting as incomplete.
    pub optional: bool,
    /// Part of the session only on these days; none: always.
    pub schedule: Option<Schedule>,
    /// Left out where the last pain that was asked is higher than this (0 to 10), or unknown.
    pub only_if_pain: Option<u8>,
    /// Neighbours with the same label are done in turn, a set each, as rounds.
    pub circuit: Option<Clean>,
    /// A result to ask for after each set: its unit.
    pub measure: Option<Clean>,
    /// How its range is climbed; some exactly where one of its amounts is a range.
    pub progress: Option<Progress>,
    /// Other doses for single sides.
    pub sides: SideDoses,
    /// What stands in for it where the runner chose a variant of the program, by the variant's id.
    pub variants: Vec<(Id, Self)>,
    /// The variants of the program that leave it out.
    pub left_out_by: Vec<Id>,
    /// Where to be and what to hold before the clock starts; `{side}` stands for the side that works.
    pub setup: Option<Clean>,
    /// What it is for.
    pub purpose: Option<Clean>,
    /// The therapist's own remark.
    pub note: Option<Clean>,
    /// How to do it, in order.
    pub steps: Vec<Clean>,
    /// Short words said in turn during the work.
    pub cues: Vec<Clean>,
    /// What goes wrong.
    pub mistakes: Vec<Clean>,
    /// Muscles that work.
    pub muscles: Vec<Clean>,
    /// What is needed.
    pub equipment: Vec<Clean>,
    /// Other names.
    pub synonyms: Vec<Clean>,
    /// Where it comes from.
    pub sources: Vec<Clean>,
    /// The neighbour to swap to when it hurts: the dose written at the exercise stays, the rest is the neighbour's.
    pub easier: Option<Box<Self>>,
    /// The neighbour to swap to when it is too light; dose as for [`Self::easier`].
    pub harder: Option<Box<Self>>,
    /// The animated picture: its id, or a file beside the program.
    pub figure: Option<Clean>,
}

impl Exercise {
    /// One set of some work on both sides at once, everything else as the built-in has it.
    pub fn new(id: Id, name: Clean, work: Work) -> Self {
        Self {
            id,
            name,
            work,
            sets: Amount::fixed(1),
            side: SideRule::Both,
            get_ready: None,
            rest: DEFAULT_REST,
            rest_after: DEFAULT_REST_AFTER,
            change_over: DEFAULT_CHANGE_OVER,
            load: None,
            optional: false,
            schedule: None,
            only_if_pain: None,
            circuit: None,
            measure: None,
            progress: None,
            sides: SideDoses::default(),
            variants: Vec::new(),
            left_out_by: Vec::new(),
            setup: None,
            purpose: None,
            note: None,
            steps: Vec::new(),
            cues: Vec::new(),
            mistakes: Vec::new(),
            muscles: Vec::new(),
            equipment: Vec::new(),
            synonyms: Vec::new(),
            sources: Vec::new(),
            easier: None,
            harder: None,
            figure: None,
        }
    }
}

/// Other doses for single sides; `left` and `right` win over `affected` and `unaffected`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SideDoses {
    /// For the side that the runner named as affected.
    pub affected: Option<Box<SideDose>>,
    /// For the other one.
    pub unaffected: Option<Box<SideDose>>,
    /// For the left one.
    pub left: Option<Box<SideDose>>,
    /// For the right one.
    pub right: Option<Box<SideDose>>,
}

/// The dose of one side, what it leaves open filled in from the exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideDose {
    /// Sets on this side, 1 to 50.
    pub sets: Amount<u32>,
    /// The work of one set on this side.
    pub work: Work,
    /// What is carried or pulled on this side.
    pub load: Option<Load>,
}

impl SideDoses {
    /// The dose of a side, where it has one of its own. Where both sides are affected both get the affected dose,
    /// where neither is both get the other.
    pub fn of(&self, side: Side, affected: Affected) -> Option<&SideDose> {
        let named = match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        };
        let by_pain = match (affected, side) {
            (Affected::Both, _) | (Affected::Left, Side::Left) | (Affected::Right, Side::Right) => &self.affected,
            (Affected::Neither | Affected::Left | Affected::Right, _) => &self.unaffected,
        };
        named.as_deref().or(by_pain.as_deref())
    }
}

/// The count before a set where nothing is written (program-format.md, built-in).
pub const DEFAULT_GET_READY: Duration = Duration::from_secs(5);
/// The same for the first exercise of a session.
pub const FIRST_GET_READY: Duration = Duration::from_secs(15);
/// Between two sets where nothing is written.
pub const DEFAULT_REST: Duration = Duration::from_secs(30);
/// Before the next exercise where nothing is written.
pub const DEFAULT_REST_AFTER: Duration = Duration::from_secs(15);
/// To change sides where nothing is written.
pub const DEFAULT_CHANGE_OVER: Duration = Duration::from_secs(10);
/// Between held reps where nothing is written.
pub const DEFAULT_RELAX: Duration = Duration::from_secs(3);

/// The work of one set: exactly the combinations that the format accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// Every phase of every rep is counted.
    Paced {
        /// How many.
        reps: Reps,
        /// The phases of one rep.
        tempo: Tempo,
    },
    /// Every rep is held, then relaxed; no relax after the last.
    HeldReps {
        /// How many, 1 to 1,000.
        reps: Amount<u32>,
        /// How long each is held.
        hold: Amount<Duration>,
        /// Between two.
        relax: Duration,
    },
    /// The runner's own pace: Space ends the set.
    OwnPace {
        /// How many.
        reps: Reps,
    },
    /// One held position.
    Hold {
        /// How long.
        hold: Amount<Duration>,
    },
    /// One stretch of time (rolling, easy jogging, icing).
    Timed {
        /// How long.
        time: Amount<Duration>,
    },
    /// Read, do, Space.
    Instruction,
}

/// How many reps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reps {
    /// So many, 1 to 1,000.
    Count(Amount<u32>),
    /// As many as the runner can; the player asks how many.
    Max,
}

impl Reps {
    /// The number to start with; `None` for as many as possible.
    pub const fn target(&self) -> Option<u32> {
        match self {
            Self::Count(amount) => Some(amount.low()),
            Self::Max => None,
        }
    }
}

/// The phases of one rep, in the order in which they are done; never empty, 0.5 s or more in all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tempo {
    /// At least one phase.
    pub phases: Vec<TempoPhase>,
}

impl Tempo {
    /// The length of one rep.
    pub fn rep(&self) -> Duration {
        self.phases.iter().map(|phase| phase.length).sum()
    }
}

/// One phase of a rep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TempoPhase {
    /// One or two words: `raise`, `hold`, `change feet`, `lower`.
    pub verb: Clean,
    /// 0 s to 120 s.
    pub length: Duration,
}

/// A side of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

impl Side {
    /// `left` or `right`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// Which side of the body works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideRule {
    /// Both at once.
    Both,
    /// Sides alternate set by set.
    Each,
    /// All sets of one side, then all of the other.
    EachInTurn,
    /// Only the left one.
    Left,
    /// Only the right one.
    Right,
    /// The side that the runner named as affected.
    Affected,
    /// The other one.
    Unaffected,
}

/// What the runner said at enrolment: which side hurts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Affected {
    /// The left one.
    Left,
    /// The right one.
    Right,
    /// Both: an exercise for the affected side is done on each.
    Both,
    /// Neither: exercises for the affected side are left out.
    Neither,
}

impl Affected {
    /// `left`, `right`, `both` or `neither`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Both => "both",
            Self::Neither => "neither",
        }
    }

    /// The side that goes first where both are worked: the affected one, else the left.
    pub const fn first(self) -> Side {
        match self {
            Self::Right => Side::Right,
            Self::Left | Self::Both | Self::Neither => Side::Left,
        }
    }
}
