//! `soleus history`: what may be asked of it, and the sessions as lines, as CSV and as JSON.

mod sheet;
mod tree;

use clap::Args;

use crate::cli::days::{self, Typed};
use crate::domain::climb::thousandths;
use crate::domain::history::Manual;
use crate::domain::prescription::count;
use crate::domain::session::{SessionResult, SetRecord, SetResult, SkipReason};
use crate::domain::time::minutes;
use crate::domain::visit::{Pain, Told};

pub use sheet::{sessions as csv, sets as csv_of_sets};
pub use tree::json;

/// `soleus history`.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
#[derive(Clone, Debug, Args)]
#[command(after_help = "Example: soleus history --since 6w\n\
    Example, for a spreadsheet: soleus history --csv --sets > sets.csv\n\
    A score that was not given is left empty: it is unknown, not zero. Rehearsals are left out.")]
pub struct History {
    /// Sessions of this program alone
    pub program: Option<String>,
    /// From this day on: a date like 2026-11-21, or how long ago (`30d`, `6w`)
    #[arg(long, value_name = "DAY", value_parser = days::typed)]
    pub since: Option<Typed>,
    /// Up to this day
    #[arg(long, value_name = "DAY", value_parser = days::typed)]
    pub until: Option<Typed>,
    /// A row a session, for a spreadsheet
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
    /// With --csv: a row a set
    #[arg(long, requires = "csv")]
    pub sets: bool,
    /// For a program to read, every set in it
    #[arg(long)]
    pub json: bool,
    /// With the end of each entry's id, by which `soleus mend` and `soleus void` know it
    #[arg(long)]
    pub ids: bool,
    /// The runner's own words too
    #[arg(long)]
    pub with_notes: bool,
}

/// One entry of the history: played, or typed in later.
#[derive(Debug)]
pub enum Entry<'a> {
    /// Played.
    Played(Told<'a>),
    /// Typed in later.
    Typed(&'a Manual),
}

/// The id of an entry.
pub fn id<'a>(entry: &'a Entry<'_>) -> &'a str {
    match entry {
        Entry::Played(told) => &told.log.start.session,
        Entry::Typed(manual) => &manual.id,
    }
}

/// `2026-11-21 07:12  Knee  completed, 12 of 12 sets, 21 min  pain 2 before, 3 during, 1 after`.
pub fn line(entry: &Entry<'_>) -> String {
    match entry {
        Entry::Typed(manual) => {
            let counts = if manual.counts { "" } else { ", does not keep the day" };
            format!("{}        {}  added later{counts}", manual.day, manual.program)
        }
        Entry::Played(told) => {
            let start = &told.log.start;
            // What was begun before the rollover belongs to the day before: both are said.
            let at = start.at.format("%H:%M");
            let next = if start.at.date_naive() == start.day { "" } else { "+1" };
            let (done, of) = sets(told);
            let mut parts = vec![format!("{}, {done} of {}", result(told), count(of, "set"))];
            parts.push(format!("{} min", minutes(told.log.last)));
            parts.extend(pain(told.pain));
            parts.extend(told.effort.map(|effort| format!("effort {effort}")));
            format!("{} {at}{next:<2} {}  {}", start.day, start.program.title, parts.join(", "))
        }
    }
}

/// `pain 2 before, 3 during`; none where nothing is known.
fn pain(pain: Pain) -> Option<String> {
    let known =
        [(pain.before, "before"), (pain.during, "during"), (pain.after, "after"), (pain.morning, "next morning")];
    let known: Vec<String> = known.iter().filter_map(|(score, when)| Some(format!("{} {when}", (*score)?))).collect();
    (!known.is_empty()).then(|| format!("pain {}", known.join(", ")))
}

/// How a session went, in a word; one that has no end yet says so.
fn result(told: &Told<'_>) -> &'static str {
    match (told.result, told.log.finish.is_some()) {
        (SessionResult::Completed, _) => "completed",
        (SessionResult::StoppedPain, _) => "stopped because of pain",
        (SessionResult::Partial | SessionResult::Short, false) => "not finished",
        (SessionResult::Partial, true) => "partly done",
        (SessionResult::Short, true) => "cut short",
    }
}

/// Sets that were done and planned.
fn sets(told: &Told<'_>) -> (u32, u32) {
    let planned = told.log.start.plan.iter();
    let of = planned.map(|entry| entry.sets * u32::try_from(entry.sides.len()).unwrap_or(1)).sum();
    let done = told.sets().into_iter().filter(|record| record.result == SetResult::Done).count();
    (u32::try_from(done).unwrap_or(u32::MAX), of)
}

/// How a set went, in the words of the history's files.
const fn set_word(record: &SetRecord) -> &'static str {
    match record.result {
        SetResult::Done => "done",
        SetResult::Early => "early",
        SetResult::Skipped(_) => "skipped",
        SetResult::StoppedPain => "stopped_pain",
    }
}

/// Why a set was left out.
const fn why(record: &SetRecord) -> Option<&'static str> {
    match record.result {
        SetResult::Skipped(Some(SkipReason::Pain)) => Some("pain"),
        SetResult::Skipped(Some(SkipReason::Tired)) => Some("tired"),
        SetResult::Skipped(Some(SkipReason::NoTime)) => Some("no-time"),
        SetResult::Skipped(Some(SkipReason::NoEquipment)) => Some("no-equipment"),
        SetResult::Skipped(None) | SetResult::Done | SetResult::Early | SetResult::StoppedPain => None,
    }
}

/// A result that was asked for, as a number.
fn measured(record: &SetRecord) -> Option<String> {
    record.measure.map(thousandths)
}
