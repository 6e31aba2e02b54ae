//! All that may be shown of a moment: one value for every face.

use std::time::Duration;

use crate::domain::amount::Load;
use crate::domain::exercise::{Exercise, Side, Work};
use crate::domain::plan::{Bout, Swap};
use crate::domain::player::{Asked, Player, Run};
use crate::domain::text::Clean;
use crate::domain::time::Moment;
use crate::domain::timeline::{Step, StepKind};

/// A moment of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot<'a> {
    /// Whether time runs, and the question where one is asked.
    pub run: Run,
    /// What the present step is.
    pub kind: StepKind,
    /// The exercise that is worked on; in the pause between two, the one that comes.
    pub exercise: &'a Exercise,
    /// The work of one set on the side in question: the exercise's, or the side's own.
    pub work: &'a Work,
    /// What is carried or pulled on that side.
    pub load: Option<&'a Load>,
    /// Its place among the exercises of the session, 1 and up.
    pub item: usize,
    /// How many exercises there are.
    pub items: usize,
    /// The set that is worked on, or comes next.
    pub set: u32,
    /// Sets on its side.
    pub sets: u32,
    /// The side that works, or works next; none for both at once.
    pub side: Option<Side>,
    /// The rep that is done now, 1 and up; none where reps are not counted.
    pub rep: Option<u32>,
    /// How many reps the set has; none for as many as possible, or where reps are not counted.
    pub reps: Option<u32>,
    /// The word for what is done now: a verb of the tempo, `hold`, `relax`, `get ready`, `rest`, `change sides`.
    pub phase: &'a str,
    /// Index of the phase within its rep.
    pub phase_index: usize,
    /// What is left of the phase; none where the runner ends it.
    pub phase_left: Option<Duration>,
    /// How long the phase is.
    pub phase_length: Option<Duration>,
    /// What is left of the step; none where the runner ends it.
    pub step_left: Option<Duration>,
    /// How long the step is.
    pub step_length: Option<Duration>,
    /// What is left of the count before going on.
    pub count_in: Option<Duration>,
    /// Reps of the last set as they were recorded, where they can be put right.
    pub last_reps: Option<u32>,
    /// A stamp over the limit: this rep ends, then the exercise stops.
    pub stopping: bool,
    /// The easier exercise that may be asked for now.
    pub easier: Option<&'a Exercise>,
    /// The harder exercise that may be asked for now.
    pub harder: Option<&'a Exercise>,
    /// The neighbour that is taken when this set is over.
    pub wanted: Option<Swap>,
    /// The oldest number that is asked and not given yet.
    pub asks: Option<Asked<'a>>,
    /// What comes after the present set, rest or count.
    pub next: Option<Upcoming<'a>>,
    /// Expected time of the steps done, and of the whole session.
    pub done: Duration,
    /// Expected time of the whole session.
    pub total: Duration,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upcoming<'a> {
    /// The exercise's name.
    pub name: &'a Clean,
    /// Whether it is another exercise than the present one.
    pub other: bool,
    /// The set, 1 and up.
    pub set: u32,
    /// Sets on its side.
    pub sets: u32,
    /// The side; none for both at once.
    pub side: Option<Side>,
}

impl Snapshot<'_> {
    /// Expected time that is left of the session.
    pub fn left(&self) -> Duration {
        self.total.saturating_sub(self.done)
    }

    /// The number to draw big: the rep where reps are paced, else the seconds that are left; none at the runner's pace.
    pub fn big_number(&self) -> Option<u64> {
        if let Some(count) = self.count_in {
            return Some(crate::domain::time::seconds_left(count));
        }
        let paced = matches!(self.work, Work::Paced { .. });
        if self.kind == StepKind::Work && paced {
            return self.rep.map(u64::from);
        }
        self.phase_left.map(crate::domain::time::seconds_left)
    }
}

