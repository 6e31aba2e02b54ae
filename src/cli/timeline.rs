//! `soleus show --timeline`: every step and phase of a session with its moment, and everything that is heard of it.

use std::io::Write;
use std::time::Duration;

use serde_json::{Value, json};

use crate::cli::show::kind;
use crate::domain::cue::{Cue as Heard, Tone, rehearse};
use crate::domain::exercise::{Affected, Work};
use crate::domain::plan::{Plan, target};
use crate::domain::prescription::with_side;
use crate::domain::program::Program;
use crate::domain::standing::Occasion;
use crate::domain::text::Clean;
use crate::domain::time::{clock_face_down, in_words, minutes};
use crate::domain::timeline::{Beat, Step, StepKind, Timeline, side_word};
use crate::error::Error;
use crate::io::words::lexicon;

/// One cue: a step or a phase of a rep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// From the start of the session, with guesses for what the runner ends.
    pub at: Duration,
    /// How long what it speaks of takes; none where the runner ends it.
    pub length: Option<Duration>,
    /// `get ready`, `work`, `rest`, `change sides`, `next exercise`, `beat`.
    pub kind: &'static str,
    /// The exercise that it belongs to, by the history's name.
    pub exercise: String,
    /// The set, from 1.
    pub set: u32,
    /// The side that works.
    pub side: Option<&'static str>,
    /// The rep, for a beat.
    pub rep: Option<u32>,
    /// What is said of it.
    pub said: String,
}

/// Which sessions are told.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// Every session of every stage, for an affected side.
    All(Affected),
    /// One.
    One(Box<Occasion>),
}

impl Wanted {
    const fn affected(&self) -> Affected {
        match self {
            Self::All(affected) => *affected,
            Self::One(occasion) => occasion.standing.affected,
        }
    }
}

/// A session of a program, named, with its plan.
struct Sitting {
    name: String,
    phase: usize,
    session: usize,
    plan: Option<Plan>,
}

/// Every cue of one session, or of every session of every stage.
pub fn text(program: &Program, wanted: &Wanted, out: &mut impl Write) -> Result<(), Error> {
    writeln!(out, "{} ({}), affected side {}", program.title, program.id, wanted.affected().word())?;
    for Sitting { name, plan, .. } in sittings(program, wanted) {
        let Some(plan) = plan else {
            writeln!(out, "\n{name}nothing is left to do with this side")?;
            continue;
        };
        let timeline = Timeline::of(&plan);
        let about = if timeline.is_guess() { "about " } else { "" };
        writeln!(out, "\n{name}{about}{} min", minutes(timeline.length(&plan)))?;
        for (left_out, why) in &plan.left_out {
            writeln!(out, "  left out: {left_out} ({why})")?;
        }
        let mut heard = heard(program, plan.clone()).into_iter().peekable();
        for cue in cues(&plan) {
            while let Some(before) = heard.next_if(|heard| heard.due.awake < cue.at) {
                writeln!(out, "  {:>9}    ~ {}", moment(before.due.awake), words(&before))?;
            }
            let indent = if cue.kind == "beat" { "  " } else { "" };
            writeln!(out, "  {:>9}  {indent}{}", moment(cue.at), cue.said)?;
        }
        for last in heard {
            writeln!(out, "  {:>9}    ~ {}", moment(last.due.awake), words(&last))?;
        }
        writeln!(out, "  {:>9}  session over", moment(timeline.length(&plan)))?;
    }
    Ok(())
}

/// The same for a program to read, in milliseconds from the start of each session.
pub fn json(program: &Program, wanted: &Wanted) -> Value {
    let millis = |length: Duration| u64::try_from(length.as_millis()).unwrap_or(u64::MAX);
    let cue = |cue: Cue| {
        json!({
            "at_ms": millis(cue.at), "length_ms": cue.length.map(millis), "kind": cue.kind, "exercise": cue.exercise,
            "set": cue.set, "side": cue.side, "rep": cue.rep, "said": cue.said,
        })
    };
    let sessions = sittings(program, wanted).into_iter().map(|Sitting { phase, session, plan, .. }| {
        let length = plan.as_ref().map(|plan| Timeline::of(plan).length(plan)).unwrap_or_default();
        let cues: Vec<Value> = plan.as_ref().map(cues).unwrap_or_default().into_iter().map(cue).collect();
        let heard = plan.map(|plan| heard(program, plan)).unwrap_or_default();
        let heard: Vec<Value> = heard
            .into_iter()
            .map(|cue| {
                let (tone, says) = (cue.tone.map(Tone::word), cue.says.as_ref().map(|says| says.text.as_str()));
                json!({ "at_ms": millis(cue.due.awake), "tone": tone, "says": says })
            })
            .collect();
        json!({ "phase": phase, "session": session, "length_ms": millis(length), "cues": cues, "heard": heard })
    });
    let sessions: Vec<Value> = sessions.collect();
    json!({ "id": program.id.as_str(), "affected": wanted.affected().word(), "sessions": sessions })
}

