//! The lines of `changes/`: what was said outside of a running session.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Bad, choice, event, parse, run, schedule, sealed_entry, words};
use crate::domain::history::{self, Amended, Change, Choice, DatedPlan, Enrolment, Manual, Pause, Run, Stop};
use crate::domain::session::Rating;
use crate::domain::text::Clean;

/// An entry of `changes/`, understood.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Entry {
    pub(in super::super) id: String,
    pub(in super::super) at: DateTime<FixedOffset>,
    pub(in super::super) said: Said,
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Said {
    Enrol(Enrolment),
    Plan(DatedPlan),
    Choose(Choice),
    Later { of: String, rating: Rating },
    Void { of: String },
    Amend { of: String, set: Amended },
    Manual(Manual),
    Pause(Pause),
    Run(Run),
    Stop(Stop),
}

impl Entry {
    /// What can be taken back of it: not an enrolment, whose warnings were confirmed, nor a schedule.
    pub(in super::super) fn can_be_taken_back(&self) -> Option<history::Said> {
        let kind = match &self.said {
            Said::Enrol(_) | Said::Plan(_) => return None,
            Said::Choose(_) => "choose",
            Said::Later { .. } => "rate",
            Said::Void { .. } => "void",
            Said::Amend { .. } => "amend",
            Said::Run(_) => "run",
            Said::Stop(_) => "stop",
            Said::Manual(_) => "manual",
            Said::Pause(_) => "pause",
        };
        Some(history::Said { id: self.id.clone(), at: self.at, kind })
    }
}

/// The same as JSON has them.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct AmendShape {
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pain_before: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pain_after: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    effort: Option<u8>,
}

/// All members that any of the kinds has; which are needed depends on the kind.
#[derive(Debug, Default, Serialize)]
struct Written {
    at: String,
    off: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    program: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    affected: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    warnings: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fraction: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pain: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    set: Option<AmendShape>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pain_where: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schedule: Option<schedule::Shape>,
}