impl Player {
    /// What is to be shown at a moment; none once nothing is left to show.
    pub fn snapshot(&self, now: Moment) -> Option<Snapshot<'_>> {
        let step = self.step()?;
        let offset = self.offset(now).min(step.length.unwrap_or(Duration::MAX));
        let focus = self.focus(step);
        let item = self.plan.items.get(focus.item)?;
        let exercise = &item.exercise;
        let work = item.work(focus.side);
        let beat = step.beat_at(offset).filter(|_| step.kind == StepKind::Work);
        let within = step.round(offset).1;
        let left = |length: Option<Duration>, at: Duration| length.map(|length| length.saturating_sub(at));
        let phase_length = beat.map(|(beat, _)| beat.length).or(step.length);
        let phase_at = beat.map_or(offset, |(beat, _)| within.saturating_sub(beat.start));
        let before: Duration = self.timeline.steps.iter().take(self.index).map(|s| s.expected(&self.plan)).sum();
        Some(Snapshot {
            run: self.run,
            kind: step.kind,
            exercise,
            work,
            load: item.load(focus.side),
            item: focus.item + 1,
            items: self.plan.items.len(),
            set: focus.set,
            sets: item.sets(focus.side),
            side: focus.side,
            rep: self.rep_at(step, offset),
            reps: crate::domain::plan::target(work).reps,
            phase: beat.map_or_else(|| word(step, work), |(beat, _)| beat.verb.as_str()),
            phase_index: beat.map_or(0, |(beat, _)| beat.phase),
            phase_left: left(phase_length, phase_at),
            phase_length,
            step_left: left(step.length, offset),
            step_length: step.length,
            count_in: match self.run {
                Run::CountIn { until, .. } => Some(until.saturating_sub(now.awake)),
                Run::Running { .. } | Run::Paused { .. } | Run::Over(_) => None,
            },
            last_reps: self.latest_reps(),
            stopping: self.stop_after_rep,
            easier: self.on_offer(Swap::Easier),
            harder: self.on_offer(Swap::Harder),
            wanted: self.wanted,
            asks: self.questions().first().and_then(|question| self.asked(*question)),
            next: self.upcoming(focus),
            done: before + offset.min(step.expected(&self.plan)),
            total: self.timeline.length(&self.plan),
        })
    }

    fn rep_at(&self, step: &Step, offset: Duration) -> Option<u32> {
        let work = self.plan.items.get(step.bout.item)?.work(step.bout.side);
        let counted = matches!(work, Work::Paced { .. } | Work::HeldReps { .. });
        let (beat, round) = step.beat_at(offset).filter(|_| counted && step.kind == StepKind::Work)?;
        Some(round * step.beats.last().map_or(1, |last| last.rep) + beat.rep)
    }

    /// Reps of the set that ended last, where they are known and counted.
    pub fn latest_reps(&self) -> Option<u32> {
        let last = self.latest.and_then(|bout| self.holding(bout))?;
        last.reps.filter(|_| self.counts_reps(last))
    }

    fn upcoming(&self, focus: Bout) -> Option<Upcoming<'_>> {
        let after = self.timeline.steps.iter().skip(self.index + 1);
        let next = after.filter(|step| step.kind == StepKind::Work).find(|step| step.bout != focus)?;
        let item = self.plan.items.get(next.bout.item)?;
        Some(Upcoming {
            name: &item.exercise.name,
            other: next.bout.item != focus.item,
            set: next.bout.set,
            sets: item.sets(next.bout.side),
            side: next.bout.side,
        })
    }
}

fn word(step: &Step, work: &Work) -> &'static str {
    match step.kind {
        StepKind::GetReady => "get ready",
        StepKind::Rest => "rest",
        StepKind::ChangeOver => "change sides",
        StepKind::Between => "next exercise",
        StepKind::Work => match work {
            Work::Instruction => "do this",
            Work::OwnPace { .. } => "your pace",
            Work::Paced { .. } | Work::HeldReps { .. } | Work::Hold { .. } | Work::Timed { .. } => "go",
        },
    }
}
