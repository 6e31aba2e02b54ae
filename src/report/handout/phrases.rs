//! The words that a handout has printed around the texts of a program, in the program's language.
//!
//! The English ones say what `domain::prescription` says; the units of a length (s, min, h) are the same everywhere.

use std::time::Duration;

use crate::domain::climb::{Step, thousandths};
use crate::domain::exercise::{Exercise, Side, SideRule};
use crate::domain::lexicon::Words;
use crate::domain::prescription::climbs;
use crate::domain::program::Phase;
use crate::domain::schedule::{Rhythm, Schedule, Weekdays};
use crate::domain::time::in_words;

/// The words of a handout.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrases<'a>(pub(super) &'a Words);

const DAY: u64 = 24 * 3600;

impl Phrases<'_> {
    /// A text without places.
    pub(super) fn text(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A text with its places filled in.
    pub(super) fn with(self, key: &str, with: &[(&str, &str)]) -> String {
        self.0.text(&format!("handout.{key}"), with)
    }

    /// A text with a number.
    pub(super) fn number(self, key: &str, n: &impl ToString) -> String {
        self.with(key, &[("n", &n.to_string())])
    }

    /// `3 sets`.
    pub(super) fn count(self, key: &str, n: u32) -> String {
        self.0.count(&format!("handout.{key}"), u64::from(n))
    }

    /// `15 reps`, in the words of the voice.
    pub(super) fn reps(self, n: u32) -> String {
        self.0.count("reps", u64::from(n))
    }

    /// `a, b and c`.
    pub(super) fn list(self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [front @ .., last] => format!("{} {} {last}", front.join(", "), self.text("and")),
        }
    }

    /// A text in quotes.
    pub(super) fn quote(self, text: &str) -> String {
        self.with("quote", &[("text", text)])
    }

    /// `8 to 15 reps`.
    pub(super) fn range(self, low: &impl ToString, high: &str) -> String {
        self.with("from_to", &[("low", &low.to_string()), ("high", high)])
    }

    /// A length; whole days are counted.
    pub(super) fn length(self, length: Duration) -> String {
        match length.as_secs() {
            seconds if seconds > 0 && seconds % DAY == 0 && length.subsec_nanos() == 0 => {
                self.count("days", u32::try_from(seconds / DAY).unwrap_or(u32::MAX))
            }
            _ => in_words(length),
        }
    }

    /// `every day, 2 times a day`.
    pub(super) fn schedule(self, due: &Schedule) -> String {
        let rhythm = match due.rhythm {
            Rhythm::Days(days) if days == Weekdays::ALL => self.text("every_day"),
            Rhythm::Days(days) if days == Weekdays::WORKDAYS => self.text("workdays"),
            Rhythm::Days(days) => {
                let names: Vec<String> = days.days().map(|day| self.day("on", &day.to_string())).collect();
                self.list(&names)
            }
            Rhythm::PerWeek { least, most } if most > least => {
                self.number("times_a_week", &self.range(&least, &most.to_string()))
            }
            Rhythm::PerWeek { least: 1, .. } => self.text("once_a_week"),
            Rhythm::PerWeek { least, .. } => self.number("times_a_week", &least),
            Rhythm::EveryDays(n) => self.number("every_days", &n),
            Rhythm::AsNeeded => self.text("as_needed"),
        };
        if due.times > 1 {
            self.with("times_a_day", &[("when", &rhythm), ("n", &due.times.to_string())])
        } else {
            rhythm
        }
    }

    /// A day of the week by its English head (`Mon`): `head` above a column, `on` in a sentence.
    pub(super) fn day(self, table: &str, head: &str) -> String {
        self.text(&format!("{table}.{}", head.to_lowercase()))
    }

    /// `1st`, `2nd`.
    pub(super) fn nth(self, n: u32) -> String {
        let form = match n {
            1 => "first",
            2 => "second",
            3 => "third",
            _ => "other",
        };
        self.number(&format!("nth.{form}"), &n)
    }

    /// How a range is climbed; none where nothing is one.
    pub(super) fn climb(self, exercise: &Exercise) -> Option<String> {
        let progress = exercise.progress?;
        let (step, of_sets, unit) = climbs(exercise)?;
        let amount = match step {
            Step::Count(n) if of_sets => self.count("sets", n),
            Step::Count(n) => n.to_string(),
            Step::Time(step) => in_words(step),
            Step::Load(step) => format!("{} {unit}", thousandths(step)),
            Step::LoadShare(percent) | Step::TimeShare(percent) => format!("{percent} %"),
        };
        let (sessions, pain) = (self.count("sessions", progress.every), progress.pain_at_most.to_string());
        let growth = self.with("climb", &[("amount", &amount), ("sessions", &sessions), ("n", &pain)]);
        let least = progress.no_sooner_than.filter(|least| !least.is_zero());
        Some(match least {
            Some(least) => self.with("sooner", &[("growth", &growth), ("time", &self.length(least))]),
            None => growth,
        })
    }

    /// When the next stage is offered; none where it never is.
    pub(super) fn advancing(self, phase: &Phase) -> Option<String> {
        let sessions = phase.advance_when.map(|advance| {
            let mut what = self.count("completed", advance.sessions);
            if advance.sessions != 1 {
                what = self.with("in_a_row", &[("sessions", &what)]);
            }
            if let Some(most) = advance.pain_at_most {
                what = self.with("with_pain", &[("what", &what), ("n", &most.to_string())]);
            }
            self.with("after", &[("what", &what)])
        });
        let weeks = phase.weeks.map(|weeks| self.count("weeks", weeks));
        match (sessions, weeks) {
            (Some(what), Some(weeks)) => Some(self.with("not_before", &[("what", &what), ("weeks", &weeks)])),
            (Some(what), None) => Some(what),
            (None, Some(weeks)) => Some(self.with("after", &[("what", &weeks)])),
            (None, None) => None,
        }
    }

    /// When the stage before is offered; none where it never is.
    pub(super) fn going_back(self, phase: &Phase) -> Option<String> {
        let back = phase.back_when?;
        let (sessions, over) = (self.count("sessions", back.sessions), back.pain_over.to_string());
        let sessions = if back.sessions == 1 { sessions } else { self.with("in_a_row", &[("sessions", &sessions)]) };
        Some(self.with("go_back", &[("sessions", &sessions), ("n", &over)]))
    }

    /// A program's text with `{side}` filled in for paper: the side where it is known, `affected`, or nothing.
    pub(super) fn in_general(self, text: &str, rule: SideRule) -> String {
        let named = |key: &str| text.replace("{side}", &self.text(key));
        match rule {
            SideRule::Left => self.0.with_side(text, Some(Side::Left)),
            SideRule::Right => self.0.with_side(text, Some(Side::Right)),
            SideRule::Affected => named("general_affected"),
            SideRule::Unaffected => named("general_unaffected"),
            SideRule::Both | SideRule::Each | SideRule::EachInTurn => self.0.with_side(text, None),
        }
    }
}
