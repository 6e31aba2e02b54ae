//! A plan laid out in time: every step of a session with its length, every phase of every rep with its offset.

mod layout;

use std::time::Duration;

use crate::domain::exercise::{Reps, Side, Work};
use crate::domain::plan::{Bout, INSTRUCTION_GUESS, Item, MAX_REPS_GUESS, OWN_PACE_REP, Plan};
use crate::domain::text::Clean;

pub(in crate::domain) use layout::{Lead, lay, set};

/// The steps of a session, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// At least one.
    pub steps: Vec<Step>,
}

/// One step: a count, a set, a rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub kind: StepKind,
    /// The set it belongs to; a rest belongs to the set before it, a count to the set after it.
    pub bout: Bout,
    /// How long it takes; none where the runner ends it.
    pub length: Option<Duration>,
    /// The phases of the work with their offsets from the step's start; one whole rep where `repeats`.
    pub beats: Vec<Beat>,
    /// The beats are one rep, done again until the runner ends the set (as many as possible).
    pub repeats: bool,
}

/// What a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// The set-up is shown, then the count runs.
    GetReady,
    /// One set.
    Work,
    /// Between two sets.
    Rest,
    /// To change sides.
    ChangeOver,
    /// Before the next exercise.
    Between,
}

/// One phase of one rep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beat {
    /// 1 and up; 1 for a single hold or stretch of time.
    pub rep: u32,
    /// The word for it: the tempo's verb, `hold`, `relax`, `go`.
    pub verb: Clean,
    /// Index among the phases of its rep.
    pub phase: usize,
    /// Offset from the start of the set.
    pub start: Duration,
    /// How long it takes.
    pub length: Duration,
    /// Relaxing between two held reps: counts as no work.
    pub relax: bool,
}

impl Beat {
    /// Its end as an offset from the start of the set.
    pub fn end(&self) -> Duration {
        self.start + self.length
    }
}

impl Timeline {
    /// Lays a plan out from its first set to its last.
    pub fn of(plan: &Plan) -> Self {
        Self { steps: lay(plan, &plan.bouts(), Lead::Nothing) }
    }

    /// The length of the session, guesses for what the runner ends included.
    pub fn length(&self, plan: &Plan) -> Duration {
        self.steps.iter().map(|step| step.expected(plan)).sum()
    }

    /// Whether the length holds a guess.
    pub fn is_guess(&self) -> bool {
        self.steps.iter().any(|step| step.length.is_none())
    }
}

impl Step {
    /// Its length, or a guess where the runner ends it.
    pub fn expected(&self, plan: &Plan) -> Duration {
        let guessed = || plan.items.get(self.bout.item).map_or(Duration::ZERO, |item| guess(item.work(self.bout.side)));
        self.length.unwrap_or_else(guessed)
    }

    /// The beat in force at an offset from the step's start, and how many whole rounds of a repeating set went before.
    pub fn beat_at(&self, offset: Duration) -> Option<(&Beat, u32)> {
        let (round, offset) = self.round(offset);
        let beat = self.beats.iter().rev().find(|beat| beat.start <= offset)?;
        Some((beat, round))
    }

    /// Whole rounds of a repeating set, and the offset within the present one.
    pub fn round(&self, offset: Duration) -> (u32, Duration) {
        let cycle = self.beats.last().map_or(Duration::ZERO, Beat::end);
        if !self.repeats || cycle.is_zero() {
            return (0, offset);
        }
        let rounds = offset.as_nanos() / cycle.as_nanos();
        let rounds = u32::try_from(rounds).unwrap_or(u32::MAX);
        (rounds, offset.saturating_sub(cycle * rounds))
    }

    /// Whole reps done at an offset: a rep counts when its last phase of work has ended.
    pub fn reps_done(&self, offset: Duration) -> u32 {
        let (rounds, offset) = self.round(offset);
        let open = self.beats.iter().filter(|beat| !beat.relax && beat.end() > offset).map(|beat| beat.rep).min();
        let last = self.beats.last().map_or(0, |beat| beat.rep);
        let done = open.map_or(last, |rep| rep - 1);
        rounds.saturating_mul(last).saturating_add(done)
    }

    /// Time under work up to an offset: relaxing between held reps is none.
    pub fn work_done(&self, offset: Duration) -> Duration {
        let relaxed: Duration = self
            .beats
            .iter()
            .filter(|beat| beat.relax)
            .map(|beat| offset.saturating_sub(beat.start).min(beat.length))
            .sum();
        offset.saturating_sub(relaxed)
    }
}

/// The work of a set.
fn work(item: &Item, bout: Bout) -> Step {
    let (beats, repeats) = beats(item.work(bout.side));
    let open = repeats || beats.is_empty();
    let length = if open { None } else { beats.last().map(Beat::end) };
    Step { kind: StepKind::Work, bout, length, beats, repeats }
}

fn beats(work: &Work) -> (Vec<Beat>, bool) {
    match work {
        Work::Paced { reps, tempo } => {
            let rep = tempo.rep();
            let of = |n: u32| {
                let mut start = rep * (n - 1);
                let phases = tempo.phases.iter().enumerate().filter(|(_, phase)| !phase.length.is_zero());
                phases
                    .map(|(index, phase)| {
                        let beat = beat(n, phase.verb.clone(), index, start, phase.length);
                        start += phase.length;
                        beat
                    })
                    .collect::<Vec<_>>()
            };
            match reps {
                Reps::Count(count) => ((1..=count.low()).flat_map(of).collect(), false),
                Reps::Max => (of(1), true),
            }
        }
        Work::HeldReps { reps, hold, relax } => {
            let (length, count) = (hold.low(), reps.low());
            let rep = |n: u32| {
                let start = (length + *relax) * (n - 1);
                let rest = beat(n, Clean::name("relax"), 1, start + length, *relax);
                let relaxed = (n < count && !relax.is_zero()).then_some(Beat { relax: true, ..rest });
                std::iter::once(beat(n, Clean::name("hold"), 0, start, length)).chain(relaxed)
            };
            ((1..=count).flat_map(rep).collect(), false)
        }
        Work::Hold { hold } => (vec![beat(1, Clean::name("hold"), 0, Duration::ZERO, hold.low())], false),
        Work::Timed { time } => (vec![beat(1, Clean::name("go"), 0, Duration::ZERO, time.low())], false),
        Work::OwnPace { reps: _ } | Work::Instruction => (Vec::new(), false),
    }
}

const fn beat(rep: u32, verb: Clean, phase: usize, start: Duration, length: Duration) -> Beat {
    Beat { rep, verb, phase, start, length, relax: false }
}

fn guess(work: &Work) -> Duration {
    match work {
        Work::Paced { reps, tempo } => tempo.rep() * reps.target().unwrap_or(MAX_REPS_GUESS),
        Work::OwnPace { reps } => OWN_PACE_REP * reps.target().unwrap_or(MAX_REPS_GUESS),
        Work::Instruction => INSTRUCTION_GUESS,
        Work::HeldReps { reps, hold, relax } => (hold.low() + *relax) * reps.low(),
        Work::Hold { hold: time } | Work::Timed { time } => time.low(),
    }
}

/// `left` or `right` where a side works, nothing where both do.
pub const fn side_word(side: Option<Side>) -> Option<&'static str> {
    match side {
        Some(side) => Some(side.word()),
        None => None,
    }
}
