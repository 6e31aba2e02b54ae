//! What the runner asks for, and what it means at this moment.

use std::time::Duration;

use crate::domain::plan::{Bout, Swap};
use crate::domain::player::advance::event;
use crate::domain::player::answer::with_reps;
use crate::domain::player::{Command, End, Event, MOST_REPS, Pause, Player, Run, What};
use crate::domain::session::{Happened, SetResult};
use crate::domain::time::Moment;
use crate::domain::timeline::{Lead, StepKind, lay, set};

/// The longest a rest can be made, as the longest that a program may ask for.
const LONGEST_REST: Duration = Duration::from_mins(30);

impl Player {
    /// Takes a command at a moment: first time passes up to it, then it is done if it means anything now.
    pub fn command(&mut self, command: Command, now: Moment) -> Vec<Event> {
        let mut events = self.advance(now);
        let events_out = &mut events;
        match command {
            Command::Pause => self.ask_pause(Pause::Asked, now, events_out),
            Command::AskQuit => self.ask_pause(Pause::Quit, now, events_out),
            Command::Resume => self.go_on(now, events_out),
            Command::Done => self.done(now, events_out),
            Command::Lapse => self.lapse_now(now, events_out),
            Command::Onward => self.onward(now, events_out),
            Command::Extend(by) => self.extend(by),
            Command::SetAgain => self.set_again(now, events_out),
            Command::CountAsDone => self.count_as_done(now, events_out),
            Command::NextExercise => self.leave(None, now, events_out),
            Command::Skip(reason) => self.leave(Some(reason), now, events_out),
            Command::Pain(score) => self.stamp(score.min(10), now, events_out),
            Command::Reps(by) => self.put_right(by, now, events_out),
            Command::Easier => self.want(Swap::Easier, now, events_out),
            Command::Harder => self.want(Swap::Harder, now, events_out),
            Command::Answer(question, value) => self.answer(question, value, now, events_out),
            Command::End => self.end_now(now, events_out),
        }
        events
    }

    fn ask_pause(&mut self, why: Pause, now: Moment, events: &mut Vec<Event>) {
        match self.run {
            Run::Running { .. } | Run::CountIn { .. } => self.pause(why, now, events),
            Run::Paused { at, why: Pause::Asked | Pause::Gap(_), since, told } if why == Pause::Quit => {
                self.run = Run::Paused { at, why, since, told };
                events.push(Event { due: now, what: What::Paused(why) });
            }
            Run::Paused { .. } | Run::Over(_) => {}
        }
    }

    fn go_on(&mut self, now: Moment, events: &mut Vec<Event>) {
        let Run::Paused { at, why, .. } = self.run else { return };
        if matches!(why, Pause::Pain { between: false, .. }) {
            return;
        }
        let Some(step) = self.step() else { return };
        if step.length.is_some_and(|length| at >= length) {
            // The set ended on the stamp that asked: what comes next is what comes next.
            self.told_resumed(now, events);
            self.onto_next(now.awake, now, events);
        } else if step.kind == StepKind::Work && (step.length.is_some() || step.repeats) {
            // Only work that is timed has to be joined in at a moment.
            self.count_in(at, now, events);
        } else {
            self.told_resumed(now, events);
            self.run = Run::Running { zero: now.awake.saturating_sub(at) };
            events.push(Event { due: now, what: What::Resumed });
        }
    }

    pub(super) fn told_resumed(&mut self, now: Moment, events: &mut Vec<Event>) {
        if self.limping {
            self.limping = false;
            events.push(Event { due: now, what: What::Log(Happened::Resumed) });
        }
    }

    /// Ends a set that waits for its runner.
    fn done(&mut self, now: Moment, events: &mut Vec<Event>) {
        let Run::Running { .. } = self.run else { return };
        let Some(step) = self.step() else { return };
        if step.kind == StepKind::Work && step.length.is_none() {
            self.end_set(self.offset(now), now.awake, now, events);
            if !self.is_asking() {
                self.onto_next(now.awake, now, events);
            }
        }
    }

    fn onward(&mut self, now: Moment, events: &mut Vec<Event>) {
        let Run::Running { .. } = self.run else { return };
        if self.step().is_some_and(|step| step.kind != StepKind::Work) {
            self.onto_next(now.awake, now, events);
        }
    }

