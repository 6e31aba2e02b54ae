//! How a range is climbed: `progress` as it is written, and with its defaults once the range is known.

use std::ops::Range;
use std::time::Duration;

use toml::de::DeValue;

use crate::domain::climb::{COUNT_STEP, LOAD_STEP, Progress, Step, TIME_STEP};
use crate::domain::text::Clean;
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::amounts::quantity;
use crate::io::program_file::draft::Draft;
use crate::io::program_file::keys::PROGRESS;
use crate::io::program_file::merge::moved;
use crate::io::program_file::notes::Notes;
use crate::io::program_file::ranges::{Kind, RangeAt, the_range};
use crate::io::program_file::table::{At, Table};
use crate::io::program_file::value::{Part, Wrong, duration};

/// Completed sessions before a step is offered, where nothing is written.
const EVERY: u32 = 3;
/// The most of them.
const MOST_SESSIONS: u32 = 1_000;
/// The highest pain that still climbs, where nothing is written; the lower one is for a load.
const PAIN: (u8, u8) = (3, 2);
/// The least time between two climbs of a load, where nothing is written.
const LOAD_APART: Duration = Duration::from_hours(24 * 7);
/// The longest time between two climbs: a quarter of a year.
const LONGEST_APART: Duration = Duration::from_hours(24 * 92);

/// `progress` as written: every key may be missing.
#[derive(Clone, Debug)]
pub(super) struct ProgressDraft {
    /// The place of the key.
    span: Range<usize>,
    every: Option<u32>,
    step: Option<At<Written>>,
    pain_at_most: Option<u8>,
    no_sooner_than: Option<Duration>,
}

/// A step as written; its unit is judged when the range is known.
#[derive(Clone, Debug)]
enum Written {
    /// A number without a unit, as it stands.
    Bare(String),
    /// Text in quotes, and the bytes of the source where it begins, if it stands there letter for letter.
    Text(String, Option<usize>),
}

impl ProgressDraft {
    pub(super) fn read(table: &Table<'_>) -> Option<Self> {
        let inner = table.sub("progress", PROGRESS, "write progress = { every = 3, step = 1 }")?;
        let draft = Self {
            span: table.place_of("progress").unwrap_or_else(|| inner.span.clone()),
            every: inner.number("every", 1, MOST_SESSIONS).map(|at| at.value),
            step: step(&inner),
            pain_at_most: inner.score("pain_at_most").map(|at| at.value),
            no_sooner_than: inner.duration("no_sooner_than", LONGEST_APART),
        };
        inner.finish();
        Some(draft)
    }

    pub(super) fn over(self, base: Self) -> Self {
        Self {
            span: self.span,
            every: self.every.or(base.every),
            step: self.step.or(base.step),
            pain_at_most: self.pain_at_most.or(base.pain_at_most),
            no_sooner_than: self.no_sooner_than.or(base.no_sooner_than),
        }
    }

    pub(super) fn seen_from(self, span: &Range<usize>) -> Self {
        // The text of the step does not stand in this source.
        let unplaced = |written| match written {
            Written::Text(text, _) => Written::Text(text, None),
            bare @ Written::Bare(_) => bare,
        };
        let step = self.step.map(|at| moved(At { value: unplaced(at.value), span: at.span }, span));
        Self { span: span.clone(), step, ..self }
    }
}

