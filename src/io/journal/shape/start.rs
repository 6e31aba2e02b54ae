//! The head of a session: who wrote it, when, and the plan as it was resolved.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Bad, Piece, is_false, words};
use crate::domain::exercise::{Affected, Side};
use crate::domain::session::{Manner, PlannedExercise, ProgramRef, Start, Target};
use crate::domain::text::{Clean, Id};

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Shape {
    at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    off: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tz: Option<String>,
    day: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    roll: Option<String>,
    #[serde(default)]
    dev: String,
    #[serde(default)]
    app: String,
    program: Program,
    #[serde(default = "neither")]
    affected: String,
    #[serde(default = "usual_limit")]
    limit: u8,
    #[serde(default, skip_serializing_if = "is_false")]
    rehearsal: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    lighter: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    continues: Option<String>,
    #[serde(default, skip_serializing_if = "is_zero")]
    phase: usize,
    #[serde(default, skip_serializing_if = "is_zero")]
    turn: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<String>,
    #[serde(default)]
    plan: Vec<Planned>,
}

fn neither() -> String {
    Affected::Neither.word().to_owned()
}

const fn usual_limit() -> u8 {
    5
}

/// Which program, as `start` and `finish` have it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Program {
    id: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    sha256: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Planned {
    ex: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    sets: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    sides: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reps: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time_ms: Option<u64>,
    #[serde(default, skip_serializing_if = "is_false")]
    optional: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    load: Option<String>,
    #[serde(default, skip_serializing_if = "is_level_zero")]
    level: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    how: Option<How>,
}

/// Lengths in milliseconds; what is left out is not there.
#[derive(Debug, Serialize, Deserialize)]
struct How {
    #[serde(skip_serializing_if = "Option::is_none")]
    tempo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    relax_ms: Option<u64>,
    rest_ms: u64,
    after_ms: u64,
    change_ms: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    ready_ms: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    circuit: Option<String>,
}

/// How much of a plan a head holds: less where the line would be too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    Whole,
    /// Without rests and tempo.
    Doses,
    /// Without the names too: the ids say which exercise it was.
    Ids,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_zero(n: &usize) -> bool {
    *n == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_level_zero(n: &u32) -> bool {
    *n == 0
}

/// What a finish repeats of the head: enough to know the day when the head is damaged.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Repeated {
    pub(in super::super) start: Start,
    pub(in super::super) device: String,
}

impl Shape {
    pub(super) fn new(start: &Start, device: &str, detail: Detail) -> Self {
        let (at, off) = words::moment_words(start.at);
        Self {
            at,
            off: Some(off),
            tz: start.zone.as_ref().map(Clean::to_string),
            day: start.day.to_string(),
            roll: Some(words::rollover_word(start.rollover)),
            dev: device.to_owned(),
            app: super::APP.to_owned(),
            program: Program::new(&start.program),
            affected: start.affected.word().to_owned(),
            limit: start.pain_limit,
            rehearsal: start.rehearsal,
            lighter: start.lighter,
            continues: start.continues.clone(),
            phase: start.phase,
            turn: start.turn,
            variant: start.variant.as_ref().map(Id::to_string),
            plan: start.plan.iter().map(|planned| Planned::new(planned, detail)).collect(),
        }
    }

    pub(super) fn read(self, session: &str) -> Result<Piece, Bad> {
        let start = Start {
            session: session.to_owned(),
            at: words::moment(&self.at, self.off.as_deref())?,
            zone: self.tz.as_deref().map(Clean::name),
            day: words::day(&self.day)?,
            rollover: words::rollover(self.roll.as_deref())?,
            program: self.program.read()?,
            affected: words::affected(&self.affected)?,
            pain_limit: words::score(Some(self.limit), 10)?.unwrap_or_default(),
            phase: self.phase,
            turn: self.turn,
            variant: self.variant.as_deref().map(words::id).transpose()?,
            plan: self.plan.into_iter().map(Planned::read).collect::<Result<_, _>>()?,
            lighter: self.lighter,
            rehearsal: self.rehearsal,
            continues: self.continues.map(words::identity).transpose()?,
        };
        Ok(Piece::Start(Box::new(start), self.dev))
    }
}

