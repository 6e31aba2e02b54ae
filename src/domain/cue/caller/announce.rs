//! What comes next: the exercise, the set, the side, and the set-up, all before the work begins.

use std::time::Duration;

use crate::domain::cue::caller::voice::{Line, clipped};
use crate::domain::cue::caller::{Caller, Out};
use crate::domain::cue::table::{AFTER_START, BREATH, Point};
use crate::domain::cue::{Weight, speaking_time};
use crate::domain::exercise::{Exercise, Reps, Side, Work};
use crate::domain::plan::{Bout, Item};
use crate::domain::player::{Player, Run};
use crate::domain::text::{Clean, Id};
use crate::domain::timeline::StepKind;

impl Caller {
    /// A count or a pause begins: what it is, then what comes, then the set-up where it was not said yet.
    pub(super) fn pause(&mut self, player: &Player, (kind, bout): (StepKind, Bout), due: Duration, out: &mut Out) {
        let next = player.leads_to(kind, bout).unwrap_or(bout);
        let Some(item) = player.plan().items.get(next.item) else { return };
        let name = item.exercise.name.to_string();
        let length = player.step_of(kind, bout).and_then(|step| step.length).unwrap_or_default();
        let other = next.item != bout.item;
        match kind {
            StepKind::GetReady | StepKind::Work => {
                let named = self.named == Some(next.item);
                let first = self.is_first(player, next);
                let line = self.fitting_set_line(player, next, !named && first, due);
                self.give(Point::Ready, due, line, out);
                self.announced = Some(next);
            }
            StepKind::Rest if !other => {
                let time = self.words.length(length);
                self.give(Point::Rest, due, self.text(Point::Rest, &[("time", &time)]), out);
            }
            StepKind::Rest | StepKind::Between => {
                let round = (next.set > 1 && player.plan().circuit(next.item).len() > 1)
                    .then(|| format!(", {}", self.words.text("round", &[("n", &next.set.to_string())])));
                let text = self.text(Point::Next, &[("name", &name)]);
                self.give(Point::Next, due, text.map(|text| format!("{text}{}", round.unwrap_or_default())), out);
                self.named = Some(next.item);
            }
            StepKind::ChangeOver => {
                let text = self.text(Point::ChangeOver, &[]);
                let then = other.then(|| self.text(Point::Next, &[("name", &name)])).flatten();
                let parts: Vec<String> = text.into_iter().chain(then).collect();
                let text = Some(parts.join(". "));
                self.give(Point::ChangeOver, due, text, out);
                self.named = Some(next.item);
            }
        }
        self.set_up_waits(player, next, due);
        let straight = player.ahead().get(1).is_some_and(|step| step.kind == StepKind::Work);
        if kind != StepKind::GetReady && straight {
            // No count follows: the set is said here.
            let line = self.set_line(player, next, false);
            let line = line.map(|text| Line { text, weight: Weight::Word, set_up: None, not_before: due });
            if let Some(line) = line {
                self.voice.wait(line);
            }
            self.announced = Some(next);
        }
    }

    /// Whether the exercise has to be named before this set: its first one, or the first after another exercise.
    fn is_first(&self, player: &Player, bout: Bout) -> bool {
        let before = player.comes_from(StepKind::GetReady, bout);
        self.announced.is_none() || before.is_none_or(|before| before.item != bout.item)
    }

    /// Name, set and side; what does not fit before the start is left out, the name first.
    fn fitting_set_line(&self, player: &Player, bout: Bout, named: bool, due: Duration) -> Option<String> {
        let whole = self.set_line(player, bout, named);
        let room = |text: &String| begins(player).is_none_or(|begins| due + speaking_time(text) + BREATH <= begins);
        let short = || self.set_line(player, bout, false);
        whole.filter(room).or_else(|| short().filter(room))
    }

