//! What is heard of each event.

use std::time::Duration;

use crate::domain::cue::Weight;
use crate::domain::cue::caller::voice::Line;
use crate::domain::cue::caller::{Caller, Out};
use crate::domain::cue::table::Point;
use crate::domain::exercise::Work;
use crate::domain::plan::{Bout, Swap};
use crate::domain::player::{Asks, COUNT_IN, End, Event, Pause, Player, Run, What};
use crate::domain::program::PainQuestion;
use crate::domain::session::{Happened, SetRecord, SetResult};
use crate::domain::timeline::StepKind;

impl Caller {
    /// One event.
    pub(super) fn event(&mut self, player: &Player, event: &Event, out: &mut Out) {
        let due = event.due.awake;
        match &event.what {
            What::Step { kind, bout } => {
                if self.ends.is_some_and(|ends| ends != due) {
                    // Not by itself: a rest or a set was left.
                    self.drop_all();
                }
                match kind {
                    StepKind::Work => self.work(player, *bout, due, out),
                    StepKind::GetReady | StepKind::Rest | StepKind::ChangeOver | StepKind::Between => {
                        if self.working.take().is_some() {
                            self.voice.forget();
                        }
                        self.pause(player, (*kind, *bout), due, out);
                    }
                }
                // Of several steps in one answer each ends where the next one begins.
                self.ends = player.step_of(*kind, *bout).and_then(|step| step.length).map(|length| due + length);
            }
            What::Beat { bout, rep, beat } => self.beat(player, (*bout, *rep, *beat), due, out),
            What::Log(happened) => self.logged(player, happened, due, out),
            What::Wanted(to) => self.wanted(player, *to, due, out),
            What::Swapped(item) => self.swapped(player, *item, due, out),
            What::Paused(why) => self.paused(player, *why, due, out),
            What::Resumed => self.resumed(player, due, out),
            What::Over(end) => self.over(player, *end, due, out),
        }
    }

    /// A set begins: the tone at its moment, whatever is being said.
    fn work(&mut self, player: &Player, bout: Bout, due: Duration, out: &mut Out) {
        let again = matches!(player.run(), Run::CountIn { .. }) && player.step().is_some_and(|step| step.bout == bout);
        let fresh = self.announced != Some(bout) || again;
        self.working = Some(bout);
        self.announced = Some(bout);
        self.named = None;
        let line = fresh.then(|| self.set_line(player, bout, !again)).flatten();
        let Some(work) = player.plan().items.get(bout.item).map(|item| item.work(bout.side)) else { return };
        if again {
            // The tone comes when the count before it is over.
            self.give(Point::Ready, due, line, out);
            return;
        }
        let counted = matches!(work, Work::Paced { .. } | Work::HeldReps { .. });
        let go = (!counted && line.is_none()).then(|| self.text(Point::Work, &[])).flatten();
        self.give(Point::Work, due, go, out);
        if line.is_some() {
            self.give(Point::Ready, due, line, out);
        }
        if *work == Work::Instruction {
            self.steps_of(player, bout, due);
        }
    }

    /// The steps of an instruction, one behind the other.
    fn steps_of(&mut self, player: &Player, bout: Bout, due: Duration) {
        let Some(item) = player.plan().items.get(bout.item) else { return };
        for step in &item.exercise.steps {
            let text = self.words.with_side(step, bout.side);
            self.voice.wait(Line { text, weight: Weight::Word, set_up: None, not_before: due });
        }
    }

    fn logged(&mut self, player: &Player, happened: &Happened, due: Duration, out: &mut Out) {
        match happened {
            Happened::Set(record) => self.set_over(player, record, due, out),
            Happened::Rate(rating) => {
                let text = rating.pain.and_then(|pain| self.text(Point::Rated, &[("n", &pain.to_string())]));
                self.give(Point::Rated, due, text, out);
            }
            Happened::Interrupted | Happened::Resumed | Happened::Note(_) | Happened::Finish(_) => {}
        }
    }