/// Everything that is heard of a session, with tones and voice.
fn heard(program: &Program, plan: Plan) -> Vec<Heard> {
    rehearse(plan, lexicon().of(&program.language))
}

/// `side change "Change sides"`.
fn words(heard: &Heard) -> String {
    let tone = heard.tone.map(|tone| tone.word().to_owned());
    let says = heard.says.as_ref().map(|says| format!("\"{}\"", says.text));
    tone.into_iter().chain(says).collect::<Vec<_>>().join(" ")
}

fn sittings(program: &Program, wanted: &Wanted) -> Vec<Sitting> {
    let mut all = Vec::new();
    let many = program.phases.len() > 1;
    for (phase, stage) in program.phases.iter().enumerate() {
        for (session, one) in stage.sessions.iter().enumerate() {
            let title = |title: &Option<Clean>| title.as_ref().map(|title| format!(": {title}")).unwrap_or_default();
            let mut name = if many { format!("stage {}{}; ", phase + 1, title(&stage.title)) } else { String::new() };
            if stage.sessions.len() > 1 {
                name = format!("{name}session {}{}; ", session + 1, title(&one.title));
            }
            let plan = match wanted {
                Wanted::All(affected) => Plan::of(program, &Occasion::whole(*affected, phase, session)),
                Wanted::One(one) if (one.standing.phase, one.session) == (phase, session) => Plan::of(program, one),
                Wanted::One(_) => continue,
            };
            all.push(Sitting { name, phase, session, plan });
        }
    }
    all
}

/// Every cue of a session in the order of their moments.
pub fn cues(plan: &Plan) -> Vec<Cue> {
    let mut cues = Vec::new();
    let mut at = Duration::ZERO;
    let timeline = Timeline::of(plan);
    for (index, step) in timeline.steps.iter().enumerate() {
        let cue = |at, length, kind, rep, said| {
            let exercise = plan.items.get(step.bout.item).map(|item| item.planned.to_string()).unwrap_or_default();
            let side = side_word(step.bout.side);
            Cue { at, length, kind, exercise, set: step.bout.set, side, rep, said }
        };
        cues.push(cue(at, step.length, kind(step.kind), None, said_of(step, timeline.steps.get(index + 1), plan)));
        for beat in &step.beats {
            cues.push(cue(at + beat.start, Some(beat.length), "beat", Some(beat.rep), said_of_beat(beat, step, plan)));
        }
        at += step.expected(plan);
    }
    cues
}

fn said_of(step: &Step, after: Option<&Step>, plan: &Plan) -> String {
    let Some(item) = plan.items.get(step.bout.item) else { return String::new() };
    let lasts = step.length.map_or_else(|| "your own pace".to_owned(), in_words);
    let side = step.bout.side.map(|side| format!(", {} side", side.word())).unwrap_or_default();
    let set = format!("set {} of {}{side}", step.bout.set, item.sets(step.bout.side));
    match step.kind {
        StepKind::GetReady => {
            let first = item.bouts(step.bout.item).iter().find(|bout| bout.side == step.bout.side) == Some(&step.bout);
            let setup = item.exercise.setup.as_ref().or_else(|| item.exercise.steps.first()).filter(|_| first);
            let setup = setup.map(|setup| format!(": {}", with_side(setup, step.bout.side))).unwrap_or_default();
            format!("get ready, {lasts}, for {}, {set}{setup}", item.exercise.name)
        }
        StepKind::Work => {
            let load = item.load(step.bout.side).map(|load| format!(", {}", load.words)).unwrap_or_default();
            format!("{}, {set}{load}, {lasts}", item.exercise.name)
        }
        StepKind::Rest => format!("rest, {lasts}"),
        StepKind::ChangeOver => format!("change sides, {lasts}"),
        StepKind::Between => {
            // In a circuit the next one may stand before this one in the program.
            let next = after.and_then(|after| plan.items.get(after.bout.item));
            let next = next.map(|next| format!(": {}", next.exercise.name)).unwrap_or_default();
            format!("next exercise, {lasts}{next}")
        }
    }
}

fn said_of_beat(beat: &Beat, step: &Step, plan: &Plan) -> String {
    let phase = format!("{} {}", beat.verb, in_words(beat.length));
    let Some(work) = plan.items.get(step.bout.item).map(|item| item.work(step.bout.side)) else { return phase };
    let counted = matches!(work, Work::Paced { .. } | Work::HeldReps { .. });
    if !counted || beat.phase > 0 {
        return phase;
    }
    let of = target(work).reps.map(|of| format!(" of {of}")).unwrap_or_default();
    let again = if step.repeats { ", and so on until you end the set" } else { "" };
    format!("rep {}{of}: {phase}{again}", beat.rep)
}

/// `1:05`, `1:05.5`: a moment to the tenth, where it is no whole second.
fn moment(at: Duration) -> String {
    let tenths = at.subsec_millis() / 100;
    let whole = clock_face_down(at);
    if tenths == 0 { whole } else { format!("{whole}.{tenths}") }
}