    /// `Calf raise, set 1 of 3, right side, 10 reps at your own pace`; nothing where none of it needs to be said.
    pub(super) fn set_line(&self, player: &Player, bout: Bout, named: bool) -> Option<String> {
        let item = player.plan().items.get(bout.item)?;
        let words = &self.words;
        let of = item.sets(bout.side);
        let set = (of > 1).then(|| words.text("set", &[("n", &bout.set.to_string()), ("of", &of.to_string())]));
        let side = bout.side.map(|side| match side {
            Side::Left => words.raw("left_side").to_owned(),
            Side::Right => words.raw("right_side").to_owned(),
        });
        let pace = match item.work(bout.side) {
            Work::OwnPace { reps: Reps::Count(reps) } => {
                Some(words.text("own_pace", &[("reps", &words.count("reps", u64::from(reps.low())))]))
            }
            Work::OwnPace { reps: Reps::Max } | Work::Paced { reps: Reps::Max, .. } => {
                Some(words.raw("as_many").to_owned())
            }
            Work::Paced { .. } | Work::HeldReps { .. } | Work::Hold { .. } | Work::Timed { .. } | Work::Instruction => {
                None
            }
        };
        let name = named.then(|| item.exercise.name.to_string());
        let parts: Vec<String> =
            [name, set, side, pace].into_iter().flatten().filter(|part| !part.is_empty()).collect();
        (!parts.is_empty()).then(|| sentence(&parts.join(", ")))
    }

    /// The set-up of an exercise on a side waits for its turn, where it was not said yet.
    pub(super) fn set_up_waits(&mut self, player: &Player, bout: Bout, due: Duration) {
        let Some(item) = player.plan().items.get(bout.item) else { return };
        let exercise = &item.exercise;
        let Some(text) = set_up(exercise, item.work(bout.side)) else { return };
        let key = (exercise.id.clone(), bout.side);
        if self.set_up.insert(key.clone()) {
            let text = self.words.with_side(text, bout.side);
            self.voice.wait(Line { text, weight: Weight::Word, set_up: Some(key), not_before: due });
        }
    }

    /// The set-up of a set was cut off: it may be said again.
    pub(super) fn forget_set_up(&mut self, player: &Player, bout: Bout) {
        if let Some(key) = player.plan().items.get(bout.item).map(|item: &Item| key(item, bout.side)) {
            self.set_up.remove(&key);
        }
    }

    /// Says what waits, as far as it may be said up to a moment.
    pub(super) fn speak_waiting(&mut self, player: &Player, until: Duration, out: &mut Out) {
        while may_speak(player)
            && let Some(due) = self.voice.next().map(|due| due.max(self.from)).filter(|due| *due <= until)
            && let Some(line) = self.voice.take()
        {
            let ends = due + speaking_time(&clipped(&line.text)) + BREATH;
            let start = begins(player).map(|begins| begins.saturating_sub(self.reserved(player)));
            let of_set = || super::ends(player);
            if start.or_else(of_set).is_none_or(|limit| ends <= limit) {
                let says = self.voice.speak(&line, due, false);
                out.put(due, None, Some(says));
            } else if let Some(start) = begins(player).filter(|_| line.set_up.is_some()) {
                // It does not fit before the start: name, set and side go first, the set-up comes after.
                self.voice.wait(Line { not_before: start + AFTER_START, ..line });
            } else {
                // There is no room for it any more.
            }
        }
    }

    /// Time that the set-up must leave in a pause for the set and the side, which are said in the count behind it.
    fn reserved(&self, player: &Player) -> Duration {
        let count = player.ahead().iter().skip(1).take_while(|step| step.kind != StepKind::Work);
        let counts = count.filter(|step| step.kind == StepKind::GetReady).map(|step| step.bout).next();
        let line = counts.and_then(|bout| self.set_line(player, bout, false));
        line.map_or(Duration::ZERO, |line| speaking_time(&line) + BREATH)
    }
}

/// Whether what waits may be said while the player stands as it does.
pub(super) const fn may_speak(player: &Player) -> bool {
    matches!(player.run(), Run::Running { .. })
}

/// The moment at which the work begins that the present count or pause leads to; none in a set.
fn begins(player: &Player) -> Option<Duration> {
    let Run::Running { zero } = player.run() else { return None };
    let ahead = player.ahead();
    let pauses = ahead.iter().take_while(|step| step.kind != StepKind::Work);
    let before: Duration = pauses.filter_map(|step| step.length).sum();
    ahead.first().filter(|step| step.kind != StepKind::Work).map(|_| zero + before)
}

/// What is said before the clock starts; without it the first step. The steps of an instruction are its work.
fn set_up<'a>(exercise: &'a Exercise, work: &Work) -> Option<&'a str> {
    let step = || exercise.steps.first().filter(|_| *work != Work::Instruction);
    exercise.setup.as_ref().or_else(step).map(Clean::as_str)
}

fn key(item: &Item, side: Option<Side>) -> (Id, Option<Side>) {
    (item.exercise.id.clone(), side)
}

/// The first letter a capital one.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
