//! What is said of an event.

use crate::domain::climb::thousandths;
use crate::domain::cue::Hearing;
use crate::domain::exercise::{Exercise, Reps, Work};
use crate::domain::plan::{Bout, Plan, Swap};
use crate::domain::player::{Asked, Asks, End, Event, Pause, Player, What};
use crate::domain::prescription::{count, dose, with_side};
use crate::domain::session::{Happened, SetRecord, SetResult, SkipReason};
use crate::domain::text::Clean;
use crate::domain::time::{in_words, minutes};
use crate::domain::timeline::{StepKind, Timeline};

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
        What::Log(happened) => return log_line(happened, player),
        What::Paused(why) => Some(paused(*why)),
        What::Wanted(to) => Some(wanted(*to, player)),
        What::Swapped(item) => exercise(player, *item).map(|now| format!("now {}: {}", now.name, dose(now))),
        What::Resumed => Some("go on".to_owned()),
        What::Over(_) => None,
    };
    line.into_iter().collect()
}

/// What is heard.
pub(super) const fn hearing(hearing: Hearing) -> &'static str {
    match hearing {
        Hearing::Quiet => "nothing",
        Hearing::Tones => "tones",
        Hearing::Voice => "the voice",
        Hearing::Both => "tones and the voice",
    }
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

fn wanted(to: Option<Swap>, player: &Player) -> String {
    let item = player.step().and_then(|step| player.plan().items.get(step.bout.item));
    match (to, item.and_then(|item| item.neighbour(to?))) {
        (Some(_), Some(other)) => format!("from the next set on: {}", other.name),
        (Some(_), None) | (None, _) => "it stays this exercise".to_owned(),
    }
}

fn step(kind: StepKind, bout: Bout, player: &Player) -> Option<String> {
    let item = player.plan().items.get(bout.item)?;
    let length = player.step_of(kind, bout).and_then(|step| step.length);
    let lasts = length.map(in_words).unwrap_or_default();
    Some(match kind {
        StepKind::GetReady => format!("get ready, {lasts}"),
        StepKind::Work => {
            let side = bout.side.map(|side| format!(", {} side", side.word())).unwrap_or_default();
            let what = match item.work(bout.side) {
                Work::OwnPace { reps: Reps::Max } => ": as many as you can at your own pace, Enter when done",
                Work::OwnPace { reps: Reps::Count(_) } | Work::Instruction => ": at your own pace, Enter when done",
                Work::Paced { .. } if length.is_none() => ": as many as you can, Enter when done",
                Work::Paced { .. } | Work::HeldReps { .. } | Work::Hold { .. } | Work::Timed { .. } => "",
            };
            format!("set {} of {}{side}{what}", bout.set, item.sets(bout.side))
        }
        StepKind::Rest => {
            let next = player.leads_to(kind, bout).filter(|next| next.item != bout.item);
            let next = next.and_then(|next| Some(format!(", then round {}: {}", next.set, name(player, next)?)));
            format!("rest, {lasts}{}", next.unwrap_or_default())
        }
        StepKind::ChangeOver => format!("change sides, {lasts}"),
        StepKind::Between => {
            let next = player.leads_to(kind, bout).and_then(|next| name(player, next));
            let next = next.map(|next| format!(" {next}")).unwrap_or_default();
            format!("next exercise:{next}, {lasts}")
        }
    })
}

fn name(player: &Player, bout: Bout) -> Option<&Clean> {
    exercise(player, bout.item).map(|exercise| &exercise.name)
}

