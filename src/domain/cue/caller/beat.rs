//! Phases and reps as they begin, and what lies within them.

use std::time::Duration;

use crate::domain::cue::caller::points::{Between, begins_rep};
use crate::domain::cue::caller::voice::Line;
use crate::domain::cue::caller::{Caller, Out};
use crate::domain::cue::table::{self, BREATH, EVERY, FEWEST_FOR_LAST, HINTS_IN_REPS, Point};
use crate::domain::cue::{Weight, speaking_time};
use crate::domain::exercise::Work;
use crate::domain::lexicon::Motion;
use crate::domain::plan::{Bout, target};
use crate::domain::player::Player;
use crate::domain::timeline::{Beat, Step, StepKind};

impl Caller {
    /// A phase begins: its tone, and the number of the rep where one begins.
    pub(super) fn beat(
        &mut self,
        player: &Player,
        (bout, rep, index): (Bout, u32, usize),
        due: Duration,
        out: &mut Out,
    ) {
        let Some(step) = player.step_of(StepKind::Work, bout) else { return };
        let index = index % step.beats.len().max(1);
        let Some(beat) = step.beats.get(index) else { return };
        let Some(work) = player.plan().items.get(bout.item).map(|item| item.work(bout.side)) else { return };
        let phase = Point::Phase(self.motion(beat, work));
        let first = begins_rep(step, index);
        let whole: Duration = of_rep(step, beat.rep).map(|beat| beat.length).sum();
        // A phase too short for a tone of its own: the rep has one, where it is long enough.
        let heard = if first { whole } else { beat.length };
        let tone = (beat.length.max(heard) >= table::of(phase).least).then_some(phase);
        let counted = matches!(work, Work::Paced { .. } | Work::HeldReps { .. }) && first;
        let last = target(work).reps.is_some_and(|of| of == rep && of >= FEWEST_FOR_LAST);
        if let Some(phase) = tone {
            self.give(phase, due, None, out);
        }
        if counted && last {
            self.give(Point::LastRep, due, self.text(Point::LastRep, &[]), out);
        } else if counted && (whole >= table::of(Point::Rep).least || rep.is_multiple_of(EVERY)) {
            self.give(Point::Rep, due, self.text(Point::Rep, &[("n", &rep.to_string())]), out);
        } else {
            // Nothing is counted: the tone is all.
        }
    }

    fn motion(&self, beat: &Beat, work: &Work) -> Motion {
        match work {
            Work::Paced { .. } => self.words.motion(&beat.verb),
            _ if beat.relax => Motion::Other,
            Work::HeldReps { .. } | Work::Hold { .. } => Motion::Stay,
            Work::Timed { .. } | Work::OwnPace { .. } | Work::Instruction => Motion::Other,
        }
    }

    /// A point between two events.
    pub(super) fn between(&mut self, player: &Player, between: Between, out: &mut Out) {
        let Between { due, point, by } = between;
        if point == Point::Hint {
            self.hint(player, due, by, out);
        } else {
            self.give(point, due, self.text(point, &[]), out);
        }
    }

    /// One of the exercise's cues, where the voice is free and there is room for it.
    fn hint(&mut self, player: &Player, due: Duration, by: Duration, out: &mut Out) {
        let Some(step) = player.step() else { return };
        let Some(item) = player.plan().items.get(step.bout.item) else { return };
        let exercise = &item.exercise;
        let turn = self.turns.get(&exercise.id).copied().unwrap_or_default();
        let Some(cue) = exercise.cues.get(turn % exercise.cues.len().max(1)) else { return };
        let text = self.words.with_side(cue, step.bout.side);
        let paced = matches!(item.work(step.bout.side), Work::Paced { .. });
        let soon = self.hinted.is_some_and(|last| due < last + HINTS_IN_REPS);
        if paced && soon || due + speaking_time(&text) + BREATH > by || !self.voice.is_free(due) {
            return;
        }
        let id = exercise.id.clone();
        let line = Line { text, weight: Weight::Hint, set_up: None, not_before: due };
        let says = self.voice.say(line, due, false);
        self.hinted = Some(due);
        self.turns.insert(id, turn + 1);
        out.put(due, None, says);
    }
}

fn of_rep(step: &Step, rep: u32) -> impl Iterator<Item = &Beat> {
    step.beats.iter().filter(move |beat| beat.rep == rep && !beat.relax)
}
