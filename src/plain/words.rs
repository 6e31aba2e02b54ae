//! What is said of an event, and what may be typed.

use std::time::Duration;

use crate::domain::exercise::{Exercise, Work};
use crate::domain::plan::{Bout, Plan};
use crate::domain::player::{Command, End, Event, Pause, Player, Run, What};
use crate::domain::prescription::{count, dose, with_side};
use crate::domain::session::{Happened, SetRecord, SetResult, SkipReason};
use crate::domain::time::{in_words, minutes};
use crate::domain::timeline::{StepKind, Timeline};

/// Shown when something else was typed.
pub(super) const WHAT_CAN_BE_TYPED: &str = "type: Enter (done, or skip the rest), p pause, g go on, b this set again, \
     d count it as done, n next exercise, s pain|tired|time|kit skip, e longer rest or easier, r12 reps done, \
     0 to 10 pain, q end";

/// The first lines of a session: what it is, how long, what is left out and why.
pub fn heading(plan: &Plan) -> Vec<String> {
    let timeline = Timeline::of(plan);
    let about = if timeline.is_guess() { "about " } else { "" };
    let exercises = count(u32::try_from(plan.items.len()).unwrap_or(u32::MAX), "exercise");
    let first = format!("{}: {exercises}, {about}{} min", plan.title, minutes(timeline.length(plan)));
    let left_out = plan.left_out.iter().map(|(name, why)| format!("left out today: {name} ({why})"));
    std::iter::once(first).chain(left_out).collect()
}

/// The lines for an event; none for what the lines around it say already.
pub fn lines(event: &Event, player: &Player) -> Vec<String> {
    let line = match &event.what {
        What::Step { kind: StepKind::GetReady, bout } => return get_ready(*bout, player),
        What::Step { kind, bout } => step(*kind, *bout, player),
        What::Beat { bout, rep, beat } => beat_line(*bout, *rep, *beat, player),
        What::Log(happened) => log_line(happened, player),
        What::Paused(why) => Some(paused(*why)),
        What::Wanted(_) | What::Swapped(_) => None,
        What::Resumed => Some("go on".to_owned()),
        What::Over(_) => None,
    };
    line.into_iter().collect()
}

/// The last line: how it ended.
pub const fn farewell(end: End) -> &'static str {
    match end {
        End::Through => "session over",
        End::Asked => "session ended; what was done is kept",
        End::Pain => "session ended because of pain; what was done is kept",
    }
}

fn exercise(player: &Player, item: usize) -> Option<&Exercise> {
    player.plan().items.get(item).map(|item| &item.exercise)
}

fn length_of(kind: StepKind, bout: Bout, player: &Player) -> Option<Duration> {
    player.timeline().steps.iter().find(|step| step.kind == kind && step.bout == bout)?.length
}

fn step(kind: StepKind, bout: Bout, player: &Player) -> Option<String> {
    let now = exercise(player, bout.item)?;
    let length = length_of(kind, bout, player);
    let lasts = length.map(in_words).unwrap_or_default();
    Some(match kind {
        StepKind::GetReady => format!("get ready, {lasts}"),
        StepKind::Work => {
            let side = bout.side.map(|side| format!(", {} side", side.word())).unwrap_or_default();
            let what = match &now.work {
                Work::OwnPace { .. } | Work::Instruction => ": at your own pace, Enter when done",
                Work::Paced { .. } if length.is_none() => ": as many as you can, Enter when done",
                Work::Paced { .. } | Work::HeldReps { .. } | Work::Hold { .. } | Work::Timed { .. } => "",
            };
            format!("set {} of {}{side}{what}", bout.set, now.sets.low())
        }
        StepKind::Rest => format!("rest, {lasts}"),
        StepKind::ChangeOver => format!("change sides, {lasts}"),
        StepKind::Between => {
            let next = exercise(player, bout.item + 1).map(|next| format!(" {}", next.name)).unwrap_or_default();
            format!("next exercise:{next}, {lasts}")
        }
    })
}

/// Name, dose and set-up before the first set of an exercise; the set-up again when the side changes.
fn get_ready(bout: Bout, player: &Player) -> Vec<String> {
    let Some(now) = exercise(player, bout.item) else { return Vec::new() };
    let bouts = player.plan().items.get(bout.item).map(|item| item.bouts(bout.item)).unwrap_or_default();
    let place = bouts.iter().position(|b| *b == bout).unwrap_or(0);
    let first = place == 0;
    let before = place.checked_sub(1).and_then(|before| bouts.get(before));
    let other_side = before.is_some_and(|before| before.side != bout.side);
    let mut lines = Vec::new();
    if first {
        let (n, of) = (bout.item + 1, player.plan().items.len());
        let optional = if now.optional { " (optional)" } else { "" };
        lines.push(format!("exercise {n} of {of}: {}{optional}, {}", now.name, dose(now)));
        if now.work == Work::Instruction {
            let steps = now.steps.iter().enumerate();
            lines.extend(steps.map(|(n, step)| format!("step {}: {}", n + 1, with_side(step, bout.side))));
        }
    }
    if first || other_side {
        let setup = now.setup.as_ref().or_else(|| now.steps.first());
        lines.extend(setup.map(|setup| format!("set-up: {}", with_side(setup, bout.side))));
    }
    let side = bout.side.map(|side| format!("{} side: ", side.word())).unwrap_or_default();
    lines.extend(step(StepKind::GetReady, bout, player).map(|line| format!("{side}{line}")));
    lines
}