#[derive(Debug, Deserialize)]
struct Stamp {
    at: String,
    off: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Enrol {
    program: String,
    affected: String,
    #[serde(default)]
    warnings: String,
    from: Option<String>,
    pain_where: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Left {
    program: String,
    day: String,
}

#[derive(Debug, Deserialize)]
struct Plan {
    program: String,
    from: String,
    schedule: schedule::Shape,
}

#[derive(Debug, Deserialize)]
struct Of {
    of: String,
}

#[derive(Debug, Deserialize)]
struct Amend {
    set: AmendShape,
}

#[derive(Debug, Deserialize)]
struct ByHand {
    day: String,
    program: String,
    counts: Option<bool>,
    fraction: Option<f64>,
    pain: Option<u8>,
}

#[derive(Debug, Deserialize)]
struct Paused {
    from: String,
    to: String,
    why: Option<String>,
}

/// The moment at which a change was said, and its kind.
pub(in super::super) const fn of(change: &Change) -> (DateTime<FixedOffset>, &'static str) {
    match change {
        Change::Enrol(enrolment) => (enrolment.at, "enrol"),
        Change::Plan(plan) => (plan.at, "plan"),
        Change::Choose(choice) => (choice.at, "choose"),
        Change::Later { at, .. } => (*at, "rate"),
        Change::Manual(manual) => (manual.at, "manual"),
        Change::Pause { at, .. } => (*at, "pause"),
        Change::Amend { at, .. } => (*at, "amend"),
        Change::Void { at, .. } => (*at, "void"),
        Change::Run { at, .. } => (*at, "run"),
        Change::Stop(stop) => (stop.at, "stop"),
    }
}

/// Writes a line of `changes/`.
pub(in super::super) fn write(change: &Change, id: &str) -> serde_json::Result<String> {
    let (moment, kind) = of(change);
    let (at, off) = words::moment_words(moment);
    let common = Written { at, off, ..Written::default() };
    let written = match change {
        Change::Enrol(enrolment) => Written {
            program: Some(enrolment.program.to_string()),
            affected: Some(enrolment.affected.word().to_owned()),
            warnings: Some(enrolment.warnings.clone()),
            from: enrolment.from.map(|day| day.to_string()),
            pain_where: enrolment.place.as_ref().map(Clean::to_string),
            ..common
        },
        Change::Plan(plan) => Written {
            program: Some(plan.program.to_string()),
            from: Some(plan.from.to_string()),
            schedule: Some(schedule::Shape::new(plan.schedule)),
            ..common
        },
        Change::Manual(manual) => Written {
            program: Some(manual.program.to_string()),
            day: Some(manual.day.to_string()),
            counts: Some(manual.counts),
            fraction: Some(manual.fraction),
            pain: manual.pain,
            ..common
        },
        Change::Pause { pause, .. } => Written {
            from: Some(pause.from.to_string()),
            to: Some(pause.to.to_string()),
            why: pause.why.as_ref().map(Clean::to_string),
            ..common
        },
        Change::Amend { of, set, .. } => Written { of: Some(of.clone()), set: Some(AmendShape::new(set)), ..common },
        Change::Stop(stop) => {
            Written { program: Some(stop.program.to_string()), day: Some(stop.day.to_string()), ..common }
        }
        Change::Choose(_) | Change::Run { .. } => common,
        Change::Void { of, .. } | Change::Later { of, .. } => Written { of: Some(of.clone()), ..common },
    };
    let answer = match change {
        Change::Later { rating, .. } => serde_json::to_string(&event::Rate::new(rating, None))?,
        Change::Choose(choice) => serde_json::to_string(&choice::Shape::new(choice))?,
        Change::Run { ran, .. } => serde_json::to_string(&run::Shape::new(ran))?,
        Change::Enrol(_)
        | Change::Plan(_)
        | Change::Manual(_)
        | Change::Pause { .. }
        | Change::Amend { .. }
        | Change::Stop(_)
        | Change::Void { .. } => String::new(),
    };
    sealed_entry(id, kind, &[&serde_json::to_string(&written)?, &answer])
}

/// Understands a line of `changes/`; nothing where its kind is not known.
pub(super) fn read(kind: &str, id: String, raw: &[u8]) -> Result<Option<Entry>, Bad> {
    if !["enrol", "plan", "choose", "rate", "void", "amend", "manual", "pause", "run", "stop"].contains(&kind) {
        return Ok(None);
    }
    let stamp: Stamp = parse(raw)?;
    let at = words::moment(&stamp.at, stamp.off.as_deref())?;
    let target = || parse::<Of>(raw).and_then(|of| words::identity(of.of));
    let said = match kind {
        "enrol" => Said::Enrol(parse::<Enrol>(raw)?.read(at)?),
        "plan" => Said::Plan(parse::<Plan>(raw)?.read(at)?),
        "choose" => Said::Choose(parse::<choice::Shape>(raw)?.read(at)?),
        "rate" => Said::Later { of: target()?, rating: parse::<event::Rate>(raw)?.read()? },
        "void" => Said::Void { of: target()? },
        "amend" => Said::Amend { of: target()?, set: parse::<Amend>(raw)?.set.read()? },
        "manual" => Said::Manual(parse::<ByHand>(raw)?.read(&id, at)?),
        "stop" => Said::Stop(parse::<Left>(raw)?.read(at)?),
        "run" => Said::Run(parse::<run::Shape>(raw)?.read(&id, at)?),
        _ => Said::Pause(parse::<Paused>(raw)?.read(&id)?),
    };
    Ok(Some(Entry { id, at, said }))
}

impl Enrol {
    fn read(self, at: DateTime<FixedOffset>) -> Result<Enrolment, Bad> {
        let affected = words::affected(&self.affected)?;
        let from = self.from.as_deref().map(words::day).transpose()?;
        let place = self.pain_where.as_deref().map(Clean::name).filter(|place| !place.is_empty());
        Ok(Enrolment { at, program: words::id(&self.program)?, affected, warnings: self.warnings, from, place })
    }
}

impl Left {
    fn read(self, at: DateTime<FixedOffset>) -> Result<Stop, Bad> {
        Ok(Stop { at, day: words::day(&self.day)?, program: words::id(&self.program)? })
    }
}

impl Plan {
    fn read(self, at: DateTime<FixedOffset>) -> Result<DatedPlan, Bad> {
        let (program, from) = (words::id(&self.program)?, words::day(&self.from)?);
        Ok(DatedPlan { at, program, from, schedule: self.schedule.read()? })
    }
}

impl AmendShape {
    fn new(set: &Amended) -> Self {
        let Amended { day, counts, pain_before, pain_after, effort } = *set;
        Self { day: day.map(|day| day.to_string()), counts, pain_before, pain_after, effort }
    }

    fn read(self) -> Result<Amended, Bad> {
        Ok(Amended {
            day: self.day.as_deref().map(words::day).transpose()?,
            counts: self.counts,
            pain_before: words::score(self.pain_before, 10)?,
            pain_after: words::score(self.pain_after, 10)?,
            effort: words::score(self.effort, 10)?,
        })
    }
}

impl ByHand {
    fn read(self, id: &str, at: DateTime<FixedOffset>) -> Result<Manual, Bad> {
        let fraction = words::fraction(self.fraction.unwrap_or(1.0))?;
        let counts = self.counts.unwrap_or(fraction >= 0.5);
        let (program, day) = (words::id(&self.program)?, words::day(&self.day)?);
        let pain = words::score(self.pain, 10)?;
        Ok(Manual { id: id.to_owned(), program, day, counts, fraction, pain, at })
    }
}

impl Paused {
    fn read(self, id: &str) -> Result<Pause, Bad> {
        let (from, to) = (words::day(&self.from)?, words::day(&self.to)?);
        if to < from {
            return Err("the pause ends before it begins");
        }
        Ok(Pause { id: id.to_owned(), from, to, why: self.why.as_deref().map(Clean::note) })
    }
}