    fn extend(&mut self, by: Duration) {
        if matches!(self.run, Run::Over(_)) {
            return;
        }
        if let Some(step) = self.timeline.steps.get_mut(self.index)
            && step.kind != StepKind::Work
            && let Some(length) = &mut step.length
        {
            *length = (*length + by).min(LONGEST_REST.max(*length));
        }
    }

    fn set_again(&mut self, now: Moment, events: &mut Vec<Event>) {
        if matches!(self.run, Run::Over(_) | Run::Paused { why: Pause::Pain { .. }, .. }) {
            return;
        }
        let Some(step) = self.step() else { return };
        let (kind, bout) = (step.kind, step.bout);
        if self.stop_after_rep {
            // A stamp over the limit is not forgotten by beginning anew.
            self.stop_set_for_pain(self.offset(now), now.awake, now, events);
            return;
        }
        if kind == StepKind::GetReady {
            self.told_resumed(now, events);
            self.enter(self.index, now.awake, now, events);
            return;
        }
        if kind == StepKind::Work && self.wanted.is_some() {
            // The set begins anew: it is the next one.
            self.told_resumed(now, events);
            if let Some(to) = self.wanted.take() {
                self.swap(bout.item, to, now, events);
            }
            self.begin_anew(bout, now, events);
            return;
        }
        let index = if kind == StepKind::Work { self.index } else { self.lay_again(bout) };
        self.enter(index, now.awake, now, events);
        self.count_in(Duration::ZERO, now, events);
    }

    /// Lays out a set that is over once more, where it lay; gives its place.
    fn lay_again(&mut self, bout: Bout) -> usize {
        let mut steps = self.timeline.steps.iter().take(self.index + 1);
        let place = steps.rposition(|step| step.kind == StepKind::Work && step.bout == bout);
        let place = place.unwrap_or(self.index + 1);
        let mut open = self.open();
        open.retain(|other| *other != bout);
        self.timeline.steps.truncate(place);
        self.timeline.steps.extend(set(&self.plan, bout));
        self.timeline.steps.extend(lay(&self.plan, &open, Lead::After(bout)));
        place
    }

    fn count_as_done(&mut self, now: Moment, events: &mut Vec<Event>) {
        let Run::Paused { at, why: Pause::Gap(_), .. } = self.run else { return };
        let Some((kind, bout)) = self.step().map(|step| (step.kind, step.bout)) else { return };
        if kind != StepKind::Work {
            self.go_on(now, events);
            return;
        }
        self.told_resumed(now, events);
        let mut record = self.record(bout, SetResult::Done, at);
        record.reps = record.target.reps.or(record.reps);
        self.log_set(record, now.awake, now, events);
        self.onto_next(now.awake, now, events);
    }

    fn end_now(&mut self, now: Moment, events: &mut Vec<Event>) {
        let Run::Paused { at, why, .. } = self.run else { return };
        if matches!(why, Pause::Pain { .. }) {
            self.over(End::Pain, now, events);
            return;
        }
        if let Some(step) = self.step()
            && step.kind == StepKind::Work
            && !at.is_zero()
        {
            let record = self.record(step.bout, SetResult::Early, at);
            self.log_set(record, now.awake, now, events);
        }
        self.over(End::Asked, now, events);
    }

    /// So many reps more or less were really done in the last set.
    fn put_right(&mut self, by: i32, now: Moment, events: &mut Vec<Event>) {
        let Some(last) = self.latest.and_then(|bout| self.holding(bout)) else { return };
        let Some(known) = last.reps.filter(|_| self.counts_reps(last)) else { return };
        if !matches!(last.result, SetResult::Done | SetResult::Early) {
            return;
        }
        let reps = known.saturating_add_signed(by).min(MOST_REPS);
        let record = with_reps(last.clone(), reps);
        let record = self.measured(record);
        self.log_set(record, now.awake, now, events);
    }

    pub(super) fn log_set(
        &mut self,
        record: crate::domain::session::SetRecord,
        due: Duration,
        now: Moment,
        events: &mut Vec<Event>,
    ) {
        self.latest = self.bout_of(&record);
        self.records.push(record.clone());
        events.push(event(due, now, What::Log(Happened::Set(record))));
    }
}
