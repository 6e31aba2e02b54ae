//! An exercise as it was written: every key may be missing, each with its place.

use std::ops::Range;
use std::time::Duration;

use crate::domain::amount::{Amount, Load};
use crate::domain::exercise::{Reps, SideRule};
use crate::domain::schedule::Schedule;
use crate::domain::text::{Clean, Id, NAME, TEXT};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::amounts::{length, load, reps, sets};
use crate::io::program_file::climb::ProgressDraft;
use crate::io::program_file::guess::{nearest, one_slip};
use crate::io::program_file::keys::ONLY_IF;
use crate::io::program_file::schedule::schedule;
use crate::io::program_file::sides::SideDrafts;
use crate::io::program_file::table::{At, Table};
use crate::io::program_file::tempo::{Pace, VERBS, tempo};

/// An exercise as written.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) span: Range<usize>,
    pub(super) uses: Option<At<Id>>,
    pub(super) id: Option<At<Id>>,
    pub(super) name: Option<Clean>,
    pub(super) work: WorkKeys,
    pub(super) sets: Option<At<Amount<u32>>>,
    pub(super) side: Option<SideRule>,
    pub(super) rests: Rests,
    pub(super) load: Option<At<Load>>,
    pub(super) sides: SideDrafts,
    pub(super) progress: Option<ProgressDraft>,
    pub(super) placing: Placing,
    pub(super) measure: Option<Clean>,
    pub(super) texts: Texts,
    pub(super) easier: Option<At<Id>>,
    pub(super) harder: Option<At<Id>>,
    /// A key of the dose stands there and could not be read: what seems to be missing is not.
    pub(super) faulty: bool,
}

/// The keys that say what the work of a set is.
#[derive(Clone, Debug, Default)]
pub(super) struct WorkKeys {
    pub(super) reps: Option<At<Reps>>,
    pub(super) tempo: Option<At<Pace>>,
    pub(super) hold: Option<At<Amount<Duration>>>,
    pub(super) relax: Option<At<Duration>>,
    pub(super) time: Option<At<Amount<Duration>>>,
}

/// Counts and rests.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rests {
    pub(super) get_ready: Option<Duration>,
    pub(super) rest: Option<Duration>,
    pub(super) rest_after: Option<Duration>,
    pub(super) change_over: Option<Duration>,
}

/// What is read and shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    pub(super) setup: Option<Clean>,
    pub(super) purpose: Option<Clean>,
    pub(super) note: Option<Clean>,
    pub(super) figure: Option<Clean>,
    pub(super) steps: Option<Vec<Clean>>,
    pub(super) cues: Option<Vec<Clean>>,
    pub(super) mistakes: Option<Vec<Clean>>,
    pub(super) muscles: Option<Vec<Clean>>,
    pub(super) equipment: Option<Vec<Clean>>,
    pub(super) synonyms: Option<Vec<Clean>>,
    pub(super) sources: Option<Vec<Clean>>,
}

/// When it is part of the session, and with which neighbours.
#[derive(Clone, Debug, Default)]
pub(super) struct Placing {
    pub(super) schedule: Option<Schedule>,
    pub(super) only_if: Option<At<u8>>,
    pub(super) circuit: Option<At<Clean>>,
    pub(super) optional: Option<bool>,
}

/// The longest rest, relax, count or change of sides.
pub(super) const LONGEST_REST: Duration = Duration::from_mins(30);

/// Reads the table of an exercise; `english` says whether its verbs are.
pub(super) fn draft(table: Table<'_>, english: bool) -> Draft {
    let mut draft = Draft {
        span: table.span.clone(),
        uses: table.id("use"),
        id: table.id("id"),
        name: table.text("name", NAME),
        sets: sets(&table),
        work: WorkKeys {
            reps: reps(&table),
            tempo: pace(&table, english),
            hold: length(&table, "hold"),
            relax: table.duration_at("relax", LONGEST_REST),
            time: length(&table, "time"),
        },
        side: side(&table),
        rests: rests(&table),
        load: load(&table),
        sides: SideDrafts::read(&table),
        progress: ProgressDraft::read(&table),
        placing: placing(&table),
        measure: table.text("measure", NAME),
        texts: texts(&table),
        easier: table.id("easier"),
        harder: table.id("harder"),
        faulty: false,
    };
    let WorkKeys { reps, tempo, hold, relax, time } = &draft.work;
    draft.faulty = table.holds_unread(&[
        ("sets", draft.sets.is_some()),
        ("reps", reps.is_some()),
        ("tempo", tempo.is_some()),
        ("hold", hold.is_some()),
        ("relax", relax.is_some()),
        ("time", time.is_some()),
        ("load", draft.load.is_some()),
    ]) || draft.sides.all().any(|(_, dose)| dose.faulty);
    table.finish();
    draft
}

