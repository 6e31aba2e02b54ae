//! The player: a command or a moment in, ordered events out.
//!
//! It keeps deadlines, never counters: the present step began at one moment of the awake clock, and everything in it
//! is an offset from there (rules T1 to T8 of `reliability.md`). Whoever drives it calls [`Player::advance`] at
//! least every 100 ms while it runs, and hands it commands; the events come back in order, each with the moment at
//! which it was due. Screen, voice and history hear the same events.

pub(in crate::domain) mod advance;
mod answer;
mod command;
mod lapse;
mod order;
mod pain;
mod skip;
mod snapshot;
mod swap;

use std::time::Duration;

use crate::domain::plan::{Bout, Plan, Swap};
use crate::domain::session::{Happened, SetRecord, SkipReason};
use crate::domain::time::Moment;
use crate::domain::timeline::{Lead, Step, StepKind, Timeline, lay};

pub use answer::{Asked, MOST_MEASURED, MOST_REPS, measured};
pub use lapse::GoesOn;
pub use snapshot::{Snapshot, Upcoming};

/// A gap between two ticks that is no hiccup: the machine slept, the process was stopped (rule T4).
pub const GAP: Duration = Duration::from_secs(2);
/// The count before going on after a pause.
pub const COUNT_IN: Duration = Duration::from_secs(3);
/// A pause that is written down as an interruption (rule T7).
pub const LONG_PAUSE: Duration = Duration::from_mins(30);

/// A session that is being played.
#[derive(Clone, Debug)]
pub struct Player {
    plan: Plan,
    timeline: Timeline,
    index: usize,
    run: Run,
    /// The next beat of the present step that was not yet told.
    beat: usize,
    last: Moment,
    gap: Duration,
    stop_after_rep: bool,
    records: Vec<SetRecord>,
    /// Whether an interruption was written down and going on was not.
    limping: bool,
    /// The last stamp.
    hurt: u8,
    /// Whether pain was noted in the present step.
    stamped: bool,
    /// The neighbour that is taken when the present set is over.
    wanted: Option<Swap>,
    /// The set that ended last.
    latest: Option<Bout>,
    /// When a set that waits for its runner goes on by itself; none: never.
    goes_on: Option<GoesOn>,
    /// Offset of the present step at which that was chosen.
    chosen_at: Duration,
}

/// Whether time runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// The present step began at this moment of the awake clock (moved by pauses).
    Running {
        /// Where offset 0 of the step lies.
        zero: Duration,
    },
    /// Time stands still at this offset of the step.
    Paused {
        /// Offset from the step's start.
        at: Duration,
        /// Why.
        why: Pause,
        /// Since when.
        since: Moment,
        /// Whether the long pause was written down.
        told: bool,
    },
    /// The count before going on.
    CountIn {
        /// Offset at which the step goes on.
        at: Duration,
        /// Moment of the awake clock at which it does.
        until: Duration,
    },
    /// Nothing more happens.
    Over(End),
}

/// Why time stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// The runner asked for it.
    Asked,
    /// The machine slept or the process was stopped for so long. Answers: [`Command::Resume`],
    /// [`Command::SetAgain`], [`Command::CountAsDone`].
    Gap(Duration),
    /// A stamp over the limit. Answers: [`Command::Easier`], [`Command::Skip`], [`Command::End`], and
    /// [`Command::Resume`] where the stamp fell between two exercises.
    Pain {
        /// The stamp.
        score: u8,
        /// Whether an easier exercise is known.
        easier: bool,
        /// Whether the exercise that hurt is over, so that going on is an answer too.
        between: bool,
    },
    /// Asked whether to end the session. Answers: [`Command::End`], [`Command::Resume`].
    Quit,
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// Every step was gone through.
    Through,
    /// The runner ended it.
    Asked,
    /// Ended because of pain.
    Pain,
}

