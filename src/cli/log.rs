//! `soleus log`: what was run outside of any program.

use std::io::Write;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::cli::Listing;
use crate::domain::history::Run;
use crate::domain::runs::{self, Unit};
use crate::error::Error;

/// `soleus log`.
#[derive(Clone, Debug, Args)]
pub struct Log {
    /// What is logged, or listed.
    #[command(subcommand)]
    pub what: What,
}

/// What is logged, or listed.
#[derive(Clone, Debug, Subcommand)]
pub enum What {
    /// Write a run down: its distance, and what else you like to keep
    Run(LogRun),
    /// List the runs, the weeks and the shoes
    Runs(Listing),
    /// Write down a session of a program that was done elsewhere
    Session(crate::cli::correct::LogSession),
}

/// `soleus log run`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Examples: soleus log run 5.2km --minutes 31 --shoes blue\n          \
    soleus log run 3mi --on yesterday\n          soleus log run --undo")]
pub struct LogRun {
    /// How far: 5.2km or 3mi
    #[arg(value_name = "DISTANCE", required_unless_present = "undo", conflicts_with = "undo")]
    pub distance: Option<String>,
    /// How long, in minutes
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1440))]
    pub minutes: Option<u32>,
    /// In which shoes, by any name
    #[arg(long, value_name = "NAME")]
    pub shoes: Option<String>,
    /// On which day: 2026-11-21, today or yesterday; without it today
    #[arg(long, value_name = "DATE")]
    pub on: Option<Day>,
    /// A note
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Takes the run back that was logged last
    #[arg(long)]
    pub undo: bool,
}

/// A day, as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// So many days after today; yesterday is -1.
    From(i64),
    /// This one.
    On(NaiveDate),
}

impl std::str::FromStr for Day {
    type Err = String;

    fn from_str(typed: &str) -> Result<Self, String> {
        match typed.trim().to_lowercase().as_str() {
            "today" => Ok(Self::From(0)),
            "yesterday" => Ok(Self::From(-1)),
            "tomorrow" => Ok(Self::From(1)),
            other => NaiveDate::parse_from_str(other, "%Y-%m-%d")
                .ok()
                .filter(|day| (1900..=9998).contains(&chrono::Datelike::year(day)))
                .map(Self::On)
                .ok_or_else(|| "takes a date like 2026-11-21, or today, yesterday, tomorrow".to_owned()),
        }
    }
}

impl Day {
    /// The day that is meant, as seen from today.
    pub fn seen_from(self, today: NaiveDate) -> NaiveDate {
        match self {
            Self::On(day) => day,
            Self::From(days) => today.checked_add_signed(chrono::TimeDelta::days(days)).unwrap_or(today),
        }
    }
}

/// All runs, the latest last, then the weeks and the shoes.
pub fn list(all: &[Run], today: NaiveDate, out: &mut impl Write) -> Result<(), Error> {
    if all.is_empty() {
        writeln!(out, "no runs yet; `soleus log run 5.2km` writes one down")?;
        return Ok(());
    }
    let width = all.iter().map(|run| runs::words(run.ran.metres, run.ran.unit).len()).max().unwrap_or(0);
    for run in sorted(all) {
        writeln!(out, "{}", line(run, width))?;
    }
    summary(all, today, out)
}

/// The week against the one before, and every pair of shoes.
pub fn summary(all: &[Run], today: NaiveDate, out: &mut impl Write) -> Result<(), Error> {
    for words in [runs::week_words(all, today), runs::habit_words(all, today)].into_iter().flatten() {
        writeln!(out, "{words}")?;
    }
    for pair in runs::shoes(all) {
        writeln!(out, "{}", runs::shoes_words(&pair, runs::unit(all)))?;
    }
    Ok(())
}

/// `2026-11-21  5.2 km  31 min  blue  along the river`.
pub fn line(run: &Run, width: usize) -> String {
    let ran = &run.ran;
    let distance = runs::words(ran.metres, ran.unit);
    let minutes = ran.minutes.map(|minutes| format!("{minutes} min"));
    let rest =
        [minutes, ran.shoes.as_ref().map(ToString::to_string), ran.note.as_ref().map(|note| note.replace('\n', " "))];
    let rest: Vec<String> = rest.into_iter().flatten().collect();
    let line = format!("{}  {distance:>width$}  {}", ran.day, rest.join("  "));
    line.trim_end().to_owned()
}

fn sorted(all: &[Run]) -> Vec<&Run> {
    let mut sorted: Vec<&Run> = all.iter().collect();
    sorted.sort_by_key(|run| (run.ran.day, run.at));
    sorted
}

/// The same for a program to read.
pub fn json(all: &[Run], today: NaiveDate) -> Value {
    let run = |run: &Run| {
        let ran = &run.ran;
        json!({
            "id": run.id, "day": ran.day.to_string(), "metres": ran.metres, "unit": ran.unit.word(),
            "minutes": ran.minutes, "shoes": ran.shoes.as_ref().map(ToString::to_string),
            "note": ran.note.as_ref().map(ToString::to_string),
        })
    };
    let weeks = runs::weeks(all, today);
    let shoes = |pair: runs::Shoes| json!({ "name": pair.name, "metres": pair.metres });
    json!({
        "runs": sorted(all).into_iter().map(run).collect::<Vec<_>>(),
        "week": { "this_metres": weeks.this, "last_metres": weeks.last },
        "shoes": runs::shoes(all).into_iter().map(shoes).collect::<Vec<_>>(),
    })
}

/// The distance that was typed, in metres with its unit.
pub fn distance(typed: &str) -> Result<(u32, Unit), Error> {
    runs::distance(typed).ok_or_else(|| {
        Error::input(format!("`{}` is no distance", crate::domain::text::Clean::name(typed)))
            .hint("write it with km or mi: 5.2km, 3mi; from 0.01 km to 1000 km")
    })
}