/// Name, dose and set-up before the first set of an exercise; the name again where it comes again in a circuit; the
/// set-up again when the side or the exercise has changed.
fn get_ready(bout: Bout, player: &Player) -> Vec<String> {
    let Some(item) = player.plan().items.get(bout.item) else { return Vec::new() };
    let now = &item.exercise;
    let before = player.comes_from(StepKind::GetReady, bout);
    let first = player.plan().bouts().iter().find(|other| other.item == bout.item) == Some(&bout);
    let station = before.is_some_and(|before| before.item != bout.item);
    let other_side = before.is_some_and(|before| before.side != bout.side);
    let of_item = |record: &&SetRecord| record.exercise == item.planned;
    let last = player.records().iter().rev().find(of_item);
    let swapped = last.is_some_and(|record| item.done_as(record).id != now.id);
    let mut lines = Vec::new();
    let (n, of) = (bout.item + 1, player.plan().items.len());
    if first && !swapped {
        let optional = if now.optional { " (optional)" } else { "" };
        lines.push(format!("exercise {n} of {of}: {}{optional}, {}", now.name, dose(now)));
        if now.work == Work::Instruction {
            let steps = now.steps.iter().enumerate();
            lines.extend(steps.map(|(n, step)| format!("step {}: {}", n + 1, with_side(step, bout.side))));
        }
    } else if station {
        lines.push(format!("exercise {n} of {of}: {}, set {} of {}", now.name, bout.set, item.sets(bout.side)));
    } else {
        // The exercise goes on: what it is has been said.
    }
    if first || other_side || station || swapped {
        let setup = now.setup.as_ref().or_else(|| now.steps.first());
        lines.extend(setup.map(|setup| format!("set-up: {}", with_side(setup, bout.side))));
    }
    let side = bout.side.map(|side| format!("{} side: ", side.word())).unwrap_or_default();
    lines.extend(step(StepKind::GetReady, bout, player).map(|line| format!("{side}{line}")));
    lines
}

fn beat_line(bout: Bout, rep: u32, beat: usize, player: &Player) -> Option<String> {
    let step = player.step_of(StepKind::Work, bout)?;
    let beat = step.beats.get(beat % step.beats.len().max(1))?;
    let work = player.plan().items.get(bout.item)?.work(bout.side);
    let phase = format!("{} {}", beat.verb, in_words(beat.length));
    let counted = matches!(work, Work::Paced { .. } | Work::HeldReps { .. });
    if !counted || beat.phase > 0 {
        return Some(phase);
    }
    let of = crate::domain::plan::target(work).reps.map(|of| format!(" of {of}")).unwrap_or_default();
    Some(format!("rep {rep}{of}: {phase}"))
}

fn log_line(happened: &Happened, player: &Player) -> Vec<String> {
    match happened {
        Happened::Set(record) => {
            let mut lines: Vec<String> = set_line(record, player).into_iter().collect();
            let asked = player.questions().into_iter().find(|question| {
                let item = player.plan().items.get(question.bout.item);
                item.is_some_and(|item| item.planned == record.exercise)
                    && (question.bout.set, question.bout.side) == (record.set, record.side)
            });
            lines.extend(asked.and_then(|question| player.asked(question)).map(|asked| question(&asked)));
            lines
        }
        Happened::Rate(rating) => rating.pain.map(|pain| format!("pain {pain} of 10 noted")).into_iter().collect(),
        Happened::Interrupted => vec!["interrupted".to_owned()],
        Happened::Note(_) | Happened::Resumed | Happened::Finish(_) => Vec::new(),
    }
}

/// What is asked of a set, and how it is answered.
pub(super) fn question(asked: &Asked<'_>) -> String {
    let Bout { set, side, .. } = asked.question.bout;
    let side = side.map(|side| format!(", {} side", side.word())).unwrap_or_default();
    let place = format!("{}, set {set} of {}{side}", asked.name, asked.sets);
    match asked.question.asks {
        Asks::Reps => format!("how many reps? {place}: r12 answers 12"),
        Asks::Measure => format!("how many {}? {place}: =12.5 answers 12.5", asked.unit),
    }
}

fn set_line(record: &SetRecord, player: &Player) -> Option<String> {
    let item = player.plan().items.iter().find(|item| item.planned == record.exercise)?;
    let done = item.done_as(record);
    let reps = record.reps.map(|reps| format!(", {}", count(reps, "rep"))).unwrap_or_default();
    let unit = done.measure.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
    let measured = record.measure.map(|measured| format!(", {}{unit}", thousandths(measured))).unwrap_or_default();
    Some(match record.result {
        SetResult::Done if record.unconfirmed => format!("set over, not confirmed{reps}{measured}"),
        SetResult::Done => format!("set done{reps}{measured}"),
        SetResult::Early => format!("set ended early{reps}{measured}"),
        SetResult::StoppedPain => format!("set stopped because of pain{reps}"),
        SetResult::Skipped(reason) => {
            let why = reason.map(|reason| format!(" ({})", reason_word(reason))).unwrap_or_default();
            let side = record.side.map(|side| format!(", {}", side.word())).unwrap_or_default();
            format!("skipped: {}, set {}{side}{why}", item.exercise.name, record.set)
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
