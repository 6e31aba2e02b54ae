//! A run of the run log: `run` lines of `changes/`. A later `void` of its id takes it back.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Bad, words};
use crate::domain::history::{Ran, Run};
use crate::domain::runs::Unit;
use crate::domain::text::Clean;

/// The longest run that is believed, in metres.
const LONGEST: u32 = 1_000_000;
/// The most minutes of a run: a week.
const MINUTES: u32 = 7 * 24 * 60;

/// The members of the line.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Shape {
    day: String,
    m: u32,
    /// In what the runner counts; km where it is missing or unknown.
    #[serde(default)]
    unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shoes: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

impl Shape {
    pub(super) fn new(ran: &Ran) -> Self {
        Self {
            day: ran.day.to_string(),
            m: ran.metres,
            unit: ran.unit.word().to_owned(),
            minutes: ran.minutes,
            shoes: ran.shoes.as_ref().map(Clean::to_string),
            note: ran.note.as_ref().map(Clean::to_string),
        }
    }

    pub(super) fn read(self, id: &str, at: DateTime<FixedOffset>) -> Result<Run, Bad> {
        if self.m == 0 || self.m > LONGEST {
            return Err("`m` is not from 1 to 1,000,000");
        }
        if self.minutes.is_some_and(|minutes| minutes > MINUTES) {
            return Err("`minutes` is over a week");
        }
        let ran = Ran {
            day: words::day(&self.day)?,
            metres: self.m,
            unit: if self.unit == Unit::Mi.word() { Unit::Mi } else { Unit::Km },
            minutes: self.minutes,
            shoes: self.shoes.as_deref().map(Clean::name),
            note: self.note.as_deref().map(Clean::note),
        };
        Ok(Run { id: id.to_owned(), at, ran })
    }
}