fn placing(table: &Table<'_>) -> Placing {
    Placing {
        schedule: table.parsed("schedule", "schedule", schedule).map(|at| at.value),
        only_if: only_if(table),
        circuit: circuit(table),
        optional: table.boolean("optional"),
    }
}

fn only_if(table: &Table<'_>) -> Option<At<u8>> {
    let inner = table.sub("only_if", ONLY_IF, "write only_if = { pain_at_most = 3 }")?;
    if inner.place_of("pain_at_most").is_none() {
        let problem = Diagnostic::error("missing-key", inner.span.clone(), "`only_if` says nothing");
        table.notes.missing(problem.help("write only_if = { pain_at_most = 3 }"));
    }
    let score = inner.score("pain_at_most");
    inner.finish();
    score
}

/// The label of a circuit; case and blanks around it mean nothing.
fn circuit(table: &Table<'_>) -> Option<At<Clean>> {
    let text = table.string("circuit")?;
    let label = table.fitting("circuit", &text, NAME)?;
    Some(At { value: Clean::name(label.trim()), span: text.span })
}

/// The rests of a table; `defaults` has the same keys.
pub(super) fn rests(table: &Table<'_>) -> Rests {
    Rests {
        get_ready: table.duration("get_ready", LONGEST_REST),
        rest: table.duration("rest", LONGEST_REST),
        rest_after: table.duration("rest_after", LONGEST_REST),
        change_over: table.duration("change_over", LONGEST_REST),
    }
}

fn texts(table: &Table<'_>) -> Texts {
    Texts {
        setup: table.text("setup", TEXT),
        purpose: table.text("purpose", TEXT),
        note: table.text("note", TEXT),
        figure: figure(table),
        steps: table.list("steps"),
        cues: table.list("cues"),
        mistakes: table.list("mistakes"),
        muscles: table.list("muscles"),
        equipment: table.list("equipment"),
        synonyms: table.list("synonyms"),
        sources: table.list("sources"),
    }
}

/// A figure is an id, or a file beside the program, never one outside its folder.
fn figure(table: &Table<'_>) -> Option<Clean> {
    let text = table.string("figure")?;
    let parts: Vec<&str> = text.value.split('/').collect();
    let plain = |part: &&str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || "._- ".contains(c))
    };
    if parts.len() > 4 || !parts.iter().all(plain) {
        let message = format!("`{}` is not an id or a file beside the program", Clean::name(text.value));
        let help = "no `..`, no leading `/`, at most 4 parts of letters, digits, `.`, `_` and `-`";
        table.notes.add(Diagnostic::error("figure", text.span, message).help(help));
        return None;
    }
    table.fitting("figure", &text, NAME)
}

fn pace(table: &Table<'_>, english: bool) -> Option<At<Pace>> {
    let value = table.get("tempo")?;
    let text = table.string_of("tempo", value)?;
    let pace = table.read(&text, "tempo", |part| tempo(part.text))?;
    if let (Pace::Phases(phases), true) = (&pace.value, english) {
        for phase in phases {
            let verb = phase.verb.as_str();
            if let Some(near) = one_slip(verb, VERBS) {
                let at = text.value.to_lowercase().find(verb).unwrap_or(0);
                let spot = table.inside(&text.span, text.value, &(at..at + verb.len()));
                let message = format!("`{verb}` is close to `{near}`, which the figures know");
                let help = format!("write `{near}` if that is meant");
                table.notes.add(Diagnostic::warning("verb", spot, message).help(help));
            }
        }
    }
    Some(pace)
}

const SIDES: [(&str, SideRule); 7] = [
    ("both", SideRule::Both),
    ("each", SideRule::Each),
    ("each in turn", SideRule::EachInTurn),
    ("left", SideRule::Left),
    ("right", SideRule::Right),
    ("affected", SideRule::Affected),
    ("unaffected", SideRule::Unaffected),
];

pub(super) fn side(table: &Table<'_>) -> Option<SideRule> {
    let text = table.string("side")?;
    let said = text.value.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let known = SIDES.iter().find(|(word, _)| *word == said);
    if known.is_none() {
        let near = nearest(&said, SIDES.map(|(word, _)| word)).map(|near| format!("did you mean \"{near}\"?"));
        let takes = "write both, each, each in turn, left, right, affected or unaffected".to_owned();
        let message = format!("`{}` is not a side", Clean::name(text.value));
        table.notes.add(Diagnostic::error("side", text.span, message).help(near.unwrap_or(takes)));
    }
    known.map(|(_, side)| *side)
}