fn beat_line(bout: Bout, rep: u32, beat: usize, player: &Player) -> Option<String> {
    let step = player.timeline().steps.iter().find(|s| s.kind == StepKind::Work && s.bout == bout)?;
    let beat = step.beats.get(beat % step.beats.len().max(1))?;
    let now = exercise(player, bout.item)?;
    let phase = format!("{} {}", beat.verb, in_words(beat.length));
    let counted = matches!(now.work, Work::Paced { .. } | Work::HeldReps { .. });
    if !counted || beat.phase > 0 {
        return Some(phase);
    }
    let of = crate::domain::plan::target(&now.work).reps.map(|of| format!(" of {of}")).unwrap_or_default();
    Some(format!("rep {rep}{of}: {phase}"))
}

fn log_line(happened: &Happened, player: &Player) -> Option<String> {
    match happened {
        Happened::Set(record) => set_line(record, player),
        Happened::Rate(rating) => rating.pain.map(|pain| format!("pain {pain} of 10 noted")),
        Happened::Interrupted => Some("interrupted".to_owned()),
        Happened::Note(_) | Happened::Resumed | Happened::Finish(_) => None,
    }
}

fn set_line(record: &SetRecord, player: &Player) -> Option<String> {
    let name = player.plan().items.iter().find(|item| item.planned == record.exercise).map(|i| &i.exercise.name)?;
    let reps = record.reps.map(|reps| format!(", {}", count(reps, "rep"))).unwrap_or_default();
    Some(match record.result {
        SetResult::Done => format!("set done{reps}"),
        SetResult::Early => format!("set ended early{reps}"),
        SetResult::StoppedPain => format!("set stopped because of pain{reps}"),
        SetResult::Skipped(reason) => {
            let why = reason.map(|reason| format!(" ({})", reason_word(reason))).unwrap_or_default();
            let side = record.side.map(|side| format!(", {}", side.word())).unwrap_or_default();
            format!("skipped: {name}, set {}{side}{why}", record.set)
        }
    })
}

const fn reason_word(reason: SkipReason) -> &'static str {
    match reason {
        SkipReason::Pain => "pain",
        SkipReason::Tired => "tired",
        SkipReason::NoTime => "no time",
        SkipReason::NoEquipment => "no equipment",
    }
}

fn paused(why: Pause) -> String {
    match why {
        Pause::Asked => "paused: g goes on".to_owned(),
        Pause::Quit => "end the session? q ends it, g goes on".to_owned(),
        Pause::Gap(gap) => {
            format!("stopped for {}: g goes on, b this set again, d counts it as done, q ends", in_words(gap))
        }
        Pause::Pain { score, easier, between } => {
            let easier = if easier { "e takes the easier exercise, " } else { "" };
            let on = if between { ", g goes on" } else { "" };
            format!("pain {score} is over the limit, stop here: {easier}s pain skips this exercise, q ends{on}")
        }
    }
}

/// The command that a typed line means at this moment.
pub fn command(typed: &str, player: &Player) -> Option<Command> {
    let typed = typed.trim().to_lowercase();
    let asking = matches!(player.run(), Run::Paused { .. });
    let pain = matches!(player.run(), Run::Paused { why: Pause::Pain { .. }, .. });
    let quit = matches!(player.run(), Run::Paused { why: Pause::Quit | Pause::Pain { .. } | Pause::Gap(_), .. });
    let working = player.step().is_some_and(|step| step.kind == StepKind::Work);
    if let Ok(score) = typed.parse::<u8>() {
        return (score <= 10).then_some(Command::Pain(score));
    }
    if let Some(reps) = typed.strip_prefix('r').and_then(|reps| reps.trim().parse::<i32>().ok()) {
        let last = player.records().last().and_then(|record| record.reps).unwrap_or(0);
        return Some(Command::Reps(reps.saturating_sub(i32::try_from(last).unwrap_or(i32::MAX))));
    }
    Some(match typed.as_str() {
        "" if asking => Command::Resume,
        "" if working => Command::Done,
        "" => Command::Onward,
        "p" => Command::Pause,
        "g" => Command::Resume,
        "b" => Command::SetAgain,
        "d" => Command::CountAsDone,
        "n" => Command::NextExercise,
        "e" if pain => Command::Easier,
        "e" => Command::Extend(Duration::from_secs(15)),
        "q" if quit => Command::End,
        "q" => Command::AskQuit,
        "s pain" | "sp" => Command::Skip(SkipReason::Pain),
        "s tired" | "st" => Command::Skip(SkipReason::Tired),
        "s time" | "sm" => Command::Skip(SkipReason::NoTime),
        "s kit" | "sk" => Command::Skip(SkipReason::NoEquipment),
        _ => return None,
    })
}