/// What the runner may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Stop the time.
    Pause,
    /// Go on with a short count-in.
    Resume,
    /// The self-paced set or the instruction is done.
    Done,
    /// The time of a set that waits for its runner is over, and nobody said that it was done: it is written down as
    /// prescribed, and as unconfirmed.
    Lapse,
    /// Skip the rest or the count: on to the next step.
    Onward,
    /// So much longer a rest or count.
    Extend(Duration),
    /// Back to the start of this set; in a rest, the set just done again.
    SetAgain,
    /// After a gap: the set counts as done.
    CountAsDone,
    /// Leave the rest of this exercise.
    NextExercise,
    /// Skip this exercise for a reason; in the pause between two, the next one.
    Skip(SkipReason),
    /// Pain at this moment, 0 to 10. The clock goes on.
    Pain(u8),
    /// So many reps more or less were really done in the last set.
    Reps(i32),
    /// Take the easier exercise: from this set on where it was stopped for pain, else from the next set on. In the
    /// middle of a set in which pain was noted, the set ends early. Takes back a wish for the harder one.
    Easier,
    /// Take the harder exercise from the next set on. Takes back a wish for the easier one.
    Harder,
    /// The number that a set's question asks for (see [`Player::questions`]), or another than the one that was given.
    /// A number above [`MOST_REPS`] or [`MOST_MEASURED`] means nothing.
    Answer(Question, u32),
    /// Ask whether to end the session.
    AskQuit,
    /// End it; what was done stays.
    End,
}

/// A number that is asked of a set which is over: how many reps, or the result of a measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Which set.
    pub bout: Bout,
    /// What is asked.
    pub asks: Asks,
}

/// What is asked of a set that is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// The reps of a set of as many as possible that soleus could not count.
    Reps,
    /// The result, in thousandths of the exercise's unit ([`Exercise::measure`](crate::domain::exercise::Exercise)).
    Measure,
}

/// Something that happened, with the moment at which it was due.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When it was due; the moment at which it is told may be up to a tick later.
    pub due: Moment,
    /// What it is.
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A step of the timeline began.
    Step {
        /// Its kind.
        kind: StepKind,
        /// Its set.
        bout: Bout,
    },
    /// A phase of a rep began.
    Beat {
        /// Its set.
        bout: Bout,
        /// The rep, 1 and up.
        rep: u32,
        /// Index in the beats of the step.
        beat: usize,
    },
    /// This neighbour is taken when the present set is over; none: not any more.
    Wanted(Option<Swap>),
    /// A neighbour took the place of an item's exercise.
    Swapped(usize),
    /// To be written down: a set, a stamp, an interruption.
    Log(Happened),
    /// Time stands still.
    Paused(Pause),
    /// Time runs again.
    Resumed,
    /// The session is over.
    Over(End),
}

impl What {
    /// A word for its kind, for tables.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Step { .. } => "step",
            Self::Beat { .. } => "beat",
            Self::Log(_) => "log",
            Self::Wanted(_) => "wanted",
            Self::Swapped(_) => "swapped",
            Self::Paused(_) => "paused",
            Self::Resumed => "resumed",
            Self::Over(_) => "over",
        }
    }
}

impl Player {
    /// Begins a session at a moment.
    pub fn start(plan: Plan, now: Moment) -> (Self, Vec<Event>) {
        Self::resume(plan, Vec::new(), now)
    }

    /// Goes on with a session of which some sets were recorded, at the first set that was not.
    pub fn resume(plan: Plan, records: Vec<SetRecord>, now: Moment) -> (Self, Vec<Event>) {
        let mut player = Self {
            plan,
            timeline: Timeline::default(),
            index: 0,
            run: Run::Running { zero: now.awake },
            beat: 0,
            last: now,
            gap: GAP,
            stop_after_rep: false,
            records,
            limping: false,
            hurt: 0,
            stamped: false,
            wanted: None,
            latest: None,
            goes_on: None,
            chosen_at: Duration::ZERO,
        };
        let mut events = Vec::new();
        player.take_up_records();
        let first = player.timeline.steps.len();
        player.timeline.steps.extend(lay(&player.plan, &player.open(), Lead::Nothing));
        if first < player.timeline.steps.len() {
            player.time_to_get_there(first);
            player.enter(first, now.awake, now, &mut events);
        } else {
            player.over(End::Through, now, &mut events);
        }
        (player, events)
    }

