//! A program as its author would like to find it: every line explained, nothing in it that must be known before.

use crate::cli::new::{Placed, WorkSide};
use crate::domain::exercise::{SideRule, Tempo, Work};
use crate::domain::prescription::dose;
use crate::domain::text::{Clean, Id};
use crate::domain::time::in_words;
use crate::io::program_store::quoted;

/// What was asked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// What the history will know it by.
    pub id: Id,
    /// Its title.
    pub title: Clean,
    /// For whom.
    pub audience: Option<Clean>,
    /// Who does the exercises that one side does at a time; none: as the catalogue says.
    pub side: Option<WorkSide>,
    /// When it is due, as a program says it.
    pub schedule: String,
    /// Who must not do it.
    pub not_for: Vec<Clean>,
    /// When to stop.
    pub stop_if: Vec<Clean>,
    /// The exercises in order.
    pub exercises: Vec<Placed>,
}

/// The signs at which anybody should stop (clinical facts, 3.1 and 3.2).
pub const COMMON_SIGNS: [&str; 4] = [
    "Chest pain, sudden breathlessness, coughing blood or dizziness: call your emergency number now",
    "A pop, a snap or a kick felt in the calf or heel; you cannot push off or rise on your toes: be seen today",
    "One calf swollen, throbbing, warm, red or darker, sore veins: be seen today; no massage, no rolling",
    "Pain of 6 or more, or pain that is sharp, sudden or different",
];

/// How a program grows beyond one session.
const STAGES: [&str; 11] = [
    "",
    "# Stages of some weeks: a heading for each, and its exercises under it instead of those above.",
    "#   [[phase]]",
    "#   title = \"Begin\"",
    "#   weeks = 2",
    "#   advance_when = { sessions = 6, pain_at_most = 3 }",
    "#   [[phase.exercise]]",
    "#   use = \"calf-raise\"",
    "#   [[phase]]",
    "#   title = \"Go on\"",
    "#   entry = [\"I can do 2 sets of 15 without pain over 3\"]",
];

/// The program, with remarks that teach the format.
pub fn compose(wanted: &Wanted) -> String {
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    let Wanted { id, title, audience, side, schedule, not_for, stop_if, exercises } = wanted;
    line(&format!("# {title}\n#"));
    line(
        "# A program for soleus. Lines that begin with # are remarks: the player does not read them, you may delete them.",
    );
    line("# Where a line has a remark sign and a key, delete the sign to use it.");
    line("# What this file means: soleus check FILE, soleus show FILE. How it plays: soleus play FILE.");
    line("# Every line that does not belong to a bracket stands above the first bracket.");
    line("");
    line("# What the history knows the program by. Keep it for as long as it is the same program.");
    line(&format!("id    = {}", quoted(id.as_str())));
    line(&format!("title = {}", quoted(title)));
    line("# summary = \"What it is, in a sentence.\"");
    match audience {
        Some(audience) => line(&format!("audience = {}", quoted(audience))),
        None => line("# audience = \"For whom it is.\""),
    }
    line("# author  = \"Your name\"");
    line("");
    line("# \"daily\", \"weekdays\", \"mon wed fri\", \"every 2 days\", \"3 times a week\" or \"as needed\";");
    line("# more than once a day: \"daily, 2 times a day\".");
    line(&format!("schedule = {}", quoted(schedule)));
    line("# gap = \"5h\"    # the least time between two sessions");
    line("");
    line("# Who must not do it. The runner confirms this list once, before the first session.");
    list(&mut line, "not_for", not_for, "Surgery or a fracture of this leg in the last 6 weeks");
    line("");
    line("# When to stop. Confirmed before the first session, and one key away in every session.");
    list(&mut line, "stop_if", stop_if, COMMON_SIGNS.last().copied().unwrap_or_default());
    line("");
    line("# expect = \"What is usual in the first weeks, so that nobody is worried by it.\"");
    line("");
    line(
        "# What is asked about pain (0 none, 10 worst): \"before\", \"after\", \"next-morning\", \"morning-stiffness\".",
    );
    line("# A score over the limit stops the exercise.");
    line("[pain]");
    line("ask   = [\"after\"]");
    line("limit = 5");
    line("# where = \"Achilles tendon\"");
    line("");
    line(
        "# The exercises, in order. `use` takes everything from the catalogue (soleus exercises lists it); what stands",
    );
    line(
        "# below it here wins. Times have a unit: \"30s\", \"2 min\". A range such as reps = \"8 to 12\" begins at its low",
    );
    line("# end; one rep more is offered after every 3 sessions with pain of 3 or less.");
    for placed in exercises {
        line("");
        exercise(&mut line, placed, *side);
    }
    line(&STAGES.join("\n"));
    out
}

fn list(line: &mut impl FnMut(&str), key: &str, items: &[Clean], example: &str) {
    let sign = if items.is_empty() { "# " } else { "" };
    line(&format!("{sign}{key} = ["));
    for item in items {
        line(&format!("  {},", quoted(item)));
    }
    if items.is_empty() {
        line(&format!("#   {},", quoted(example)));
    }
    line(&format!("{sign}]"));
}

fn exercise(line: &mut impl FnMut(&str), placed: &Placed, side: Option<WorkSide>) {
    let Placed { exercise, dose: written } = placed;
    line(&format!("# {}. The catalogue says: {}.", exercise.name, dose(exercise)));
    line("[[exercise]]");
    line(&format!("use  = {}", quoted(exercise.id.as_str())));
    if let Some(dose) = written {
        let plain = dose.amount.bytes().all(|b| b.is_ascii_digit());
        let amount = if plain { dose.amount.clone() } else { quoted(&dose.amount) };
        line(&format!("sets = {}\n{} = {amount}", dose.sets, dose.key));
    } else {
        line(&format!("# sets = {}", exercise.sets.low()));
        if let Some(hint) = work_hint(&exercise.work) {
            line(&format!("# {hint}"));
        }
    }
    // An exercise of both feet at once stays one, whoever hurts where.
    if exercise.side != SideRule::Both {
        line(match side {
            Some(WorkSide::Affected) => "side = \"affected\"    # or \"each\", \"each in turn\", \"left\", \"right\"",
            Some(WorkSide::Both) => "side = \"each\"    # or \"each in turn\", \"affected\", \"left\", \"right\"",
            None => "# side = \"affected\"    # or \"each\", \"each in turn\", \"left\", \"right\"",
        });
    }
    if let Work::Paced { tempo, .. } = &exercise.work {
        line(&format!("# tempo = {}    # or \"own pace\"", quoted(&phases(tempo))));
    }
    line("# rest = \"60s\"    # between sets");
    line("# note = \"A remark of yours for the runner\"");
}

/// A tempo as a program writes it, which is how it is read back.
fn phases(tempo: &Tempo) -> String {
    tempo.phases.iter().map(|phase| format!("{} {}", phase.verb, in_words(phase.length))).collect::<Vec<_>>().join(", ")
}

const fn work_hint(work: &Work) -> Option<&'static str> {
    match work {
        Work::Paced { .. } | Work::OwnPace { .. } => Some("reps = 12    # or \"8 to 12\", or \"max\""),
        Work::HeldReps { .. } => Some("reps = 10    # each held: hold = \"2s\""),
        Work::Hold { .. } => Some("hold = \"30s\"    # or \"30s to 60s\""),
        Work::Timed { .. } => Some("time = \"2 min\""),
        Work::Instruction => None,
    }
}