fn step(table: &Table<'_>) -> Option<At<Written>> {
    let value = table.get("step")?;
    let written = match value.get_ref() {
        DeValue::Integer(number) => Written::Bare(number.as_str().replace('_', "")),
        DeValue::Float(number) => Written::Bare(number.as_str().replace('_', "")),
        DeValue::String(_) => {
            let text = table.string_of("step", value)?;
            let spot = table.inside(&text.span, text.value, &(0..text.value.len()));
            let exact = spot.len() == text.value.len();
            Written::Text(text.value.to_owned(), exact.then_some(spot.start))
        }
        DeValue::Boolean(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => {
            table.wrong_type("step", value, "a number or a text", "write step = 2, step = \"10s\" or step = \"5 kg\"");
            return None;
        }
    };
    Some(At { value: written, span: value.span() })
}

/// How the range of a whole exercise is climbed: nothing where it has none.
pub(super) fn progress(whole: &Draft, notes: &Notes<'_>) -> Option<Progress> {
    let Some(range) = the_range(whole, notes) else {
        if let Some(written) = &whole.progress {
            let message = "there is no range to climb";
            let help = "give `sets`, `reps`, `hold`, `time` or `load` a range: reps = \"8 to 12\"";
            notes.add(Diagnostic::error("progress", written.span.clone(), message).help(help));
        }
        return None;
    };
    let load = matches!(range.kind, Kind::Load(_));
    let written = whole.progress.as_ref();
    Some(Progress {
        every: written.and_then(|p| p.every).unwrap_or(EVERY),
        step: written
            .and_then(|p| p.step.as_ref())
            .map_or_else(|| Some(range.kind.step()), |at| fitting(at, &range, notes))?,
        pain_at_most: written.and_then(|p| p.pain_at_most).unwrap_or(if load { PAIN.1 } else { PAIN.0 }),
        no_sooner_than: written.and_then(|p| p.no_sooner_than).or_else(|| load.then_some(LOAD_APART)),
    })
}

impl Kind {
    /// The step where none is written.
    const fn step(&self) -> Step {
        match self {
            Self::Count => Step::Count(COUNT_STEP),
            Self::Time => Step::Time(TIME_STEP),
            Self::Load(_) => Step::Load(LOAD_STEP),
        }
    }
}

/// A written step in the unit of the range.
fn fitting(at: &At<Written>, range: &RangeAt, notes: &Notes<'_>) -> Option<Step> {
    let (text, start) = match &at.value {
        Written::Bare(text) => (text, None),
        Written::Text(text, start) => (text, *start),
    };
    let bare = matches!(at.value, Written::Bare(_));
    let part = Part::whole(text).trim();
    let read = match &range.kind {
        Kind::Count => counted(part, range.key),
        Kind::Time if part.text.ends_with('%') => share(part).map(Step::TimeShare),
        Kind::Load(_) if part.text.ends_with('%') => share(part).map(Step::LoadShare),
        Kind::Time if bare => Err(Wrong::new(part.at(), format!("a step of `{}` has a unit", range.key))
            .help(format!("write step = \"{text}s\""))),
        Kind::Time => timed(part, range.key),
        Kind::Load(unit) => loaded(part, unit),
    };
    read.map_err(|wrong| {
        let place = start.map_or_else(|| at.span.clone(), |start| start + wrong.at.start..start + wrong.at.end);
        notes.add(Diagnostic::error("step", place, wrong.message).maybe_help(wrong.help));
    })
    .ok()
}

fn counted(part: Part<'_>, key: &str) -> Result<Step, Wrong> {
    let said = part.text.trim_end_matches(char::is_alphabetic).trim_end();
    let word = part.text.get(said.len()..).unwrap_or_default().trim().to_lowercase();
    let fits = word.is_empty() || word == key || format!("{word}s") == key;
    let number = said.parse::<u32>().ok().filter(|n| *n > 0 && fits);
    let wrong = || {
        let message = format!("`{}` is no step of `{key}`", Clean::name(part.text));
        Wrong::new(part.at(), message).help("write a whole number from 1 up: step = 2")
    };
    number.map(Step::Count).ok_or_else(wrong)
}

/// `10 %`: a whole number from 1 to 100.
fn share(part: Part<'_>) -> Result<u32, Wrong> {
    let number = part.text.trim_end_matches('%').trim().parse::<u32>().ok();
    number.filter(|percent| (1..=100).contains(percent)).ok_or_else(|| {
        let message = format!("`{}` is no share: a whole number from 1 % to 100 %", Clean::name(part.text));
        Wrong::new(part.at(), message).help("write step = \"10 %\"")
    })
}

fn timed(part: Part<'_>, key: &str) -> Result<Step, Wrong> {
    let length = duration(part)?;
    if length.is_zero() {
        return Err(Wrong::new(part.at(), format!("a step of `{key}` is more than 0 s")));
    }
    Ok(Step::Time(length))
}

fn loaded(part: Part<'_>, unit: &str) -> Result<Step, Wrong> {
    let wrong = || {
        let message = format!("`{}` is no step of a load in {unit}", Clean::name(part.text));
        Wrong::new(part.at(), message).help(format!("write step = \"2.5 {unit}\""))
    };
    let (thousandths, said) = quantity(part).ok_or_else(wrong)?;
    let fits = said.is_empty() || said.eq_ignore_ascii_case(unit);
    if thousandths == 0 || !fits {
        return Err(wrong());
    }
    Ok(Step::Load(thousandths))
}
