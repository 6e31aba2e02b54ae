//! A decision about stages, ranges and variants: `choose` lines of `changes/`.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Bad, is_false, words};
use crate::domain::history::{Choice, Chosen, Offered};
use crate::domain::text::{Clean, Id};

/// The members of the line: of `phase`, `exercise` with `level`, `variant` and `lighter` one; `not_now` turns an offer down.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Shape {
    program: String,
    day: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    phase: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exercise: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u32>,
    /// Empty: none.
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    lighter: bool,
    #[serde(skip_serializing_if = "is_false")]
    not_now: bool,
}

impl Shape {
    pub(super) fn new(choice: &Choice) -> Self {
        let common = Self { program: choice.program.to_string(), day: choice.day.to_string(), ..Self::default() };
        let level = |exercise: &Id, level: u32| (Some(exercise.to_string()), Some(level));
        match &choice.what {
            Chosen::Phase { index, title } => {
                Self { phase: Some(*index), title: title.as_ref().map(Clean::to_string), ..common }
            }
            Chosen::Level { exercise, level: to } => {
                let (exercise, level) = level(exercise, *to);
                Self { exercise, level, ..common }
            }
            Chosen::Variant(variant) => {
                Self { variant: Some(variant.as_ref().map(Id::to_string).unwrap_or_default()), ..common }
            }
            Chosen::NotNow(Offered::Phase(index)) => Self { phase: Some(*index), not_now: true, ..common },
            Chosen::NotNow(Offered::Level { exercise, to }) => {
                let (exercise, level) = level(exercise, *to);
                Self { exercise, level, not_now: true, ..common }
            }
            Chosen::Lighter => Self { lighter: true, ..common },
            Chosen::NotNow(Offered::Lighter) => Self { lighter: true, not_now: true, ..common },
        }
    }

    pub(super) fn read(self, at: DateTime<FixedOffset>) -> Result<Choice, Bad> {
        let exercise = self.exercise.as_deref().map(words::id).transpose()?;
        let what = match (self.phase, exercise.zip(self.level), self.variant) {
            (Some(index), None, None) if self.not_now => Chosen::NotNow(Offered::Phase(index)),
            (Some(index), None, None) => Chosen::Phase { index, title: self.title.as_deref().map(Clean::name) },
            (None, Some((exercise, to)), None) if self.not_now => Chosen::NotNow(Offered::Level { exercise, to }),
            (None, Some((exercise, level)), None) => Chosen::Level { exercise, level },
            (None, None, Some(variant)) if variant.is_empty() => Chosen::Variant(None),
            (None, None, Some(variant)) => Chosen::Variant(Some(words::id(&variant)?)),
            (None, None, None) if self.lighter && self.not_now => Chosen::NotNow(Offered::Lighter),
            (None, None, None) if self.lighter => Chosen::Lighter,
            _ => return Err("the choice is not of one thing"),
        };
        Ok(Choice { at, day: words::day(&self.day)?, program: words::id(&self.program)?, what })
    }
}
