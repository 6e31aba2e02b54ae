//! A program: what a therapist prescribes. Valid once built.

use std::time::Duration;

use chrono::NaiveDate;

use crate::domain::exercise::{Exercise, SideRule};
use crate::domain::schedule::Schedule;
use crate::domain::text::{Clean, Id};

/// A whole program, every default filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// What the history knows it by.
    pub id: Id,
    /// 1 to 80 characters.
    pub title: Clean,
    /// What it is, in a sentence.
    pub summary: Option<Clean>,
    /// For whom.
    pub audience: Option<Clean>,
    /// Who wrote it.
    pub author: Option<Clean>,
    /// Under which licence.
    pub license: Option<Clean>,
    /// Its author's own count of versions.
    pub version: Option<Clean>,
    /// BCP 47 tag of the voice that speaks its cues.
    pub language: Clean,
    /// What is needed.
    pub equipment: Vec<Clean>,
    /// Where it comes from.
    pub sources: Vec<Clean>,
    /// Contraindications: confirmed once, before any session.
    pub not_for: Vec<Clean>,
    /// Warning signs: confirmed before the first session, one key away at any time.
    pub stop_if: Vec<Clean>,
    /// What the runner may expect.
    pub expect: Option<Clean>,
    /// Past this day its author should look at it again.
    pub review_by: Option<NaiveDate>,
    /// In every so manieth week, counted from the first session, a lighter session is offered, 2 to 52 (clinical-facts.md
    /// 4.2, "deload", a design choice).
    pub lighter_week: Option<u32>,
    /// When it is due, where its phase says nothing else.
    pub schedule: Schedule,
    /// The least time between the end of one session and the start of the next.
    pub gap: Option<Duration>,
    /// What is asked about pain, and how much is too much.
    pub pain: PainRule,
    /// Other forms of the program to choose from at enrolment; each exercise knows what stands in for it, and which of
    /// them leave it out.
    pub variants: Vec<Variant>,
    /// Its stages in order; at least one. A program without phases is one phase without a title.
    pub phases: Vec<Phase>,
}

/// Another form of a program, for whom the written one does not suit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// What the history knows it by.
    pub id: Id,
    /// What the runner reads: `my pain is at the heel bone itself`.
    pub title: Clean,
}

impl Program {
    /// A daily program of one stage with one session; nothing else is said in it.
    pub fn new(id: Id, title: Clean, exercises: Vec<Exercise>) -> Self {
        Self {
            id,
            title,
            summary: None,
            audience: None,
            author: None,
            license: None,
            version: None,
            language: Clean::name("en"),
            equipment: Vec::new(),
            sources: Vec::new(),
            not_for: Vec::new(),
            stop_if: Vec::new(),
            expect: None,
            review_by: None,
            lighter_week: None,
            schedule: Schedule::DAILY,
            gap: None,
            pain: PainRule::default(),
            variants: Vec::new(),
            phases: vec![Phase { sessions: vec![Session { exercises, ..Session::default() }], ..Phase::default() }],
        }
    }

    /// Whether any exercise depends on which side is affected: it is for one, or the affected one goes first. Those of
    /// the variants too.
    pub fn asks_side(&self) -> bool {
        let variants = self.exercises().flat_map(|exercise| exercise.variants.iter().map(|(_, other)| other));
        let asks = |side| !matches!(side, SideRule::Both | SideRule::Left | SideRule::Right);
        self.exercises().chain(variants).any(|exercise| asks(exercise.side))
    }

    /// When a stage is due: as it says itself, else as the program says. Where its sessions have schedules of their
    /// own see [`Session::schedule`].
    pub fn schedule_of(&self, phase: usize) -> Schedule {
        self.phases.get(phase).and_then(|phase| phase.schedule).unwrap_or(self.schedule)
    }

    /// Every exercise of every session of every stage, in order.
    pub fn exercises(&self) -> impl Iterator<Item = &Exercise> {
        self.phases.iter().flat_map(|phase| &phase.sessions).flat_map(|session| &session.exercises)
    }
}

/// A stage of a program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phase {
    /// What the stage is called; none where the program has no phases.
    pub title: Option<Clean>,
    /// Its least length in weeks, 1 to 520; none where it is open-ended.
    pub weeks: Option<u32>,
    /// What it is for.
    pub goal: Option<Clean>,
    /// After which sessions the next stage is offered, not before `weeks` have passed.
    pub advance_when: Option<Advance>,
    /// After which pain the stage before is offered.
    pub back_when: Option<Back>,
    /// Statements that the runner must confirm before the stage begins.
    pub entry: Vec<Clean>,
    /// Only some need the stage: before it begins, it may be skipped by who confirms all of these. Empty: it is for all.
    pub skip_if: Vec<Clean>,
    /// When it is due; none: as the program says.
    pub schedule: Option<Schedule>,
    /// Its sessions, at least one: each with a schedule of its own, or all without one and done in turn.
    pub sessions: Vec<Session>,
}

/// When the next stage is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Advance {
    /// So many completed sessions of the stage in a row, 1 to 1,000.
    pub sessions: u32,
    /// Each with pain that stayed so low, 0 to 10; unknown pain is not low.
    pub pain_at_most: Option<u8>,
}

/// When the stage before is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Back {
    /// After pain over this, 0 to 9: the worst that is known of a session.
    pub pain_over: u8,
    /// In so many sessions of the stage in a row, 1 to 1,000.
    pub sessions: u32,
}

/// One session as prescribed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// What it is called; none where there is only one.
    pub title: Option<Clean>,
    /// When it is due, where it has a schedule of its own; else the sessions of the stage are done in turn.
    pub schedule: Option<Schedule>,
    /// 1 to 200 exercises, in order, with unique ids.
    pub exercises: Vec<Exercise>,
}

/// What is asked about pain, and how much is too much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PainRule {
    /// Which questions are asked.
    pub ask: Vec<PainQuestion>,
    /// 0 to 10: a score above it stops the exercise. 5 unless written.
    pub limit: u8,
    /// 0 to 10: a score above it, up to the limit, offers a lighter next session. 3 unless written (clinical-facts.md
    /// 4.2, D; in the Achilles loading programs 5: there it is never lightened for pain within the limit).
    pub lighten_over: u8,
    /// Where it hurts: `Achilles tendon`.
    pub place: Option<Clean>,
}

impl Default for PainRule {
    fn default() -> Self {
        Self { ask: vec![PainQuestion::After], limit: 5, lighten_over: 3, place: None }
    }
}

/// A question about pain, by when it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PainQuestion {
    /// Before the session: pain now, 0 to 10.
    Before,
    /// After it: the worst pain during the session, 0 to 10.
    After,
    /// On the next morning: pain now, 0 to 10.
    NextMorning,
    /// Minutes until it feels normal after getting up, 0 to 120.
    MorningStiffness,
}