    /// The same with another gap between ticks: a clock that runs `speed` times as fast has gaps so much longer.
    #[must_use]
    pub fn at_speed(mut self, speed: f64) -> Self {
        self.gap = GAP.mul_f64(speed.clamp(1.0, 10_000.0));
        self
    }

    /// The plan as it is played, easier exercises in place.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The steps as they are played.
    pub const fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Whether time runs.
    pub const fn run(&self) -> Run {
        self.run
    }

    /// How it ended, when it has.
    pub const fn end(&self) -> Option<End> {
        match self.run {
            Run::Over(end) => Some(end),
            Run::Running { .. } | Run::Paused { .. } | Run::CountIn { .. } => None,
        }
    }

    /// The sets recorded so far; of one set the last record holds.
    pub fn records(&self) -> &[SetRecord] {
        &self.records
    }

    /// The present step.
    pub fn step(&self) -> Option<&Step> {
        self.timeline.steps.get(self.index)
    }

    /// The present step and those behind it, as they stand now.
    pub fn ahead(&self) -> &[Step] {
        self.timeline.steps.get(self.index..).unwrap_or_default()
    }

    /// The step of a kind of a set: the last one begun, else the next that will begin.
    pub fn step_of(&self, kind: StepKind, bout: Bout) -> Option<&Step> {
        self.timeline.steps.get(self.place_of(kind, bout)?)
    }

    /// The set that such a step leads to: of a pause the one behind it, of a count its own.
    pub fn leads_to(&self, kind: StepKind, bout: Bout) -> Option<Bout> {
        let place = self.place_of(kind, bout)?;
        let work = self.timeline.steps.iter().skip(place).find(|step| step.kind == StepKind::Work && step.bout != bout);
        let own = matches!(kind, StepKind::GetReady | StepKind::Work);
        if own { Some(bout) } else { work.map(|step| step.bout) }
    }

    /// The set before such a step, as it was laid out: of a pause its own.
    pub fn comes_from(&self, kind: StepKind, bout: Bout) -> Option<Bout> {
        let before = self.timeline.steps.iter().take(self.place_of(kind, bout)?);
        before.rev().find(|step| step.kind == StepKind::Work).map(|step| step.bout)
    }

    fn place_of(&self, kind: StepKind, bout: Bout) -> Option<usize> {
        let same = |step: &Step| step.kind == kind && step.bout == bout;
        let steps = &self.timeline.steps;
        let begun = steps.iter().take(self.index + 1).rposition(same);
        begun.or_else(|| steps.iter().position(same))
    }

    /// The next moment of the awake clock at which something happens by itself.
    pub fn deadline(&self) -> Option<Duration> {
        match self.run {
            Run::CountIn { until, .. } => Some(until),
            Run::Running { zero } => {
                let step = self.step()?;
                let beat = self.next_beat_start(step);
                [beat, step.length, self.lapses()].into_iter().flatten().min().map(|offset| zero + offset)
            }
            Run::Paused { since, told, .. } => (!told).then_some(since.awake + LONG_PAUSE),
            Run::Over(_) => None,
        }
    }

    /// Offset in the present step.
    fn offset(&self, now: Moment) -> Duration {
        match self.run {
            Run::Running { zero } => now.awake.saturating_sub(zero),
            Run::Paused { at, .. } | Run::CountIn { at, .. } => at,
            Run::Over(_) => Duration::ZERO,
        }
    }
}