impl Program {
    pub(super) fn new(program: &ProgramRef) -> Self {
        Self { id: program.id.to_string(), title: program.title.to_string(), sha256: program.hash.clone() }
    }

    pub(super) fn read(self) -> Result<ProgramRef, Bad> {
        let id = words::id(&self.id)?;
        let title = if self.title.is_empty() { id.as_str() } else { &self.title };
        let is_hash = self.sha256.len() <= 64 && self.sha256.bytes().all(|b| b.is_ascii_hexdigit());
        let hash = if is_hash { Ok(self.sha256.clone()) } else { Err("`sha256` is no fingerprint") }?;
        Ok(ProgramRef { title: Clean::name(title), id, hash })
    }
}

impl Planned {
    fn new(planned: &PlannedExercise, detail: Detail) -> Self {
        let word = |side: &Option<Side>| side.map_or("both", Side::word).to_owned();
        Self {
            ex: planned.exercise.to_string(),
            name: if detail == Detail::Ids { String::new() } else { planned.name.to_string() },
            sets: planned.sets,
            sides: (planned.sides != [None]).then(|| planned.sides.iter().map(word).collect()),
            reps: planned.target.reps,
            time_ms: planned.target.time.map(words::millis),
            optional: planned.optional,
            load: planned.load.as_ref().map(Clean::to_string),
            level: planned.level,
            how: planned.manner.as_ref().filter(|_| detail == Detail::Whole).map(How::new),
        }
    }

    fn read(self) -> Result<PlannedExercise, Bad> {
        let exercise = words::id(&self.ex)?;
        let side = |word: String| if word == "both" { Ok(None) } else { words::side(&word).map(Some) };
        let sides = self.sides.map(|sides| sides.into_iter().map(side).collect::<Result<_, _>>()).transpose()?;
        let name = if self.name.is_empty() { exercise.as_str() } else { &self.name };
        Ok(PlannedExercise {
            name: Clean::name(name),
            sets: self.sets,
            sides: sides.unwrap_or_else(|| vec![None]),
            target: Target { reps: self.reps, time: self.time_ms.map(words::length).transpose()? },
            optional: self.optional,
            load: self.load.as_deref().map(Clean::name),
            level: self.level,
            manner: self.how.map(How::read).transpose()?,
            exercise,
        })
    }
}

impl How {
    fn new(manner: &Manner) -> Self {
        let Manner { tempo, relax, rest, rest_after, change_over, get_ready, circuit } = manner;
        Self {
            tempo: tempo.as_ref().map(Clean::to_string),
            relax_ms: relax.map(words::millis),
            rest_ms: words::millis(*rest),
            after_ms: words::millis(*rest_after),
            change_ms: words::millis(*change_over),
            ready_ms: get_ready.map(words::millis),
            circuit: circuit.as_ref().map(Clean::to_string),
        }
    }

    fn read(self) -> Result<Manner, Bad> {
        Ok(Manner {
            tempo: self.tempo.as_deref().map(Clean::text),
            relax: self.relax_ms.map(words::length).transpose()?,
            rest: words::length(self.rest_ms)?,
            rest_after: words::length(self.after_ms)?,
            change_over: words::length(self.change_ms)?,
            get_ready: self.ready_ms.map(words::length).transpose()?,
            circuit: self.circuit.as_deref().map(Clean::name),
        })
    }
}

impl Repeated {
    /// A head made of what a finish repeats: no plan, no side, the usual limit.
    pub(super) fn new(
        session: &str,
        at: DateTime<FixedOffset>,
        day: NaiveDate,
        program: ProgramRef,
    ) -> Result<Self, Bad> {
        let start = Start {
            session: session.to_owned(),
            at,
            zone: None,
            day,
            rollover: words::rollover(None)?,
            program,
            affected: Affected::Neither,
            pain_limit: usual_limit(),
            phase: 0,
            turn: 0,
            variant: None,
            plan: Vec::new(),
            lighter: false,
            rehearsal: false,
            continues: None,
        };
        Ok(Self { start, device: String::new() })
    }
}