    /// The set that is worked on is over: its tone, and the question where one is asked. What is put right later, or
    /// was never begun, is silent.
    fn set_over(&mut self, player: &Player, record: &SetRecord, due: Duration, out: &mut Out) {
        let is_it = |bout: Bout| {
            let item = player.plan().items.get(bout.item);
            item.is_some_and(|item| item.planned == record.exercise)
                && (bout.set, bout.side) == (record.set, record.side)
        };
        let Some(bout) = self.working.filter(|bout| is_it(*bout)) else { return };
        self.working = None;
        self.voice.forget();
        if !matches!(record.result, SetResult::Done | SetResult::Early) {
            return;
        }
        self.give(Point::SetOver, due, None, out);
        let asked = player.questions().into_iter().find(|question| question.bout == bout);
        if let Some(asked) = asked.and_then(|question| player.asked(question)) {
            let (point, unit) = match asked.question.asks {
                Asks::Reps => (Point::HowMany, self.words.raw("reps_unit").to_owned()),
                Asks::Measure => (Point::Result, asked.unit.to_owned()),
            };
            self.give(point, due, self.text(point, &[("unit", &unit)]), out);
        }
    }

    fn wanted(&mut self, player: &Player, to: Option<Swap>, due: Duration, out: &mut Out) {
        let item = player.step().and_then(|step| player.plan().items.get(step.bout.item));
        let name = item.and_then(|item| item.neighbour(to?)).map(|other| other.name.to_string());
        match name {
            Some(name) => self.give(Point::Wanted, due, self.text(Point::Wanted, &[("name", &name)]), out),
            None => self.give(Point::Stays, due, self.text(Point::Stays, &[]), out),
        }
    }

    fn swapped(&mut self, player: &Player, item: usize, due: Duration, out: &mut Out) {
        let Some(name) = player.plan().items.get(item).map(|item| item.exercise.name.to_string()) else { return };
        self.voice.forget();
        self.announced = None;
        self.give(Point::Swapped, due, self.text(Point::Swapped, &[("name", &name)]), out);
        self.named = Some(item);
        if let Some(next) = player.ahead().iter().find(|step| step.kind == StepKind::Work).map(|step| step.bout)
            && next.item == item
        {
            self.set_up_waits(player, next, due);
        }
    }

    fn paused(&mut self, player: &Player, why: Pause, due: Duration, out: &mut Out) {
        if self.voice.has_words(due) {
            // What was cut off is said again when it goes on.
            self.announced = None;
            if let Some(next) = player.ahead().iter().find(|step| step.kind == StepKind::Work).map(|step| step.bout) {
                self.forget_set_up(player, next);
            }
        }
        let point = match why {
            Pause::Asked => Point::Paused,
            Pause::Quit => Point::QuitAsked,
            Pause::Gap(_) => Point::Gap,
            Pause::Pain { .. } => Point::PainOver,
        };
        self.give(point, due, self.text(point, &[]), out);
    }

    /// Time runs again: work begins with its tone, a count or a pause with a word, and with what was cut off.
    fn resumed(&mut self, player: &Player, due: Duration, out: &mut Out) {
        let Some((kind, bout)) = player.step().map(|step| (step.kind, step.bout)) else { return };
        if kind == StepKind::Work && self.counting {
            self.give(Point::Resumed, due, None, out);
            return;
        }
        self.give(Point::GoOn, due, self.text(Point::GoOn, &[]), out);
        if kind != StepKind::Work && self.announced.is_none() {
            self.named = None;
            let next = player.leads_to(kind, bout).unwrap_or(bout);
            self.pause(player, (StepKind::GetReady, next), due, out);
        }
    }

    /// The count before going on begins.
    pub(super) fn counts_in(&mut self, player: &Player, out: &mut Out) {
        let Run::CountIn { until, .. } = player.run() else { return };
        let due = until.saturating_sub(COUNT_IN);
        let again = out.cues.iter().any(|cue| cue.due.awake == due && cue.says.is_some());
        self.give(Point::TickGoOn, due, None, out);
        if !again {
            self.give(Point::GoOn, due, self.text(Point::GoOn, &[]), out);
        }
    }

    /// The session is over; the question that the next screen asks is heard with it, since nothing is said behind it.
    fn over(&mut self, player: &Player, end: End, due: Duration, out: &mut Out) {
        let point = match end {
            End::Through => Point::Through,
            End::Asked | End::Pain => Point::Ended,
        };
        // The end is told when it was seen: a set that ended a moment before it needs no tone of its own.
        let due = out.cues.last().map_or(due, |last| last.due.awake);
        let asks = player.plan().pain.ask.contains(&PainQuestion::After);
        let asked = if asks { format!(" {}", self.words.raw("worst_pain")) } else { String::new() };
        let text = self.text(point, &[]).map(|text| format!("{text}{asked}"));
        self.give(point, due, text, out);
    }
}
